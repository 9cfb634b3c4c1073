// How the widgets look: chosen pictures, each compared with the one in test/pictures. To be run after a change of the look that is
// wanted: UPDATE_PICTURES=1 node --test test/pages/pictures.test.mjs; then look at what git says has changed.
//
// What other machines draw otherwise must not count: the letters are those of a font that is served, motion is off, clocks stand
// still, and pictures are compared at half their size, where the edges of letters, which each system smooths in its way, are gone.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { startBrowser } from '../support/page-server.mjs';
import { serveFolder } from '../support/serve-folder.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PICTURES = path.join(ROOT, 'test/pictures');
/** Where a picture that differs is kept, with the difference in red beside it. */
const DIFFERING = path.join(ROOT, 'test/pictures/differing');
/** Most pixels of the halved picture that may differ. */
const TOLERANCE = 0.003;
const NOW = new Date('2026-11-25T16:00:00Z');

/** Letters of the same shape and width on every system. */
const RENDERING = ['--disable-lcd-text', '--force-color-profile=srgb'];

const PHONE = 390;
const DESKTOP = 1280;

const FONT = '/node_modules/@fontsource/source-sans-3/files/source-sans-3-latin';
const faces = [400, 600, 700].map(
  (weight) => `@font-face { font-family: Served; font-weight: ${weight}; src: url(${FONT}-${weight}-normal.woff2) }`,
);
const SHEET = `${faces.join('')} :root { color-scheme: light dark; color: #222; --care-font-heading: Served }
  body { max-width: 70rem; margin: 1.5rem auto; padding: 0 1rem; font: 16px/1.6 Served }
  @media (prefers-color-scheme: dark) { :root { background: #14171a; color: #e8eaed } }
  .beside { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)) }`;

const SLUG = 'slug="what-is-an-iop"';
const card = (attributes) => `<care-article-card ${SLUG} ${attributes}></care-article-card>`;
const CARDS = `<div class="beside">${card('')}${card('without-image')}</div><br>${card('layout="horizontal"')}<br>${card('layout="compact"')}`;
const LIST = '<care-article-list with-search with-filter with-more per-page="5"></care-article-list>';
const contact = (attributes) => `<care-contact heading="Talk with someone today" phone="+1-512-555-0142"
  phone-label="(512) 555-0142" text-number="+1-512-555-0143" hours="Mo-Su 08:00-20:00" time-zone="America/Chicago"
  who-answers="A counselor answers" crisis-region="us" ${attributes}></care-contact>`;
const NEWSLETTER = `<care-newsletter action="/nowhere" fields="email first-name" consent="required" privacy-url="/privacy/"
  postal-address="Harbor &amp; Pine Recovery, 1400 Lakeside Road, Pine Harbor, TX"></care-newsletter>`;
const URGENT = `<care-urgent level="emergency" heading="Call 911 if somebody:" reviewer="Dr. Amara Osei, MD" reviewed-on="2026-11-01">
  <ul><li>cannot be woken</li><li>breathes slowly or not at all</li></ul></care-urgent>`;

/** Name of the picture: what is on the page, and how it is looked at. */
const SCENES = {
  cards: [CARDS, { width: DESKTOP }],
  'cards-phone': [CARDS, { width: PHONE }],
  'cards-dark': [CARDS, { width: PHONE, dark: true }],
  'cards-right-to-left': [CARDS, { width: PHONE, dir: 'rtl' }],
  list: [LIST, { width: DESKTOP }],
  'list-phone-spanish': [LIST, { width: 320, lang: 'es' }],
  'list-dark': [LIST, { width: DESKTOP, dark: true }],
  'list-compact': ['<care-article-list layout="compact" per-page="4"></care-article-list>', { width: PHONE }],
  'list-failed': [
    '<care-article-list with-search endpoint="https://clinic.invalid/feed.json"></care-article-list>',
    { width: PHONE, isBroken: true },
  ],
  article: [`<care-article ${SLUG} with-toc></care-article>`, { width: DESKTOP }],
  'article-phone': [`<care-article ${SLUG} with-toc></care-article>`, { width: PHONE }],
  'article-isolated': [`<care-article ${SLUG} isolated></care-article>`, { width: PHONE }],
  'article-dark': [`<care-article ${SLUG} theme="dark"></care-article>`, { width: PHONE }],
  benefits: ['<care-benefits with-comparison with-faq></care-benefits>', { width: DESKTOP }],
  'benefits-phone-spanish': ['<care-benefits with-comparison></care-benefits>', { width: 320, lang: 'es' }],
  'benefits-grid': ['<care-benefits layout="grid"></care-benefits>', { width: DESKTOP }],
  'benefits-accordion': ['<care-benefits layout="accordion"></care-benefits>', { width: PHONE }],
  author: [`<care-author ${SLUG} with-glossary></care-author>`, { width: PHONE }],
  categories: [
    '<care-categories></care-categories><br><care-categories layout="inline"></care-categories>',
    { width: PHONE },
  ],
  'post-nav': ['<care-post-nav slug="levels-of-care"></care-post-nav>', { width: DESKTOP }],
  contact: [`<div class="beside">${contact('')}${contact('look="clinical"')}</div>`, { width: DESKTOP }],
  'contact-phone': [contact(''), { width: PHONE }],
  'contact-dark': [contact('look="calm" theme="dark"'), { width: PHONE }],
  'contact-right-to-left': [contact('look="editorial"'), { width: PHONE, dir: 'rtl' }],
  'contact-banner': [contact('layout="banner"'), { width: DESKTOP }],
  'contact-sticky': [contact('layout="sticky"'), { width: PHONE }],
  newsletter: [NEWSLETTER, { width: PHONE }],
  'newsletter-refused': [NEWSLETTER, { width: PHONE, act: (page) => page.getByRole('button').click() }],
  urgent: [URGENT, { width: PHONE }],
  'look-calm': [CARDS + contact(''), { width: DESKTOP, look: 'calm' }],
  'look-clinical': [CARDS + contact(''), { width: DESKTOP, look: 'clinical' }],
  'look-editorial': [CARDS + contact(''), { width: DESKTOP, look: 'editorial' }],
};

