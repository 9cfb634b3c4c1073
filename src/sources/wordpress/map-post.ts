import { excerptOf, toText } from '../../html/text.js';
import { safeResourceUrl, safeUrl } from '../../html/urls.js';
import { parseAuthorName } from '../../model/author-name.js';
import type { Article } from '../../model/article.js';
import type { Author } from '../../model/author.js';
import type { Picture, PictureSource } from '../../model/picture.js';
import type { Category, Tag } from '../../model/taxonomy.js';
import { countOf, decodeSlug, fieldsOf, given, listOf, textOf, type Fields } from '../shared/read.js';

/** `date` is the site's own time without offset, `date_gmt` the same moment in UTC: together they give the offset. */
export const dateWithOffset = (local: unknown, utc: unknown): string | undefined => {
  const localTime = Date.parse(`${textOf(local)}Z`);
  const utcTime = Date.parse(`${textOf(utc)}Z`);
  if (isNaN(localTime)) return isNaN(utcTime) ? undefined : `${textOf(utc)}Z`;
  const minutes = isNaN(utcTime) ? 0 : Math.round((localTime - utcTime) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return `${textOf(local)}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
};

/** Sizes of another crop (WordPress cuts thumbnails square) would show another picture in `srcset`. */
const isSameCrop = (a: PictureSource, b: PictureSource): boolean =>
  !!a.height && !!b.height && Math.abs(a.width / a.height / (b.width / b.height) - 1) < 0.02;

/** A deleted, private or unreadable picture is embedded as an error or as something else altogether: no picture then. */
const mapPicture = (media: Fields, origins: readonly string[], base: string): Picture | undefined => {
  const url = safeResourceUrl(media.source_url, base, origins);
  if (!url) return undefined;
  const details = fieldsOf(media.media_details);
  const sourceOf = (address: unknown, size: Fields): PictureSource[] => {
    const source = safeResourceUrl(address, base, origins);
    const width = countOf(size.width);
    return source && width ? [{ url: source, width, ...given('height', countOf(size.height)) }] : [];
  };
  const [full] = sourceOf(url, details);
  const byWidth = new Map<number, PictureSource>();
  if (full) {
    for (const size of Object.values(fieldsOf(details.sizes)).map(fieldsOf)) {
      for (const source of sourceOf(size.source_url, size))
        if (isSameCrop(source, full)) byWidth.set(source.width, source);
    }
    byWidth.set(full.width, full);
  }
  const sources = [...byWidth.values()].sort((a, b) => a.width - b.width);
  const middle = sources.find(({ width }) => width >= 640) ?? full;
  return {
    url: middle?.url ?? url,
    ...given('width', middle?.width),
    ...given('height', middle?.height),
    alt: toText(textOf(media.alt_text)),
    ...given('caption', toText(textOf(fieldsOf(media.caption).rendered))),
    sources,
  };
};

/** A removed author or a closed users endpoint embeds an error object, which has no name: no byline then. */
const mapAuthor = (author: Fields, base: string): Author[] => {
  const byline = toText(textOf(author.name));
  return byline ? [{ ...parseAuthorName(byline), ...given('url', safeUrl(author.url || author.link, base)) }] : [];
};

export const mapCategory = (term: Fields, base: string): Category => ({
  id: textOf(term.id),
  slug: decodeSlug(textOf(term.slug)),
  name: toText(textOf(term.name)),
  ...given('url', safeUrl(term.link, base)),
  ...given('count', countOf(term.count)),
  ...given('parentId', textOf(countOf(term.parent))),
});

const mapTag = (term: Fields, base: string): Tag => ({
  slug: decodeSlug(textOf(term.slug)),
  name: toText(textOf(term.name)),
  ...given('url', safeUrl(term.link, base)),
});

/** A post of the REST API as an article, without its body. `endpoint` is what relative addresses stand against. */
export const mapPost = (post: Fields, endpoint: string, origins: readonly string[]): Article => {
  const excerpt = fieldsOf(post.excerpt);
  const embedded = fieldsOf(post._embedded);
  const terms = Array.isArray(embedded['wp:term']) ? embedded['wp:term'].flatMap(listOf) : [];
  const ofTaxonomy = (name: string) => terms.filter((term) => term.taxonomy === name && term.slug);
  const [media = {}] = listOf(embedded['wp:featuredmedia']);
  return {
    id: textOf(post.id),
    slug: decodeSlug(textOf(post.slug)),
    ...given('url', safeUrl(post.link, endpoint)),
    title: toText(textOf(fieldsOf(post.title).rendered)),
    excerpt: excerptOf(textOf(excerpt.rendered)),
    ...given('publishedAt', dateWithOffset(post.date, post.date_gmt)),
    ...given('updatedAt', dateWithOffset(post.modified, post.modified_gmt)),
    authors: listOf(embedded.author).flatMap((author) => mapAuthor(author, endpoint)),
    reviewers: [],
    categories: ofTaxonomy('category').map((term) => mapCategory(term, endpoint)),
    tags: ofTaxonomy('post_tag').map((term) => mapTag(term, endpoint)),
    ...given('image', mapPicture(media, origins, endpoint)),
    // multilingual plugins answer for the language that the endpoint's own parameter names
    ...given('language', new URL(endpoint).searchParams.get('lang') ?? undefined),
    isProtected: excerpt.protected === true || fieldsOf(post.content).protected === true,
  };
};
