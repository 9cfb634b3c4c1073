import { directionOf } from '../../html/read/direction.js';
import { prepare, type PrepareOptions } from '../../html/read/prepare.js';
import { isSafeHtml } from '../../html/safe-html.js';
import { headingsOf, splitSections } from '../../html/read/sections.js';
import { watchTables } from '../../html/read/scrolling-tables.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { SafeHtml } from '../../model/safe-html.js';
import { proseBlocks } from '../../styles/prose-blocks.js';
import { prose } from '../../styles/prose.js';
import type { Explainer } from './care-benefits.template.js';

// A chunk with all that handles fetched HTML: loaded only where there is markup to take apart or to show.

/** Style sheets for the document or shadow root that holds the texts. */
export const textStyles = [prose, proseBlocks];

const quoted = (titles: readonly string[]): string => titles.map((title) => `"${title}"`).join(', ') || 'none';

/**
 * The benefits that an article's headings name, under one of them or all over the text.
 * @throws CareError `not-found` where the article has no heading of that name, `protected` where it has no public text.
 */
export const explainArticle = (article: Article, section: string | undefined): Explainer => {
  const { body, language, url } = article;
  if (article.isProtected) throw new CareError('protected', url ? { url } : {});
  const about = { article, dir: directionOf(language), ...(language ? { language } : {}) };
  if (!body) return { ...about, benefits: [] };
  const split = splitSections(body, section);
  if (!split) {
    const detail = `no heading section="${section ?? ''}" in this article; its headings: ${quoted(headingsOf(body))}`;
    throw new CareError('not-found', { detail, ...(url ? { url } : {}) });
  }
  return {
    ...about,
    title: split.title || article.title,
    benefits: split.sections,
    ...(split.intro ? { intro: split.intro } : {}),
  };
};

interface Copy {
  readonly key: string;
  readonly box: Element;
}

/** By element and text: a copy is made once, and never shared, because a node can be in one place only. */
const copies = new WeakMap<Element, WeakMap<SafeHtml, Copy>>();

/**
 * A text for one element in a box of its own, headings below the level. `replaced` holds what the element shows until now.
 * Nothing for what is no sanitised text.
 */
export const insertText = (
  host: Element,
  safe: SafeHtml,
  { replaced, ...options }: PrepareOptions,
): Element | undefined => {
  if (!isSafeHtml(safe)) return undefined;
  const own = copies.get(host) ?? new WeakMap<SafeHtml, Copy>();
  copies.set(host, own);
  const key = JSON.stringify(options);
  const before = own.get(safe);
  if (before?.key === key) return before.box;
  const box = document.createElement('div');
  box.setAttribute('data-care-body', '');
  box.setAttribute('part', 'text');
  box.append(prepare(safe, { ...options, replaced }));
  watchTables(box);
  own.set(safe, { key, box });
  return box;
};
