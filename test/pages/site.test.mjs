// The documentation site as any web server would hand it out, from a folder of its own: every link and anchor, every page by
// axe in light and dark, search, and what is there without script.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { createDemoServer } from '../../scripts/serve.mjs';
import { ensureSite, SITE } from '../../scripts/site.mjs';
import { startVisits, visit as visitOther } from '../support/page-server.mjs';
import { serveFolder } from '../support/serve-folder.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const AXE = readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

await ensureSite();
const pages = readdirSync(SITE, { recursive: true })
  .map((name) => name.replaceAll(path.sep, '/'))
  .filter((name) => name.endsWith('.html') && !/^(?:library|storybook)\//.test(name))
  .sort();

const { site, browser, visit } = await startVisits(() => serveFolder(SITE, '/any/folder/'));
let view;

const open = async (name, options) => {
  view = await visit(site.url + name, options);
  return view.page;
};

describe('the pages of the site', () => {
  const elementsIn = (node) =>
    (node.childNodes ?? []).flatMap((child) => (child.tagName ? [child, ...elementsIn(child)] : []));
  const documents = new Map(
    pages.map((name) => [name, elementsIn(parse(readFileSync(path.join(SITE, name), 'utf8')))]),
  );
  const read = ({ attrs }, name) => attrs.find((attribute) => attribute.name === name)?.value;
  const files = new Set(readdirSync(SITE, { recursive: true }).map((name) => name.replaceAll(path.sep, '/')));

  it('are there for every document', () => {
    const documented = readdirSync(path.join(ROOT, 'docs'), { recursive: true })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name.replaceAll(path.sep, '/').replace(/\.md$/, '.html')}`);
    assert.deepEqual(
      [...documented, 'docs/contributing.html', 'docs/security.html', 'docs/changelog.html', 'docs/readme.html'].filter(
        (name) => !pages.includes(name),
      ),
      [],
    );
  });

  it('link only to pages, files and headings that are there, from any folder', () => {
    const broken = [...documents].flatMap(([name, elements]) =>
      elements
        .flatMap((element) => [read(element, 'href'), read(element, 'src')])
        .filter((target) => target !== undefined && !/^(?:https?|mailto|tel|sms):/.test(target))
        .filter((target) => {
          const { pathname, hash } = new URL(target, `http://site/${name}`);
          const found = pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
          if (target.startsWith('/') || !files.has(found)) return true;
          // an anchor inside an article is the widget's own
          if (!hash || /^#care-/.test(hash)) return false;
          return !documents.get(found)?.some((element) => read(element, 'id') === decodeURIComponent(hash.slice(1)));
        })
        .map((target) => `${name}: ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it('have one h1, a title and a description of their own, and no id twice', () => {
    const wrong = [...documents].flatMap(([name, elements]) => {
      const ids = elements.map((element) => read(element, 'id')).filter(Boolean);
      const description = elements.find((element) => read(element, 'name') === 'description');
      return [
        elements.filter(({ tagName }) => tagName === 'h1').length === 1 ? [] : [`${name}: h1`],
        description && read(description, 'content') ? [] : [`${name}: description`],
        ids.length === new Set(ids).size ? [] : [`${name}: ${ids.filter((id, at) => ids.indexOf(id) !== at)}`],
      ].flat();
    });
    assert.deepEqual(wrong, []);
    const titles = pages.map((name) => /<title>(.+)<\/title>/.exec(readFileSync(path.join(SITE, name), 'utf8'))?.[1]);
    assert.equal(new Set(titles).size, pages.length);
  });
});

describe('every page', () => {
  /** What axe finds. Colours are those of one style sheet: rows of a table from the fourth on repeat what was measured. */
  const faultsOn = (page, isAboutColors) =>
    page.evaluate(async (only) => {
      const context = only ? { exclude: ['tbody tr:nth-child(n+4)', 'li:nth-child(n+6)'] } : document;
      const options = only ? { runOnly: ['color-contrast'] } : { rules: { 'color-contrast': { enabled: false } } };
      const { violations } = await globalThis.axe.run(context, { ...options, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`));
    }, isAboutColors);

  const checkPage = async (page, name) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(site.url + name);
    // an element that is not ready yet has no colours to be measured
    await page.waitForFunction(() =>
      [...document.querySelectorAll('care-article-card, care-article-list, care-article, care-benefits')].every(
        (element) =>
          !element.matches('[slug], [latest], care-article-list, care-benefits') || element.state === 'ready',
      ),
    );
    await page.evaluate(AXE);
    const found = [...(await faultsOn(page, false)), ...(await faultsOn(page, true))];
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await faultsOn(page, true)).map((fault) => `dark: ${fault}`));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) found.push(`${width} px wide`);
    return found.map((fault) => `${name}: ${fault}`);
  };

  it('passes axe in light and dark, and does not scroll sideways at 320 px', async () => {
    const first = await open('index.html', { viewport: { width: 320, height: 800 } });
    const tabs = [first, await view.context.newPage()];
    const queue = [...pages];
    const faults = [];
    await Promise.all(
      tabs.map(async (tab) => {
        for (let name; (name = queue.shift());) faults.push(...(await checkPage(tab, name)));
      }),
    );
    assert.deepEqual(faults, []);
  });
});

