/**
 * Puts one element after the other under each host style sheet, at two widths, and says what is wrong there. The page
 * is opened once an element and only its style sheet changes: the sheets are many, and an element that is ready stays so.
 */
import { fileURLToPath } from 'node:url';
import { createDemoServer } from '../../../scripts/serve.mjs';
import { startBrowser, visit } from '../page-server.mjs';
import { installInspector } from './inspector.mjs';

const WIDTHS = [1280, 320];

const FALLBACK = '<a href="/blog">Our blog</a>';
const CARD = `<care-article-card slug="first-week">${FALLBACK}</care-article-card>`;
const CONTACT = `phone="+1-512-555-0142" phone-label="(512) 555-0142" text-number="+1-512-555-0142"
  email="hello@your-clinic.example" hours="Mo-Fr 08:00-18:00; Sa 09:00-12:00" time-zone="America/Chicago"
  after-hours="Leave a message." crisis-region="us" license-text="Licensed in Texas"`;

/** What is tried: by the name in the published table. */
export const CASES = {
  card: CARD,
  list: `<care-article-list with-filter with-search with-more per-page="4">${FALLBACK}</care-article-list>`,
  article: `<care-article endpoint="/host.json" slug="everything" category-url="/topics/{slug}" with-toc>${FALLBACK}</care-article>`,
  'article, isolated': `<care-article endpoint="/host.json" slug="everything" category-url="/topics/{slug}" with-toc isolated>${FALLBACK}</care-article>`,
  explainer: '<care-benefits layout="accordion" with-comparison with-faq></care-benefits>',
  newsletter: `<care-newsletter action="/subscribe" fields="email first-name" consent="required" privacy-url="/privacy"
    postal-address="Your Clinic, 1 Main Street, Springfield, IL 62701"></care-newsletter>`,
  'contact, card': `<care-contact heading="Call or write" ${CONTACT}></care-contact>`,
  'contact, banner': `<care-contact layout="banner" heading="Call or write" ${CONTACT}></care-contact>`,
  'post-nav': `<care-post-nav slug="first-week">${FALLBACK}</care-post-nav>`,
  author: `<care-author slug="what-is-an-iop" with-glossary>${FALLBACK}</care-author>`,
  categories: `<care-categories category-url="/topics/{slug}">${FALLBACK}</care-categories>`,
  config: `<care-config>${CARD}</care-config>`,
};

/** What the page itself has of each kind. */
const SAMPLES = `<h2>Head</h2><h3>Head</h3><h4>Head</h4><ul><li>Item</li></ul><blockquote>Words</blockquote>
  <p><a href="/">link</a> <small>small</small> <label>label</label> <code>code</code> <button type="button">button</button></p><pre>pre</pre><dl><dt>Term</dt><dd>Text</dd></dl>
  <table><thead><tr><th>Head</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table><details><summary>More</summary></details>
  <figure><figcaption>Caption</figcaption></figure>`;

/** A text with everything that texts have. */
const BODY = `<p>A paragraph with a <a href="/x">link</a>, <code>code</code> and <strong>strong words</strong>.</p>
  <h3>A heading of some length, as people write them</h3><ul><li>One</li><li>Two</li></ul><ol><li>First</li></ol>
  <blockquote><p>A quotation that goes on for longer than one line on a small screen.</p></blockquote>
  <figure><img src="/content/pictures/courtyard-480.webp" alt="A courtyard" width="480" height="270">
  <figcaption>A caption</figcaption></figure><pre>some(code, that.is.rather.long, and_does_not_end_before_the_line);</pre>
  <table><thead><tr><th>Level of care</th><th>Treatment a week</th><th>Where you sleep</th><th>Often used</th></tr></thead>
  <tbody><tr><th>Partial hospitalization</th><td>20 hours or more</td><td>At home</td><td>After a stay</td></tr></tbody></table>
  <dl><dt>Term</dt><dd>Its meaning</dd></dl><details><summary>A question</summary><p>Its answer.</p></details>
  <h3>Another heading</h3><p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</p>`;

