import type { BenefitsTexts } from '../../model/benefit.js';
import { spanish as explainer } from './es.js';
import { faq } from './faq/es.js';
import { levels } from './levels/es.js';

export const spanish: BenefitsTexts = { language: 'es', explainer, levels, faq };
