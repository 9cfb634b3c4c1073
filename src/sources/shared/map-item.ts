import { excerptOf, toText } from '../../html/read/text.js';
import { safeResourceUrl, safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import type { Author } from '../../model/author.js';
import type { Picture, PictureSource } from '../../model/picture.js';
import { decodeSlug, readAddress, slugify } from '../../model/slug.js';
import { authorOf } from './author-of.js';
import { countOf, dateOf, fieldsOf, listOf, omitEmpty, refusePicture, textOf, type Fields } from './read.js';

/**
 * JSON Feed has no slug: what the URL says serves as one. Where that is nothing, or the name of a script that serves
 * all articles, it is the number beside it.
 */
const slugFromUrl = (url: string | undefined): string => {
  const { slug, number } = readAddress(url ?? '');
  return number && (!slug || /\.(?:php|aspx?|jsp|cgi|html?)(?:\?|$)/i.test(url ?? '')) ? number : slug;
};

const mapPeople = (people: unknown, base: string): Author[] =>
  listOf(people).flatMap(({ name, url }) => authorOf(name, url, base));

const mapPicture = (item: Fields, extra: Fields, base: string, origins: readonly string[]): Picture | undefined => {
  const address = item.image ?? item.banner_image;
  const url = safeResourceUrl(address, base, origins);
  if (!url) return refusePicture(address, base);
  const sources = listOf(extra.sources).flatMap((source): PictureSource[] => {
    const address = safeResourceUrl(source.url, base, origins);
    const width = countOf(source.width);
    return address && width ? [{ url: address, width, ...omitEmpty({ height: countOf(source.height) }) }] : [];
  });
  return {
    url,
    ...omitEmpty({ width: countOf(extra.width) }),
    ...omitEmpty({ height: countOf(extra.height) }),
    alt: toText(textOf(extra.alt)),
    ...omitEmpty({ caption: toText(textOf(extra.caption)) }),
    sources: sources.sort((a, b) => a.width - b.width),
  };
};

/** What a feed says once for all its items. */
export interface FeedDefaults {
  /** URL that relative ones stand against: the feed's own. */
  readonly base: string;
  readonly siteName: string;
  readonly language: string;
  readonly authors: unknown;
  readonly origins: readonly string[];
  /** Reads dates that are not ISO 8601. Default: those are ignored. */
  readonly readDate?: ((value: unknown) => string | undefined) | undefined;
}

export const feedDefaults = (feed: Fields, base: string, origins: readonly string[]): FeedDefaults => ({
  base,
  siteName: toText(textOf(feed.title)),
  language: textOf(feed.language),
  authors: feed.authors ?? (feed.author ? [feed.author] : []), // `author` is JSON Feed 1.0
  origins,
});

/**
 * An item of JSON Feed 1.0 or 1.1 as an article, without its body. What the format lacks may stand under `_care`: `slug`,
 * `reviewed_at`, `review_due`, `reviewers`, `categories` (`slug`, `name`, `url`), `tags` (`slug` of each of the item's own),
 * `reading_minutes`, `is_protected`, and `image` with `alt`, `width`, `height`, `caption` and `sources`.
 */
export const mapItem = (
  item: Fields,
  { base, siteName, language, authors, origins, readDate }: FeedDefaults,
): Article => {
  const momentOf = (value: unknown): string | undefined => dateOf(value) ?? readDate?.(value);
  const extra = fieldsOf(item._care);
  const url = safeUrl(item.url ?? item.external_url, base);
  const own = item.authors ?? (item.author ? [item.author] : authors);
  const names = Array.isArray(item.tags) ? item.tags.map((tag) => toText(textOf(tag))).filter(Boolean) : [];
  const categories = listOf(extra.categories).filter(({ name }) => textOf(name));
  const text = textOf(item.summary) || textOf(item.content_text) || textOf(item.content_html);
  return {
    id: textOf(item.id) || (url ?? ''),
    slug: decodeSlug(textOf(extra.slug)) || slugFromUrl(url),
    title: toText(textOf(item.title)),
    excerpt: excerptOf(text),
    authors: mapPeople(own, base),
    reviewers: mapPeople(extra.reviewers, base),
    categories: categories.map(({ slug, name, url: page }) => {
      const known = textOf(slug) || slugify(textOf(name));
      return { id: known, slug: known, name: toText(textOf(name)), ...omitEmpty({ url: safeUrl(page, base) }) };
    }),
    tags: names.map((name, index) => ({ slug: textOf(listOf(extra.tags)[index]?.slug) || slugify(name), name })),
    ...omitEmpty({
      url,
      publishedAt: momentOf(item.date_published),
      updatedAt: momentOf(item.date_modified),
      reviewedAt: momentOf(extra.reviewed_at),
      reviewDue: momentOf(extra.review_due),
      image: mapPicture(item, fieldsOf(extra.image), base, origins),
      language: textOf(item.language) || language,
      readingMinutes: countOf(extra.reading_minutes),
      siteName,
    }),
    isProtected: extra.is_protected === true,
  };
};
