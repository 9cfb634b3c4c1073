import type { ArticleQuery, ArticleReference } from '../../model/content-source.js';
import { decodeSlug } from '../../model/slug.js';

/** What a card shows: all but the text and a picture's caption. */
export const CARD_FIELDS =
  'id,slug,title,url,excerpt,custom_excerpt,published_at,updated_at,feature_image,feature_image_alt,access';

/** A value in Ghost's filter language (NQL): a word of the kind `one-year` as it is, everything else as a string. */
const valueOf = (value: string): string =>
  /^(?!now)[a-z]+-[a-z\d-]+$/.test(value) ? value : `'${value.replace(/\\/g, '_').replace(/['"]/g, '\\$&')}'`; // a string has no way to write a backslash

/** A condition that is met by any of the values; none where there are no values. */
const anyOf = (name: string, ...values: readonly (string | undefined)[]): string[] => {
  const given = values.flatMap((value) => (value ? valueOf(value) : [])); // Ghost refuses a list with an empty value
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
  ...search
    .split(/\s+/)
    .filter(Boolean)
    .map(valueOf)
    .map((word) => `(title:~${word},custom_excerpt:~${word})`),
];

/** All conditions as one filter. Ghost takes no notice of one group in parentheses and nothing else: those are taken off. */
export const allOf = (conditions: readonly string[]): string =>
  conditions.length > 1 ? conditions.join('+') : (conditions[0] ?? '').replace(/^\((.*)\)$/, '$1');
