const warned = new Set<string>();

/**
 * Tells the webmaster on the console, in plain English, what was met and what to write instead: once, however many
 * elements of the page meet the same.
 *
 * @param text The whole message.
 * @param details What the console shows beside it: the element, the cause.
 */
export const warnOnce = (text: string, ...details: readonly unknown[]): void => {
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(text, ...details);
};
