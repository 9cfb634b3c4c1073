import type { Settings } from '../../model/settings.js';
import { safeUrl } from '../../html/urls.js';
import { articleAddress } from '../../model/address-template.js';
import type { Article } from '../../model/article.js';

/**
 * Where a link to an article leads: the owner's `article-url` template, else the article's own URL, which may be any
 * where a page hands an article over.
 */
export const articleHref = (
  { 'article-url': template }: Settings,
  article: Pick<Article, 'slug' | 'id' | 'url'>,
): string | undefined => safeUrl(articleAddress(template, article), document.baseURI);
