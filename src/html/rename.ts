import { takeContents } from './contents.js';

/** Replaces an element by a new one of another name (or the same) that has its attributes and its content. */
export const renameElement = (element: Element, name: string): void => {
  const renamed = element.ownerDocument.createElement(name);
  for (const attribute of element.attributes) renamed.setAttribute(attribute.name, attribute.value);
  renamed.append(takeContents(element));
  element.replaceWith(renamed);
};
