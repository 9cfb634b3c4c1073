import type { Settings } from '../../context/settings.js';
import { safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';

/**
 * Where a link to an article leads: the owner's `article-url` template, else the article's own address, which may be any
 * where a page hands an article over.
 */
export const articleHref = (
  { 'article-url': template }: Settings,
  { slug, id, url }: Pick<Article, 'slug' | 'id' | 'url'>,
): string | undefined =>
  safeUrl(
    // an editor may have written the braces as %7B and %7D
    template
      ? template.replace(/(?:\{|%7B)(slug|id)(?:\}|%7D)/gi, (_, name: string) =>
          encodeURIComponent(name.toLowerCase() === 'id' ? id : slug),
        )
      : url,
    document.baseURI,
  );
