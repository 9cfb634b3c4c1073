import { cellOf, columnsOf, pairOf, type Column } from '../../data/benefits/columns.js';
import { textsFor } from '../../data/benefits/texts.js';
import { element, pieces, sanitised, type Child, type Markup } from '../../html/markup.js';
import { prepareMarkup } from '../../html/read/prepare-markup.js';
import type { Benefit, BenefitPoint, FaqEntry, LevelOfCare, LevelsText } from '../../model/benefit.js';
import type { Article } from '../../model/article.js';
import type { SafeHtml } from '../../model/safe-html.js';
import type { RenderContext } from '../context.js';
import { heading, markupOf, part } from './parts.js';

/** HTML that has passed `sanitise()`; a bare string would be plain text. */
export interface SanitisedText {
  readonly html: string;
}

type Text = string | SafeHtml | SanitisedText;

type Written<T extends object> = { readonly [K in keyof T]: K extends 'body' | 'answer' ? Text | undefined : T[K] };

/** What the explainer shows. Without `benefits`, what is built in. */
export interface BenefitsData {
  readonly title?: string;
  readonly intro?: Text;
  readonly benefits?: readonly Written<Benefit>[];
  readonly limits?: Written<Benefit>;
  /** BCP 47 of the words, where known. */
  readonly language?: string;
  readonly dir?: string;
  /** The article that it was taken from: the link at the end leads there. */
  readonly article?: Pick<Article, 'id' | 'slug' | 'url'>;
  /** Rows of the comparison in place of the built-in ones. */
  readonly levels?: readonly LevelOfCare[];
  /** Questions in place of the built-in ones. */
  readonly faq?: readonly Written<FaqEntry>[];
}

/** Plain text becomes a paragraph; markup has its own, with its headings below `level`. */
const prose = (text: Text | undefined, level: number, { localizer, page }: RenderContext): Child => {
  if (!text) return undefined;
  if (typeof text === 'string') return part('p', 'text', {}, text);
  const tableLabel = localizer.say('Table');
  const { markup } = prepareMarkup(markupOf('html' in text ? text.html : text), {
    headingLevel: level,
    tableLabel,
    taken: page.ids,
  });
  return part('div', 'text', {}, sanitised(markup));
};

const disclosure = (summary: Child, answer: Child): Markup =>
  part('details', 'disclosure', {}, part('summary', 'summary', {}, summary), part('div', 'answer', {}, answer));

const list = (points: readonly BenefitPoint[] | undefined): Child =>
  points &&
  part(
    'ul',
    'points',
    {},
    points.map(({ name, text }) => element('li', {}, name && [element('strong', {}, `${name}:`), ' '], text)),
  );

const item = (
  { title, id, text, points, body }: Written<Benefit>,
  kind: 'item' | 'limits',
  isAccordion: boolean,
  level: number,
  context: RenderContext,
): Markup => {
  const head = heading(level, {}, id ? element('span', { id }, title) : title);
  const content = [prose(text, level, context), list(points), prose(body, level, context)];
  // a disclosure of nothing would only disappoint
  if (isAccordion && (text || points || body)) return disclosure(head, content);
  const role = isAccordion || kind === 'limits' ? undefined : 'listitem';
  return part('div', kind, { role }, head, part('div', 'content', {}, content));
};

const named = (level: LevelOfCare, text: LevelsText): Child => [
  level.name,
  level.isCurrent && part('div', 'badge', {}, element('small', {}, text.current)),
];

/**
 * All levels, one row each. The renderer does not know widths: where the table is wider than its place, it must be possible
 * to scroll it by keyboard.
 */
