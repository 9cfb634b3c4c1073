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

/** A part's name. */
export type Extra = keyof Parts;

/** The parts that have arrived, shared by all articles of a page. */
export const extras: { [Name in Extra]?: Awaited<ReturnType<Parts[Name]>> } = {};

/** Brings parts, all at once. Never rejects: an article is worth showing without what did not arrive. */
export const loadExtras = async (names: readonly Extra[]): Promise<void> => {
  const load = async (name: Extra): Promise<void> => {
    Object.assign(extras, { [name]: await PARTS[name]() });
  };
  await Promise.allSettled(names.map(load)); // offline: tried again with the next change
};
