import { articleBody } from '../html/article-body.js';
import { createSafeMarkup } from '../html/safe-html.js';
import { serialise } from '../html/serialise.js';
import type { Sanitise } from '../sources/shared/source-options.js';
import { loadEngine } from './libraries.js';

/** Where a text comes from, and from where it may load. */
export interface SanitiseOptions {
  /** Absolute URL of the article: relative URLs start there. */
  readonly url: string;
  /** Origins from which pictures may load. None by default: pictures become links. */
  readonly origins?: readonly string[];
}

/**
 * What publishing software sent as the text of an article, made safe to stand in a page: the same allow-list and the same
 * repairs as in a browser. For `body` of {@link renderWidget}.
 *
 * @throws CareError `not-configured` where a package for it is not installed.
 */
export const sanitise = async (html: string, options: SanitiseOptions): Promise<string> =>
  serialise(await articleBody(html, { ...options, engine: (await loadEngine()).engine }));

/** Settles once the text before is done. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * {@link sanitise} for sources. Programs fill thousands of pages: one text at a time is a tree, and what is kept of it is a
 * string. Side by side they would take longer, and twice the memory.
 */
export const sanitiseForSource: Sanitise = (html, options) => {
  const work = turn.then(async () => {
    const { engine, parse } = await loadEngine();
    return createSafeMarkup(serialise(await articleBody(html, { ...options, engine })), parse);
  });
  turn = work.catch(() => undefined);
  return work;
};
