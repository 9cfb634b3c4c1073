// The sample endpoint: what every developer, story and page test reads. Runs with `node --test`.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { buildSampleFeed, PICTURE_SIZES } from '../../scripts/build-sample-feed.mjs';
import { createDemoServer } from '../../scripts/serve.mjs';

const ROOT = new URL('../../', import.meta.url);
const CONTENT = new URL('stories/content/', ROOT);

/** Words that reduce people to a condition, judge a test result, or sell an outcome. */
const STIGMATISING = [
  /\baddicts?\b/i,
  /\balcoholics?\b(?! Anonymous)/i,
  /\b(?:drug|substance|alcohol) abuse(?:rs?)?\b/i,
  /\bjunk(?:ie|y)s?\b/i,
  /\b(?:stay|staying|get|getting|be|been|is|are) clean\b/i,
  /\b(?:clean|dirty) (?:drug )?(?:tests?|screens?|urine|results?)\b/i,
  /\brelaps/i,
  /\bsuffer(?:s|ing)? from\b/i,
  /\bcommit(?:s|ted|ting)? suicide\b/i,
  /\bmedication[- ]assisted\b/i,
  /\bdrug (?:habit|problem)s?\b/i,
  /\bguarantee/i,
  /\b100 ?%/,
  /\b(?:adictos?|adictas?|drogadict[oa]s?|alcohólic[oa]s?|borrach[oa]s?)\b/i,
  /\brecaíd?a/i,
];

const isoWithOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const read = (name) => readFile(new URL(name, CONTENT), 'utf8');
const textOf = (html) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const wordsIn = (html) => textOf(html).split(' ').length;

/** The addresses that an article's body loads pictures from. */
const bodyPictures = (html) => [
  ...[...html.matchAll(/\bsrc="([^"]+)"/g)].map(([, url]) => url),
  ...[...html.matchAll(/\bsrcset="([^"]+)"/g)].flatMap(([, set]) =>
    set.split(',').map((part) => part.trim().split(' ')[0]),
  ),
];

/** Width and height as the file itself says, whichever of the three kinds of WebP it is. */
function sizeOfWebp(bytes) {
  assert.equal(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12), 'RIFFWEBP', 'not a WebP file');
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

