import type { Settings } from '../../model/settings.js';
import { safeUrl } from '../../html/urls.js';
import { categoryAddress } from '../../model/address-template.js';
import type { Category } from '../../model/taxonomy.js';

/** Where a link to a category leads: the owner's `category-url` template, else the category's page at the source. */
export const categoryHref = (
  { 'category-url': template }: Settings,
  category: Pick<Category, 'slug' | 'url'>,
): string | undefined => safeUrl(categoryAddress(template, category), document.baseURI);
