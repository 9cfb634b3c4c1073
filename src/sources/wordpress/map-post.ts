import { excerptOf, toText } from '../../html/read/text.js';
import { safeResourceUrl, safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import type { Author, Reviewer } from '../../model/author.js';
import type { Picture, PictureSource } from '../../model/picture.js';
import { decodeSlug } from '../../model/slug.js';
import { authorOf } from '../shared/author-of.js';
import { mapTerm } from '../shared/map-term.js';
import {
  countOf,
  fieldsOf,
  omitEmpty,
  listOf,
  refusePicture,
  textOf,
  timeOf,
  toIso,
  type Fields,
} from '../shared/read.js';

const renderedOf = (value: unknown): string => textOf(fieldsOf(value).rendered);

/** `date` is the site's own time without offset, `date_gmt` the same moment in UTC: together they give the offset. */
const dateWithOffset = (local: unknown, utc: unknown): string | undefined => {
  const moment = (time: unknown) => (/^\d{4}-\d\d-\d\dT/.test(textOf(time)) ? timeOf(`${textOf(time)}Z`) : NaN);
  const [localTime, utcTime] = [moment(local), moment(utc)];
  if (isNaN(localTime)) return isNaN(utcTime) ? undefined : `${textOf(utc)}Z`;
  const minutes = (localTime - utcTime || 0) / 6e4;
  const offset = toIso(Math.abs(minutes) * 6e4).slice(11, 16);
  return textOf(local) + (minutes < 0 ? '-' : '+') + offset;
};

/** A deleted, private or unreadable picture is embedded as an error or as something else altogether: no picture then. */
const mapPicture = (media: Fields, origins: readonly string[], base: string): Picture | undefined => {
  const details = fieldsOf(media.media_details);
  const sourceOf = (url: string | undefined, { width, height }: Fields): PictureSource[] => {
    const pixels = countOf(width);
    return url && pixels ? [{ url, width: pixels, ...omitEmpty({ height: countOf(height) }) }] : [];
  };
  const url = safeResourceUrl(media.source_url, base, origins);
  if (!url) return refusePicture(media.source_url, base);
  const [full] = sourceOf(url, details);
  const ratioOf = ({ width, height }: Fields) => Number(width) / Number(height);
  // sizes of another crop (WordPress cuts thumbnails square) would show another picture
  const isWhole = (size: Fields) => Math.abs(ratioOf(size) / ratioOf(details) - 1) < 0.02;
  const sources = Object.entries(fieldsOf(details.sizes))
    .map(([, size]) => fieldsOf(size))
    .filter(isWhole)
    .flatMap((size) => sourceOf(safeResourceUrl(size.source_url, base, origins), size))
    .concat(full && isWhole(details) ? [full] : [])
    .sort((a, b) => a.width - b.width)
    .filter(({ width }, index, all) => width !== all[index + 1]?.width);
  return {
    url,
    ...full,
    ...sources.find(({ width }) => width >= 640),
    alt: toText(textOf(media.alt_text)),
    ...omitEmpty({ caption: toText(renderedOf(media.caption)) }),
    sources,
  };
};

/** A removed author or a closed users endpoint embeds an error object, which has no name: no byline then. */
const mapAuthor = ({ name, url, link }: Fields, base: string): Author[] => authorOf(name, url || link, base);

/** What many posts have in common, by kind and id: made once for a response. */
export type Common = Map<string, unknown>;

const once = <T>(common: Common, kind: string, fields: Fields, make: (fields: Fields) => T): T => {
  const id = textOf(fields.id);
  const key = kind + id;
  const made = id && common.has(key) ? (common.get(key) as T) : make(fields); // a kind stands for one type
  common.set(key, made);
  return made;
};

/**
 * Who wrote a post. WordPress knows the account that published it; plugins for guest authors know better: PublishPress
 * Authors and Co-Authors Plus (a list of people), Yoast SEO (a name, also of what other plugins say). Their name wins where
 * the account's differs.
 */
const mapAuthors = (post: Fields, embedded: Fields, base: string, common: Common): Author[] => {
  const people = [post.authors, post.coauthors]
    .map(listOf)
    .find((list) => list.some((one) => textOf(one.display_name)));
  if (people) {
    return people.flatMap(({ display_name: name, link, url }) => mapAuthor({ name, url: link, link: url }, base));
  }
  const accounts = listOf(embedded.author).flatMap((author) =>
    once(common, 'author', author, (fields) => mapAuthor(fields, base)),
  );
  const told = mapAuthor({ name: fieldsOf(post.yoast_head_json).author }, base);
  return told[0] && !accounts.some(({ name }) => name === told[0]?.name) ? told : accounts;
};

/** What the plugin of this library says about the review of a post and its length. */
const mapReview = (
  { reviewers, reviewed_at: reviewedAt, review_due: reviewDue, reading_minutes: minutes }: Fields,
  base: string,
): Pick<Article, 'reviewers' | 'reviewedAt' | 'reviewDue' | 'readingMinutes'> => ({
  reviewers: listOf(reviewers).flatMap(({ name, credentials, url }): Reviewer[] => {
    const words = toText(textOf(name));
    const letters = [credentials].flat().map((one) => toText(textOf(one)));
    return words
      ? [{ name: words, credentials: letters.filter(Boolean), ...omitEmpty({ url: safeUrl(url, base) }) }]
      : [];
  }),
  ...omitEmpty({
    reviewedAt: textOf(reviewedAt) || undefined,
    reviewDue: textOf(reviewDue) || undefined,
    readingMinutes: countOf(minutes),
  }),
});

/** A post of the REST API as an article, without its body. `endpoint` is what relative URLs stand against. */
export const mapPost = (
  post: Fields,
  endpoint: string,
  origins: readonly string[],
  common: Common = new Map(),
): Article => {
  const embedded = fieldsOf(post._embedded);
  const ours = fieldsOf(post.care_widgets);
  const terms = [embedded['wp:term']].flat(2).map(fieldsOf);
  const map = (name: string, list: readonly Fields[]) =>
    list.filter(({ slug }) => slug).map((term) => once(common, name, term, (fields) => mapTerm(fields, endpoint)));
  const ofTaxonomy = (name: string) =>
    map(
      name,
      terms.filter(({ taxonomy }) => taxonomy === name),
    );
  const categories = ofTaxonomy('category');
  return {
    id: textOf(post.id),
    slug: decodeSlug(textOf(post.slug)),
    title: toText(renderedOf(post.title)),
    excerpt: excerptOf(renderedOf(post.excerpt)),
    authors: mapAuthors(post, embedded, endpoint, common),
    ...mapReview(ours, endpoint),
    categories: categories.length ? categories : map('category', listOf(ours.topics)),
    tags: ofTaxonomy('post_tag'),
    isProtected: [post.excerpt, post.content].some((part) => fieldsOf(part).protected === true),
    ...omitEmpty({
      url: safeUrl(post.link, endpoint),
      publishedAt: dateWithOffset(post.date, post.date_gmt),
      updatedAt: dateWithOffset(post.modified, post.modified_gmt),
      image: mapPicture(listOf(embedded['wp:featuredmedia'])[0] ?? {}, origins, endpoint),
      // multilingual plugins answer for the language that the endpoint's own parameter names
      language: endpoint.includes('lang=') ? (new URL(endpoint).searchParams.get('lang') ?? undefined) : undefined,
    }),
  };
};
