import { html, nothing, type TemplateResult } from 'lit';
import type { AskOptions, ContentClient } from '../../client/content-client.js';
import { FAQS, LEVELS } from '../../data/benefits/load.js';
import type { Article } from '../../model/article.js';
import type { Benefit, FaqEntry, LevelOfCare } from '../../model/benefit.js';
import { CareError } from '../../model/care-error.js';
import type { SafeHtml } from '../../model/safe-html.js';
import type { Localizer } from '../../localize/localizer.js';
import { articleHref } from '../shared/article-link.js';
import { nameOf } from '../shared/article-reference.js';
import type { Settings } from '../../context/settings.js';
import { adopt } from '../../styles/adopt.js';
import { authoredTemplate, releaseSlots } from './care-benefits.authored.js';
import { explainer } from './care-benefits.styles.js';
import { disclosure, layoutStyles } from './care-benefits.layouts.js';
import { entriesOf, lazily, loadAll, type Lazy } from './care-benefits.lazy.js';
import type { BenefitsContext, Explainer } from './care-benefits.template.js';

// Loaded for everything but the plain explainer.

/** What an author chose. */
export interface Wanted extends Element {
  readonly layout: string;
  readonly slug?: string | undefined;
  readonly articleId?: string | undefined;
  readonly section?: string | undefined;
  readonly withComparison: boolean;
  readonly withFaq: boolean;
  readonly benefits?: readonly Benefit[] | undefined;
  readonly levels?: readonly LevelOfCare[] | undefined;
  readonly faq?: readonly FaqEntry[] | undefined;
}

const articleCode = lazily(() => import('./care-benefits.article.js'));
const blocksCode = lazily(() => import('../../styles/prose-blocks.js'));
const comparisonCode = lazily(() => import('./care-benefits.comparison.js'));
const faqCode = lazily(() => import('./care-benefits.faq.js'));
const complaints = lazily(() => import('./care-benefits.complaints.js'));
const languages = ['en', 'es'];
const levelsIn = new Map(languages.map((language) => [language, lazily(LEVELS[language])]));
const faqIn = new Map(languages.map((language) => [language, lazily(FAQS[language])]));

const isMarkup = (part: unknown): boolean => !!part && typeof part === 'object';

/** What is fetched besides the words of the explainer. */
const extrasOf = (wanted: Wanted, locale: string, value?: Explainer): readonly (Lazy<unknown> | undefined)[] => {
  const { withComparison, withFaq } = wanted;
  const language = locale.slice(0, 2);
  const answers = withFaq ? entriesOf(wanted.faq, 'question') : undefined;
  const hasMarkup =
    isMarkup(value?.intro) ||
    value?.benefits.some(({ body }) => isMarkup(body)) ||
    answers?.some(({ answer }) => isMarkup(answer));
  return [
    ...(withComparison ? [comparisonCode, levelsIn.get(language)] : []),
    ...(withFaq ? [faqCode, faqIn.get(language)] : []),
    ...(hasMarkup ? [articleCode] : []),
    ...(value?.hasBlocks ? [blocksCode] : []),
  ];
};

/**
 * Fetches what is missing. Never rejects, because the rest is worth showing without; answers whether anything has arrived,
 * so that without a connection nobody asks for ever.
 */
export const loadExtras = (wanted: Wanted, { locale }: Localizer, value?: Explainer): Promise<boolean> | undefined => {
  const missing = extrasOf(wanted, locale, value).filter((extra) => extra && extra.value === undefined);
  return missing.length ? loadAll(missing) : undefined;
};

/** The benefits of the article that the attributes name. */
export const askArticle = async (
  client: ContentClient,
  wanted: Wanted,
  { onStale, ...options }: AskOptions<Explainer>,
  localizer: Localizer,
): Promise<Explainer> => {
  const [slug, id] = [wanted.slug?.trim(), wanted.articleId?.trim()];
  if (slug && id) throw new CareError('not-configured', { detail: 'write slug or article-id, not both' });
  const section = wanted.section?.trim() || undefined;
  const asked = client.getArticle(slug ? nameOf(slug) : { id: id ?? '' }, {
    ...options,
    depth: 'full',
    onStale: (stale: Article) => {
      try {
        const found = articleCode.value?.explainArticle(stale, section);
        if (found) onStale?.(found);
      } catch {
        // the section has never been there: the new answer decides
      }
    },
  });
  const [article, { explainArticle }] = await Promise.all([asked, articleCode.load(), loadExtras(wanted, localizer)]);
  return explainArticle(article, section);
};

