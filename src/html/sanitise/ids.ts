/**
 * Set before every id that comes from outside. Without it `id="location"` or `id="forms"` in an article would shadow
 * what the page's own scripts read from `window` and `document`.
 */
export const ID_PREFIX = 'care-';

/** Prefixes every id, makes `<a name>` an id and drops the second bearer of an id. */
export const prefixIds = (tree: DocumentFragment): void => {
  const taken = new Set<string>();
  for (const element of tree.querySelectorAll('[id], [name]')) {
    const id = element.id || (element.localName === 'a' && element.getAttribute('name'));
    element.removeAttribute('name');
    if (id && !taken.has(id)) {
      taken.add(id);
      element.id = ID_PREFIX + id;
    } else {
      element.removeAttribute('id');
    }
  }
};

/** Every id in a tree. A fragment has no index: asking it for each link or heading by itself reads all of it each time. */
export const idsIn = (tree: DocumentFragment): Set<string> =>
  new Set(Array.from(tree.querySelectorAll('[id]'), ({ id }) => id));
