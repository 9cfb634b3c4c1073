import { toText } from '../../html/read/text.js';
import { nameWithCredentials } from '../../model/author-name.js';
import type { Article } from '../../model/article.js';
import type { Author } from '../../model/author.js';
import type { Picture } from '../../model/picture.js';
import { readDate } from '../../sources/feed/dates.js';

/** An item of JSON Feed 1.1 with what the format lacks under `_care`. */
export interface FeedItem {
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  readonly summary?: string;
  readonly content_html?: string;
  readonly content_text?: string;
  readonly image?: string;
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly authors?: readonly object[];
  readonly tags?: readonly string[];
  readonly language?: string;
  readonly _care: Readonly<Record<string, unknown>>;
}

const withoutEmpty = <T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(
    Object.entries(parts).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as { [K in keyof T]?: Exclude<T[K], undefined> };

/**
 * JSON Feed defines these fields as plain text, which widgets read as HTML: what they would take for a tag, as `<b>` in a
 * title about HTML, is escaped.
 */
const plain = (text: string): string =>
  toText(text) === text ? text : text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

const person = (author: Author): object => ({
  name: plain(nameWithCredentials(author)),
  ...withoutEmpty({ url: author.url }),
});

const picture = ({ alt, width, height, caption, sources }: Picture, place: (url: string) => string): object =>
  withoutEmpty({
    alt: plain(alt),
    width,
    height,
    caption: caption && plain(caption),
    sources: sources.map((source) => ({ ...source, url: place(source.url) })),
  });

export interface ItemOptions {
  /** Its text as HTML. Where absent, `contentUrl` says where it is. */
  readonly html?: string;
  readonly contentUrl?: string;
  /** The URL of a picture as it is written in this file. */
  readonly place: (url: string) => string;
}

/** An article as an item of JSON Feed, which has its text or says where it stands. */
export const toItem = (article: Article, { html, contentUrl, place }: ItemOptions): FeedItem => {
  const { id, url, title, excerpt, image } = article;
  const words = excerpt || title || url || id; // an item must have a text
  return {
    id,
    title: plain(title),
    ...withoutEmpty({ url, summary: plain(excerpt) }),
    ...(html ? { content_html: html } : { content_text: plain(words) }),
    ...withoutEmpty({
      image: image && place(image.url),
      // RFC 3339, whatever the source has: a day alone is none
      date_published: readDate(article.publishedAt),
      date_modified: readDate(article.updatedAt),
      authors: article.authors.map(person),
      tags: article.tags.map(({ name }) => plain(name)),
      language: article.language,
    }),
    _care: withoutEmpty({
      slug: article.slug,
      categories: article.categories.map(({ slug, name, url: page }) => ({
        slug,
        name: plain(name),
        ...withoutEmpty({ url: page }),
      })),
      tags: article.tags.map(({ slug }) => ({ slug })),
      reviewed_at: article.reviewedAt,
      review_due: article.reviewDue,
      reviewers: article.reviewers.map(person),
      reading_minutes: article.readingMinutes,
      is_protected: article.isProtected || undefined,
      image: image && picture(image, place),
      content_url: html || article.isProtected ? undefined : contentUrl,
    }),
  };
};