const fullTable = (levels: readonly LevelOfCare[], shown: readonly Column[], text: LevelsText): Markup =>
  element(
    'div',
    { 'data-care-block': 'table', role: 'region', 'aria-label': text.caption, tabindex: '0' },
    part(
      'table',
      'table',
      { role: 'table', 'aria-label': text.caption },
      part(
        'thead',
        'head',
        { role: 'rowgroup' },
        element(
          'tr',
          { role: 'row' },
          shown.map((column) => element('th', { role: 'columnheader', scope: 'col' }, text.columns[column])),
        ),
      ),
      element(
        'tbody',
        { role: 'rowgroup' },
        levels.map((level) =>
          part(
            'tr',
            'row',
            { role: 'row', 'aria-current': level.isCurrent ? 'true' : undefined },
            shown.map((column) =>
              column === 'name'
                ? part('th', 'level', { role: 'rowheader', scope: 'row' }, named(level, text))
                : part('td', 'cell', { role: 'cell' }, cellOf(level, column, text)),
            ),
          ),
        ),
      ),
    ),
  );

/** Two levels side by side. Each criterion is a row above its values: two columns fit on any screen, without a style sheet too. */
const pairTable = (pair: readonly LevelOfCare[], shown: readonly Column[], text: LevelsText): Markup =>
  part(
    'table',
    'pair',
    { 'aria-label': text.caption },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        pair.map((level) => element('th', { scope: 'col' }, named(level, text))),
      ),
    ),
    shown
      .filter((column) => column !== 'name')
      .map((column) =>
        element(
          'tbody',
          {},
          element('tr', {}, part('th', 'criterion', { scope: 'rowgroup', colspan: '2' }, text.columns[column])),
          element(
            'tr',
            {},
            pair.map((level) => element('td', {}, cellOf(level, column, text))),
          ),
        ),
      ),
  );

const comparison = (levels: readonly LevelOfCare[], text: LevelsText, lang: string, level: number): Markup => {
  const shown = columnsOf(levels);
  const { own, others, other } = pairOf(levels);
  const all = fullTable(levels, shown, text);
  return part(
    'div',
    'comparison',
    { lang, dir: 'auto' },
    heading(level, {}, text.caption),
    own && other ? [pairTable([own, other], shown, text), others.length > 1 && disclosure(text.all, all)] : all,
    part('p', 'note', {}, text.note),
  );
};

const questions = (
  entries: readonly Written<FaqEntry>[],
  title: string,
  lang: string,
  level: number,
  context: RenderContext,
): Markup =>
  part(
    'div',
    'faq',
    { lang, dir: 'auto' },
    heading(level, { dir: 'auto' }, title),
    part(
      'div',
      'questions',
      {},
      entries.map(({ question, answer }) =>
        disclosure(heading(Math.min(6, level + 1), { dir: 'auto' }, question), prose(answer, level, context)),
      ),
    ),
  );

export const benefits = (given: BenefitsData | null | undefined, context: RenderContext): Markup | undefined => {
  const { localizer, has, read, headingLevel } = context;
  const { locale } = localizer;
  const texts = textsFor(locale);
  const lang = texts.language === 'en' ? 'en' : locale;
  const {
    title,
    intro,
    benefits: items = [],
    limits,
    language,
    dir = 'auto',
    article,
  }: BenefitsData = given?.benefits ? given : { ...texts.explainer, language: lang, ...given };
  if (!items.length && !intro) return undefined;
  const isAccordion = read('layout') === 'accordion';
  // an empty attribute is a wish for no heading
  const head = has('heading') ? read('heading') : title;
  const level = head ? Math.min(6, headingLevel + 1) : headingLevel;
  const href = article && context.articleHref(article);
  return pieces(
    head && heading(headingLevel, { dir: 'auto', lang: language || undefined }, head),
    part(
      'div',
      'benefits',
      { lang: language || undefined, dir },
      prose(intro, level, context),
      part(
        'div',
        'items',
        { role: isAccordion || !items.length ? undefined : 'list' },
        items.map((one) => item(one, 'item', isAccordion, level, context)),
      ),
      limits && item(limits, 'limits', false, level, context),
    ),
    has('with-comparison') && comparison(given?.levels ?? texts.levels.levels, texts.levels, lang, level),
    has('with-faq') && questions(given?.faq ?? texts.faq.entries, texts.faq.title, lang, level, context),
    href && element('p', { lang: locale }, part('a', 'more', { href }, localizer.say('Read the whole article'))),
  );
};
