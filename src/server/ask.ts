import type { ContentClient } from '../client/content-client.js';
import { directionOf } from '../html/read/direction.js';
import { headingsOf, splitSections } from '../html/read/sections.js';
import { referenceOf } from '../model/article-reference.js';
import { namedAuthor } from '../model/author-name.js';
import { CareError } from '../model/care-error.js';
import type { ArticleDepth, ArticleReference } from '../model/content-source.js';
import type { Article } from '../model/article.js';
import { pageOf, pageSizeOf } from '../model/page-of.js';
import { safeUrl } from '../html/urls.js';
import type { BenefitsData } from './widgets/benefits.js';
import type { WidgetContent, WidgetTag } from './render-widget.js';

/** What is needed to load what an element shows. */
export interface Question {
  /** @throws CareError `not-configured` */
  readonly client: () => ContentClient;
  /** The trimmed value of an attribute; `undefined` where it is absent or empty. */
  readonly read: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
  /** How much of an article to ask for: as much as any tag is going to need of it. */
  readonly depthOf: (reference: ArticleReference, least: ArticleDepth) => ArticleDepth;
  readonly signal: AbortSignal;
}

/** The article that a tag names, and how much of it is shown; nothing for a tag that names none. */
export const wantedBy = (
  tag: WidgetTag,
  read: Question['read'],
  has: Question['has'],
): { readonly reference: ArticleReference; readonly depth: ArticleDepth } | undefined => {
  const reference = referenceOf({ slug: read('slug'), articleId: read('article-id') }, '');
  if (reference instanceof CareError) return undefined;
  const isFull = tag === 'care-benefits' || (tag === 'care-article' && !has('excerpt-only'));
  return { reference, depth: isFull ? 'full' : tag === 'care-article' ? 'teaser' : 'summary' };
};

const askArticle = async (tag: WidgetTag, question: Question): Promise<Article> => {
  const { client, read, has, depthOf, signal } = question;
  const reference = referenceOf({ slug: read('slug'), articleId: read('article-id') }, '');
  if (reference instanceof CareError) throw reference;
  const depth = depthOf(reference, wantedBy(tag, read, has)?.depth ?? 'summary');
  return client().getArticle(reference, { depth, signal });
};

const askList = async ({ client, read, has, signal }: Question): Promise<WidgetContent['care-article-list']> => {
  const exclude = read('exclude')?.split(/[\s,;]+/);
  const narrowed = Object.fromEntries(
    ['category', 'tag', 'author', 'search'].flatMap((name) => (read(name) ? [[name, read(name)]] : [])),
  );
  const query = {
    ...narrowed,
    ...(exclude ? { exclude } : {}),
    page: pageOf(read('page')),
    perPage: pageSizeOf(read('per-page')),
  };
  const [{ articles, hasMore, total }, categories] = await Promise.all([
    client().listArticles(query, { signal }),
    has('with-filter') ? client().listCategories({ signal }) : [],
  ]);
  return { articles, hasMore, categories, ...(total === undefined ? {} : { total }) };
};

const askBenefits = async (question: Question): Promise<BenefitsData | null> => {
  const { read } = question;
  if (!read('slug') && !read('article-id')) return null;
  const article = await askArticle('care-benefits', question);
  const { body, language, url } = article;
  const about = url ? { url } : {};
  if (article.isProtected) throw new CareError('protected', about);
  const data = { article, dir: directionOf(language), ...(language ? { language } : {}) };
  if (!body) return { ...data, benefits: [] };
  const section = read('section');
  const split = splitSections(body, section);
  if (!split) {
    const titles = headingsOf(body).map((title) => `"${title}"`);
    const detail = `no heading section="${section ?? ''}" in this article; its headings: ${titles.join(', ') || 'none'}`;
    throw new CareError('not-found', { detail, ...about });
  }
  return {
    ...data,
    title: split.title || article.title,
    benefits: split.sections,
    ...(split.intro ? { intro: split.intro } : {}),
  };
};

const askAuthor = async (question: Question): Promise<WidgetContent['care-author']> => {
  const { read } = question;
  const name = read('name');
  if (!name) return askArticle('care-author', question);
  const [url, imageUrl] = [safeUrl(read('url')), safeUrl(read('image'))];
  return {
    authors: [
      { ...namedAuthor(name, read('credentials')), ...(url ? { url } : {}), ...(imageUrl ? { imageUrl } : {}) },
    ],
  };
};

const askCard = async (question: Question): Promise<Article | undefined> => {
  const { client, read, has, signal } = question;
  if ([read('slug'), read('article-id'), has('latest')].filter(Boolean).length !== 1) {
    throw new CareError('not-configured', { detail: 'exactly one of slug, article-id, latest is needed' });
  }
  if (!has('latest')) return askArticle('care-article-card', question);
  return (await client().listArticles({ page: 1, perPage: 1 }, { signal })).articles[0];
};

/** What a tag shows; `undefined` where there is nothing yet. Rejects with CareError. */
export const ask = async (tag: WidgetTag, question: Question): Promise<WidgetContent[WidgetTag] | undefined> => {
  const { client, signal, has } = question;
  switch (tag) {
    case 'care-article':
      return askArticle(tag, question);
    case 'care-article-card':
      return askCard(question);
    case 'care-article-list':
      return askList(question);
    case 'care-post-nav': {
      const article = await askArticle(tag, question);
      return client().getNeighbors(article, { signal, sameCategory: has('same-category') });
    }
    case 'care-categories':
      return client().listCategories({ signal });
    case 'care-author':
      return askAuthor(question);
    case 'care-benefits':
      return askBenefits(question);
  }
};
