import type { Written } from './attributes.js';
import { TAGS } from './vocabulary.js';
import { parseUrl } from '../model/parse-url.js';

/** An element of a page as it was written. */
export interface PageElement extends Written {
  /** Of the page's text, from 1. */
  readonly line?: number | undefined;
  /** Whether it holds something that visitors see. */
  readonly isFilled: boolean;
  /** The name of the first element inside that is no fallback. */
  readonly pagePart?: string | undefined;
  /** The text of a script or a style sheet. */
  readonly text?: string;
}

/** A page as it was sent. */
export interface PageFacts {
  /** After redirects. */
  readonly url: string;
  /** Header by name in small letters; empty where it is absent. */
  readonly header: (name: string) => string;
  /** In the order of the page. */
  readonly elements: readonly PageElement[];
  /** URLs that a running page has loaded from so far. */
  readonly resources?: readonly string[];
  /** Whether the `window` of a running page has a property. */
  readonly hasGlobal?: (name: string) => boolean;
}

/** Addresses of our own script. */
export const LOADER = /\/care-widgets(?:\.classic)?(?:[.-][\w.-]+)?\.js(?:[?#]|$)/;

/** Tags that show nothing without an endpoint. */
export const FETCHES = /^care-(?:article|article-card|article-list|post-nav|categories)$/;

export const readerOf = ({ attributes }: Written): ((name: string) => string | undefined) => {
  const values = new Map([...attributes].map(({ name, value }) => [name, value]));
  return (name) => values.get(name);
};

export const absolute = (address: string | undefined, base: string): string | undefined =>
  parseUrl(address, base)?.href;

/** An endpoint as the page writes it, with what stands beside it: `source` and `key` hold for no other. */
export interface WrittenEndpoint {
  readonly endpoint: string;
  readonly source?: string | undefined;
  readonly key?: string | undefined;
}

/** What is found of one page besides its findings. */
export interface PageOutline {
  /** Our elements, in the order of the page. */
  readonly widgets: readonly PageElement[];
  /** Absolute and distinct. */
  readonly endpoints: readonly string[];
  /** Each of them as the page writes it. */
  readonly written: ReadonlyMap<string, WrittenEndpoint>;
  /** Absolute URLs of our scripts, distinct. */
  readonly scripts: readonly string[];
}

export const outlineOf = ({ url, elements }: PageFacts): PageOutline => {
  const written = new Map<string, WrittenEndpoint>();
  const scripts = new Set<string>();
  for (const element of elements) {
    const read = readerOf(element);
    const prefix = read('data-care-endpoint') === undefined ? '' : 'data-care-';
    const address = prefix || TAGS.includes(element.localName) ? read(`${prefix}endpoint`) : undefined;
    const endpoint = absolute(address, url);
    if (endpoint && address && !written.has(endpoint))
      written.set(endpoint, { endpoint: address, source: read(`${prefix}source`), key: read(`${prefix}key`) });
    const src = element.localName === 'script' ? absolute(read('src'), url) : undefined;
    if (src && LOADER.test(src)) scripts.add(src);
  }
  const widgets = elements.filter(
    (element) => TAGS.includes(element.localName) || readerOf(element)('data-care-widget') !== undefined,
  );
  return { widgets, endpoints: [...written.keys()], written, scripts: [...scripts] };
};