let site;
let browser;
before(async () => {
  [site, browser] = await Promise.all([serveFolder(ROOT), startBrowser(...RENDERING)]);
  await rm(DIFFERING, { recursive: true, force: true });
});
after(async () => {
  await browser.close();
  await site.close();
});

/** Elements that show fetched content say how far they are. */
const CONTENT = 'article article-card article-list author benefits categories post-nav'
  .split(' ')
  .map((name) => `care-${name}`);
const settled = (page, end) =>
  page.waitForFunction(
    ([content, state]) => {
      const all = [...document.querySelectorAll(`${content}, care-contact, care-newsletter, care-urgent`)];
      return all.every((element) => element.hasUpdated && (!element.matches(content) || element.state === state));
    },
    [CONTENT.join(), end],
  );

const take = async (body, { width, lang = 'en', dir = 'ltr', look = 'host', dark = false, isBroken = false, act }) => {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  try {
    await page.clock.setFixedTime(NOW);
    await page.goto(
      site.addPage(`<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Picture</title>
        <meta name="viewport" content="width=device-width"><style>${SHEET}</style>
        <script type="module" src="/dist/care-widgets.js"></script></head><body>
        <care-config source="json-feed" endpoint="/stories/content/feed.json" look="${look}">${body}</care-config></body></html>`),
    );
    await settled(page, isBroken ? 'error' : 'ready');
    await act?.(page);
    await page.setViewportSize({ width, height: 6000 }); // pictures below the window are not loaded
    await page.waitForFunction(async () => {
      const deep = (root) =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot ? deep(element.shadowRoot) : []),
        ]);
      await document.fonts.ready;
      return deep(document).every(
        (element) => element.localName !== 'img' || (element.complete && element.naturalWidth),
      );
    });
    await page.setViewportSize({ width, height: 800 });
    return await page.screenshot({ animations: 'disabled', fullPage: true });
  } finally {
    await page.close();
  }
};

const halved = async (picture) => {
  const { width, height } = await sharp(picture).metadata();
  return sharp(picture).resize(Math.ceil(width / 2), Math.ceil(height / 2), { fit: 'fill' });
};
const pixels = (picture) => picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });

describe('pictures', () => {
  for (const [name, [body, options]] of Object.entries(SCENES)) {
    it(name, async () => {
      const file = path.join(PICTURES, `${name}.png`);
      const taken = await take(body, options);
      const picture = await halved(taken);
      if (process.env.UPDATE_PICTURES) return void (await picture.png({ palette: true, effort: 10 }).toFile(file));
      assert.ok(existsSync(file), `no picture to compare with: UPDATE_PICTURES=1 makes it`);
      const [now, before] = await Promise.all([picture, sharp(file)].map(pixels));
      const { width, height } = before.info;
      const keep = async (difference) => {
        await mkdir(DIFFERING, { recursive: true });
        await writeFile(path.join(DIFFERING, `${name}.png`), taken);
        if (difference)
          await sharp(difference, { raw: before.info }).toFile(path.join(DIFFERING, `${name}.difference.png`));
      };
      if (now.info.width !== width || now.info.height !== height) {
        await keep();
        assert.fail(
          `halved it is ${now.info.width} x ${now.info.height} px, was ${width} x ${height}: see ${DIFFERING}`,
        );
      }
      const difference = Buffer.alloc(before.data.length);
      const share =
        pixelmatch(now.data, before.data, difference, width, height, { threshold: 0.12 }) / (width * height);
      if (share > TOLERANCE) await keep(difference);
      assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of it differs: see ${DIFFERING}`);
    });
  }
});
