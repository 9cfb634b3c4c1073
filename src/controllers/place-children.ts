/**
 * Makes generated children stand in an element's light DOM, behind the author's. They bear the attribute `mark`; whatever
 * else bears it is taken away again, also what a copy of the element's markup brought along.
 */
export const placeChildren = (host: Element, mark: string, wanted: readonly Element[]): void => {
  for (const child of [...host.children]) {
    if (!wanted.includes(child) && child.hasAttribute(mark)) child.remove();
  }
  for (const child of wanted) if (child.parentNode !== host) host.append(child);
};
