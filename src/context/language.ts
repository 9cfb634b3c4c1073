import { parentOf } from './settings.js';

/** The nearest `lang` of an element (BCP 47), shadow hosts included; empty where there is none. */
export const nearestLanguage = (element: Element): string => {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const language = node.getAttribute('lang');
    if (language) return language;
  }
  return '';
};
