import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { Benefit, BenefitPoint } from '../../model/benefit.js';
import type { SafeHtml } from '../../model/safe-html.js';
import { skeletonLines } from '../shared/skeleton-lines.js';
import { heading } from '../shared/heading.js';

/**
 * A disclosure. As `<details>` its content is found by the browser's own search while it is closed, unlike that of a `div`
 * with a script.
 */
export const disclosure = (summary: unknown, content: unknown): TemplateResult =>
  html`<details part="disclosure">
    <summary part="summary">${summary}</summary>
    <div part="answer">${content}</div>
  </details>`;

/** What the element shows, wherever it comes from. */
export interface Explainer {
  /** Above everything, where there is something to say. */
  readonly title?: string;
  readonly intro?: string | SafeHtml;
  readonly benefits: readonly Benefit[];
  readonly limits?: Benefit;
  /** BCP 47 of the words, where known. */
  readonly language?: string;
  readonly dir?: string;
  /** The article that it was taken from. */
  readonly article?: Article;
  /** The author's own children are the content. */
  readonly isAuthored?: boolean;
}

/** How the template shows what it cannot show itself. */
export interface BenefitsContext {
  /** 1 to 6, of the headings of the benefits. */
  readonly level: number;
  /** A sanitised text with its headings below `level`; nothing while the code for it is on its way. */
  readonly insert?: ((safe: SafeHtml) => unknown) | undefined;
  /** Whether each benefit is closed at first. */
  readonly isAccordion: boolean;
}

/** Plain text becomes a paragraph; markup has its own. */
export const prose = (text: string | SafeHtml | undefined, insert: BenefitsContext['insert']): unknown =>
  !text ? nothing : typeof text === 'string' ? html`<p part="text">${text}</p>` : insert?.(text);

const list = (points: readonly BenefitPoint[] | undefined): unknown =>
  Array.isArray(points)
    ? html`<ul part="points">
        ${(points as readonly BenefitPoint[]).map(
          ({ name, text }) => html`<li>${name ? html`<strong>${name}:</strong> ` : nothing}${text}</li>`,
        )}
      </ul>`
    : nothing;

const item = (
  { title, id, text, points, body }: Benefit,
  { level, insert, isAccordion }: BenefitsContext,
  part = 'item',
): TemplateResult => {
  const head = heading(level, id ? html`<span id=${id}>${title}</span>` : title);
  const content = html`${prose(text, insert)}${list(points)}${prose(body, insert)}`;
  // a disclosure of nothing would only disappoint
  if (isAccordion && (text || points || body)) return disclosure(head, content);
  return html`<div part=${part} role=${isAccordion || part !== 'item' ? nothing : 'listitem'}>
    ${head}
    <div part="content">${content}</div>
  </div>`;
};

/** What goes into the page's own tree. `div`s, because pages style `ul` and `section` in ways that would show here. */
export const benefitsTemplate = (
  { intro, benefits, limits, language, dir }: Explainer,
  context: BenefitsContext,
): TemplateResult =>
  html`<div part="benefits" lang=${language ?? nothing} dir=${dir ?? 'auto'}>
    ${prose(intro, context.insert)}
    <div part="items" role=${context.isAccordion || !benefits.length ? nothing : 'list'}>
      ${benefits.map((benefit) => item(benefit, context))}
    </div>
    ${limits ? item(limits, { level: context.level, isAccordion: false }, 'limits') : nothing}
  </div>`;

/** Where the rest of the article can be read. */
export const linkTemplate = (
  href: string,
  { say, locale }: Localizer,
  navigate: (event: MouseEvent) => void,
): TemplateResult =>
  html`<p>
    <a part="more" dir="auto" lang=${locale} href=${href} @click=${navigate}>${say('Read the whole article')}</a>
  </p>`;

export const skeletonTemplate = ({ say, locale }: Localizer): TemplateResult =>
  html`<div part="skeleton" role="group" aria-busy="true" aria-label=${say('Loading…')} lang=${locale}>
    <div class="title">${skeletonLines(1)}</div>
    ${skeletonLines(2)} ${skeletonLines(3)} ${skeletonLines(3)} ${skeletonLines(3)}
  </div>`;