describe('the sample feed', () => {
  let server;
  let items;
  let feedUrls;

  before(async () => {
    server = await createDemoServer({ root: new URL('.', ROOT).pathname });
    items = [];
    feedUrls = [];
    for (let url = new URL('content/feed.json', server.url).href; url;) {
      const feed = await (await fetch(url)).json();
      assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
      assert.ok(feed.title && feed.home_page_url);
      items.push(...feed.items.map((item) => ({ ...item, base: url })));
      feedUrls.push(url);
      url = feed.next_url && new URL(feed.next_url, url).href;
      assert.ok(feedUrls.length < 10, 'next_url must come to an end');
    }
  });
  after(() => server.close());

  it('is what scripts/build-sample-feed.mjs makes of the articles', async () => {
    for (const [name, text] of await buildSampleFeed()) {
      assert.equal(await read(name), text, `${name} is out of date: run node scripts/build-sample-feed.mjs`);
    }
  });

  it('has two pages of 8 and 4 articles, newest first', () => {
    assert.equal(feedUrls.length, 2);
    assert.equal(items.length, 12);
    const times = items.map((item) => Date.parse(item.date_published));
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
  });

  it('names each article once', () => {
    for (const key of ['id', 'url', 'title']) {
      assert.equal(new Set(items.map((item) => item[key])).size, items.length, `${key} is used twice`);
    }
    assert.equal(new Set(items.map((item) => item._care.slug)).size, items.length);
  });

  it('has every field of the contract in every article', () => {
    for (const item of items) {
      const at = item._care.slug;
      assert.match(at, /^[a-z\d-]+$/);
      for (const key of ['id', 'url', 'title', 'summary', 'content_html', 'image']) {
        assert.ok(typeof item[key] === 'string' && item[key].length > 0, `${at}: ${key}`);
      }
      assert.match(item.date_published, isoWithOffset, at);
      if (item.date_modified) {
        assert.match(item.date_modified, isoWithOffset, at);
        assert.ok(Date.parse(item.date_modified) > Date.parse(item.date_published), at);
      }
      for (const person of [...(item.authors ?? []), ...(item._care.reviewers ?? [])]) {
        assert.ok(person.name, at);
        assert.ok(URL.canParse(person.url), at);
      }
      assert.equal('reviewers' in item._care, 'reviewed_at' in item._care, `${at}: reviewer and date go together`);
      assert.ok(item.tags.length > 0, at);
      assert.ok(item._care.categories.length > 0, at);
      for (const { slug, name } of item._care.categories) assert.ok(slug && name, at);
      assert.ok(item.summary.length <= 200, `${at}: the summary is too long for a card`);
    }
  });

  it('offers the variety that pages and tests need', () => {
    const authors = items.map((item) => item.authors?.length ?? 0);
    assert.ok(
      authors.includes(0) && authors.includes(1) && authors.includes(2),
      'articles without, with one and two authors',
    );
    assert.ok(items.some((item) => item.authors?.some(({ name }) => name.includes(', Jr.,'))));
    assert.ok(items.some((item) => item._care.reviewers) && items.some((item) => !item._care.reviewers));
    assert.ok(items.some((item) => item.date_modified) && items.some((item) => !item.date_modified));
    assert.ok(items.some((item) => item._care.reading_minutes) && items.some((item) => !item._care.reading_minutes));
    assert.ok(items.some((item) => !URL.canParse(item.url)) && items.some((item) => URL.canParse(item.url)));
    assert.equal(items.filter((item) => item.language === 'es').length, 2);
    const categories = new Set(items.flatMap((item) => item._care.categories.map(({ slug }) => slug)));
    assert.ok(categories.size >= 4 && categories.size <= 5);
    const bodies = items.map((item) => item.content_html).join('');
    for (const tag of ['h2', 'h3', 'ul', 'ol', 'dl', 'blockquote', 'table', 'caption', 'figure', 'figcaption']) {
      assert.ok(bodies.includes(`<${tag}`), tag);
    }
  });

  it('explains the IOP with its five benefits as headings, and says when it is not enough', () => {
    const { content_html: html } = items.find((item) => item._care.slug === 'what-is-an-iop');
    const benefits = html.split(/<h2[^>]*>/).find((part) => part.startsWith('Five benefits'));
    assert.deepEqual(
      [...benefits.matchAll(/<h3[^>]*>(.*?)<\/h3>/g)].map(([, text]) => text),
      [
        'Structure',
        'New support systems',
        'New skills to cope',
        'Connecting the dots between addiction and mental health',
        'Medication management and drug screening',
      ],
    );
    assert.match(html, /<h2[^>]*>When an IOP is not enough<\/h2>/);
  });

  it('has English articles of 300 to 900 words, at least nine of them', () => {
    const english = items.filter((item) => !item.language);
    assert.ok(english.length >= 9);
    for (const item of items) {
      const words = wordsIn(item.content_html);
      assert.ok(words >= 300 && words <= 900, `${item._care.slug}: ${words} words`);
    }
  });

  it('claims a reading time that its words allow', () => {
    for (const { _care, content_html: html } of items) {
      if (!_care.reading_minutes) continue;
      const perMinute = wordsIn(html) / _care.reading_minutes;
      assert.ok(perMinute > 120 && perMinute < 300, `${_care.slug}: ${perMinute} words a minute`);
    }
  });

  it('speaks of people with respect', () => {
    for (const item of items) {
      const text = textOf(`${item.title} ${item.summary} ${item._care.image.alt} ${item.content_html}`);
      for (const term of STIGMATISING) assert.doesNotMatch(text, term, item._care.slug);
    }
  });

  it('has in-page links that lead to an id of the same article', () => {
    let links = 0;
    for (const { content_html: html, _care } of items) {
      for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) {
        links += 1;
        assert.ok(html.includes(`id="${id}"`), `${_care.slug}: #${id}`);
      }
    }
    assert.ok(links > 0);
  });

  it('has pictures of the sizes that it claims, each light', async () => {
    for (const { _care, image, base } of items) {
      assert.deepEqual(
        _care.image.sources.map(({ width, height }) => ({ width, height })),
        PICTURE_SIZES,
      );
      assert.ok(_care.image.alt.length > 10, _care.slug);
      const main = _care.image.sources.find(({ url }) => url === image);
      assert.deepEqual([main.width, main.height], [_care.image.width, _care.image.height], _care.slug);
      for (const { url, width, height } of _care.image.sources) {
        const file = await readFile(new URL(url, CONTENT));
        assert.deepEqual(sizeOfWebp(file), { width, height }, url);
        if (width === 960) assert.ok(file.length < 40_000, `${url}: ${file.length} bytes`);
        assert.equal((await fetch(new URL(url, base), { method: 'HEAD' })).headers.get('content-type'), 'image/webp');
      }
    }
  });

  it('has relative addresses that the demo server answers', async () => {
    let checked = 0;
    for (const { url, content_html: html, base } of items) {
      if (!URL.canParse(url)) {
        assert.equal((await fetch(new URL(url, base))).status, 200, url);
        checked += 1;
      }
      for (const picture of bodyPictures(html)) {
        // A reader may resolve them against the article or against the feed: both must do.
        for (const from of [new URL(url, base), base]) {
          const response = await fetch(new URL(picture, from), { method: 'HEAD' });
          assert.equal(response.headers.get('content-type'), 'image/webp', `${picture} from ${from}`);
          checked += 1;
        }
      }
    }
    assert.ok(checked > 6);
  });
});
