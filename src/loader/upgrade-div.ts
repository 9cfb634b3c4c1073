/** What must not be set from a `data-*` attribute: it would run code, restyle the page or break the element. */
const REFUSED = /^(?:on.*|style|is|slot|id|class|care-.*)$/;

/**
 * `<div data-care-widget="article-card" data-slug="…">` becomes the frame of `<care-article-card slug="…">`: WordPress
 * removes custom tags from what most of its authors paste, but keeps `div` and `data-*`. The children become the fallback.
 * False where the name is none of ours.
 */
export const upgradeDiv = (div: Element, isKnown: (tag: string) => boolean): boolean => {
  const name = div.getAttribute('data-care-widget')?.trim().toLowerCase() ?? '';
  const tag = name.startsWith('care-') ? name : `care-${name}`;
  if (!isKnown(tag)) return false;
  if (div.firstElementChild?.localName === tag) return true;
  const element = document.createElement(tag);
  for (const { name, value } of div.attributes) {
    const attribute = /^data-(.+)$/.exec(name)?.[1];
    if (attribute && !REFUSED.test(attribute)) element.setAttribute(attribute, value);
  }
  element.append(...div.childNodes);
  div.append(element);
  return true;
};
