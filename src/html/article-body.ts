/*
 * The way of a string from an endpoint to the page, in the order in which it is walked. Everything is hostile until
 * `createSafeHtml()`; nothing but that makes SafeHtml, and nothing outside of this folder opens it.
 *
 *   string ─ rewriteTags ─► engine (allow-list) ─► normalise, ids, links ─► repair ─► own images ─► tidy ─► SafeHtml
 *   SafeHtml ─ read/prepare ─► a copy for one place on the page;  ─ read/sections, read/outline ─► its parts
 *
 * - `sanitise/` takes away what could run, load, navigate or reach the page. What is safe is decided here and nowhere else.
 * - `repair/` puts in order what the publishing software left behind. It may only take away or replace by safe elements.
 * - `read/` takes sanitised trees, or the words of a string, apart: headings, sections, plain text.
 * - `dom.ts` and `urls.ts` are helpers of all three; `safe-html.ts` is the type that leaves this folder.
 */
import type { SafeHtml } from '../model/safe-html.js';
import { repair } from './repair/repair.js';
import { tidy } from './repair/tidy.js';
import { createSafeHtml } from './safe-html.js';
import { defaultEngine, type Engine } from './sanitise/engine.js';
import { prefixIds } from './sanitise/ids.js';
import { keepOwnImages } from './sanitise/images.js';
import { resolveLinks } from './sanitise/links.js';
import { dropComments, dropCustomizedBuiltIns, limitDepth } from './sanitise/normalise.js';
import { rewriteTags } from './sanitise/rewrite-tags.js';

/** Where a piece of HTML comes from, and from where it may load. */
export interface SanitiseOptions {
  /** Absolute URL of the article, or of the endpoint where the article has none: relative URLs start there. */
  readonly url: string;
  /** Origins from which pictures may load, such as `https://clinic.example`. None by default: pictures become links. */
  readonly origins?: readonly string[];
  /** By default the browser's own, else DOMPurify, which is loaded only then. */
  readonly engine?: Engine;
}

/** UTF-16 units; the rest is cut off. No response that `http/` lets through is longer. */
const MAX_LENGTH = 5_000_000;

/**
 * The body of an article as its source sent it, made safe to insert: it cannot run, navigate, load anything from an
 * origin that is not in `options.origins`, take input, or reach the page's globals and style sheets. What the publishing
 * software left behind is put in order. Never rejects because of its input.
 */
export const articleBody = async (
  html: string,
  { url, origins = [], engine = defaultEngine }: SanitiseOptions,
): Promise<SafeHtml> => {
  const markup = rewriteTags(html.slice(0, MAX_LENGTH));
  const tree = await engine(markup);
  dropCustomizedBuiltIns(tree, markup);
  limitDepth(tree);
  dropComments(tree);
  prefixIds(tree);
  resolveLinks(tree, url);
  repair(tree, url, origins);
  // Class names would reach into the page's style sheets; `repair` has read what they were good for.
  for (const element of tree.querySelectorAll('[class]')) element.removeAttribute('class');
  keepOwnImages(tree, url, origins);
  tidy(tree);
  return createSafeHtml(tree);
};
