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
  new Set([...tree.querySelectorAll('[id]')].map(({ id }) => id));

/**
 * Whether the page itself, or another text on it, has this id. Elements inside `replaced` do not count: they are about to be
 * removed.
 */
export const isOnPage = (id: string, replaced?: Element): boolean => {
  const bearer = document.getElementById(id);
  return !!bearer && !replaced?.contains(bearer);
};

/**
 * Gives the ids of a text a number where the page has them already, and leads its links to the new ones. Without it a
 * click on the footnote of a second article would end in the first.
 */
export const separateIds = (tree: DocumentFragment, replaced?: Element): void => {
  const own = idsIn(tree);
  const renamed = new Map<string, string>();
  for (const element of tree.querySelectorAll('[id]')) {
    const { id } = element;
    for (let count = 2; isOnPage(element.id, replaced) || (element.id !== id && own.has(element.id)); count++) {
      element.id = `${id}-${count}`;
    }
    if (element.id !== id) renamed.set(`#${id}`, `#${element.id}`);
  }
  if (!renamed.size) return;
  for (const link of tree.querySelectorAll('a[href^="#"]')) {
    const href = renamed.get(link.getAttribute('href') ?? '');
    if (href) link.setAttribute('href', href);
  }
};
