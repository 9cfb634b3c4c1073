// The demo pages as they are written: what they load, link to and name must exist. Runs with `node --test`.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { buildSampleFeed } from '../../scripts/build-sample-feed.mjs';
import { createDemoServer } from '../../scripts/serve.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = path.join(ROOT, 'stories/pages');

describe('the demo pages', () => {
  let server;
  let items;
  const pages = new Map();

  before(async () => {
    server = await createDemoServer({ root: ROOT });
    items = [...(await buildSampleFeed()).values()].flatMap((text) => JSON.parse(text).items);
    for (const name of await readdir(PAGES, { recursive: true })) {
      if (name.endsWith('.html')) pages.set(name, await readFile(path.join(PAGES, name), 'utf8'));
    }
  });
  after(() => server.close());

  it('name only articles and categories that the feed has', () => {
    const slugs = new Set(items.map((item) => item._care.slug));
    const categories = new Set(items.flatMap((item) => item._care.categories.map(({ slug }) => slug)));
    for (const [name, html] of pages) {
      for (const [, slug] of html.matchAll(/\b(?:\sslug="|\?article=)([\w-]+)"/g))
        assert.ok(slugs.has(slug), `${name}: ${slug}`);
      for (const [, slug] of html.matchAll(/\s(?:category|current)="([^"]+)"/g))
        assert.ok(categories.has(slug), `${name}: ${slug}`);
    }
    for (const slug of categories) assert.ok(pages.has(path.join('topics', `${slug}.html`)), `no page for ${slug}`);
  });

  it('carry the titles of the articles in their fallback links', () => {
    const titles = new Map(items.map((item) => [item._care.slug, item.title]));
    for (const [name, html] of pages) {
      for (const [, slug, text] of html.matchAll(
        /class="fallback"\s+href="\/article\.html\?article=([\w-]+)"[^>]*>([^<]*)</g,
      )) {
        assert.equal(text.replace(/\s+/g, ' ').trim(), titles.get(slug), name);
      }
    }
  });

  it('load and link only what is there', async () => {
    const seen = new Set();
    for (const [name, html] of pages) {
      const urls = [
        ...[...html.matchAll(/\s(?:href|src|action)="([^"]+)"/g)].map(([, url]) => url),
        ...[...html.matchAll(/\ssrcset="([^"]+)"/g)].flatMap(([, set]) =>
          set.split(',').map((part) => part.trim().split(/\s/)[0]),
        ),
      ];
      for (const url of urls) {
        const target = new URL(url, new URL(name, server.url));
        // Telephone numbers and the like; the library itself may not be built yet; the form takes no GET.
        if (!target.protocol.startsWith('http') || /^\/(?:dist|api)\//.test(target.pathname)) continue;
        assert.equal(target.origin, new URL(server.url).origin, `${name}: ${url} leads elsewhere`);
        const found = pages.get(target.pathname === '/' ? 'index.html' : target.pathname.slice(1));
        if (target.hash) assert.ok(found?.includes(`id="${target.hash.slice(1)}"`), `${name}: ${url}`);
        if (seen.has(target.pathname)) continue;
        seen.add(target.pathname);
        assert.equal((await fetch(target, { method: 'HEAD' })).status, 200, `${name}: ${url}`);
      }
    }
    assert.ok(seen.size > 20);
  });

  it('hold no inline script or style, which the policy would refuse', () => {
    for (const [name, html] of pages) {
      assert.doesNotMatch(html, /<style|\sstyle="|\son[a-z]+="|javascript:/i, name);
      for (const [, script] of html.matchAll(/<script([^>]*)>/g)) assert.match(script, /src="\/dist\//, name);
    }
  });

  it('show something useful inside every widget before and without the script', () => {
    for (const [name, html] of pages) {
      for (const [whole, tag, content] of html.matchAll(/<(care-[a-z-]+)[^>]*>(.*?)<\/\1\s*>/gs)) {
        assert.match(content, /<a\s|<form\s/, `${name}: <${tag}> ${whole.slice(0, 80)}`);
      }
    }
  });
});