describe('the site', () => {
  it('is found by its search, from a page’s own field', async () => {
    const page = await open('docs/elements/care-contact.html');
    await page.getByLabel('Search the documentation').fill('squarespace');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/pages? for “squarespace”/)
      .waitFor();
    await page.getByRole('link', { name: /^Site builders/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Site builders: Wix, Squarespace, Webflow' }).waitFor();
  });

  it('shows all pages where a search finds nothing, and no markup of what was asked', async () => {
    const page = await open('search.html?q=%3Czzqxv%3E');
    await page.getByText('Nothing found for “<zzqxv>”').waitFor();
    assert.ok(await page.getByRole('link', { name: 'Troubleshooting' }).isVisible());
  });

  it('finds what was meant where letters were mistyped, and says that no page has what was typed', async () => {
    const page = await open('search.html');
    const status = page.locator('#search-status');
    for (const [typed, meant, title] of [
      ['newsleter', 'newsletter', '<care-newsletter>'],
      ['troubelshooting', 'troubleshooting', 'Troubleshooting'],
      ['acessibility', 'accessibility', 'Accessibility'],
      ['Wordpress plugn', 'wordpress plugin', 'WordPress'],
    ]) {
      await page.goto(`${site.url}search.html?q=${encodeURIComponent(typed)}`);
      await status.getByText(`for “${meant}”`).waitFor();
      assert.match(await status.textContent(), /^No page has “.+”\. \d+ pages? for/);
      assert.ok(await page.locator('#search-results a', { hasText: title }).count(), typed);
    }
    // no word of the pages is like it
    await page.goto(`${site.url}search.html?q=telefon`);
    await status.getByText('No page has “telefon”. What comes closest stands below.').waitFor();
    // half a word, as it is being typed, and an ending that no page has
    for (const typed of ['newsle', 'elements']) {
      await page.goto(`${site.url}search.html?q=${typed}`);
      await status.getByText(new RegExp(`^\\d+ pages? for “${typed}”`)).waitFor();
    }
  });

  it('finds what a console says, and no snippets', async () => {
    const page = await open('search.html?q=cannot%20be%20dialled');
    await page.getByRole('link', { name: /^Troubleshooting: A number cannot be dialled/ }).waitFor();
    await page.goto(`${site.url}search.html?q=phone`);
    await page.locator('#search-results li').first().waitFor();
    assert.doesNotMatch(await page.locator('#search-results').textContent(), /<care-contact [a-z]/);
  });

  it('can be read without script: text, navigation, and the widgets’ own content', async () => {
    const page = await open('index.html', { javaScriptEnabled: false });
    assert.ok(await page.locator('care-article-card').getByText('Dana Whitfield').isVisible());
    assert.equal(await page.locator('care-article-list article').count(), 3);
    assert.ok(await page.getByRole('link', { name: 'Call (512) 555-0142' }).isVisible());
    await page.getByRole('link', { name: 'Troubleshooting' }).click();
    assert.ok(await page.getByRole('heading', { name: 'too-large' }).isVisible());
    await page.goto(`${site.url}search.html`);
    assert.ok(await page.getByRole('link', { name: 'Theming' }).isVisible());
    assert.equal(await page.locator('#search-form').isVisible(), false);
  });

  it('shows our own elements at work, and the article that a card leads to', async () => {
    const page = await open('index.html');
    await page.waitForFunction(() =>
      ['care-article-card', 'care-article-list'].every((tag) => document.querySelector(tag).state === 'ready'),
    );
    assert.ok(await page.evaluate(() => !!document.querySelector('care-contact').shadowRoot));
    await page
      .getByRole('link', { name: /^What an intensive outpatient program is/ })
      .first()
      .click();
    await page.getByText('Many people look for something between').first().waitFor();
    // its pictures too
    await page.goto(`${site.url}example-article.html?article=first-week`);
    const picture = page.locator('care-article [data-care-body] img').first();
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction((image) => image.naturalWidth > 0, await picture.elementHandle());
  });

  it('is reached from the keyboard past its header', async () => {
    const page = await open('docs/privacy.html');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to content');
    await page.keyboard.press('Enter');
    assert.equal(new URL(page.url()).hash, '#main');
  });

  it('stands beside the demo clinic, under a strict policy', async () => {
    const demo = await createDemoServer({ root: ROOT });
    try {
      view = await visitOther(browser, demo, `${demo.url}site/search.html?q=wordpress`);
      await view.page
        .getByRole('status')
        .getByText(/pages for “wordpress”/)
        .waitFor();
      await view.page.goto(`${demo.url}site/`);
      await view.page.waitForFunction(() => document.querySelector('care-article-card').state === 'ready');
    } finally {
      await view?.close();
      await demo.close();
    }
  });
});
