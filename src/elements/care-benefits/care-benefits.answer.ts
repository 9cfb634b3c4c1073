import type { AskOptions, ContentClient } from '../../client/content-client.js';
import { loadTexts, textsFor } from '../../data/benefits/texts.js';
import { textOf } from '../../html/safe-html.js';
import { nameOf } from '../../model/article-reference.js';
import type { Article } from '../../model/article.js';
import type { Benefit } from '../../model/benefit.js';
import { CareError } from '../../model/care-error.js';
import { partOf, wordsOf } from '../shared/rendered.js';
import { entriesOf } from './care-benefits.report.js';
import type { Explainer } from './care-benefits.template.js';

/** The module for fetched HTML, once an element has needed it. */
let loaded: typeof import('./care-benefits.article.js') | undefined;

/** The module for fetched HTML; `undefined` until {@link loadArticleCode} has settled. */
export const articleCode = (): typeof loaded => loaded;

export const loadArticleCode = async (): Promise<NonNullable<typeof loaded>> =>
  (loaded ??= await import('./care-benefits.article.js'));

/** The article that the attributes name, and the section in it. */
export interface ArticlePlace {
  readonly slug?: string | undefined;
  readonly articleId?: string | undefined;
  readonly section?: string | undefined;
}

/** The benefits of an article. */
export const askArticle = async (
  place: ArticlePlace,
  client: ContentClient,
  { onStale, ...options }: AskOptions<Explainer>,
): Promise<Explainer> => {
  const [slug, id] = [place.slug?.trim(), place.articleId?.trim()];
  if (slug && id) throw new CareError('not-configured', { detail: 'write slug or article-id, not both' });
  const section = place.section?.trim() || undefined;
  const asked = client.getArticle(slug ? nameOf(slug) : { id: id ?? '' }, {
    ...options,
    depth: 'full',
    onStale: (stale: Article) => {
      try {
        const found = loaded?.explainArticle(stale, section);
        if (found) onStale?.(found);
      } catch {
        // the section has never been there: the new answer decides
      }
    },
  });
  const [article, { explainArticle }] = await Promise.all([asked, loadArticleCode()]);
  return explainArticle(article, section);
};

/** What the page handed over, or the built-in text. */
export const answerWithoutArticle = async (
  given: readonly Benefit[] | undefined,
  locale: string,
): Promise<Explainer> => {
  await loadTexts(locale);
  const { language, explainer } = textsFor(locale);
  const benefits = entriesOf(given, 'title')?.map(({ points, ...benefit }) => {
    const sound = entriesOf(points, 'text');
    return { ...benefit, ...(sound ? { points: sound } : {}) };
  });
  return benefits ? { benefits } : { ...explainer, language: language === 'en' ? 'en' : locale };
};

/** The benefits that rendered children show. */
export const readBenefits = (root: Element): Explainer | undefined => {
  const items = partOf(root, 'items')?.children ?? [];
  const benefits = [...items].map((item) => ({
    title: wordsOf(partOf(item, 'title')),
    text: wordsOf(partOf(item, 'content') ?? partOf(item, 'answer')),
  }));
  return benefits.length ? { benefits } : undefined;
};

/** Every word of some benefits, without blanks. */
export const lettersOf = ({ benefits }: Explainer): string =>
  benefits
    .map(({ title, text = '', points = [], body = '' }) => {
      const list = points.map((point) => (point.name ? `${point.name}: ` : '') + point.text).join('');
      return title + text + list + (typeof body === 'string' ? body : textOf(body));
    })
    .join('')
    .replace(/\s/g, '');