/** The sample feed does not have all of that in one article. */
const FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Our clinic',
  items: [
    {
      id: '1',
      url: 'https://your-clinic.example/everything/',
      title: 'Everything that an article may have',
      date_published: '2026-03-02T12:00:00Z',
      content_html: BODY,
      authors: [{ name: 'Jane Roe, MS, LPC' }],
      image: '/content/pictures/courtyard-960.webp',
      _care: {
        reviewed_at: '2026-03-02',
        reviewers: [{ name: 'Ana Ruiz, MD' }],
        categories: [{ slug: 'treatment', name: 'Treatment programs' }],
        image: { alt: 'A courtyard', width: 960, height: 540 },
      },
    },
  ],
});

/** Whatever a sheet does to the page's own words, the page itself cannot be scrolled sideways. */
const ITSELF =
  'overflow: auto !important; inline-size: 10em !important; min-inline-size: 0 !important; max-inline-size: 100% !important';

/** A page as they are: the class names are those by which frameworks know the main column. */
const pageOf = (markup) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <style id="host"></style>
  <style>*, ::before, ::after { transition: none !important; animation: none !important }</style>
  <script type="module" src="/dist/care-widgets.js" data-care-endpoint="/content/feed.json"></script></head>
  <body><main class="container content entry-content markdown-body">
  <div id="samples" style="${ITSELF}"><h1>Our clinic</h1><p id="text">Words of the page itself.</p>${SAMPLES}</div>
  ${markup}</main></body></html>`;

/** Every element is registered and has its content; images too, and the newsletter its form. */
const isReady = () => {
  const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('care-'));
  return elements.every(
    (element) =>
      customElements.get(element.localName) &&
      (!element.reload || element.state === 'ready') &&
      element.isReady !== false &&
      (element.localName !== 'care-contact' || element.shadowRoot?.querySelector('[part~=crisis]')),
  );
};

const PAGE = '/host.html';

/**
 * @param {string} name of {@link CASES}
 * @param {readonly { name: string, css: string }[]} sheets
 * @param {{ browser: import('playwright').Browser, origin: string }} place
 * @returns {Promise<Map<string, { kind: string, width: number, what: string }[]>>} problems by sheet; none: an empty list
 */
export const inspectCase = async (name, sheets, { browser, origin }) => {
  const view = await visit(browser, { origin, endpointOrigin: origin, log: [] }, origin + PAGE, {
    viewport: { width: WIDTHS[0], height: 900 },
    reducedMotion: 'reduce',
    async beforeLoad(page) {
      await page.clock.setFixedTime('2026-03-02T03:00:00Z'); // the clinic is closed, whenever this is run
      await page.route(
        ({ pathname }) => pathname === PAGE || pathname === '/host.json',
        (route) =>
          route.request().url().endsWith('.json')
            ? route.fulfill({ contentType: 'application/json', body: FEED })
            : route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(CASES[name]) }),
      );
    },
  });
  const { page } = view;
  try {
    await page.waitForFunction(isReady);
    await page.evaluate(installInspector);
    const results = new Map(sheets.map((sheet) => [sheet.name, []]));
    /** Until what answers to a width (a list of contents that folds) has answered. */
    const resize = async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    };
    for (const width of WIDTHS) {
      await resize(width);
      await page.evaluate(() => globalThis.inspector.learn());
    }
    for (const width of WIDTHS) {
      await resize(width);
      for (const { name: sheet, css } of sheets) {
        const problems = await page.evaluate((text) => globalThis.inspector.inspect(text), css);
        results.get(sheet).push(...problems.map((problem) => ({ ...problem, width })));
      }
    }
    return results;
  } finally {
    await view.close();
  }
};

/** The server of the sample content, and a browser. */
export const openHost = async () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const [demo, browser] = await Promise.all([createDemoServer({ root }), startBrowser()]);
  return {
    browser,
    origin: demo.url.slice(0, -1),
    async close() {
      await browser.close();
      await demo.close();
    },
  };
};

/**
 * Every case under every sheet.
 *
 * @param {readonly { name: string, css: string }[]} sheets
 * @returns {Promise<Map<string, Map<string, { kind: string, width: number, what: string }[]>>>} by case, then by sheet
 */
export const inspectHosts = async (sheets, names = Object.keys(CASES)) => {
  const host = await openHost();
  try {
    const results = new Map();
    for (const name of names) results.set(name, await inspectCase(name, sheets, host));
    return results;
  } finally {
    await host.close();
  }
};
