import { ID_PREFIX, idsIn } from '../sanitise/ids.js';

const idIn = (hash: string): string => {
  try {
    return ID_PREFIX + decodeURIComponent(hash);
  } catch {
    return ID_PREFIX + hash;
  }
};

/**
 * Links from the article to a place in itself lead to that place here. Expects links resolved on `url`; one to a place
 * that is not in the text keeps leading to the original page.
 */
export const linkAnchors = (tree: DocumentFragment, url: string): void => {
  const [page] = url.split('#');
  const ids = idsIn(tree);
  for (const link of tree.querySelectorAll('a[href*="#"]')) {
    const [address, hash] = (link.getAttribute('href') ?? '').split('#');
    if (address !== page || !hash) continue;
    const id = idIn(hash);
    if (!ids.has(id)) continue;
    link.setAttribute('href', `#${id}`);
    link.removeAttribute('rel');
    link.removeAttribute('referrerpolicy');
  }
};
