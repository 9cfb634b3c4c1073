import type { FaqText, LevelsText } from '../../model/benefit.js';

type Loaders<T> = Readonly<Record<string, () => Promise<T>>>;

/** By language; `en` and `es` are complete. */
export const LEVELS: Loaders<LevelsText> = {
  en: async () => (await import('./levels/en.js')).levels,
  es: async () => (await import('./levels/es.js')).levels,
};

/** By language; `en` and `es` are complete. */
export const FAQS: Loaders<FaqText> = {
  en: async () => (await import('./faq/en.js')).faq,
  es: async () => (await import('./faq/es.js')).faq,
};
