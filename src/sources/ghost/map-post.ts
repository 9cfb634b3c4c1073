import { excerptOf, toText } from '../../html/read/text.js';
import { safeResourceUrl, safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import { parseAuthorName } from '../../model/author-name.js';
import type { Author } from '../../model/author.js';
import type { Picture } from '../../model/picture.js';
import { decodeSlug } from '../../model/slug.js';
import type { Category } from '../../model/taxonomy.js';
import { countOf, fieldsOf, given, listOf, refusePicture, textOf, timeOf, type Fields } from '../shared/read.js';

/** Widths that the themes of Ghost have it make of an upload; for one that a theme does not name, it sends the upload itself. */
const WIDTHS = [600, 1000, 2000];

/** Ghost gives what has no page of its own, such as an internal tag, the address of its page for errors. */
const addressOf = (value: unknown, base: string): string | undefined => {
  const url = safeUrl(value, base);
  return url?.endsWith('/404/') ? undefined : url;
};

const dateOf = (value: unknown): string | undefined => (isNaN(timeOf(value)) ? undefined : textOf(value));

const mapPicture = (post: Fields, base: string, origins: readonly string[]): Picture | undefined => {
  const url = safeResourceUrl(post.feature_image, base, origins);
  if (!url) return refusePicture(post.feature_image, base);
  const [, folder, file] = /^(.*\/content\/images\/)(?!size\/)(.+\.(?:jpe?g|png|webp|avif))$/i.exec(url) ?? [];
  return {
    url,
    alt: toText(textOf(post.feature_image_alt)),
    ...given({ caption: toText(textOf(post.feature_image_caption)) }),
    sources: folder ? WIDTHS.map((width) => ({ url: `${folder}size/w${width}/${file}`, width })) : [],
  };
};

/** A tag as a category: Ghost has no other. */
export const mapTag = (tag: Fields, base: string): Category => ({
  id: textOf(tag.id),
  slug: decodeSlug(textOf(tag.slug)),
  name: toText(textOf(tag.name)),
  ...given({ url: addressOf(tag.url, base), count: countOf(fieldsOf(tag.count).posts) }),
});

/** A post of the Content API as an article, without its body. */
export const mapPost = (post: Fields, base: string, origins: readonly string[]): Article => {
  const categories = listOf(post.tags)
    .filter(({ visibility, slug }) => visibility !== 'internal' && slug)
    .map((tag) => mapTag(tag, base));
  return {
    id: textOf(post.id),
    slug: decodeSlug(textOf(post.slug)),
    title: toText(textOf(post.title)),
    excerpt: excerptOf(textOf(post.custom_excerpt) || textOf(post.excerpt)),
    authors: listOf(post.authors).flatMap(({ name, url, profile_image: portrait }): Author[] => {
      const byline = toText(textOf(name));
      const imageUrl = safeResourceUrl(portrait, base, origins);
      return byline ? [{ ...parseAuthorName(byline), ...given({ url: addressOf(url, base), imageUrl }) }] : [];
    }),
    reviewers: [],
    categories,
    tags: categories.map(({ slug, name, url }) => ({ slug, name, ...given({ url }) })),
    isProtected: post.access === false,
    ...given({
      url: addressOf(post.url, base),
      publishedAt: dateOf(post.published_at),
      updatedAt: dateOf(post.updated_at),
      image: mapPicture(post, base, origins),
      readingMinutes: countOf(post.reading_time),
    }),
  };
};
