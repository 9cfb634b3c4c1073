import type { Author, Reviewer } from './author.js';
import type { Picture } from './picture.js';
import type { SafeHtml } from './safe-html.js';
import type { Category, Tag } from './taxonomy.js';

/**
 * One article as every source delivers it. Strings are plain text (entities decoded, markup gone) unless their type is
 * {@link SafeHtml}; URLs are absolute and `http:` or `https:`. A part that the source does not give is absent or empty:
 * nothing is made up.
 */
export interface Article {
  /** The source's own identifier, as text. */
  readonly id: string;
  /** URL-friendly name, decoded (`días-de-descanso`, not `d%C3%ADas`). Empty where the source has none. */
  readonly slug: string;
  /** Canonical URL at the source. */
  readonly url?: string;
  readonly title: string;
  /** Teaser as plain text. Empty where the source gives none or withholds it. */
  readonly excerpt: string;
  /** The sanitised text. Absent in a summary, which is what cards and lists ask for. */
  readonly body?: SafeHtml;
  /** ISO 8601 with offset. The calendar day as written is the publisher's day, and is the one to show. */
  readonly publishedAt?: string;
  /** ISO 8601 with offset. */
  readonly updatedAt?: string;
  /** Day of the last professional review, ISO 8601. */
  readonly reviewedAt?: string;
  /** Day on which the next professional review is due, ISO 8601. */
  readonly reviewDue?: string;
  readonly authors: readonly Author[];
  /** Professionals who reviewed the text; empty where the source names none. */
  readonly reviewers: readonly Reviewer[];
  readonly categories: readonly Category[];
  readonly tags: readonly Tag[];
  readonly image?: Picture;
  /** BCP 47, where the source says it. */
  readonly language?: string;
  /** Whole minutes, where the source counts them itself. */
  readonly readingMinutes?: number;
  /** Name of the site that published it. */
  readonly siteName?: string;
  /** True where the source keeps the text behind a password or a membership. */
  readonly isProtected: boolean;
}

/** One page of a list, with what is needed to say "6 of 49" and to offer more. */
export interface ArticlePage {
  readonly articles: readonly Article[];
  /** 1 for the first. */
  readonly page: number;
  /** True where asking for the next page makes sense. */
  readonly hasMore: boolean;
  /** How many there are in all, where the source says so. A source may count more than it then sends. */
  readonly total?: number;
}

/** The posts before and after one, by date of publication. */
export interface Neighbors {
  /** The next older one. */
  readonly previous?: Article;
  /** The next newer one. */
  readonly next?: Article;
}
