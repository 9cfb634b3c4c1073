import type { SafeHtml } from '../model/safe-html.js';
import { ELEMENTS } from './allow-list.js';
import type { Engine } from './engine.js';
import { flatten } from './flatten.js';
import { prefixIds } from './ids.js';
import { keepOwnImages } from './images.js';
import { forgetKinds } from './kinds.js';
import { dropMarkers } from './markers.js';
import { hasNativeEngine, nativeEngine } from './native-engine.js';
import { rebaseLinks } from './rebase.js';
import { mint } from './safe-html.js';

/** Where a piece of HTML comes from, and from where it may load. */
export interface SanitiseOptions {
  /** Absolute address of the article, or of the endpoint where the article has none: relative addresses start there. */
  readonly url: string;
  /** Origins from which pictures may load, such as `https://clinic.example`. None by default: pictures become links. */
  readonly origins?: readonly string[];
  /** By default the browser's own, else DOMPurify, which is loaded only then. */
  readonly engine?: Engine;
}

/** UTF-16 units; the rest is cut off. No answer that `http/` lets through is longer. */
const MAX_LENGTH = 5_000_000;

const defaultEngine: Engine = async (html) =>
  hasNativeEngine() ? nativeEngine(html) : (await import('./dompurify-engine.js')).dompurifyEngine(html);

/** Start tags without {@link salvage}: fewer can be nested without making a parser hang. */
const MAX_TAGS = 1000;

/**
 * Whether a text holds what `salvage()` is for: an element that the engine would take away with its words, attributes of
 * which a strict page complains, or so many tags that they may be nested too deep. A false alarm costs one small file.
 */
const needsSalvage = (html: string): boolean => {
  if (html.length > 200_000 || /[\s"'/](?:style|on\w+)\s*=/i.test(html)) return true;
  const tags = html.match(/<[a-z][^\s/<>]*/gi) ?? [];
  return tags.length > MAX_TAGS || tags.some((tag) => !ELEMENTS.includes(tag.slice(1).toLowerCase()));
};

/**
 * {@link sanitise} before it is sealed, for the passes of this folder. `repair` sees the tree when its links are resolved
 * and what may not load by itself has not been taken away yet.
 */
export const sanitisedTree = async (
  html: string,
  { url, origins = [], engine = defaultEngine }: SanitiseOptions,
  repair?: (markup: string, tree: DocumentFragment) => Promise<void>,
): Promise<DocumentFragment> => {
  let markup = html.slice(0, MAX_LENGTH);
  if (needsSalvage(markup)) markup = (await import('./salvage.js')).salvage(markup);
  const tree = await engine(markup);
  forgetKinds(tree, markup);
  flatten(tree);
  dropMarkers(tree);
  prefixIds(tree);
  rebaseLinks(tree, url);
  await repair?.(markup, tree);
  // Class names would reach into the page's style sheets; `repair` has read what they were good for.
  for (const element of tree.querySelectorAll('[class]')) element.removeAttribute('class');
  keepOwnImages(tree, url, origins);
  return tree;
};

/**
 * Makes hostile HTML safe to insert: it cannot run, navigate, load anything from an origin that is not in
 * `options.origins`, take input, or reach the page's globals and style sheets. Never rejects because of its input.
 */
export const sanitise = async (html: string, options: SanitiseOptions): Promise<SafeHtml> =>
  mint(await sanitisedTree(html, options));
