import type { BenefitsTexts } from '../../model/benefit.js';
import { english as explainer } from './en.js';
import { faq } from './faq/en.js';
import { FIGURES } from './figures.js';
import { levels } from './levels/en.js';

const english: BenefitsTexts = { language: 'en', explainer, levels, faq };

let spanish: BenefitsTexts | undefined;

const isSpanish = (locale: string): boolean => locale.startsWith('es');

/** The built-in texts for a locale (BCP 47), as far as they are at hand: English until {@link loadTexts} has settled. */
export const textsFor = (locale: string): BenefitsTexts => (isSpanish(locale) && spanish) || english;

/** Hands over the Spanish texts, for programs that cannot wait for {@link loadTexts}. */
export const provideSpanish = (texts: BenefitsTexts): void => {
  spanish = texts;
};

/** Loads the texts of a language; `undefined` where they are at hand. Never rejects: without them, English stands in. */
export const loadTexts = (locale: string): Promise<void> | undefined =>
  isSpanish(locale) && !spanish
    ? import('./spanish.js').then(
        (module) => {
          spanish = module.spanish(FIGURES);
        },
        () => undefined, // asked for again by the next caller
      )
    : undefined;
