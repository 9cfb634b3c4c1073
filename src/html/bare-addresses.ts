import { replaceByLink } from './replace-by-link.js';
import { safeUrl } from './urls.js';

/** An address that stands alone in a block is how an embed arrives that its site could not resolve: it becomes a link. */
export const linkBareAddresses = (tree: DocumentFragment): void => {
  for (const block of tree.querySelectorAll('p, div')) {
    const only = block.firstChild;
    if (only?.nodeType !== Node.TEXT_NODE || only.nextSibling) continue;
    const text = only.textContent?.trim() ?? '';
    const address = /^https?:\/\/\S+$/.test(text) && safeUrl(text);
    if (!address) continue;
    const place = block.ownerDocument.createElement('span');
    block.replaceChildren(place);
    replaceByLink(place, address, text);
  }
};
