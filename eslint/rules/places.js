import { onlyIn } from './only-in.js';

/** One place for requests: there alone are timeout, abort, retry, size cap, no credentials and no referrer. */
export const requestsOnlyInHttp = onlyIn({
  message: 'requests are made only in src/http/, where the privacy and time limits are. Call its functions.',
  globals: ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'WebTransport', 'fetchLater'],
});

/** One place where a string becomes HTML: there alone is the allow-list. */
export const htmlOnlyInHtml = onlyIn({
  message: 'strings become HTML only in src/html/, behind the allow-list. Pass SafeHtml on, or insert text.',
  globals: ['DOMParser', 'XSLTProcessor'],
  members: [
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'setHTML',
    'setHTMLUnsafe',
    'parseHTML',
    'parseHTMLUnsafe',
    'parseFromString',
    'createContextualFragment',
    'srcdoc',
  ],
  membersOf: { document: ['write', 'writeln'], ownerDocument: ['write', 'writeln'] },
  imports: ['unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic'],
  templates: /[\s"'][.?]?(innerHTML|outerHTML|srcdoc)\s*=/i,
});

/** Class files never register: two copies of the library on one page would clash. */
export const defineOnlyInDefine = onlyIn({
  message: 'tags are registered only in src/define/, where a second copy is met. Export the class.',
  membersOf: { customElements: ['define'], customElementRegistry: ['define'] },
  imports: ['customElement'],
});

const pageOf = (names) => ({ document: names, ownerDocument: names });

/** Nothing leaks: no storage, no beacon, nothing of the page that the widget stands in. */
export const privacy = onlyIn({
  message: 'the privacy promise: widgets store nothing, send nothing by themselves and read nothing of the page.',
  globals: ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'history', 'navigation'],
  members: [
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'cookieStore',
    'cookie',
    'sendBeacon',
    'serviceWorker',
    'referrer',
    'requestStorageAccess',
  ],
  membersOf: pageOf(['title', 'lastModified']),
});

/** The page's URL: read in one file only, and there only the query parameter that an author names. */
export const locationOnlyForSlugParam = onlyIn({
  message: "the page's address is read only where slug-param is (`pageAddressFiles` in eslint.config.js).",
  globals: ['location'],
  harmless: ['origin'], // the origin tells the site, not the page
  membersOf: pageOf(['location', 'URL', 'documentURI']),
});
