import { complain } from '../../controllers/complain.js';

// Loaded only once there is something to complain of.

const SHAPES = {
  benefits: 'a list of { title, text?, points?: [{ name?, text }], body?, id? }',
  levels: 'a list of { name, hours?, stay?, routine?, medical?, purpose?, isCurrent? }',
  faq: 'a list of { question, answer }',
} as const;

const wordsFor = (element: Element, complaint: string): string => {
  switch (complaint) {
    case 'layout':
      return `layout="${element.getAttribute('layout') ?? ''}" is none of list, grid, accordion: list is used.`;
    case 'section':
      return 'section="…" needs an article to look in: write slug="…" or article-id="…" too.';
    case 'no-sections':
      return 'There are no headings under that heading, so its text is shown undivided. Write section="…" with one that has headings below it.';
    default:
      return `The property "${complaint}" must be ${SHAPES[complaint as keyof typeof SHAPES]}. What is something else is left out.`;
  }
};

/** Tells the webmaster, once, what to write instead. */
export const explain = (element: Element, complaint: string): void => complain(element, wordsFor(element, complaint));
