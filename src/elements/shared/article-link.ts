import type { Settings } from '../../context/settings.js';
import { safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';

/** Where a link to an article leads: the owner's `article-url` template, else the article's own address. */
export const articleHref = (
  { 'article-url': template }: Settings,
  { slug, id, url }: Pick<Article, 'slug' | 'id' | 'url'>,
): string | undefined =>
  template
    ? safeUrl(
        template.replace(/\{(slug|id)\}/g, (_, name) => encodeURIComponent(name === 'id' ? id : slug)),
        document.baseURI,
      )
    : url;
