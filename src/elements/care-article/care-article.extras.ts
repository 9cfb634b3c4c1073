import { fragmentOfAddress } from '../../controllers/slug-param.js';
import { holds } from '../../html/safe-html.js';
import type { Article } from '../../model/article.js';
import type { SafeHtml } from '../../model/safe-html.js';

/** What only some articles need, each part in a file of its own. */
const PARTS = {
  anchors: () => import('../../controllers/anchor-controller.js'),
  blocks: () => import('../../styles/prose-blocks.js'),
  data: () => import('./care-article.structured-data.js'),
  instead: () => import('./care-article.instead.js'),
  review: () => import('./care-article.review.js'),
  toc: () => import('./care-article.toc.js'),
};

type Parts = typeof PARTS;

type Extra = keyof Parts;

/** The parts that have arrived, shared by all articles of a page. */
export const extras: { [Name in Extra]?: Awaited<ReturnType<Parts[Name]>> } = {};

interface Wishes {
  readonly excerptOnly: boolean;
  readonly withToc: boolean;
  readonly withStructuredData: boolean;
}

/** The text that is to be shown of an article, if it is. */
export const shownText = (article: Article | undefined, { excerptOnly }: Wishes): SafeHtml | undefined =>
  excerptOnly || article?.isProtected ? undefined : article?.body;

/** The parts that an article needs, as far as that is known, and that have not arrived. */
export const missingExtras = (wishes: Wishes, article?: Article): readonly Extra[] => {
  const { excerptOnly, withToc, withStructuredData } = wishes;
  const text = shownText(article, wishes);
  const needs: Readonly<Record<Extra, unknown>> = {
    anchors: withToc || fragmentOfAddress() || (text && holds(text, 'a[href^="#"]')),
    blocks: text && holds(text, '[data-care-block], [data-care-align]'),
    data: withStructuredData,
    instead: excerptOnly || (article && !text),
    review: article?.reviewedAt || article?.reviewers.length,
    toc: withToc,
  };
  return (Object.keys(needs) as Extra[]).filter((name) => needs[name] && !extras[name]);
};

/** Brings parts, all at once. Never rejects: an article is worth showing without what did not arrive. */
export const loadExtras = async (names: readonly Extra[]): Promise<void> => {
  const load = async (name: Extra): Promise<void> => {
    Object.assign(extras, { [name]: await PARTS[name]() });
  };
  await Promise.allSettled(names.map(load)); // offline: tried again with the next change
};
