import { excerptOf, toText } from '../../html/read/text.js';
import { safeResourceUrl, safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import type { Picture } from '../../model/picture.js';
import type { Category } from '../../model/taxonomy.js';
import { authorOf } from '../shared/author-of.js';
import { mapTerm } from '../shared/map-term.js';
import { dateOf, fieldsOf, listOf, omitEmpty, refusePicture, textOf, type Fields } from '../shared/read.js';

/** Widths that every Ghost makes of an upload, whatever its theme; for another one that the theme does not name it sends the upload itself. */
const WIDTHS = [600, 1000, 1600, 2400];

const mapPicture = (post: Fields, base: string, origins: readonly string[]): Picture | undefined => {
  const url = safeResourceUrl(post.feature_image, base, origins);
  if (!url) return refusePicture(post.feature_image, base);
  const [, folder, file] = /^(.*\/content\/images\/)(\d{4}\/.*)/.exec(url) ?? [];
  return {
    url,
    alt: toText(textOf(post.feature_image_alt)),
    ...omitEmpty({ caption: toText(textOf(post.feature_image_caption)) }),
    sources: folder ? WIDTHS.map((width) => ({ url: `${folder}size/w${width}/${file}`, width })) : [],
  };
};

/**
 * The URL of a Ghost page; empty for `/404/`, to which Ghost points where its routes have no page for an author, a tag or a
 * post.
 */
const pageOf = (url: unknown): unknown => (/\/404\/$/.test(textOf(url)) ? '' : url);

/** A tag as a category: Ghost has no other. */
export const mapTag = (tag: Fields, base: string): Category =>
  mapTerm({ ...tag, link: pageOf(tag.url), count: fieldsOf(tag.count).posts }, base);

/** A post of the Content API as an article, without its body. */
export const mapPost = (post: Fields, base: string, origins: readonly string[]): Article => ({
  id: textOf(post.id),
  slug: textOf(post.slug),
  title: toText(textOf(post.title)),
  excerpt: excerptOf(textOf(post.custom_excerpt) || textOf(post.excerpt)),
  authors: listOf(post.authors).flatMap(({ name, url }) => authorOf(name, pageOf(url), base)),
  reviewers: [],
  categories: listOf(post.tags)
    .filter(({ visibility, slug }) => visibility !== 'internal' && slug)
    .map((tag) => mapTag(tag, base)),
  tags: [],
  isProtected: post.access === false,
  ...omitEmpty({
    url: safeUrl(pageOf(post.url), base),
    publishedAt: dateOf(post.published_at),
    updatedAt: dateOf(post.updated_at),
    image: mapPicture(post, base, origins),
  }),
});
