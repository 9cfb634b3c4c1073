import DOMPurify, { type Config } from 'dompurify';
import { inertDocument, takeContents } from '../dom.js';
import { toText } from '../read/text.js';
import { ATTRIBUTES, ELEMENTS } from './allow-list.js';
import { trustForInertParsing } from './trusted-types.js';

const CONFIG: Config = {
  IN_PLACE: true,
  ALLOWED_TAGS: [...ELEMENTS, '#text'],
  ALLOWED_ATTR: [...ATTRIBUTES],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // As the native engine: an element that is not allowed takes its content with it.
  KEEP_CONTENT: false,
  // These two guard against a second parse and against clobbering; here the tree is never parsed again and every id
  // gets a prefix, while both would drop harmless words that the native engine keeps.
  SAFE_FOR_XML: false,
  SANITIZE_DOM: false,
};

/** Attributes that hold a URL. DOMPurify checks their values, and `resolveLinks()` and `keepOwnImages()` do so again. */
const ADDRESSES = /^(?:href|src|srcset)$/;

let purifier: typeof DOMPurify | undefined;

const getPurifier = (): typeof DOMPurify => {
  if (purifier) return purifier;
  // An instance of our own: the page may use the same module with other hooks.
  purifier = DOMPurify(window);
  // Without this, values are trimmed and words such as `title="data: the facts"` taken for URLs.
  purifier.addHook('uponSanitizeAttribute', (_element, data) => {
    if (ATTRIBUTES.includes(data.attrName) && !ADDRESSES.test(data.attrName)) data.forceKeepAttr = true;
  });
  return purifier;
};

/**
 * DOMPurify, for browsers without the Sanitizer API. Parsing is done here, as a fragment in a `div`, because DOMPurify
 * parses whole documents and so reads `<frameset>` and leading blanks differently from `setHTML`. Where the page forbids
 * every way to parse, the words remain as one paragraph.
 */
export const dompurifyEngine = (html: string): DocumentFragment => {
  const root = inertDocument().createElement('div');
  const trusted = trustForInertParsing(html);
  if (trusted === undefined) {
    root.append(inertDocument().createElement('p'));
    root.firstElementChild?.append(toText(html));
  } else {
    root.innerHTML = trusted;
    getPurifier().sanitize(root, CONFIG);
  }
  return takeContents(root);
};
