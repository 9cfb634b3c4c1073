/** Words of an element on one line. */
export const lineOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();
