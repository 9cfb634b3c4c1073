/** Messages that the console was given. The panel of `debug` shows them too. */
export const warned = new Set<string>();

/** The same by the element that they are about, without its tag. */
export const warnedAbout = new WeakMap<Element, Set<string>>();

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

/** {@link warnOnce} of what is written on or in an element. */
export const warnAbout = (element: Element, text: string, ...details: readonly unknown[]): void => {
  warnedAbout.set(element, (warnedAbout.get(element) ?? new Set()).add(text));
  warnOnce(`<${element.localName}> ${text}`, element, ...details);
};
