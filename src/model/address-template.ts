import type { Article } from './article.js';
import type { Category } from './taxonomy.js';

/** An address template of the site's owner, filled. An editor may have written the braces as %7B and %7D. */
const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/(?:\{|%7B)(slug|id)(?:\}|%7D)/gi, (whole, name: string) => {
    const value = values[name.toLowerCase()];
    return value === undefined ? whole : encodeURIComponent(value.toWellFormed());
  });

/** Where a link to an article leads, as it is written, unchecked: the owner's `article-url`, else the article's own address. */
export const articleAddress = (
  template: string | undefined,
  { slug, id, url }: Pick<Article, 'slug' | 'id' | 'url'>,
): string | undefined => (template ? fill(template, { slug, id }) : url);

/** Where a link to a category leads, as it is written, unchecked: the owner's `category-url`, else its page at the source. */
export const categoryAddress = (
  template: string | undefined,
  { slug, url }: Pick<Category, 'slug' | 'url'>,
): string | undefined => (template ? fill(template, { slug }) : url);
