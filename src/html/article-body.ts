import type { SafeHtml } from '../model/safe-html.js';
import { linkAnchors } from './anchors.js';
import { mint } from './safe-html.js';
import { sanitisedTree, type SanitiseOptions } from './sanitise.js';
import { tidy } from './tidy.js';

/** Players, frames, shortcodes and addresses that stand alone. A false alarm costs one small file. */
const NEEDS_REPAIR = /<(?:data|source)\b|\[\/?[a-z][\w-]*[\]\s/]|[>\n\]]\s*https?:/i;

/** The body of an article as its source sent it: sanitised, with what the publishing software left behind put in order. */
export const articleBody = async (html: string, options: SanitiseOptions): Promise<SafeHtml> => {
  const tree = await sanitisedTree(html, options, async (markup, unsealed) => {
    if (NEEDS_REPAIR.test(markup)) (await import('./repairs.js')).repair(unsealed, options.url);
  });
  linkAnchors(tree, options.url);
  tidy(tree);
  return mint(tree);
};
