import { finding, type Finding } from './finding.js';

/** The filters of a list that came back empty. */
export interface EmptyAnswer {
  /** The filters that the author has written. */
  readonly category?: string | undefined;
  readonly tag?: string | undefined;
  readonly author?: string | undefined;
  readonly endpoint?: string | undefined;
  /** Slugs of the categories that the endpoint has, where they are known. */
  readonly categories?: readonly string[] | undefined;
}

const WHERE = {
  category:
    'the last part of the address of its page (…/category/recovery/, in a Ghost …/tag/recovery/, gives recovery); in a JSON Feed the slug in _care.categories, which is no tag',
  tag: 'the last part of the address of its page (…/tag/sleep/ gives sleep); in a JSON Feed the tag in small letters with hyphens',
  author:
    "the last part of the author's page (…/author/jane-roe/ gives jane-roe); in a JSON Feed the name with hyphens",
} as const;

/** A list that its author has narrowed, and that is empty. */
export const emptyFindings = ({ endpoint = '', categories, ...filters }: EmptyAnswer): Finding[] =>
  (['category', 'tag', 'author'] as const).flatMap((name) => {
    const value = filters[name]?.trim();
    if (!value) return [];
    const known = name === 'category' && categories?.length ? `; there are ${categories.join(', ')}` : '';
    return [
      finding('empty-filter', `no article has ${name}="${value}"${known}`, `Write its slug: ${WHERE[name]}.`, endpoint),
    ];
  });

/** The endpoint has no categories at all, and the author wants to offer them. */
export const noCategories = (wanted: string, endpoint = ''): Finding =>
  finding(
    'no-categories',
    `${wanted} finds no categories`,
    'The endpoint has none that hold articles. In a JSON Feed, tags are no categories: give each item "_care": { "categories": [{ "slug": "…", "name": "…" }] }.',
    endpoint,
  );
