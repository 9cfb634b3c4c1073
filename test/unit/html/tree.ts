import { articleBody } from '../../../src/html/article-body.js';
import { serialise } from '../../support/safe-html.js';

/** A tree in an inert document, as the passes get it. */
export const treeOf = (html: string): DocumentFragment => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
};

export const htmlOf = (tree: DocumentFragment): string => {
  const root = document.createElement('template');
  root.content.append(tree.cloneNode(true));
  return root.innerHTML;
};

export const URL_OF_ARTICLE = 'https://site.example/post/';
export const ORIGINS = ['https://site.example'];

/** What becomes of a body as its source sent it. */
export const bodyOf = async (html: string): Promise<string> =>
  serialise(await articleBody(html, { url: URL_OF_ARTICLE, origins: ORIGINS })).trim();
