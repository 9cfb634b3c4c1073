import type { Settings } from '../../context/settings.js';
import { safeUrl } from '../../html/urls.js';
import type { Category } from '../../model/taxonomy.js';

/** Where a link to a category leads: the owner's `category-url` template, else the category's page at the source. */
export const categoryHref = (
  { 'category-url': template }: Settings,
  { slug, url }: Pick<Category, 'slug' | 'url'>,
): string | undefined =>
  safeUrl(
    template ? template.replace(/(?:\{|%7B)slug(?:\}|%7D)/gi, () => encodeURIComponent(slug)) : url,
    document.baseURI,
  );
