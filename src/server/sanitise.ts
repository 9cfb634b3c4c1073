import { articleBody } from '../html/article-body.js';
import { createSafeMarkup } from '../html/safe-html.js';
import { serialise } from '../html/serialise.js';
import type { Sanitise } from '../sources/shared/source-options.js';
import { loadEngine } from './libraries.js';

/** Where a text comes from, and from where it may load. */
export interface SanitiseOptions {
  /** Absolute address of the article: relative addresses start there. */
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

/** {@link sanitise} for sources. A program that fills thousands of pages keeps strings, not trees. */
export const sanitiseForSource: Sanitise = async (html, options) => {
  const { engine, parse } = await loadEngine();
  const markup = serialise(await articleBody(html, { ...options, engine }));
  return createSafeMarkup(markup, parse);
};
