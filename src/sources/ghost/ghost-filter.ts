import type { ArticleQuery, ArticleReference } from '../../model/content-source.js';
import { decodeSlug } from '../../model/slug.js';

/** What a card shows: all but the text and a picture's caption. */
export const CARD_FIELDS =
  'id,slug,title,url,excerpt,custom_excerpt,published_at,updated_at,feature_image,feature_image_alt,access';

/**
 * A string of Ghost's filter language (NQL), which has no way to write a backslash. Without the quotes `2024`, `null` and
 * `now-30d` are no strings there.
 */
export const quote = (value: string): string => `'${value.replace(/\\/g, '_').replace(/['"]/g, '\\$&')}'`;

/** A condition that is met by any of the values; none where there are no values. */
const anyOf = (name: string, ...values: readonly (string | undefined)[]): string[] => {
  const given = values.flatMap((value) => (value ? quote(value) : [])); // Ghost refuses a list with an empty value
  return given.length ? [`${name}[${given.join()}]`] : [];
};

/** The filter for these articles. */
export const filterOf = (references: readonly ArticleReference[]): string =>
  [
    ...anyOf('slug:', ...references.map((one) => ('slug' in one ? decodeSlug(one.slug).toLowerCase() : ''))),
    ...anyOf('id:', ...references.map((one) => ('id' in one ? one.id : ''))),
  ].join();

/** What a query means in Ghost, which knows tags only: a category is one too. It searches titles and excerpts. */
export const conditionsOf = ({ category, tag, author, search = '', exclude = [] }: Partial<ArticleQuery>): string[] => [
  ...anyOf('tag:', category),
  ...anyOf('tag:', tag),
  ...anyOf('author:', author),
  ...anyOf('slug:-', ...exclude),
  ...(search.match(/\S+/g) ?? []).map(quote).map((word) => `(title:~${word},custom_excerpt:~${word})`),
];

/**
 * All conditions as one filter. Ghost ignores a filter that is a single group in parentheses, so a condition that every post
 * meets comes first.
 */
export const allOf = (conditions: readonly string[]): string => ['type:post', ...conditions].join('+');
