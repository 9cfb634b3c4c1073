import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../../model/article.js';
import type { Benefit, BenefitPoint } from '../../model/benefit.js';
import type { SafeHtml } from '../../model/safe-html.js';
import { heading } from '../shared/heading.js';

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
  /** That it was taken from. */
  readonly article?: Article;
  /** The author's own children are the content. */
  readonly isAuthored?: boolean;
  /** Its text has blocks that the publishing software arranged: they have rules of their own. */
  readonly hasBlocks?: boolean;
}

/** How the template shows what it cannot show itself. */
export interface BenefitsContext {
  /** 1 to 6, of the headings of the benefits. */
  readonly level: number;
  /** A sanitised text with its headings below `level`; nothing while the code for it is on its way. */
  readonly insert?: ((safe: SafeHtml) => unknown) | undefined;
  /** Where benefits are to be closed at first: what shows one so. */
  readonly disclosure?: ((summary: unknown, content: unknown) => TemplateResult) | undefined;
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
  { level, insert, disclosure }: BenefitsContext,
  part = 'item',
): TemplateResult => {
  const head = heading(level, id ? html`<span id=${id}>${title}</span>` : title);
  const content = html`${prose(text, insert)}${list(points)}${prose(body, insert)}`;
  // a disclosure of nothing would only disappoint
  if (disclosure && (text || points || body)) return disclosure(head, content);
  return html`<div part=${part} role=${disclosure || part !== 'item' ? nothing : 'listitem'}>
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
    <div part="items" role=${context.disclosure || !benefits.length ? nothing : 'list'}>
      ${benefits.map((benefit) => item(benefit, context))}
    </div>
    ${limits ? item(limits, { level: context.level }, 'limits') : nothing}
  </div>`;
