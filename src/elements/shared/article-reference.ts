import type { ArticleDepth, ArticleReference } from '../../model/content-source.js';
import { CareError } from '../../model/care-error.js';
import { readAddress } from '../../model/slug.js';

/** The attributes by which an author names an article. */
export interface NamesArticle {
  readonly slug?: string | undefined;
  readonly articleId?: string | undefined;
  readonly slugParam?: string | undefined;
}

/** A slug, or the address that people copy instead: `/what-is-an-iop/`, `https://clinic.example/what-is-an-iop/`, `/?p=12`. */
export const nameOf = (written: string): ArticleReference => {
  if (!/[/?]/.test(written)) return { slug: written };
  const { slug, number } = readAddress(written);
  return number && /^\d+$/.test(number) ? { id: number } : { slug: slug || written };
};

/** The one article that the attributes name, or what to write instead. `slugFromAddress` is what `slug-param` found. */
export const referenceOf = (
  { slug, articleId, slugParam }: NamesArticle,
  slugFromAddress: string,
): ArticleReference | CareError => {
  const named = [slug, articleId, slugParam].map((name) => name?.trim()).filter(Boolean);
  if (named.length !== 1) {
    return new CareError('not-configured', { detail: 'exactly one of slug, article-id, slug-param is needed' });
  }
  if (articleId?.trim()) return { id: articleId.trim() };
  const name = slug?.trim() || slugFromAddress;
  return name
    ? nameOf(name)
    : new CareError('not-configured', { detail: `the page's address has no ?${slugParam ?? ''}=…` });
};

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
