import { attributeFindings, settingFindings, type Written } from './attributes.js';
import { finding, type Finding } from './finding.js';
import { policyFindings } from './policy.js';
import { notClosed, tagFindings, widgetFindings } from './tags.js';
import { trackerFindings } from './trackers.js';
import { TAGS } from './vocabulary.js';

/** An element of a page as it was written. */
export interface PageElement extends Written {
  /** Of the page's text, from 1. */
  readonly line?: number | undefined;
  /** Whether something for visitors stands inside. */
  readonly isFilled: boolean;
  /** The name of the first element inside that is no fallback. */
  readonly pagePart?: string | undefined;
  /** What stands inside as text, of scripts and style sheets. */
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
}

const LOADER = /\/care-widgets(?:\.classic)?(?:[.-][\w.-]+)?\.js(?:[?#]|$)/;

/** Tags that show nothing without an endpoint. */
const FETCHES = /^care-(?:article|article-card|article-list|post-nav|categories)$/;

export const readerOf = ({ attributes }: Written): ((name: string) => string | undefined) => {
  const values = new Map([...attributes].map(({ name, value }) => [name, value]));
  return (name) => values.get(name);
};

const absolute = (address: string | undefined, base: string): string | undefined =>
  address !== undefined && URL.canParse(address, base) ? new URL(address, base).href : undefined;

/** What is found of one page besides its findings. */
export interface PageOutline {
  /** Tags of ours, each time they stand there. */
  readonly widgets: readonly PageElement[];
  /** Absolute, without doubles. */
  readonly endpoints: readonly string[];
  /** Absolute addresses of our scripts, without doubles. */
  readonly scripts: readonly string[];
}

export const outlineOf = ({ url, elements }: PageFacts): PageOutline => {
  const endpoints = new Set<string>();
  const scripts = new Set<string>();
  for (const element of elements) {
    const read = readerOf(element);
    const endpoint = absolute(
      read('data-care-endpoint') ?? (TAGS.includes(element.localName) ? read('endpoint') : undefined),
      url,
    );
    if (endpoint) endpoints.add(endpoint);
    const src = element.localName === 'script' ? absolute(read('src'), url) : undefined;
    if (src && LOADER.test(src)) scripts.add(src);
  }
  const widgets = elements.filter(
    (element) => TAGS.includes(element.localName) || readerOf(element)('data-care-widget') !== undefined,
  );
  return { widgets, endpoints: [...endpoints], scripts: [...scripts] };
};

const headingLevel = (element: PageElement): number | undefined => {
  const own = /^h([1-6])$/.exec(element.localName)?.[1];
  if (own) return +own;
  if (!/^care-article(?:-card)?$/.test(element.localName)) return undefined;
  return +(/^[1-6]$/.exec(readerOf(element)('heading-level') ?? '')?.[0] ?? 2);
};

const headingFindings = (elements: readonly PageElement[]): Finding[] => {
  let before = 0;
  return elements.flatMap((element) => {
    const level = headingLevel(element);
    if (level === undefined) return [];
    const isSkipped = before > 0 && level > before + 1;
    const { localName, line } = element;
    const last = before;
    before = level;
    if (!isSkipped) return [];
    const write = localName.startsWith('care-') ? `Write heading-level="${last + 1}".` : `Write <h${last + 1}>.`;
    return [
      finding(
        'heading-order',
        `<${localName}> has level ${level} behind a heading of level ${last}`,
        write,
        `line ${line ?? '?'}`,
      ),
    ];
  });
};

/** Addresses that a page loads from by itself, those in the text of its scripts included. */
const loadedUrls = ({ url, elements }: PageFacts): string[] =>
  elements.flatMap((element) => {
    const read = readerOf(element);
    const src = /^(?:script|img|iframe)$/.test(element.localName) ? absolute(read('src'), url) : undefined;
    const inside =
      element.localName === 'script' && !src
        ? [...(element.text ?? '').matchAll(/(?:https?:)?\/\/[\w.-]+\.[a-z]{2,}[\w/.-]*/gi)].map(([address]) =>
            address.replace(/^\/\//, 'https://'),
          )
        : [];
    return [...(src ? [src] : []), ...inside];
  });

/** Everything that a page itself shows to be wrong, without asking anybody. */
export const pageFindings = (facts: PageFacts): Finding[] => {
  const { url, header, elements } = facts;
  const { widgets, endpoints, scripts } = outlineOf(facts);
  const where = ({ localName, line }: PageElement): string =>
    `<${localName}>${line === undefined ? '' : ` in line ${line}`}`;
  const ofElements = elements.flatMap((element) => {
    const { localName: tag, isFilled, pagePart } = element;
    const read = readerOf(element);
    const widget = read('data-care-widget');
    return [
      ...attributeFindings(element),
      ...(read('data-care-endpoint') === undefined ? [] : settingFindings(element)),
      ...(tag.startsWith('care') ? tagFindings(tag) : []),
      ...(widget === undefined ? [] : widgetFindings(widget)),
      ...(TAGS.includes(tag) && tag !== 'care-config' && pagePart ? [notClosed(tag, pagePart)] : []),
      ...(FETCHES.test(tag) && tag !== 'care-post-nav' && !isFilled
        ? [
            finding(
              'no-fallback',
              `nothing stands inside of ${tag}`,
              `Write a link to the content between <${tag}> and </${tag}>.`,
            ),
          ]
        : []),
    ].map((found) => ({ ...found, where: where(element) }));
  });

  const ofPage: Finding[] = [];
  const hasScripts = elements.some((element) => element.localName === 'script' && readerOf(element)('src'));
  if (widgets.length && !hasScripts)
    ofPage.push(
      finding(
        'no-script',
        'elements of care-widgets, and no script',
        'Write <script type="module" src="/care-widgets/care-widgets.js" data-care-endpoint="…"></script>.',
        url,
      ),
    );
  if (widgets.some(({ localName }) => FETCHES.test(localName)) && !endpoints.length)
    ofPage.push(
      finding(
        'no-endpoint',
        'no endpoint is named',
        'Write data-care-endpoint="https://your-site.example/" on the script tag.',
        url,
      ),
    );
  if (scripts.length > 1)
    ofPage.push(
      finding(
        'two-copies',
        `${scripts.length} scripts of care-widgets: ${scripts.join(', ')}`,
        'Leave one of them.',
        url,
      ),
    );
  for (const endpoint of endpoints) {
    if (url.startsWith('https:') && endpoint.startsWith('http:'))
      ofPage.push(
        finding(
          'mixed-content',
          `the page is https, the endpoint ${endpoint} is http`,
          `Write ${endpoint.replace(/^http:/, 'https:')}.`,
          url,
        ),
      );
  }
  const map =
    elements.find((element) => element.localName === 'script' && readerOf(element)('type') === 'importmap')?.text ?? '';
  const unchecked = map.includes('sha384')
    ? scripts.find((script) => !map.includes(new URL(script).pathname))
    : undefined;
  if (unchecked)
    ofPage.push(
      finding(
        'import-map',
        `the import map has hashes, but none for ${unchecked}`,
        'Paste dist/import-map.html as it is, and replace /care-widgets/ in it by the folder of the script.',
        url,
      ),
    );
  const styles = elements
    .filter(({ localName }) => localName === 'style')
    .map(({ text }) => text ?? '')
    .join('\n');
  const size = /(?:^|[},\s])(?:html|:root)\s*\{[^}]*font-size:\s*([\d.]+px)/.exec(styles)?.[1];
  if (size && widgets.length)
    ofPage.push(
      finding('root-font-size', `the page sets its root font size to ${size}`, 'Write html { font-size: 100%; }.', url),
    );

  const meta = elements
    .filter(
      (element) =>
        element.localName === 'meta' && /^content-security-policy$/i.test(readerOf(element)('http-equiv') ?? ''),
    )
    .map((element) => readerOf(element)('content') ?? '');
  const tags = elements.filter(
    (element) => element.localName === 'script' && scripts.includes(absolute(readerOf(element)('src'), url) ?? ''),
  );
  return [
    ...ofElements,
    ...ofPage,
    ...(widgets.length ? headingFindings(elements) : []),
    ...policyFindings({
      page: url,
      policy: [header('content-security-policy'), ...meta].filter(Boolean).join(','),
      integrityPolicy: header('integrity-policy'),
      endpoints,
      scripts: tags.map((element) => ({
        url: absolute(readerOf(element)('src'), url) ?? url,
        hasIntegrity: !!readerOf(element)('integrity'),
        hasNonce: readerOf(element)('nonce') !== undefined,
      })),
    }),
    ...(widgets.length ? trackerFindings({ urls: loadedUrls(facts) }) : []),
  ];
};
