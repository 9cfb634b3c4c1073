import { expect } from 'chai';
import { it as timed } from 'vitest';
import { createHttp } from '../../src/http/http.js';
import type { Article } from '../../src/model/article.js';
import { CareError } from '../../src/model/care-error.js';
import { createRenderer } from '../../src/server/renderer.js';
import { sanitiseForSource } from '../../src/server/sanitise.js';
import { inferNodeSource } from '../../src/server/sources.js';
import { readDate } from '../../src/sources/feed/dates.js';
import { createFeedSource } from '../../src/sources/feed/feed-source.js';
import { createJsonFeedSource } from '../../src/sources/json-feed/json-feed-source.js';
import { zonedTime } from '../../src/sources/squarespace/to-item.js';
import { fakeTransport, rejection, type Reply } from '../support/fake-transport.js';
import { ManualClock } from '../support/manual-clock.js';
import { rss, rssSite } from './sources.feeds.js';

const FRESH = () => new AbortController().signal;
const ENDPOINT = 'https://clinic.example/blog/feed/';

const sourceOver = (...replies: readonly [Reply, ...Reply[]]) => {
  const transport = fakeTransport(...replies);
  const http = createHttp({ transport, clock: new ManualClock() });
  const origins = ['https://clinic.example'];
  return { source: createFeedSource({ endpoint: ENDPOINT, http, origins, sanitise: sanitiseForSource }), transport };
};
const list = async (...replies: readonly [Reply, ...Reply[]]): Promise<readonly Article[]> =>
  (await sourceOver(...replies).source.listArticles({ page: 1, perPage: 100 }, FRESH())).articles;
const one = async (item: string, head = ''): Promise<Article> => (await list(rss(`<item>${item}</item>`, head)))[0]!;
const failure = async (text: string): Promise<CareError> => {
  const error = await rejection(list(text));
  expect(error).to.be.instanceOf(CareError);
  return error as CareError;
};

/** The text of the first article, as the renderer writes it. */
const bodyOf = async (feed: string): Promise<string> => {
  const page = '<care-article slug="a"></care-article>';
  const renderer = createRenderer({
    settings: { endpoint: 'https://clinic.example/feed.xml' },
    transport: fakeTransport(feed),
  });
  const { html, problems } = await renderer.render(page);
  expect(problems).to.deep.equal([]);
  return html;
};

describe('feed: items that nothing names', () => {
  it('keeps those of one title apart, and those without any', async () => {
    const articles = await list(
      rss(
        '<item><title>Our groups</title><description>Monday group</description></item>' +
          '<item><title>Our groups</title><description>Friday group</description></item>' +
          '<item><title>Our groups</title><pubDate>Sat, 02 Mar 2024 23:30:00 GMT</pubDate></item>' +
          '<item><description>Closed on Sunday.</description></item>',
      ),
    );
    expect(articles.map(({ id }) => id)).to.deep.equal([
      'our-groups-2024-03-02t23-30-00z',
      'our-groups-monday-group',
      'our-groups-friday-group',
      'closed-on-sunday',
    ]);
  });
});

