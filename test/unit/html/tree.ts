import { articleBody } from '../../../src/html/article-body.js';
import { dompurifyEngine } from '../../../src/html/sanitise/dompurify-engine.js';
import { hasNativeEngine } from '../../../src/html/dom.js';
import { nativeEngine } from '../../../src/html/sanitise/engine.js';
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

const URL_OF_ARTICLE = 'https://site.example/post/';
const ORIGINS = ['https://site.example'];

const ENGINES = { dompurify: dompurifyEngine, ...(hasNativeEngine() && { native: nativeEngine }) };

/** What becomes of a body as its source sent it: the same by each engine. */
export const bodyOf = async (html: string): Promise<string> => {
  const bodies = await Promise.all(
    Object.values(ENGINES).map(async (engine) =>
      serialise(await articleBody(html, { url: URL_OF_ARTICLE, origins: ORIGINS, engine })).trim(),
    ),
  );
  const [body = '', other = body] = bodies;
  if (body !== other) throw new Error(`The engines differ:\n${bodies.join('\n')}`);
  return body;
};

/** The words of a body. */
export const wordsOf = async (html: string): Promise<string> => treeOf(await bodyOf(html)).textContent;
