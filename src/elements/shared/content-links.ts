import { safeUrl } from '../../html/urls.js';
import { articleAddress, categoryAddress } from '../../model/address-template.js';
import type { Article } from '../../model/article.js';
import type { Settings } from '../../model/settings.js';
import type { Category } from '../../model/taxonomy.js';

/**
 * Where a link to an article leads: the owner's `article-url` template, else the article's own URL, which may be anything
 * where a page hands an article over.
 */
export const articleHref = (
  { 'article-url': template }: Settings,
  article: Pick<Article, 'slug' | 'id' | 'url'>,
): string | undefined => safeUrl(articleAddress(template, article), document.baseURI);

/** Where a link to a category leads: the owner's `category-url` template, else the category's page at the source. */
export const categoryHref = (
  { 'category-url': template }: Settings,
  category: Pick<Category, 'slug' | 'url'>,
): string | undefined => safeUrl(categoryAddress(template, category), document.baseURI);