describe('feed: dates as feeds write them', () => {
  const dates: readonly (readonly [written: unknown, read: string | undefined])[] = [
    ['Sat, 02 Mar 2024 23:30:00 -0700', '2024-03-02T23:30:00-07:00'],
    ['Sat, 02 Mar 2024 23:30:00 GMT', '2024-03-02T23:30:00Z'],
    ['Sat, 02 Mar 2024 23:30 EST', '2024-03-02T23:30:00-05:00'],
    ['02 Mar 24 23:30:00 PDT', '2024-03-02T23:30:00-07:00'],
    ['2 March 1998 1:02:03 +0530', '1998-03-02T01:02:03+05:30'],
    ['Tuesday, 2-Mar-99 01:02:03 UT', '1999-03-02T01:02:03Z'],
    ['Sáb, 02 Ago 2024 23:30:00 +0200', '2024-08-02T23:30:00+02:00'],
    ['Sat, 02 Mar 2024 23:30:00 +0100 (CET)', '2024-03-02T23:30:00+01:00'],
    ['Sat, 02 Mar 2024 23:30:00 GMT+2', '2024-03-02T23:30:00+02:00'],
    ['Sat, 02 Mar 2024 23:30:60 Z', '2024-03-02T23:30:59Z'],
    ['2024-03-02T23:30:00Z', '2024-03-02T23:30:00Z'],
    ['2024-03-02T23:30:00.123-07:00', '2024-03-02T23:30:00-07:00'],
    ['2024-03-02T23:30-0700', '2024-03-02T23:30:00-07:00'],
    ['2024-03-02 23:30:00', '2024-03-02T23:30:00Z'],
    ['2024-03-02', '2024-03-02T00:00:00Z'],
    ['20240302', '2024-03-02T00:00:00Z'],
    ['2024/03/02', '2024-03-02T00:00:00Z'],
    ['March 2, 2024', '2024-03-02T00:00:00Z'],
    ['Mar 2nd, 2024 11:30 pm EST', '2024-03-02T23:30:00-05:00'],
    ['Sat Mar  2 23:30:00 2024', '2024-03-02T23:30:00Z'],
    ['Sat Mar 2 23:30:00 PST 2024', '2024-03-02T23:30:00-08:00'],
    ['1709422200', '2024-03-02T23:30:00Z'],
    ['1709422200000', '2024-03-02T23:30:00Z'],
    ['Sat, 02 Mar 2024 23:30:00 XYZ', '2024-03-02T23:30:00Z'],
    // of sites whose dates follow their language, or nobody's rules
    ['2 de marzo de 2024', '2024-03-02T00:00:00Z'],
    ['2 de mar\u00e7o de 2024 23:30', '2024-03-02T23:30:00Z'],
    ['sam., 02 mars 2024 23:30:00 +0100', '2024-03-02T23:30:00+01:00'],
    ['02 f\u00e9vr. 2024 23:30:00 GMT', '2024-02-02T23:30:00Z'],
    ['1er', undefined],
    ['2 juin 2024', '2024-06-02T00:00:00Z'],
    ['2 juillet 2024', '2024-07-02T00:00:00Z'],
    ['Sa, 02 M\u00e4r 2024 23:30:00 +0100', '2024-03-02T23:30:00+01:00'],
    ['2. Ma\u0308rz 2024', '2024-03-02T00:00:00Z'],
    ['02 Dez 2024 23:30:00 +0100', '2024-12-02T23:30:00+01:00'],
    ['02.03.2024', '2024-03-02T00:00:00Z'],
    ['2024\u5e743\u67082\u65e5', '2024-03-02T00:00:00Z'],
    ['Sat,02 Mar 2024 9:5:0 GMT', '2024-03-02T09:05:00Z'],
    ['2 March 2024 - 23:30', '2024-03-02T23:30:00Z'],
    ['Mar 2, 2024 at 11:30 PM', '2024-03-02T23:30:00Z'],
    ['Mon, 30 Nov -0001 00:00:00 +0000', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['0000-00-00 00:00:00', undefined],
    [`${'2. '.repeat(26)}x`, undefined],
    ['02/03/2024', undefined],
    ['2024-02-31', undefined],
    ['2024-03-02T25:00:00Z', undefined],
    ['Sat, 02 Foo 2024 23:30:00 GMT', undefined],
    ['yesterday', undefined],
    ['', undefined],
    [undefined, undefined],
    [`2024-03-02${' '.repeat(1e6)}x`, undefined],
  ];
  for (const [written, read] of dates) {
    it(`${String(written).slice(0, 40)} is ${read}`, () => {
      expect(readDate(written)).to.equal(read);
    });
  }

  it('of Squarespace are the site’s own day', () => {
    expect(zonedTime(1709447400000, 'America/Phoenix')).to.equal('2024-03-02T23:30:00-07:00');
    expect(zonedTime(1709447400000, 'Asia/Kolkata')).to.equal('2024-03-03T12:00:00+05:30');
    expect(zonedTime(1709447400000, 'Nowhere/Else')).to.equal('2024-03-03T06:30:00Z');
    expect(zonedTime(undefined, '')).to.equal(undefined);
  });
});

describe('feed: an item', () => {
  it('has its picture by media, enclosure or thumbnail, whichever says most', async () => {
    const media =
      '<media:content url="/a.jpg" medium="image" width="300"/><media:content url="/b.jpg" medium="image" width="900" height="600"><media:description>Chairs</media:description></media:content>';
    const enclosure = '<enclosure url="c.png" type="image/png" length="1"/>';
    const thumbnail = '<media:thumbnail url="/d.jpg" width="72" height="72"/>';
    const pictures = [];
    for (const parts of [
      media + enclosure,
      enclosure + thumbnail,
      thumbnail,
      '<enclosure url="e.mp3" type="audio/mpeg" length="1"/>',
    ]) {
      pictures.push((await one(`<title>A</title><link>/a/</link>${parts}`)).image);
    }
    expect(pictures[0]).to.include({ url: 'https://clinic.example/b.jpg', width: 900, height: 600, alt: 'Chairs' });
    expect(pictures.map((picture) => picture?.url)).to.deep.equal([
      'https://clinic.example/b.jpg',
      'https://clinic.example/blog/feed/c.png',
      'https://clinic.example/d.jpg',
      undefined,
    ]);
  });

  it('has its address by link, guid or Atom link, and its slug by that', async () => {
    for (const item of [
      '<link>/2024/first-week/</link>',
      '<guid>https://clinic.example/2024/first-week/</guid>',
      '<guid isPermaLink="false">5</guid><atom:link href="https://clinic.example/2024/first-week/" rel="alternate"/>',
    ]) {
      const article = await one(`<title>A</title>${item}`);
      expect(article).to.include({ url: 'https://clinic.example/2024/first-week/', slug: 'first-week' });
    }
    const without = await one('<title>The first week</title><guid isPermaLink="false">x</guid>');
    expect(without).to.include({ id: 'x', slug: '' }).and.not.have.property('url');
    expect(await one('<title>A</title><link>javascript:alert(1)</link>')).not.to.have.property('url');
  });

  it('leads to the article itself where a service counts the clicks on its feed', async () => {
    const original = '<feedburner:origLink>https://clinic.example/2024/first-week/?a=1&amp;b=2</feedburner:origLink>';
    const expected = { url: 'https://clinic.example/2024/first-week/?a=1&b=2', slug: 'first-week' };
    const counted = 'http://feedproxy.google.com/~r/clinic/~3/xyz/';
    expect(await one(`<title>A</title><link>${counted}</link>${original}`)).to.include(expected);
    const entry = `<entry><id>1</id><title>A</title><link href="${counted}"/>${original}</entry>`;
    expect((await list(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>${entry}</feed>`))[0]).to.include(
      expected,
    );
    const hostile = '<feedburner:origLink>javascript:alert(1)</feedburner:origLink>';
    expect(await one(`<title>A</title><link>/own/</link>${hostile}`)).to.include({
      url: 'https://clinic.example/own/',
    });
  });

  it('of a podcast has what iTunes calls otherwise', async () => {
    const itunes =
      '<itunes:title>Evenings</itunes:title><itunes:author>Jane Roe, LPC</itunes:author><itunes:summary>Nine hours a week.</itunes:summary><itunes:image href="https://clinic.example/one.jpg"/>';
    const sound = '<enclosure url="one.mp3" type="audio/mpeg" length="1"/>';
    const episode = await one(`<link>/a</link>${sound}${itunes}`);
    expect(episode).to.deep.include({ title: 'Evenings', excerpt: 'Nine hours a week.' });
    expect(episode.authors).to.deep.equal([{ name: 'Jane Roe', credentials: ['LPC'] }]);
    expect(episode.image?.url).to.equal('https://clinic.example/one.jpg');
    // what the feed says in its own words comes first
    const own = await one(
      `<title>A</title><link>/a</link><description>Its own.</description><dc:creator>Ana Ruiz</dc:creator>${itunes}`,
    );
    expect(own).to.deep.include({ title: 'A', excerpt: 'Its own.' });
    expect(own.authors).to.deep.equal([{ name: 'Ana Ruiz', credentials: [] }]);
  });

  it('of a podcast or of films holds what is to be heard or seen', async () => {
    const text = '<title>A</title><link>/a</link><description>&lt;p&gt;Words&lt;/p&gt;</description>';
    const sound = '<enclosure url="/one.mp3?a=1&amp;b=2" type="audio/mpeg" length="1"/>';
    const html = await bodyOf(rss(`<item>${text}${sound}</item>`));
    expect(html).to.match(
      /<p>Words<\/p><audio src="https:\/\/clinic\.example\/one\.mp3\?a=1&amp;b=2"[^>]* controls=""/,
    );
    const own = text.replace('Words', '&lt;audio src="/one.mp3"&gt;&lt;/audio&gt;');
    const once = await bodyOf(rss(`<item>${own}<enclosure url="/one.mp3" type="audio/mpeg"/></item>`));
    expect(once.match(/one\.mp3/g)).to.have.length(1);
    const picture = await bodyOf(rss(`<item>${text}<enclosure url="javascript:1" type="audio/mpeg"/></item>`));
    expect(picture).not.to.include('<audio');
    const [film] = await list(
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><id>1</id><title>A</title><link href="/a"/><media:group><media:description>Five &lt; six.</media:description></media:group></entry></feed>',
    );
    expect(film?.excerpt).to.equal('Five < six.');
  });

  it('reads a text that was escaped once too often, and leaves one that speaks of tags', async () => {
    const escaped = '&amp;lt;p class=&amp;quot;x&amp;quot;&amp;gt;Salt &amp;amp;amp; water&amp;lt;/p&amp;gt;';
    for (const name of ['description', 'content:encoded'])
      expect(await bodyOf(rss(`<item><link>/a</link><${name}>${escaped}</${name}></item>`)), name).to.include(
        '<p>Salt &amp; water</p>',
      );
    for (const plain of [
      '&amp;lt;p&amp;gt; begins a paragraph',
      '&lt;p&gt;&amp;lt;b&amp;gt;&lt;/p&gt;',
      '&amp;lt;3&amp;gt;',
    ])
      expect(await bodyOf(rss(`<item><link>/a</link><description>${plain}</description></item>`)), plain).to.include(
        '&lt;',
      );
  });

  it('keeps the paragraphs of a plain text', async () => {
    const entry = (text: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="/a"/><content type="text">${text}</content></entry></feed>`;
    expect(await bodyOf(entry('One &lt; two\n\nThree'))).to.include('One &lt; two<p>Three</p>');
  });

  it('of an article without authors are the authors of its feed', async () => {
    const atom = (entry: string) =>
      list(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><author><name>Jane Roe, LPC</name><uri>https://clinic.example/jane/</uri></author><author><name>x@y.example</name></author><entry><id>1</id><title>A</title><link href="/a"/>${entry}</entry></feed>`,
      );
    const [inherited] = await atom('');
    expect(inherited?.authors).to.deep.equal([
      { name: 'Jane Roe', credentials: ['LPC'], url: 'https://clinic.example/jane/' },
    ]);
    const [own] = await atom('<author><name>Ana Ruiz</name></author>');
    expect(own?.authors).to.deep.equal([{ name: 'Ana Ruiz', credentials: [] }]);
    const [unnamed] = await atom('<author><name>me@clinic.example</name></author>');
    expect(unnamed?.authors).to.deep.equal([]);
  });

  it('tells no mail address of an author', async () => {
    const people = await one(
      '<title>A</title><link>/a</link><author>jane@clinic.example (Jane Roe, LPC)</author><dc:creator>x@y.example</dc:creator>',
    );
    expect(JSON.stringify(people)).not.to.include('@');
  });

  it('reads titles that are escaped once, twice or not', async () => {
    const titles = [
      'A &amp; B',
      'A &amp;amp; B',
      '<![CDATA[A & B]]>',
      '<![CDATA[A &amp; <b>B</b>]]>',
      'A & B',
      'A &amp; &lt;i&gt;B&lt;/i&gt;',
    ];
    for (const title of titles)
      expect((await one(`<title>${title}</title><link>/a</link>`)).title, title).to.equal('A & B');
  });

  it('stands against xml:base, its text too', async () => {
    const html = await bodyOf(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://clinic.example/base/"><entry xml:base="sub/"><id>1</id><title>A</title><link href="a"/><content type="html">&lt;p&gt;&lt;a href="more"&gt;x&lt;/a&gt;&lt;/p&gt;</content></entry></feed>`,
    );
    expect(html)
      .to.include('href="https://clinic.example/base/sub/more"')
      .and.include('href="https://clinic.example/base/sub/a"');
  });

  it('stands against the xml:base of its text, which may be one below another', async () => {
    const feed = (entry: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://clinic.example/base/"><entry xml:base="sub/"><id>1</id><title>A</title><link href="a"/>${entry}</entry></feed>`;
    const inHtml = (name: string) =>
      `<${name} type="html" xml:base="deep/">&lt;p&gt;&lt;a href="more"&gt;x&lt;/a&gt;&lt;img src="b.png" width="99" height="99"&gt;&lt;/p&gt;</${name}>`;
    for (const entry of [inHtml('content'), inHtml('summary')]) {
      const html = await bodyOf(feed(entry));
      expect(html).to.include('href="https://clinic.example/base/sub/deep/more"');
      expect(html).to.include('src="https://clinic.example/base/sub/deep/b.png"');
    }
    for (const [base, found] of [
      ['', 'https://clinic.example/base/sub/deep/more'],
      [' xml:base="https://clinic.example/other/"', 'https://clinic.example/other/deep/more'],
    ] as const) {
      const inXhtml = `<content type="xhtml"${base}><div xmlns="http://www.w3.org/1999/xhtml" xml:base="deep/"><p><a href="more">x</a></p></div></content>`;
      const html = await bodyOf(feed(inXhtml));
      expect(html).to.include(`href="${found}"`).and.include('https://clinic.example/base/sub/a');
    }
  });

  it('loses nothing of a text whose character data stands within others', async () => {
    const text = '<![CDATA[<p>One <![CDATA[two]]> three</p><p>Four</p>]]>';
    const html = await bodyOf(
      rss(`<item><title>A</title><link>/a</link><content:encoded>${text}</content:encoded></item>`),
    );
    expect(html).to.include('<p>One two three</p><p>Four</p>');
    const code = '<![CDATA[<p>if (a[b[0]]]]><![CDATA[> 1)</p>]]>';
    const kept = await bodyOf(
      rss(`<item><title>A</title><link>/a</link><content:encoded>${code}</content:encoded></item>`),
    );
    expect(kept).to.include('<p>if (a[b[0]]&gt; 1)</p>');
  });

  it('passes the allow-list', async () => {
    const html = await bodyOf(
      rss(
        '<item><title>A</title><link>/a</link><content:encoded><![CDATA[<p onclick="x()">Hi</p><script>x()</script><a href="javascript:x()">l</a>]]></content:encoded></item>',
      ),
    );
    expect(html)
      .to.include('<p>Hi</p>')
      .and.not.match(/script|onclick/);
  });
});

describe('feed: items with one id', () => {
  it('are told apart by their addresses, and else are one', async () => {
    const item = (link: string) =>
      `<item><title>A</title><link>${link}</link><guid isPermaLink="false">same</guid></item>`;
    const found = await list(rss(item('/a') + item('/b') + item('/a')));
    expect(found.map(({ id, slug }) => [id, slug])).to.deep.equal([
      ['same', 'a'],
      ['https://clinic.example/b', 'b'],
    ]);
  });
});

describe('feed: pages', () => {
  it('of WordPress are read to the end, of others not asked for', async () => {
    const articles = ['1', '2', '3', '4', '5'].map((id) => ({ id, slug: `s${id}` }) as Article);
    const complete = articles.map((article) => ({
      ...article,
      title: '',
      excerpt: '',
      authors: [],
      categories: [],
      tags: [],
      reviewers: [],
      isProtected: false,
    }));
    const { source, transport } = sourceOver(rssSite(complete));
    expect((await source.listArticles({ page: 1, perPage: 9 }, FRESH())).articles).to.have.length(5);
    expect(transport.requests.map(({ url }) => new URL(url).search)).to.deep.equal(['', '?paged=2', '?paged=3']);
    const other = sourceOver(rssSite(complete, 'Hugo'));
    expect((await other.source.listArticles({ page: 1, perPage: 9 }, FRESH())).articles).to.have.length(2);
    expect(other.transport.requests).to.have.length(1);
  });

  it('end where a server gives the first one again', async () => {
    const page = rss(
      '<item><title>A</title><link>/a</link></item>',
      '<generator>https://wordpress.org/?v=6</generator>',
    );
    const { source, transport } = sourceOver(page);
    expect((await source.listArticles({ page: 1, perPage: 9 }, FRESH())).total).to.equal(1);
    expect(transport.requests).to.have.length(2);
  });
});

describe('feed: bad XML', () => {
  const item = '<item><title>[&x;&lol9;]</title><link>/a</link></item>';

  it('declares no entities: bombs stay what they are, and no file is opened', async () => {
    const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join(
      '',
    );
    const type = `<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY x SYSTEM "file:///etc/passwd"><!-- ] > -->${bomb}]>`;
    const [article] = await list(rss(item).replace('<rss', `${type}<rss`));
    expect(article?.title).to.equal('[&x;&lol9;]');
  });

  it('is recovered where one can tell what was meant', async () => {
    const odd = rss(
      '<item><title>A\u0001 & B&nbsp;&hellip;</title><link>https://clinic.example/a?x=1&y=2</link></item>',
    );
    const [article] = await list(`\n \ufeff${odd}`);
    expect(article?.title).to.equal('A & B\u00a0…');
    expect(article?.url).to.equal('https://clinic.example/a?x=1&y=2');
  });

  it('is named by line and column else', async () => {
    const broken =
      '<?xml version="1.0"?>\n<!DOCTYPE rss [\n<!ENTITY a "b">\n]>\n<rss version="2.0"><channel>\n  <title>A</titel></channel></rss>';
    expect((await failure(broken)).detail).to.match(/^XML that is ill-formed in line 6, column \d+: /);
    const cut = rss('<item>\n<title>A</title></item>').slice(0, -16);
    expect((await failure(cut)).detail).to.match(/^XML that is cut off in line 2, column \d+/);
    expect((await failure('<a><b/></a>')).detail).to.equal('XML, but no feed: it begins with <a>');
    expect((await failure('')).detail).to.equal('an empty answer');
    for (const text of [broken, cut]) expect(await failure(text)).to.include({ code: 'malformed' });
  });

  it('takes time in proportion to its length', async () => {
    const of = async (text: string): Promise<number> => {
      const start = performance.now();
      await rejection(list(text)).catch(() => undefined);
      return performance.now() - start;
    };
    for (const part of ['<!DOCTYPE [', '<a>', '<!--', '&lol;', '<item>', ']]>']) {
      await of(part.repeat(1000));
      expect(await of(part.repeat(20_000)), part).to.be.below(1000);
    }
  });

  timed('may have more items than a call takes arguments', { timeout: 60_000 }, async () => {
    const count = 130_000;
    const items = Array.from({ length: count }, (_, index) => index);
    const feed = rss(items.map((id) => `<item><link>/${id}</link></item>`).join(''));
    const json = JSON.stringify({
      items: items.map((id) => ({ id })),
      _care: { withdrawn: items.map((id) => ({ id })) },
    });
    const http = createHttp({ transport: fakeTransport(json), clock: new ManualClock() });
    const jsonFeed = createJsonFeedSource({ endpoint: 'https://clinic.example/feed.json', http, origins: [] });
    for (const source of [sourceOver(feed).source, jsonFeed])
      expect((await source.listArticles({ page: 1, perPage: 1 }, FRESH())).total).to.equal(count);
  });

  it('may be a JSON Feed after all', async () => {
    const [article] = await list(
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: 'A', url: '/a' }] }),
    );
    expect(article).to.include({ id: '1', title: 'A' });
  });
});

describe('which source an address has in Node', () => {
  for (const [endpoint, name] of [
    ['https://clinic.example/', 'wordpress'],
    ['https://clinic.example/feed/', 'feed'],
    ['https://clinic.example/rss.xml', 'feed'],
    ['https://clinic.example/feed.json', 'json-feed'],
    ['https://clinic.blogspot.com/', 'blogger'],
    ['https://clinic.blogspot.co.uk/', 'blogger'],
    ['https://clinic.squarespace.com/blog', 'squarespace'],
  ] as const) {
    it(`${endpoint}: ${name}`, () => {
      expect(inferNodeSource(endpoint)).to.equal(name);
    });
  }
});
