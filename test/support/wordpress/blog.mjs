// A real WordPress, as scripts/test-wordpress.mjs started and seeded it, and pages of another site that show it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startBrowser, startPages, strictPolicy, visit } from '../page-server.mjs';

const LAB = fileURLToPath(new URL('wp-lab.sh', import.meta.url));

/** Runs WP-CLI in the blog. */
export const cli = (...words) =>
  execFileSync('bash', [LAB, 'cli', ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export const openBlog = async () => {
  const address = process.env.WORDPRESS;
  assert.ok(address, 'WORDPRESS names no address: npm run test:wordpress');
  const [site, browser] = await Promise.all([startPages(), startBrowser()]);
  /** Addresses asked of the REST API by the page that was opened last. */
  let asked = [];
  return {
    address,
    browser,
    site,
    get asked() {
      return asked;
    },
    /** A page on another origin than the blog, under the strict policy: its address. */
    page(body, { endpoint = address, settings = '', css = '', lang = 'en', name } = {}) {
      if (css) site.add(css, { 'content-type': 'text/css' }, '/host.css');
      return site.add(
        `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Host</title>
        <meta name="viewport" content="width=device-width">${css && '<link rel="stylesheet" href="/host.css">'}
        <script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint}" ${settings}></script></head><body>${body}</body></html>`,
        { 'content-security-policy': `${strictPolicy(address)}; media-src ${address}` },
        name,
      );
    },
    /** Visits an address of this site. */
    open(url, options) {
      asked = [];
      return visit(browser, site, url, {
        origins: [address],
        beforeLoad: (page) =>
          page.on('request', (request) => {
            if (/wp-json|rest_route/.test(request.url())) asked.push(request.url());
          }),
        ...options,
      });
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
};

/** By `?lab=…`, a misbehaviour of the blog (seeds/mu-lab.php): the state in which an element ends, and the code of its error. */
export const OUTCOMES = {
  nousers: ['ready', undefined],
  norest: ['error', 'forbidden'],
  nocors: ['error', 'network'],
  slow: ['ready', undefined],
  500: ['error', 'network'],
  '500,cors': ['error', 'server'],
  '403,cors': ['error', 'forbidden'],
  '429,cors': ['error', 'rate-limited'],
  'html,cors': ['error', 'malformed'],
  cache: ['ready', undefined],
  notice: ['ready', undefined],
  'slow,timeout': ['error', 'timeout'],
};

/** Settles once nothing of ours in the page is loading: every element has content, or a failure. */
export const settled = (page, selector) =>
  page.waitForFunction((wanted) => {
    const elements = [...document.querySelectorAll(wanted)];
    return elements.length && elements.every(({ state }) => state && state !== 'idle' && state !== 'loading');
  }, selector ?? 'care-article, care-article-card, care-article-list, care-post-nav, care-categories, care-author');
