import type { ArticleReference } from './content-source.js';
import { CareError } from './care-error.js';
import { readAddress } from './slug.js';

/** The attributes by which an author names an article. */
export interface NamesArticle {
  readonly slug?: string | undefined;
  readonly articleId?: string | undefined;
  readonly slugParam?: string | undefined;
}

/** A slug, or the URL that people copy instead: `/what-is-an-iop/`, `https://clinic.example/what-is-an-iop/`, `what-is-an-iop.html`, `/?p=12`. */
export const nameOf = (written: string): ArticleReference => {
  if (!/[/?#]|\.html?$/i.test(written)) return { slug: written };
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
