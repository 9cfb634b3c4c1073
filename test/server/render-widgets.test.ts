import { expect } from 'chai';
import { describe, it } from 'vitest';
import { createRenderer, renderWidgets, type Problem, type RendererOptions } from '../../src/server/index.js';

const ENDPOINT = 'https://clinic.example/';
const NOW = new Date('2026-11-28T09:00:00.123Z');

const post = (slug: string, content = '<p>Text</p>') => ({
  id: 7,
  slug,
  link: `${ENDPOINT}${slug}/`,
  title: { rendered: `About ${slug}` },
  excerpt: { rendered: '' },
  content: { rendered: content },
  categories: [],
});

/** Posts named `gone-…` answer 410, `no-…` do not exist. Requests are recorded. */
const fakeSite = (content?: string) => {
  const asked: string[] = [];
  const transport = (address: string): Promise<Response> => {
    asked.push(address);
    const url = new URL(address);
    const slugs = url.searchParams.get('slug')?.split(',') ?? ['newest'];
    if (slugs.some((slug) => slug.startsWith('gone-'))) return Promise.resolve(new Response('{}', { status: 410 }));
    if (slugs.some((slug) => slug.startsWith('down-'))) return Promise.reject(new TypeError('fetch failed'));
    const posts = slugs.filter((slug) => !slug.startsWith('no-')).map((slug) => post(slug, content));
    return Promise.resolve(new Response(JSON.stringify(posts), { headers: { 'x-wp-total': `${posts.length}` } }));
  };
  return { asked, transport };
};

const render = async (html: string, options: RendererOptions = {}, url?: string) => {
  const site = fakeSite();
  const renderer = createRenderer({ transport: site.transport, now: () => NOW, ...options });
  return { ...(await renderer.render(html, url === undefined ? {} : { url })), asked: site.asked };
};

const CARD = `<article data-care-part="card" data-care-id="7" data-care-slug="a"><div data-care-part="content"><h2 data-care-part="title" dir="auto"><a data-care-part="link" href="https://clinic.example/a/">About a</a></h2></div></article>`;
const MARK = 'data-care-rendered="2026-11-28T09:00:00Z"';
const script = `<script type="module" src="care-widgets.js" data-care-endpoint="${ENDPOINT}"></script>`;

