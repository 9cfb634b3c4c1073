import type { DefaultTreeAdapterTypes } from 'parse5';
import { createParsedEngine, type ParsedEngine } from '../html/sanitise/parsed-engine.js';
import { CareError } from '../model/care-error.js';

const missing = (cause: unknown): never => {
  throw new CareError('not-configured', {
    detail: 'rendering needs three packages that are not there: npm install parse5 hast-util-sanitize linkedom',
    cause,
  });
};

type Parser = typeof import('parse5');

/** parse5. @throws CareError `not-configured` where it is not installed. */
export const loadParser = (): Promise<Parser> => import('parse5').catch(missing);

/**
 * Reads a text as a browser reads what is put into a `div`. By itself parse5 reads it as what is put into a `template`, where no
 * word behind a leading `<col>` is left, and a leading `<td>` has the words around it change places.
 */
export const loadFragmentParser = async (): Promise<(html: string) => DefaultTreeAdapterTypes.DocumentFragment> => {
  const { parseFragment, defaultTreeAdapter, html: names } = await loadParser();
  const place = defaultTreeAdapter.createElement('div', names.NS.HTML, []);
  return (html) => parseFragment(place, html, {});
};

let engine: Promise<ParsedEngine> | undefined;

/** What full texts pass in place of a browser's engine. Loaded only where there is such a text. */
export const loadEngine = (): Promise<ParsedEngine> =>
  (engine ??= Promise.all([
    loadFragmentParser(),
    import('hast-util-sanitize').catch(missing),
    import('linkedom').catch(missing),
  ]).then(([parseFragment, { sanitize }, dom]) => createParsedEngine({ ...dom, parseFragment, sanitize })));
