import { attributeFindings, settingFindings } from './attributes.js';
import { finding, type Finding } from './finding.js';
import { absolute, FETCHES, LOADER, outlineOf, readerOf, type PageElement, type PageFacts } from './outline.js';
import { policyFindings } from './policy.js';
import { endpointFindings, notClosed, tagFindings, uncheckedScript, widgetFindings } from './tags.js';
import { trackerFindings } from './trackers.js';
import { TAGS } from './vocabulary.js';

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
        line === undefined ? undefined : `line ${line}`,
      ),
    ];
  });
};

/** URLs that a page loads from by itself, those in the text of its scripts included. */
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

/** What is wrong with one element as it is written. */
export const elementFindings = (element: PageElement): Finding[] => {
  const { localName: tag, isFilled, pagePart, line } = element;
  const read = readerOf(element);
  const widget = read('data-care-widget');
  return [
    ...attributeFindings(element),
    ...(read('data-care-endpoint') !== undefined || (tag === 'script' && LOADER.test(read('src') ?? ''))
      ? settingFindings(element)
      : []),
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
  ].map((found) => (line === undefined ? found : { ...found, where: `<${tag}> in line ${line}` }));
};

/** What is wrong with a page as a whole, apart from its single elements. */
export const wholePageFindings = (facts: PageFacts): Finding[] => {
  const { url, header, elements, resources = [], hasGlobal } = facts;
  const { widgets, endpoints, scripts } = outlineOf(facts);
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
  const ofTags = elements.flatMap((element) => readerOf(element)('data-care-endpoint') ?? []);
  ofPage.push(...endpointFindings(ofTags, url).map((found) => ({ ...found, where: url })));
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
  if (unchecked) ofPage.push({ ...uncheckedScript(unchecked), where: url });
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
  const classic = tags.filter((element) => readerOf(element)('type')?.trim().toLowerCase() !== 'module');
  for (const element of classic) {
    const src = readerOf(element)('src') ?? '';
    if (!src.includes('.classic.'))
      ofPage.push(
        finding('not-a-module', `${src} is loaded as a classic script`, 'Write <script type="module" src="…">.', url),
      );
  }
  return [
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
    ...(widgets.length
      ? trackerFindings({ urls: [...loadedUrls(facts), ...resources], ...(hasGlobal ? { hasGlobal } : {}) })
      : []),
  ];
};

/** Everything that a page itself shows to be wrong, without any request. */
export const pageFindings = (facts: PageFacts): Finding[] => [
  ...facts.elements.flatMap(elementFindings),
  ...wholePageFindings(facts),
];