describe('renderWidgets', () => {
  it('fills a tag and marks it, and leaves everything else byte by byte', async () => {
    const before = `\ufeff<!DOCTYPE html>\r\n<HTML><head>${script}</head>\r\n<body bgcolor=red>\r\n<p>one<p>two &nbsp; & &copy\r\n<div>\r\n`;
    const after = '\r\n<!-- care-article-card -->\r\n<IMG src=x></body></html>\r\n';
    const { html, rendered, problems } = await render(
      `${before}<Care-Article-Card  SLUG=a class='x'>\r\n  <a href="/a">A</a>\r\n</CARE-ARTICLE-CARD>${after}`,
    );
    expect(html).to.equal(`${before}<Care-Article-Card ${MARK}  SLUG=a class='x'>${CARD}</CARE-ARTICLE-CARD>${after}`);
    expect([rendered, problems]).to.deep.equal([1, []]);
  });

  it('reads a feed in the encoding that it declares', async () => {
    const item =
      '<item><title>D\u00edas</title><link>https://clinic.example/a/</link><description>x</description></item>';
    const feed = `<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel>${item}</channel></rss>`;
    const headers = { 'content-type': 'application/rss+xml' };
    const transport = () => Promise.resolve(new Response(Buffer.from(feed, 'latin1'), { headers }));
    const settings = { endpoint: `${ENDPOINT}feed.xml`, source: 'feed' };
    const { html } = await render('<care-article-card slug="a">x</care-article-card>', { transport, settings });
    expect(html).to.include('>D\u00edas<');
  });

  it('changes nothing where the text is the same, whatever the time', async () => {
    const { html: first } = await render(`${script}<care-article-card slug="a">x</care-article-card>`);
    const { html: second } = await render(first, { now: () => new Date(0) });
    expect(second).to.equal(first);
  });

  it('renders a tag anew whose text has changed, its time included', async () => {
    const old = `${script}<care-article-card data-care-rendered='2020-01-01T00:00:00Z' slug=a><article>Old</article></care-article-card>`;
    expect((await render(old)).html).to.equal(`${script}<care-article-card ${MARK} slug=a>${CARD}</care-article-card>`);
  });

  it('says on a tag which theme, look and density hold for it, as far as they change a text', async () => {
    const page = (config: string, card: string) =>
      `${script}<care-config ${config}><care-article-card ${card}slug="a">x</care-article-card></care-config>`;
    const cases: [config: string, card: string, dress: string][] = [
      ['look="calm" density="roomy"', '', 'calm roomy'],
      ['theme="dark" look="host"', '', 'dark'],
      ['theme="dark"', 'theme="light" look="editorial" ', 'light editorial'],
      [`theme='a"b' density="regular"`, '', ''],
    ];
    for (const [config, card, dress] of cases) {
      const { html } = await render(page(config, card));
      const marks = MARK + (dress && ` data-care-dress="${dress}"`);
      expect(html).to.include(`<care-article-card ${marks} ${card}slug="a">${CARD}</care-article-card>`);
    }
    const { html } = await render(page('', ''), { settings: { look: 'clinical' } });
    expect(html).to.include('data-care-dress="clinical"');
    const scripts = '<script data-care-theme="dark"></script><script data-care-theme="light"></script>';
    const elsewhere = `${scripts}<care-article-card endpoint="${ENDPOINT}" slug="a"></care-article-card>`;
    expect((await render(elsewhere)).html).to.include('data-care-dress="dark"');
  });

  it('says it anew where it has changed, at the time of the text that is the same', async () => {
    const old = `${script}<care-config look="calm"><care-article-card slug="a" data-care-dress="dark" data-care-rendered='2020-01-01T00:00:00Z'>${CARD}</care-article-card></care-config>`;
    const { html } = await render(old);
    expect(html).to.include(
      `<care-article-card data-care-rendered='2020-01-01T00:00:00Z' data-care-dress="calm" slug="a">`,
    );
    expect((await render(html)).html).to.equal(html);
    const plain = html.replace(' look="calm"', '');
    expect((await render(plain)).html).to.equal(plain.replace(' data-care-dress="calm"', ''));
  });

  it('takes both marks away with a text that its publisher has withdrawn', async () => {
    const page = `${script}<care-article slug="gone-a" data-care-rendered="x" data-care-dress="dark"><p>Old</p></care-article>`;
    expect((await render(page)).html).to.equal(`${script}<care-article slug="gone-a"></care-article>`);
  });

  it('keeps what the author wrote for a slot', async () => {
    const page = `${script}<care-article-card slug="a">x<b slot="error">Call us</b></care-article-card>`;
    const { html } = await render(page);
    expect(html).to.equal(
      `${script}<care-article-card ${MARK} slug="a">${CARD}<b slot="error">Call us</b></care-article-card>`,
    );
    expect((await render(html)).html).to.equal(html);
  });

  it('takes settings from the tag, care-config around it, the page, and what was given, nearest first', async () => {
    const { html, asked } = await render(
      `<div data-care-endpoint="https://page.example/" data-care-article-url="/p/{slug}"></div>
       <care-config endpoint="https://near.example/" locale="es"><care-article-card slug="a"></care-article-card></care-config>
       <care-article-card slug="a" endpoint="https://own.example/" article-url="/own/{slug}"></care-article-card>
       <div lang="es-MX"><care-categories></care-categories></div>`,
      { settings: { endpoint: 'https://given.example/' } },
    );
    expect(asked.map((url) => new URL(url).host).sort()).to.deep.equal(['near.example', 'own.example', 'page.example']);
    expect(html).to.include('href="/p/a"').and.to.include('href="/own/a"').and.to.include('aria-label="Categorías"');
  });

  it('starts a relative endpoint at the page, and says so where the page is not known', async () => {
    const page = '<care-article-card slug="a" endpoint="/blog/"></care-article-card>';
    const { asked } = await render(page, {}, 'https://site.example/x/');
    expect(asked[0]).to.match(/^https:\/\/site\.example\/blog\/wp-json/);
    const { problems, html } = await render(page);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.include({ code: 'not-configured', line: 1 });
    expect(problems[0]?.detail).to.include('relative');
    expect(html).to.equal(page);
  });

  for (const [what, page] of [
    ['an attribute', '<p title="<care-article-card slug=a></care-article-card>">x</p>'],
    ['a comment', '<!-- <care-article-card slug="a"></care-article-card> -->'],
    ['a script', '<script>"<care-article-card slug=a></care-article-card>"</script>'],
    ['a template', '<template><care-article-card slug="a"></care-article-card></template>'],
    ['a textarea', '<textarea><care-article-card slug="a"></care-article-card></textarea>'],
    ['noscript', '<noscript><care-article-card slug="a"></care-article-card></noscript>'],
    ['a drawing', '<svg><care-article-card slug="a"></care-article-card></svg>'],
    ['another name', '<care-article-cardx slug="a"></care-article-cardx>'],
    ['a tag for a parameter of the address', '<care-article slug-param="a">x</care-article>'],
    ['the words of the author', '<care-benefits><h3>Ours</h3><p>Own words</p></care-benefits>'],
  ] as const) {
    it(`leaves ${what} alone`, async () => {
      const { html, asked, problems } = await render(script + page);
      expect([html, asked, problems]).to.deep.equal([script + page, [], []]);
    });
  }

  it('reads slug-param from the address of the page, where that is known', async () => {
    const page = `${script}<care-article-card slug="b"></care-article-card><care-article slug-param="a">x</care-article>`;
    const { html, asked } = await render(page, {}, 'https://site.example/article?a=c');
    expect(asked.some((url) => url.includes('slug=c'))).to.equal(true);
    expect(html).to.include('slug-param="a"><article data-care-part="article" data-care-id="7" data-care-slug="c">');
    expect((await render(page, {}, 'https://site.example/article?other=c')).html).to.include('slug-param="a">x<');
  });

  it('takes the first of two attributes of one name', async () => {
    const { asked } = await render(`${script}<care-article-card slug="a" SLUG="b"></care-article-card>`);
    expect(asked).to.have.length(1);
    expect(asked[0]).to.include('slug=a&');
  });

  it('ends a tag that was left open with nothing behind it', async () => {
    const { html } = await render(`${script}<div><care-article-card slug="a" />\n</div><p>z</p>`);
    expect(html).to.equal(
      `${script}<div><care-article-card ${MARK} slug="a" />${CARD}</care-article-card>\n</div><p>z</p>`,
    );
  });

  for (const [what, tag] of [
    ['follows an open tag', '<care-article-card slug="a" /><p>The rest of the page</p>'],
    ['holds a form', '<care-article-card slug="a"><div><form></form></div></care-article-card>'],
    ['holds another element', '<care-article-card slug="a"><care-contact></care-contact></care-article-card>'],
    ['is in a paragraph', '<p><care-article-card slug="a"></care-article-card></p>'],
    ['is in a link', '<a href="/"><care-article-card slug="a"></care-article-card></a>'],
  ] as const) {
    it(`keeps and says so where the page's own ${what}`, async () => {
      const { html, problems } = await render(`${script}\n${tag}`);
      expect(html).to.equal(`${script}\n${tag}`);
      expect(problems.map(({ code, line }) => [code, line])).to.deep.equal([['kept', 2]]);
    });
  }

  it('fills the others where one cannot be filled', async () => {
    const { html, problems } = await render(
      `${script}<p><care-article-card slug="a"></care-article-card></p><care-article-card slug="a"></care-article-card>`,
    );
    expect(html).to.include(`<p><care-article-card slug="a"></care-article-card></p><care-article-card ${MARK}`);
    expect(problems).to.have.length(1);
  });

  it('keeps the text of an article that does not exist, and of an endpoint that is down', async () => {
    const page = `${script}<care-article slug="no-a" data-care-rendered="x"><p>Old</p></care-article>`;
    const { html, problems } = await render(page);
    expect(html).to.equal(page);
    expect(problems.map(({ code }) => code)).to.deep.equal(['not-found']);
  });

  it('takes away the text of an article that its publisher has withdrawn', async () => {
    const { html, problems } = await render(
      `${script}<care-article slug="gone-a" data-care-rendered="x"><p>Old</p></care-article>`,
    );
    expect(html).to.equal(`${script}<care-article slug="gone-a"></care-article>`);
    expect(problems.map(({ code }) => code)).to.deep.equal(['gone']);
  });

  it('takes away the articles of a list, and the newest of all, where there are none any more', async () => {
    const transport = () => Promise.resolve(new Response('[]', { headers: { 'x-wp-total': '0' } }));
    const old = 'data-care-rendered="x"><p>Old</p>';
    const { html, rendered, problems } = await render(
      `${script}<care-article-card latest ${old}</care-article-card><care-article-list ${old}</care-article-list><care-article-list><p>Mine</p></care-article-list>`,
      { transport },
    );
    expect(html).to.equal(
      `${script}<care-article-card latest></care-article-card><care-article-list></care-article-list><care-article-list><p>Mine</p></care-article-list>`,
    );
    expect([rendered, problems]).to.deep.equal([0, []]);
  });

  it('asks once for an article that one page shows as a card and another as a whole', async () => {
    const site = fakeSite();
    const renderer = createRenderer({ transport: site.transport, now: () => NOW });
    const pages = [
      `${script}<care-article-card slug="a"></care-article-card>`,
      `${script}<care-article slug="a"></care-article><care-author slug="a"></care-author>`,
    ];
    for (const page of pages) await renderer.scan(page);
    for (const page of pages) await renderer.render(page);
    expect(site.asked).to.have.length(1);
  });

  it('reads a feed once for all pages, and anew once its time is over', async () => {
    let title = 'Old';
    let asked = 0;
    const transport = (): Promise<Response> => {
      asked++;
      return Promise.resolve(
        new Response(JSON.stringify({ items: [{ id: '1', url: '/a', title, content_text: 'T' }] })),
      );
    };
    const settings = { endpoint: 'https://blog.example/feed.json' };
    const page = '<care-article-card slug="a"></care-article-card>';
    const list = '<care-article-list></care-article-list>';
    const renderer = createRenderer({ settings, transport });
    for (const html of [page, list]) expect((await renderer.render(html)).html).to.include('>Old<');
    expect(asked).to.equal(1);
    const forgetful = createRenderer({ settings, transport, timeToLive: 0 });
    expect((await forgetful.render(page)).html).to.include('>Old<');
    title = 'New';
    const from = Date.now();
    while (Date.now() === from) await new Promise((resolve) => setImmediate(resolve)); // no answer is older than its own moment
    expect((await forgetful.render(page)).html).to.include('>New<');
  });

  it('finds out what an address is that does not show it, as a page does, once', async () => {
    const asked: string[] = [];
    const feeds: Readonly<Record<string, string>> = {
      'https://blog.example/articles': JSON.stringify({
        items: [{ id: '1', url: '/a', title: 'Found', content_text: 'T' }],
      }),
      'https://blog.example/news':
        '<rss version="2.0"><channel><item><title>Found</title><link>/a</link></item></channel></rss>',
    };
    const transport = (url: string): Promise<Response> => {
      asked.push(url);
      return Promise.resolve(new Response(feeds[url] ?? '<title>None</title>', { status: feeds[url] ? 200 : 404 }));
    };
    for (const endpoint of Object.keys(feeds)) {
      const renderer = createRenderer({ settings: { endpoint }, transport });
      for (const page of [
        '<care-article-card slug="a"></care-article-card>',
        '<care-article-list></care-article-list>',
      ])
        expect((await renderer.render(page)).html).to.include('>Found<');
      expect(asked.filter((url) => url.startsWith(`${endpoint}/wp-json`))).to.have.length(1);
    }
    const lost = createRenderer({ settings: { endpoint: 'https://blog.example/lost' }, transport });
    const { problems } = await lost.render('<care-article-card slug="a"></care-article-card>');
    expect(problems.map(({ code, url }) => [code, url?.includes('wp-json')])).to.deep.equal([['not-found', true]]);
  });

  it('numbers the ids of a second text, in the order of the page', async () => {
    const site = fakeSite('<h2>First</h2><p>x</p><h2>Second</h2>');
    const { html } = await createRenderer({ transport: site.transport }).render(
      `${script}<h2 id="care-second">Own</h2><care-article slug="a" with-toc></care-article><care-article slug="a" with-toc></care-article>`,
    );
    expect(html.match(/<h3 id="[^"]*"/g)).to.deep.equal(
      ['care-first', 'care-second-2', 'care-first-2', 'care-second-3'].map((id) => `<h3 id="${id}"`),
    );
  });

  it('gives up on an endpoint that is down', async () => {
    const site = fakeSite();
    let failed = 0;
    const renderer = createRenderer({
      transport: () => {
        failed++;
        return Promise.reject(new TypeError('fetch failed'));
      },
    });
    const problems: Problem[] = [];
    for (let page = 0; page < 6; page++) {
      problems.push(...(await renderer.render(`${script}<care-article slug="a-${page}"></care-article>`)).problems);
    }
    expect(problems.map(({ code }) => code)).to.deep.equal(Array(6).fill('network'));
    expect(failed).to.be.below(13);
    expect(site.asked).to.deep.equal([]);
  });

  // a million elements, on a machine that has other things to do too
  it('makes hostile texts safe, 5 MB included', { timeout: 60_000 }, async () => {
    const site = fakeSite(`<p onclick="x()">A<script>alert(1)</script></p>${'<p>word</p>'.repeat(400_000)}`);
    const transport = site.transport;
    const { html } = await createRenderer({ transport }).render(`${script}<care-article slug="a"></care-article>`);
    expect(html).to.include('<p>A</p><p>word</p>');
    expect(html.slice(script.length)).not.to.match(/script|onclick/);
  });

  it('answers with the page, and tells of problems', async () => {
    const problems: Problem[] = [];
    const page = '<care-article-card slug="a"></care-article-card>';
    expect(await renderWidgets(page, { onProblem: (problem) => problems.push(problem) })).to.equal(page);
    expect(problems).to.deep.equal([
      { tag: 'care-article-card', line: 1, code: 'not-configured', detail: 'no endpoint' },
    ]);
  });
});
