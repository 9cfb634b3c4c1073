import { expect } from 'chai';
import { FIGURES } from '../../../src/data/benefits/figures.js';
import { loadTexts, textsFor } from '../../../src/data/benefits/texts.js';

/** The same keys in the same order, lists of the same length: what differs is words only. */
const shapeOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shapeOf)
    : value && typeof value === 'object'
      ? Object.entries(value).map(([key, part]) => [key, shapeOf(part)])
      : typeof value;

const load = async (locale: string) => {
  await loadTexts(locale);
  return textsFor(locale);
};

/** Words that stigmatise, promise or rank, in both languages. */
const UNWANTED =
  /addicts?\b|adictos?\b|alcoholics?\b|alcohólicos?\b|abuse|\bclean\b|relapse|recaída|\bcures?\b|\bcura\b|guarantee|garantiza|confidential|confidencial|success|éxito|\b100\b/i;

describe('the built-in benefits', () => {
  it('hold the hours of the facts: under 9, 9 to 19, 20 or more; 3 to 5 days and 8 to 12 weeks', () => {
    const { outpatient, iop, php, days, weeks, sample } = FIGURES;
    expect({ outpatient, iop, php }).to.eql({ outpatient: { below: 9 }, iop: { min: 9, max: 19 }, php: { min: 20 } });
    expect({ days, weeks }).to.eql({ days: { min: 3, max: 5 }, weeks: { min: 8, max: 12 } });
    expect(sample.all).to.be.within(iop.min, iop.max);
  });

  it('are the same in every language, but for the words', async () => {
    const [english, spanish] = [await load('en'), await load('es-MX')];
    expect([english.language, spanish.language]).to.eql(['en', 'es']);
    expect(shapeOf(spanish)).to.eql(shapeOf(english));
  });

  for (const language of ['en', 'es']) {
    describe(language, () => {
      it('says the hours where they belong, and marks the program itself', async () => {
        const { explainer, levels, faq } = await load(language);
        const numbers = (words = '') => words.match(/\d+/g)?.map(Number);
        expect(numbers(explainer.intro)).to.eql([9, 19]);
        expect(levels.levels.map(({ hours }) => numbers(hours))).to.eql([[9], [9, 19], [20], [24], [24]]);
        expect(levels.levels.map(({ isCurrent }) => !!isCurrent)).to.eql([false, true, false, false, false]);
        expect(numbers(String(faq.entries[0]?.answer))).to.eql([9, 19, 3, 5]);
        expect(numbers(String(faq.entries[1]?.answer))).to.eql([8, 12]);
      });

      it('has no word that stigmatises, promises or claims', async () => {
        expect(JSON.stringify(await load(language))).not.to.match(UNWANTED);
      });

      it('names no telephone number', async () => {
        expect(JSON.stringify(await load(language))).not.to.match(/\d{3}/);
      });
    });
  }
});
