import { css, html, type TemplateResult } from 'lit';
import type { FaqEntry } from '../../model/benefit.js';
import { heading } from '../shared/heading.js';
import { disclosure, prose, type BenefitsContext } from './care-benefits.template.js';

export const faqTemplate = (
  entries: readonly FaqEntry[],
  title: string,
  locale: string,
  { level, insert }: BenefitsContext,
): TemplateResult =>
  html`<div part="faq" lang=${locale} dir="auto">
    ${heading(level, title)}
    <div part="questions">
      ${entries.map(({ question, answer }) => disclosure(heading(Math.min(6, level + 1), question), prose(answer, insert)))}
    </div>
  </div>`;

export const faqStyles = css`
  :where([data-care-benefits] [part='faq']) {
    margin-block-start: var(--_s6);
  }
`;
