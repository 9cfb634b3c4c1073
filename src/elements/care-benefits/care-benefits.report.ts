import { complain } from '../../controllers/complain.js';
import type { Benefit, FaqEntry, LevelOfCare } from '../../model/benefit.js';

/** The entries of a list that have at least their `name`; `undefined` where it is no list. Pages write what they like. */
export const entriesOf = <T>(value: readonly T[] | undefined, name: keyof T): readonly T[] | undefined =>
  Array.isArray(value)
    ? (value as readonly (T | null | undefined)[]).filter((entry): entry is T => typeof entry?.[name] === 'string')
    : undefined;

/** Whether something that is set is a list of which every entry can be shown. */
const isSound = <T>(list: readonly T[] | null | undefined, name: keyof T): boolean =>
  list === undefined || (Array.isArray(list) && entriesOf(list, name)?.length === list.length);

/** What an author chose. */
interface Choices extends Element {
  readonly layout: string;
  readonly slug?: string | undefined;
  readonly articleId?: string | undefined;
  readonly section?: string | undefined;
  readonly benefits?: readonly Benefit[] | undefined;
  readonly levels?: readonly LevelOfCare[] | undefined;
  readonly faq?: readonly FaqEntry[] | undefined;
}

/**
 * Tells the webmaster, once, what is wrong with what was chosen, and what to write instead. `isUndivided`: there were no
 * headings below the one that `section` names.
 */
export const reportMistakes = (element: Choices, isUndivided: boolean): void => {
  const { benefits, levels, faq, layout, section, slug, articleId } = element;
  const complainOfList = (property: string, shape: string): void =>
    complain(element, `The property "${property}" must be a list of ${shape}. What is something else is left out.`);
  if (!isSound(benefits, 'title'))
    complainOfList('benefits', '{ title, text?, points?: [{ name?, text }], body?, id? }');
  if (!isSound(levels, 'name'))
    complainOfList('levels', '{ name, hours?, stay?, routine?, medical?, purpose?, isCurrent? }');
  if (!isSound(faq, 'question')) complainOfList('faq', '{ question, answer }');
  if (!['list', 'grid', 'accordion'].includes(layout)) {
    complain(
      element,
      `layout="${element.getAttribute('layout') ?? ''}" is none of list, grid, accordion: list is used.`,
    );
  }
  if (section && !slug?.trim() && !articleId?.trim())
    complain(element, 'section="…" needs an article to look in: write slug="…" or article-id="…" too.');
  if (isUndivided) {
    complain(
      element,
      'There are no headings under that heading, so its text is shown undivided. Write section="…" with one that has headings below it.',
    );
  }
};
