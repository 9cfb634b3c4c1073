import type { SafeHtml } from '../model/safe-html.js';
import { mint } from './safe-html.js';
import { sanitisedTree, type SanitiseOptions } from './sanitise.js';
import { tidy } from './tidy.js';
import { safeResourceUrl } from './urls.js';

/**
 * Players, tables, shortcodes, addresses that stand alone, links with a fragment (but no characters or colours by
 * number), arranged blocks. A false alarm, as by a text about columns, costs one small file. Without
 * a limit each of many blank lines would be the beginning of a search to the last one.
 */
const NEEDS_REPAIR =
  /<(?:data|source|table)\b|\[\/?[a-z][\w-]*[\]\s/]|[>\n\]]\s{0,20}https?:|(?<!&|: ?)#\w|&#[a-wyz]|align-?(?:left|right|center)|columns|gallery|buttons|pullquote|media-text|-file\b/i;

/** The body of an article as its source sent it: sanitised, with what the publishing software left behind put in order. */
export const articleBody = async (html: string, options: SanitiseOptions): Promise<SafeHtml> => {
  const { url, origins = [] } = options;
  const tree = await sanitisedTree(html, options, async (markup, unsealed) => {
    const isForeign = (image: Element): boolean => !safeResourceUrl(image.getAttribute('src'), url, origins);
    if (NEEDS_REPAIR.test(markup) || [...unsealed.querySelectorAll('img')].some(isForeign)) {
      (await import('./repairs.js')).repair(unsealed, url, origins);
    }
  });
  tidy(tree);
  return mint(tree);
};
