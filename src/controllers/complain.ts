const said = new Set<string>();

/** Tells the webmaster once, in plain English, what was met on an element and what to write instead. */
export const complain = (element: Element, detail: string): void => {
  const text = `<${element.localName}> not-configured | ${detail}`;
  if (said.has(text)) return;
  said.add(text);
  console.warn(text, element);
};