/** What the page handed over, or the built-in text, once everything that belongs to it is at hand. */
export const answer = async (wanted: Wanted, text: Promise<Explainer>, localizer: Localizer): Promise<Explainer> => {
  const benefits = entriesOf(wanted.benefits, 'title')?.map(({ points, ...benefit }) => {
    const sound = entriesOf(points, 'text');
    return { ...benefit, ...(sound ? { points: sound } : {}) };
  });
  const explainer = benefits ? { benefits } : await text;
  await loadExtras(wanted, localizer, explainer);
  return explainer;
};

/** The author's own children, framed as the layout wants it. */
export const showAuthored = (wanted: Wanted, children: readonly Element[]): TemplateResult => {
  for (const sheet of [explainer, layoutStyles]) adopt(wanted.shadowRoot ?? wanted, sheet);
  return authoredTemplate(children, wanted.layout);
};

/** How the benefits are shown in this layout. */
export const contextFor = (wanted: Wanted, level: number, { say }: Localizer): BenefitsContext => {
  const insert = articleCode.value?.insertText;
  return {
    level,
    ...(wanted.layout === 'accordion' ? { disclosure } : {}),
    ...(insert ? { insert: (safe: SafeHtml) => insert(wanted, safe, level, say('Table')) ?? nothing } : {}),
  };
};

/** What stands below the benefits; nothing while it is on its way. Brings the rules for all that is at hand. */
export const additions = (wanted: Wanted, context: BenefitsContext, { locale }: Localizer): unknown => {
  const sheets = [
    layoutStyles,
    articleCode.value?.proseStyles,
    blocksCode.value?.proseBlocks,
    comparisonCode.value?.comparisonStyles,
    faqCode.value?.faqStyles,
  ];
  for (const sheet of sheets) if (sheet) adopt(wanted.getRootNode(), sheet);
  const language = locale.slice(0, 2);
  const levels = wanted.withComparison && levelsIn.get(language)?.value;
  const faq = wanted.withFaq && faqIn.get(language)?.value;
  if (!levels && !faq) return undefined;
  return html`${
    levels
      ? comparisonCode.value?.comparisonTemplate(entriesOf(wanted.levels, 'name') ?? levels.levels, levels, locale)
      : nothing
  }
  ${faq ? faqCode.value?.faqTemplate(entriesOf(wanted.faq, 'question') ?? faq.entries, faq.title, locale, context) : nothing}`;
};

/** Where the rest of the article can be read. */
export const linkTemplate = (
  article: Article,
  settings: Settings,
  { say, locale }: Localizer,
  navigate: (event: MouseEvent) => void,
): TemplateResult | typeof nothing => {
  const href = articleHref(settings, article);
  return href
    ? html`<p>
        <a part="more" dir="auto" lang=${locale} href=${href} @click=${navigate}>${say('Read the whole article')}</a>
      </p>`
    : nothing;
};

/** Whether something that is set is a list of which every entry can be shown. */
const isSound = <T>(list: readonly T[] | null | undefined, name: keyof T): boolean =>
  list === undefined || (Array.isArray(list) && entriesOf(list, name)?.length === list.length);

/**
 * After each update: gives the author's children back to the default slot where they are the fallback, and says on the
 * console what is wrong with what an author chose.
 */
export const tidyUp = (wanted: Wanted, value: Explainer | undefined, children: readonly Element[]): void => {
  if (!value?.isAuthored) releaseSlots(children);
  const { benefits, levels, faq, layout, section, slug, articleId } = wanted;
  const found = {
    benefits: !isSound(benefits, 'title'),
    levels: !isSound(levels, 'name'),
    faq: !isSound(faq, 'question'),
    layout: !['list', 'grid', 'accordion'].includes(layout),
    section: !!section && !slug?.trim() && !articleId?.trim(),
    'no-sections': !!value?.article && !!value.intro && !value.benefits.length,
  };
  for (const [complaint, isMet] of Object.entries(found)) {
    if (isMet)
      complaints.load().then(
        ({ explain }) => explain(wanted, complaint),
        () => undefined,
      ); // offline
  }
};

export const skeletonTemplate = ({ say, locale }: Localizer): TemplateResult =>
  html`<div part="skeleton" role="group" aria-busy="true" aria-label=${say('Loading…')} lang=${locale}>
    <p class="bone two"></p>
    <p class="bone three"></p>
    <p class="bone three"></p>
    <p class="bone three"></p>
  </div>`;
