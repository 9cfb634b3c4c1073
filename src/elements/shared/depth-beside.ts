import type { ArticleDepth } from '../../model/content-source.js';

/**
 * `full` where a `<care-article>` beside the element is going to ask for the same article with its text: then one
 * request serves both, whichever of them asks first.
 */
export const depthBeside = (element: Element): ArticleDepth => {
  const root = element.getRootNode() as Document | ShadowRoot;
  const names = ['slug', 'article-id', 'slug-param'];
  const isSame = (article: Element) =>
    names.every((name) => article.getAttribute(name)?.trim() === element.getAttribute(name)?.trim());
  return [...root.querySelectorAll('care-article:not([excerpt-only])')].some(isSame) ? 'full' : 'summary';
};
