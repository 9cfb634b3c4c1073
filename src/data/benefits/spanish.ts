import type { BenefitsTexts } from '../../model/benefit.js';
import { spanish as explainer } from './es.js';
import { faq } from './faq/es.js';
import type { Figures } from './figures.js';
import { levels } from './levels/es.js';

/** The figures come from who loads the texts: imported, they would stand in a file that every page loads. */
export const spanish = (figures: Figures): BenefitsTexts => ({
  language: 'es',
  explainer: explainer(figures),
  levels: levels(figures),
  faq: faq(figures),
});
