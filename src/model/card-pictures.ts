import type { Article } from './article.js';

/** How many drawings there are for cards without a picture. */
const DRAWINGS = 6;

/** Which of them belongs to an article: the same one each time. */
export const drawingOf = ({ slug, id }: Pick<Article, 'slug' | 'id'>): number =>
  [...(slug || id)].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7) % DRAWINGS;

/**
 * What the cards of a list have in place of a picture, so that they stand in one grid: `drawn` where most of them have one,
 * else `none`, also on those that have one.
 */
export const picturesIn = (articles: readonly Article[]): 'drawn' | 'none' =>
  articles.filter(({ image }) => image).length * 2 >= articles.length ? 'drawn' : 'none';
