import { linkTarget, pointOut } from './link.js';

/** Resolves every link on the article's address; one that leads nowhere safe stays as text. */
export const rebaseLinks = (tree: DocumentFragment, url: string): void => {
  for (const element of tree.querySelectorAll('[href]')) {
    const href = element.localName === 'a' && linkTarget(element.getAttribute('href') ?? '', url);
    if (href) pointOut(element, href);
    else element.removeAttribute('href');
  }
};
