import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import { serialise } from '../../src/html/serialise.js';
import type { Article } from '../../src/model/article.js';
import { CareError } from '../../src/model/care-error.js';
import { readSnapshotArguments, type SnapshotArguments } from '../../src/server/cli/snapshot-arguments.js';
import { writeFeed } from '../../src/server/snapshot/feed-files.js';
import { newState } from '../../src/server/snapshot/state.js';
import { Store, StoreError } from '../../src/server/snapshot/store.js';
import { sourceConformance } from '../conformance/sources.js';
import { wordPressSite } from '../conformance/sources.wordpress.js';
import { fakeTransport, rejection, type Reply } from '../support/fake-transport.js';
import { Blog, post, posts } from './snapshot.blog.js';
import { bloggerSite, rss, rssSite, squarespaceSite } from './sources.feeds.js';

const FRESH = () => new AbortController().signal;

/** What JSON Feed 1.1 demands of a file, and RFC 3339 of its dates: https://www.jsonfeed.org/version/1.1/ */
const faultsIn = (feed: Record<string, unknown>): string[] => {
  const faults: string[] = [];
  const demand = (isKept: boolean, rule: string): unknown => isKept || faults.push(rule);
  const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
  const isUrl = (value: unknown): boolean => isText(value) && URL.canParse(String(value));
  demand(feed.version === 'https://jsonfeed.org/version/1.1', 'version');
  demand(isText(feed.title), 'title');
  demand(Array.isArray(feed.items), 'items');
  for (const name of ['home_page_url', 'feed_url', 'next_url'])
    demand(feed[name] === undefined || isUrl(feed[name]), name);
  demand(feed.next_url === undefined || feed.next_url !== feed.feed_url, 'next_url is another file');
  const ids = new Set<unknown>();
  for (const item of feed.items as Record<string, unknown>[]) {
    demand(isText(item.id) && !ids.has(item.id), `id ${String(item.id)}`);
    ids.add(item.id);
    demand(isText(item.content_html) || isText(item.content_text), `content of ${String(item.id)}`);
    for (const name of ['url', 'external_url', 'image']) demand(item[name] === undefined || isUrl(item[name]), name);
    for (const name of ['date_published', 'date_modified']) {
      demand(
        item[name] === undefined ||
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(String(item[name])),
        name,
      );
    }
    for (const author of (item.authors as object[] | undefined) ?? [])
      demand(isText((author as { name: string }).name), 'authors');
    for (const tag of (item.tags as unknown[] | undefined) ?? []) demand(isText(tag), 'tags');
    const known =
      /^(?:id|url|external_url|title|summary|content_(?:html|text)|image|banner_image|date_(?:published|modified)|authors|tags|language|attachments|_\w+)$/;
    for (const name of Object.keys(item)) demand(known.test(name), `unknown name ${name}`);
  }
  return faults;
};

const blogs: Blog[] = [];
const newBlog = (): Blog => {
  const blog = new Blog();
  blogs.push(blog);
  return blog;
};
afterEach(async () => {
  for (const blog of blogs.splice(0)) if (blog.folder) await blog.close();
});
const opened = async (articles: readonly Article[] = posts(3)): Promise<Blog> => {
  const blog = newBlog();
  blog.articles = articles;
  await blog.open();
  return blog;
};

const codes = async (blog: Blog, ...slugs: string[]): Promise<string[]> => {
  const found = await blog.reader().getArticles(
    slugs.map((slug) => ({ slug })),
    'full',
    FRESH(),
  );
  return found.map((one) => (one instanceof CareError ? one.code : one.slug));
};

sourceConformance({
  name: 'json-feed, written by snapshot',
  create(articles) {
    const blog = newBlog();
    blog.articles = articles;
    return blog.reader(
      'feed.json',
      blog.open().then(() => blog.snapshot()),
    );
  },
  authorKey: (name) => name,
  hasBodies: true,
});

const feedItem = (number: number) => ({
  id: String(number),
  url: `https://blog.example/post-${number}/`,
  title: `Post ${number}`,
  content_text: 'T',
});

/** A JSON Feed of so many files, each with one item; `next`: where the last one goes on. */
const pagedFeed =
  (files: number, next?: string): Reply =>
  ({ url }) => {
    const page = Number(new URL(url).searchParams.get('page') ?? 1);
    return {
      version: 'https://jsonfeed.org/version/1.1',
      items: [feedItem(page)],
      ...(page < files ? { next_url: `feed.json?page=${page + 1}` } : next ? { next_url: next } : {}),
    };
  };

describe('snapshot', () => {
  it('writes a JSON Feed in pages, a file an article, and categories', async () => {
    const blog = await opened(posts(250));
    const result = await blog.snapshot({ site: 'https://clinic.example/snapshot/' });
    expect(result).to.deep.equal({ articles: 250, read: 250, withdrawn: 0, changes: 254, problems: [] });
    const files = await blog.files();
    expect(files.filter((name) => !name.startsWith('articles/'))).to.deep.equal([
      'categories.json',
      'feed-2.json',
      'feed-3.json',
      'feed.json',
    ]);
    expect(files).to.have.length(254);
    for (const name of files.filter((one) => one !== 'categories.json'))
      expect(faultsIn(await blog.json(name)), name).to.deep.equal([]);
    const page = await blog.json('feed.json');
    expect(page.next_url).to.equal('https://clinic.example/snapshot/feed-2.json');
    expect((await blog.reader().listArticles({ page: 1, perPage: 100 }, FRESH())).total).to.equal(250);
    expect(await blog.json('categories.json')).to.deep.equal([
      { slug: 'recovery', name: 'Recovery', url: 'https://clinic.example/category/recovery/', count: 250 },
    ]);
  });

  it('gives a page the text of an article, from the feed or from the article’s own file', async () => {
    const blog = await opened();
    await blog.snapshot();
    for (const name of ['feed.json', 'articles/post-2.json']) {
      const [found] = await blog.reader(name).getArticles([{ slug: 'post-2' }], 'full', FRESH());
      expect(found).to.include({ title: 'Post 2', id: '2' });
      expect(serialise((found as Article).body!)).to.equal('<p>Post 2</p>');
    }
  });

  it('keeps what a text may be mistaken for', async () => {
    const title = 'Tags: <b> & <i>, 5 < 6 &amp; &#38;';
    const blog = await opened([post(1, { title, excerpt: 'A & B' })]);
    blog.site =
      (articles) =>
      ({ url }) => {
        const item = { id: '1', url: 'https://blog.example/a', title: 'x', summary: 'A & B', content_text: 'T' };
        return url.endsWith('feed.json')
          ? {
              version: 'https://jsonfeed.org/version/1.1',
              items: articles.map(() => ({
                ...item,
                title: title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`),
              })),
            }
          : '';
      };
    await blog.snapshot({ endpoint: 'https://blog.example/feed.json' });
    const [found] = (await blog.reader().listArticles({ page: 1, perPage: 9 }, FRESH())).articles;
    expect(found).to.include({ title, excerpt: 'A & B' });
    const { items } = await blog.json('feed.json');
    expect((items as { summary: string }[])[0]!.summary).to.equal('A & B');
  });

  it('asks for a page of the list and writes nothing where nothing has changed', async () => {
    const blog = await opened(posts(150));
    await blog.snapshot();
    const written = async () => {
      const { ino, mtimeMs } = await stat(join(blog.folder, 'feed.json'));
      return { ino, mtimeMs };
    };
    const before = await written();
    blog.asked();
    const result = await blog.snapshot();
    expect(result).to.deep.equal({ articles: 150, read: 0, withdrawn: 0, changes: 0, problems: [] });
    expect(blog.asked()).to.have.length(2);
    expect(blog.transport.requests).to.have.length(0);
    expect(await written()).to.deep.equal(before);
  });

  it('reads again what has changed, and only that', async () => {
    const blog = await opened(posts(30));
    await blog.snapshot();
    blog.asked();
    blog.articles = blog.articles.map((one) => (one.id === '7' ? { ...one, title: 'Seven' } : one));
    expect(await blog.snapshot()).to.include({ read: 1, changes: 2 });
    expect(blog.asked().map((url) => new URL(url).searchParams.get('include'))).to.deep.equal([null, '7']);
    expect(await blog.snapshot({ isRefresh: true })).to.include({ read: 30, changes: 0 });
  });

  it('takes the file of an article along where its slug changes', async () => {
    const blog = await opened(posts(2));
    await blog.snapshot();
    blog.articles = [post(1, { slug: 'renamed' }), post(2)];
    await blog.snapshot();
    expect(await blog.files())
      .to.include('articles/renamed.json')
      .and.not.include('articles/post-1.json');
  });

  it('asks whether a feed has changed, by ETag', async () => {
    const blog = await opened();
    const asked: (string | null)[] = [];
    let sent = 0;
    const transport = async (url: string, init: RequestInit): Promise<Response> => {
      if (url.endsWith('robots.txt')) return new Response('', { status: 404 });
      const tag = new Headers(init.headers).get('if-none-match');
      asked.push(tag);
      if (tag === '"1"') return new Response(null, { status: 304 });
      sent++;
      const answer = await blog.transport(url, init);
      return new Response(await answer.text(), { headers: { etag: '"1"' } });
    };
    blog.site = (articles) => rssSite(articles, 'Hugo');
    const options = { endpoint: 'https://blog.example/feed.xml', transport };
    await blog.snapshot(options);
    expect(await blog.snapshot(options)).to.include({ articles: 2, changes: 0 });
    expect(asked).to.deep.equal([null, '"1"']);
    expect(sent).to.equal(1);
  });

  it('has names of files that no slug leads astray', async () => {
    const slugs = ['../../etc/passwd', 'CON', 'الأيام', 'x'.repeat(300), 'a/b', ''];
    const blog = await opened([]);
    blog.site = () => ({
      version: 'https://jsonfeed.org/version/1.1',
      items: slugs.map((slug, index) => ({ id: `id-${index}`, title: 'A', content_text: 'T', _care: { slug } })),
    });
    await blog.snapshot({ endpoint: 'https://blog.example/feed.json' });
    const files = (await blog.files()).filter((name) => name.startsWith('articles/'));
    expect(files).to.have.length(slugs.length);
    for (const name of files)
      expect(name)
        .to.match(/^articles\/[a-z\d-]{1,100}\.json$/)
        .and.not.match(/\/con\.json/);
    expect(await codes(blog, 'الأيام')).to.deep.equal(['الأيام']);
  });

  it('writes HTML by the renderer, and keeps what somebody wrote around it', async () => {
    const blog = await opened(posts(2));
    const options = { hasHtml: true, site: 'https://clinic.example/snapshot/' };
    await blog.snapshot(options);
    const name = join(blog.folder, 'articles/post-1.html');
    const html = await readFile(name, 'utf8');
    expect(html).to.match(/<title>Post 1<\/title>[^]*data-care-rendered[^]*<p>Post 1<\/p>/);
    await writeFile(name, html.replace('<main>', '<main><p>Ours</p>'));
    expect(await blog.snapshot(options)).to.include({ changes: 0 });
    expect(await readFile(name, 'utf8')).to.include('Ours');
  });
});

describe('snapshot: pages that somebody has changed', () => {
  const options = { site: 'https://clinic.example/snapshot/', hasHtml: true };

  it('keep every byte around the element, and are named where they cannot be filled', async () => {
    const blog = await opened(posts(3));
    await blog.snapshot(options);
    const path = (name: string) => join(blog.folder, `articles/${name}.html`);
    const written = await readFile(path('post-1'), 'utf8');
    const change = (from: string, to: string, encoding: BufferEncoding): Buffer =>
      Buffer.from(written.replace(from, to), encoding);
    const latin = change('<main>', '<p>Café</p><main>', 'latin1');
    await writeFile(path('post-1'), latin);
    const marked = Buffer.from(`\ufeff${await readFile(path('post-2'), 'utf8')}`.replaceAll('\n', '\r\n'));
    await writeFile(path('post-2'), marked);
    const closed = (await readFile(path('post-3'), 'utf8')).replace(/<main>[^]*<\/main>/, '<p><care-article></p>');
    await writeFile(path('post-3'), closed);
    const { problems } = await blog.snapshot(options);
    expect(problems).to.have.length(2);
    expect(problems).to.include('articles/post-1.html is not UTF-8, so it was left as it is: save it as UTF-8');
    expect(problems.join()).to.match(/articles\/post-3\.html, line \d+: /);
    expect((await readFile(path('post-1'))).equals(latin)).to.equal(true);
    expect((await readFile(path('post-2'))).equals(marked)).to.equal(true);
  });
});

describe('snapshot: withdrawn articles', () => {
  it('are gone for widgets, in the feed and in the article’s own file, until they come back', async () => {
    const blog = await opened(posts(4));
    await blog.snapshot();
    expect(await codes(blog, 'post-2')).to.deep.equal(['post-2']);
    blog.articles = blog.articles.filter(({ id }) => id !== '2');
    expect(await blog.snapshot()).to.include({ articles: 3, withdrawn: 1 });
    expect(await codes(blog, 'post-2', 'post-3', 'nothing')).to.deep.equal(['gone', 'post-3', 'not-found']);
    const [own] = await blog.reader('articles/post-2.json').getArticles([{ slug: 'post-2' }], 'full', FRESH());
    expect(own).to.be.instanceOf(CareError).and.include({ code: 'gone' });
    for (const name of ['feed.json', 'articles/post-2.json']) {
      expect(JSON.stringify(await blog.json(name))).not.to.include('Post 2');
    }
    expect(await blog.snapshot()).to.include({ withdrawn: 0, changes: 0 });
    blog.articles = posts(4);
    await blog.snapshot();
    expect(await codes(blog, 'post-2')).to.deep.equal(['post-2']);
  });

  it('stay where nearly all disappear, which looks like a mistake', async () => {
    const blog = await opened(posts(30));
    await blog.snapshot();
    blog.articles = [];
    const result = await blog.snapshot();
    expect(result).to.include({ articles: 30, withdrawn: 0, changes: 0 });
    expect(result.problems[0]).to.match(/no longer lists 30 of 30 .* --allow-withdrawals$/);
    expect(await blog.snapshot({ allowsWithdrawals: true })).to.include({ articles: 0, withdrawn: 30 });
  });

  it('are gone among the newest that --limit takes, and those past it stay', async () => {
    const blog = await opened(posts(12));
    await blog.snapshot({ limit: 5 });
    blog.articles = blog.articles.filter(({ id }) => id !== '10');
    expect(await blog.snapshot({ limit: 5 })).to.include({ articles: 5, withdrawn: 1 });
    expect(await codes(blog, 'post-10', 'post-7')).to.deep.equal(['gone', 'post-7']);
    blog.articles = posts(13).filter(({ id }) => id !== '10');
    expect(await blog.snapshot({ limit: 5 })).to.include({ articles: 6, withdrawn: 0 });
    expect(await codes(blog, 'post-13', 'post-7')).to.deep.equal(['post-13', 'post-7']);
  });

  it('are not articles without a date that --limit leaves out', async () => {
    const blog = await opened();
    const items = [feedItem(1), feedItem(2), feedItem(3)];
    blog.site = () => ({ version: 'https://jsonfeed.org/version/1.1', items });
    const endpoint = 'https://blog.example/feed.json';
    await blog.snapshot({ endpoint });
    expect(await blog.snapshot({ endpoint, limit: 2 })).to.include({ articles: 3, withdrawn: 0 });
  });

  for (const [what, headers, cap] of [
    ['too low', { 'x-wp-total': '7', 'x-wp-totalpages': '1' }, 5],
    ['too high', { 'x-wp-total': '99', 'x-wp-totalpages': '20' }, 5],
    ['lost', {}, 5],
    ['no numbers', { 'x-wp-total': '17, 17', 'x-wp-totalpages': 'many' }, 5],
  ] as const) {
    it(`are none where the counts of a WordPress that gives fewer at a time are ${what}, and nothing is missed`, async () => {
      const blog = await opened(posts(17));
      const plain = fakeTransport(({ url, init }) => {
        const { searchParams } = new URL(url);
        if (!searchParams.has('include')) searchParams.set('per_page', String(cap));
        return fakeTransport(wordPressSite(blog.articles))(url.replace(/\?.*/, `?${searchParams}`), init);
      });
      let isSpoiled = false;
      blog.override =
        () =>
        async ({ url, init }) => {
          const answer = await plain(url, init);
          return isSpoiled && answer.ok ? new Response(await answer.text(), { headers }) : answer;
        };
      await blog.snapshot();
      isSpoiled = true;
      expect(await blog.snapshot()).to.deep.include({ articles: 17, withdrawn: 0, changes: 0, problems: [] });
      const fresh = await opened(posts(17));
      fresh.override = blog.override;
      expect(await fresh.snapshot()).to.deep.include({ articles: 17, read: 17, problems: [] });
    });
  }

  it('are none where a server without counts has no page behind the last one', async () => {
    const blog = await opened(posts(17));
    blog.override =
      () =>
      async ({ url, init }) => {
        const { searchParams } = new URL(url);
        if (!searchParams.has('include')) searchParams.set('per_page', '5');
        const answer = await fakeTransport(wordPressSite(blog.articles))(url.replace(/\?.*/, `?${searchParams}`), init);
        return answer.status === 400
          ? new Response('Nothing here', { status: 404 })
          : new Response(await answer.text());
      };
    expect(await blog.snapshot()).to.deep.include({ articles: 17, read: 17, problems: [] });
    expect(await blog.snapshot()).to.deep.include({ articles: 17, withdrawn: 0, changes: 0, problems: [] });
  });

  it('are none where counts that agree with each other are too low, and what lies behind them is read then', async () => {
    const blog = await opened(posts(120));
    await blog.snapshot();
    const plain = fakeTransport(({ url, init }) => fakeTransport(wordPressSite(blog.articles))(url, init));
    blog.override =
      () =>
      async ({ url, init }) => {
        const answer = await plain(url, init);
        const headers = { 'x-wp-total': '100', 'x-wp-totalpages': '1' };
        return answer.ok ? new Response(await answer.text(), { headers }) : answer;
      };
    blog.articles = blog.articles.map((one) => (one.id === '3' ? { ...one, title: 'Another title' } : one));
    expect(await blog.snapshot()).to.deep.include({ articles: 120, read: 1, withdrawn: 0, problems: [] });
    expect(await codes(blog, 'post-3', 'post-20')).to.deep.equal(['post-3', 'post-20']);
  });

  it('are not those that a list passes over because another went while it was read', async () => {
    const blog = await opened(posts(120));
    await blog.snapshot();
    const fresh = fakeTransport(() => blog.site(blog.articles));
    blog.override = (url) => {
      const page = new URL(url).searchParams.get('page');
      // between two pages: what was the first of the second page is now the last of the first one
      if (page === '2' && blog.articles.length === 120) blog.articles = posts(120).filter(({ id }) => id !== '90');
      return ({ init }) => fresh(url, init);
    };
    expect(await blog.snapshot()).to.deep.include({ articles: 120, withdrawn: 0, problems: [] });
    expect(await codes(blog, 'post-20')).to.deep.equal(['post-20']);
    expect(await blog.snapshot()).to.include({ articles: 119, withdrawn: 1 });
    expect(await codes(blog, 'post-20', 'post-90')).to.deep.equal(['post-20', 'gone']);
  });

  it('leave their file to one that is published anew under the same slug', async () => {
    const blog = await opened(posts(4));
    const options = { site: 'https://clinic.example/snapshot/', hasHtml: true };
    await blog.snapshot(options);
    const before = await blog.files();
    blog.articles = [...posts(4).filter(({ id }) => id !== '2'), post(2, { id: '92', title: 'Anew' })];
    expect(await blog.snapshot(options)).to.deep.include({ articles: 4, withdrawn: 1, problems: [] });
    expect(await blog.files()).to.deep.equal(before);
    expect(await codes(blog, 'post-2')).to.deep.equal(['post-2']);
    expect(faultsIn(await blog.json('articles/post-2.json'))).to.deep.equal([]);
    const [own] = await blog.reader('articles/post-2.json').getArticles([{ slug: 'post-2' }], 'full', FRESH());
    expect(own).to.include({ id: '92', title: 'Anew' });
    expect(await readFile(join(blog.folder, 'articles/post-2.html'), 'utf8')).to.include('Anew');
    const [old] = await blog.reader().getArticles([{ id: '2' }], 'full', FRESH());
    expect(old).to.include({ code: 'gone' });
    expect(await blog.snapshot(options)).to.include({ read: 0, changes: 0 });
  });

  it('are none where the whole blog has other ids, as after a move', async () => {
    const blog = await opened(posts(30));
    await blog.snapshot();
    const before = await blog.files();
    blog.articles = posts(30).map((one) => ({ ...one, id: `${1000 + Number(one.id)}` }));
    expect(await blog.snapshot()).to.deep.include({ articles: 30, problems: [] });
    expect(await blog.files()).to.deep.equal(before);
    expect(await blog.snapshot()).to.include({ read: 0, changes: 0 });
  });

  it('are replaced where a feed names its articles anew, those at its end too, and no others of their slugs', async () => {
    const blog = await opened(posts(6));
    const endpoint = 'https://blog.example/feed.xml';
    const linksAre = (scheme: string, path: string) => {
      const item = ({ id, publishedAt = '' }: Article) =>
        `<item><title>Post ${id}</title><link>${scheme}://blog.example/${path}/post-${id}/</link><pubDate>${new Date(publishedAt).toUTCString()}</pubDate></item>`;
      blog.site = (articles) => rss([...articles].reverse().map(item).join(''));
    };
    linksAre('http', '2024');
    await blog.snapshot({ endpoint });
    const before = await blog.files();
    linksAre('https', '2024');
    expect(await blog.snapshot({ endpoint })).to.deep.include({ articles: 6, withdrawn: 6, problems: [] });
    expect(await blog.files()).to.deep.equal(before);
    blog.articles = [...posts(8).slice(2, 7), post(1, { publishedAt: '2024-02-01T00:00:00Z' })];
    linksAre('https', '2024');
    const { site } = blog;
    blog.site = (articles) => {
      const whole = site(articles);
      return typeof whole === 'string' ? whole.replace('/2024/post-1/', '/2025/post-1/') : whole;
    };
    expect(await blog.snapshot({ endpoint })).to.deep.include({ articles: 8, withdrawn: 0, problems: [] });
  });

  it('are not those that slide out of a feed', async () => {
    const blog = await opened(posts(12));
    blog.site = (articles) => ({
      version: 'https://jsonfeed.org/version/1.1',
      items: articles.map((one) => ({
        id: one.id,
        url: one.url,
        title: one.title,
        content_text: 'T',
        date_published: one.publishedAt,
      })),
    });
    const options = { endpoint: 'https://blog.example/feed.json' };
    await blog.snapshot(options);
    blog.articles = [...posts(14).slice(2)]; // two new ones push two old ones out
    expect(await blog.snapshot(options)).to.include({ articles: 14, withdrawn: 0 });
    blog.articles = blog.articles.filter(({ id }) => id !== '13'); // missing from the middle
    expect(await blog.snapshot(options)).to.include({ articles: 11, withdrawn: 3 });
  });
});

describe('snapshot: faults', () => {
  it('articles that cannot be told apart are named', async () => {
    const blog = await opened(posts(2));
    blog.site = () => ({
      version: 'https://jsonfeed.org/version/1.1',
      items: ['First', 'Second'].map((title) => ({
        id: '1',
        url: `https://blog.example/${title}/`,
        title,
        content_text: 'T',
      })),
    });
    const result = await blog.snapshot({ endpoint: 'https://blog.example/feed.json' });
    expect(result.articles).to.equal(1);
    expect(result.problems).to.deep.equal(['"Second" has no id of its own, so it is left out']);
  });

  it('an endless list ends where it repeats itself, or at the limit', async () => {
    const blog = await opened(posts(100));
    const first = fakeTransport(blog.site(blog.articles));
    blog.override = (url) =>
      url.includes('include=')
        ? undefined
        : async ({ init }) => {
            const answer = await first(url.replace(/([?&])page=\d+/, '$1page=1'), init);
            return new Response(await answer.text(), { headers: { 'x-wp-total': '9999', 'x-wp-totalpages': '100' } });
          };
    const result = await blog.snapshot();
    expect(result.problems[0]).to.equal('the list repeats itself after 100 articles');
    expect(result.articles).to.equal(100);
    const short = await opened(posts(120));
    expect(await short.snapshot({ limit: 50 })).to.deep.include({
      articles: 50,
      problems: ['more than 50 articles: the newest 50 are taken'],
    });
  });

  it('has a folder for pictures only where there are copies', async () => {
    const blog = await opened();
    await blog.snapshot();
    expect(await readdir(blog.folder)).not.to.include('pictures');
    await mkdir(join(blog.folder, 'pictures'));
    await writeFile(join(blog.folder, 'pictures', '0123456789abcdef-480.webp'), '');
    await blog.snapshot();
    expect(await readdir(blog.folder)).not.to.include('pictures');
  });

  it('asks again for a picture that could not be had, or whose copies are gone', async () => {
    const blog = await opened(posts(1));
    const plain = fakeTransport(wordPressSite(blog.articles));
    const media = [{ id: 1, source_url: 'https://blog.example/a.png', media_details: { width: 600, height: 300 } }];
    blog.site =
      () =>
      async ({ url, init }) => {
        const answer = await plain(url, init);
        const list = (await answer.json()) as { readonly _embedded?: object }[];
        const shown = list.map((one) => ({ ...one, _embedded: { ...one._embedded, 'wp:featuredmedia': media } }));
        return new Response(JSON.stringify(shown), { headers: answer.headers });
      };
    const bytes = await sharp({ create: { width: 600, height: 300, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    let isBusy = true;
    blog.override = (url) => {
      if (!url.endsWith('.png')) return undefined;
      return isBusy ? new Response('', { status: 500 }) : new Response(bytes);
    };
    const pictures = async () => (await blog.files()).filter((name) => name.startsWith('pictures/'));
    const failed = await blog.snapshot({ hasPictures: true });
    expect(failed.problems.join()).to.match(/^500 .*a\.png/);
    expect((await blog.snapshot({ hasPictures: true })).problems).to.have.length(1);
    isBusy = false;
    expect(await blog.snapshot({ hasPictures: true })).to.deep.include({ read: 1, problems: [] });
    expect(await pictures()).to.have.length(2);
    expect(await blog.snapshot({ hasPictures: true })).to.include({ read: 0, changes: 0 });
    await rm(join(blog.folder, (await pictures())[0]!));
    expect(await blog.snapshot({ hasPictures: true })).to.include({ read: 1, changes: 1 });
    expect(await pictures()).to.have.length(2);
  });

  it('makes a picture anew that was replaced under its address, once --refresh asks whether it is the same', async () => {
    const blog = await opened(posts(2));
    const plain = fakeTransport(({ url, init }) => fakeTransport(wordPressSite(blog.articles))(url, init));
    const media = [{ id: 1, source_url: 'https://blog.example/a.png', media_details: { width: 600, height: 300 } }];
    blog.site =
      () =>
      async ({ url, init }) => {
        const answer = await plain(url, init);
        const list = (await answer.json()) as { readonly _embedded?: object }[];
        const shown = list.map((one) => ({ ...one, _embedded: { ...one._embedded, 'wp:featuredmedia': media } }));
        return new Response(JSON.stringify(shown), { headers: answer.headers });
      };
    const draw = (width: number, background: string) =>
      sharp({ create: { width, height: 300, channels: 3, background } })
        .png()
        .toBuffer();
    let [bytes, etag, status] = [await draw(600, 'teal'), '"one"', 200];
    const sent: number[] = [];
    blog.override = (url) => {
      if (!url.endsWith('.png')) return undefined;
      return ({ init }) => {
        const isSame = new Headers(init.headers).get('if-none-match') === etag;
        const answer = status === 200 && isSame ? 304 : status;
        sent.push(answer);
        return new Response(answer === 200 ? bytes : null, { status: answer, headers: { etag } });
      };
    };
    const pictures = async () => (await blog.files()).filter((name) => name.startsWith('pictures/'));
    const run = async (isRefresh = true) => {
      sent.length = 0;
      const { changes, problems } = await blog.snapshot({ hasPictures: true, isRefresh });
      return { changes, problems: problems.length, sent: sent.join() };
    };
    await run(false);
    const before = await pictures();
    expect(before).to.have.length(2);
    expect(await run(false)).to.deep.equal({ changes: 0, problems: 0, sent: '' });
    expect(await run()).to.deep.equal({ changes: 0, problems: 0, sent: '304' });
    [bytes, etag] = [await draw(700, 'navy'), '"two"'];
    expect(await run(false), 'not asked').to.deep.equal({ changes: 0, problems: 0, sent: '' });
    expect(await run()).to.include({ problems: 0, sent: '200' });
    const after = await pictures();
    expect(after.join()).to.match(/-480\.webp.*-700\.webp$/);
    expect(await run()).to.deep.equal({ changes: 0, problems: 0, sent: '304' });
    status = 404;
    expect(await run(), 'the copies stay').to.deep.equal({ changes: 0, problems: 1, sent: '404' });
    expect(await pictures()).to.deep.equal(after);
    blog.articles = [];
    await blog.snapshot({ hasPictures: true, allowsWithdrawals: true });
    expect(JSON.stringify(await blog.json('.care-widgets/state.json'))).not.to.include('a.png');
  });

  it('writes nothing any more once it has failed', async () => {
    const blog = await opened(posts(3));
    let [begun, running] = [0, 0];
    const write = async (path: string, data: string | Uint8Array): Promise<void> => {
      if (!path.includes('articles')) return writeFile(path, data);
      if (begun++ === 0) throw Object.assign(new Error('x'), { code: 'ENOSPC' });
      running++;
      for (let turn = 0; turn < 5000; turn++) await new Promise((resolve) => setImmediate(resolve));
      await writeFile(path, data);
      running--;
    };
    expect(await rejection(blog.snapshot({ write }))).to.be.instanceOf(StoreError);
    expect([begun, running]).to.deep.equal([3, 0]);
  });

  it('writes dates as JSON Feed demands them, whatever the source has', async () => {
    const blog = await opened();
    const dates = ['Sat, 02 Mar 2024 23:30:00 -0700', '2024-03-01', '2024-02-28 10:00:00', 1709422200];
    const items = dates.map((date, index) => ({ ...feedItem(index), date_published: date, date_modified: date }));
    blog.site = () => ({ version: 'https://jsonfeed.org/version/1.1', items });
    await blog.snapshot({ endpoint: 'https://blog.example/feed.json' });
    const feed = await blog.json('feed.json');
    expect(faultsIn(feed)).to.deep.equal([]);
    expect((feed.items as { date_published: string }[]).map((one) => one.date_published)).to.deep.equal([
      '2024-03-02T23:30:00-07:00',
      '2024-03-02T23:30:00Z',
      '2024-03-01T00:00:00Z',
      '2024-02-28T10:00:00Z',
    ]);
  });

  it('leaves files alone that are not its own', async () => {
    const blog = await opened();
    const own = { 'pictures/team.jpg': 'picture', 'feed-2.json': '{"items":[]}', 'articles/index.html': 'page' };
    for (const folder of ['pictures', 'articles']) await mkdir(join(blog.folder, folder));
    for (const [name, text] of Object.entries(own)) await writeFile(join(blog.folder, name), text);
    await blog.snapshot();
    await blog.snapshot();
    for (const [name, text] of Object.entries(own))
      expect(await readFile(join(blog.folder, name), 'utf8'), name).to.equal(text);
  });

  it('writes over no feed that is not its own, and over its own though it has forgotten it', async () => {
    for (const [name, text] of [
      ['feed.json', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"}]}'],
      ['feed.json', 'hand-made'],
      ['categories.json', '{}'],
    ] as const) {
      const blog = await opened();
      await writeFile(join(blog.folder, name), text);
      expect(((await rejection(blog.snapshot())) as Error).message).to.match(/there already .* choose another folder/);
      expect(await readFile(join(blog.folder, name), 'utf8')).to.equal(text);
    }
    const blog = await opened();
    await blog.snapshot();
    await rm(join(blog.folder, '.care-widgets'), { recursive: true });
    expect(await blog.snapshot()).to.deep.include({ articles: 3, problems: [] });
  });

  it('finds out what an address is that does not show it, once', async () => {
    const squarespace = squarespaceSite(posts(3));
    const blogger = bloggerSite(posts(3));
    const kinds: Readonly<Record<string, (url: string) => Reply | undefined>> = {
      'json-feed': (url) => (url.endsWith('/blog') ? { items: [feedItem(1), feedItem(2), feedItem(3)] } : undefined),
      feed: (url) =>
        url.endsWith('/blog') ? rss([1, 2, 3].map((n) => `<item><link>/post-${n}/</link></item>`).join('')) : undefined,
      squarespace: (url) =>
        url.includes('format=json')
          ? squarespace
          : url.endsWith('/blog')
            ? '<script>Static.SQUARESPACE_CONTEXT</script>'
            : undefined,
      blogger: (url) =>
        url.includes('/feeds/posts')
          ? blogger
          : url.endsWith('/blog')
            ? '<meta content="blogger" name="generator">'
            : undefined,
    };
    for (const [source, answer] of Object.entries(kinds)) {
      const blog = await opened();
      blog.override = (url) => answer(url) ?? new Response('<title>None</title>', { status: 404 });
      const endpoint = 'https://clinic.example/blog';
      expect(await blog.snapshot({ endpoint }), source).to.deep.include({ articles: 3, problems: [] });
      blog.asked();
      expect(await blog.snapshot({ endpoint }), source).to.deep.include({ articles: 3, changes: 0, problems: [] });
      expect(blog.asked().filter((url) => url.includes('wp-json'))).to.deep.equal([]);
    }
  });

  it('reads a domain of its own that WordPress.com hosts, each time', async () => {
    const blog = await opened(posts(3));
    const args = ['https://blog.example/', '--out', blog.folder, '--source', 'wordpress.com'];
    const { source } = readSnapshotArguments(args) as SnapshotArguments;
    expect(await blog.snapshot({ source })).to.include({ articles: 3 });
    expect(await blog.snapshot({ source })).to.include({ articles: 3, read: 0, changes: 0 });
    for (const url of blog.asked())
      expect(url).to.match(/^https:\/\/public-api\.wordpress\.com\/wp\/v2\/sites\/blog\.example\/posts/);
  });

  it('an address that answers with nothing readable fails as what it was taken for', async () => {
    const blog = await opened();
    blog.override = (url) => (url.endsWith('/blog') ? '<p>Welcome</p>' : new Response('', { status: 404 }));
    const error = await rejection(blog.snapshot({ endpoint: 'https://clinic.example/blog' }));
    expect(error).to.include({ code: 'not-found' });
    expect((error as CareError).url).to.include('/wp-json/');
  });

  it('a feed of many files is read to its end', async () => {
    const blog = await opened();
    blog.site = () => pagedFeed(80);
    const result = await blog.snapshot({ endpoint: 'https://blog.example/feed.json' });
    expect(result).to.deep.include({ articles: 80, problems: [] });
  });

  it('a feed that goes on without end, or at another host, is told, and nothing of it is withdrawn', async () => {
    const blog = await opened();
    blog.site = () => pagedFeed(3);
    const endpoint = 'https://blog.example/feed.json';
    await blog.snapshot({ endpoint });
    blog.site = () => pagedFeed(1, 'https://other.example/feed.json');
    const away = await blog.snapshot({ endpoint });
    expect(away).to.deep.include({ articles: 3, withdrawn: 0 });
    expect(away.problems.join()).to.include(
      'goes on at https://other.example/feed.json, outside of https://blog.example',
    );
    blog.site = () => pagedFeed(Infinity);
    const endless = await blog.snapshot({ endpoint });
    expect(endless).to.deep.include({ articles: 500, withdrawn: 0 });
    expect(endless.problems.join()).to.include('goes on after 500 files');
    expect(blog.asked().length).to.be.below(600);
  });

  it('a feed of RSS that goes on without end, or at another host, is told', async () => {
    const blog = await opened();
    const endpoint = 'https://blog.example/feed.xml';
    const link = (next: string) => `<atom:link rel="next" href="${next}"/>`;
    const item = (number: number) => `<item><title>Post ${number}</title><link>/post-${number}/</link></item>`;
    blog.site = () => rss(item(1), link('https://other.example/feed.xml'));
    expect((await blog.snapshot({ endpoint })).problems.join()).to.include('goes on at https://other.example/feed.xml');
    blog.site =
      () =>
      ({ url }) => {
        const page = Number(new URL(url).searchParams.get('page') ?? 1);
        return rss(item(page), link(`?page=${page + 1}`));
      };
    expect((await blog.snapshot({ endpoint })).problems.join()).to.include('goes on after 500 files');
  });

  it('writes no more files than widgets read', async () => {
    const blog = await opened();
    const store = new Store(blog.folder);
    await store.open();
    const state = newState('https://blog.example/', 'wordpress');
    for (let number = 1; number <= 5100; number++) {
      const item = { ...feedItem(number), _care: {} };
      state.articles.set(item.id, { slug: item.id, file: item.id, print: '', item, pictures: [] });
    }
    await writeFeed(store, state);
    await store.close();
    expect((await blog.reader().listArticles({ page: 1, perPage: 1 }, FRESH())).total).to.equal(5100);
  });

  it('a source that fails changes nothing', async () => {
    const blog = await opened();
    await blog.snapshot();
    const before = await blog.json('feed.json');
    blog.override = () => new Response('', { status: 500 });
    expect(await rejection(blog.snapshot()))
      .to.be.instanceOf(CareError)
      .and.include({ code: 'server' });
    expect(await blog.json('feed.json')).to.deep.equal(before);
  });

  it('an article that fails keeps its older version, and is named', async () => {
    const blog = await opened();
    await blog.snapshot();
    blog.articles = posts(3).map((one) => ({ ...one, title: `New ${one.id}` }));
    blog.override = (url) => (url.includes('include=') ? '[]' : undefined);
    const result = await blog.snapshot();
    expect(result.problems).to.have.length(3);
    expect(await codes(blog, 'post-1', 'post-2')).to.deep.equal(['post-1', 'post-2']);
  });

  it('a busy server is asked again after the time that it names', async () => {
    const blog = await opened();
    let refusals = 2;
    blog.override = () =>
      refusals-- > 0 ? new Response('', { status: 429, headers: { 'retry-after': '60' } }) : undefined;
    const running = blog.snapshot();
    let waits = 0;
    for (let count = 1; waits < 2; count++) {
      if ((await blog.clock.timer(count)) !== 60_000) continue;
      waits++;
      blog.clock.advance(60_000);
    }
    expect(await running).to.include({ articles: 3 });
  });

  it('the first 500 kB of a robots.txt are heeded, however long it is', async () => {
    const blog = await opened();
    blog.robots = `User-agent: *\nDisallow: /wp-json/\n#${'x'.repeat(1e6)}`;
    expect(await rejection(blog.snapshot())).to.include({ code: 'forbidden' });
    blog.robots = `#${'x'.repeat(1e6)}\nUser-agent: *\nDisallow: /wp-json/\n`;
    expect(await blog.snapshot()).to.include({ articles: 3 });
  });

  it('robots.txt that forbids is heeded, unless the site is one’s own', async () => {
    const blog = await opened();
    blog.robots = 'User-agent: *\nDisallow: /wp-json/';
    const error = (await rejection(blog.snapshot())) as CareError;
    expect(error).to.include({ code: 'forbidden' });
    expect(error.detail).to.match(/^robots\.txt of https:\/\/blog\.example .* --ignore-robots$/);
    expect(blog.asked()).to.deep.equal([]);
    expect(await blog.snapshot({ ignoresRobots: true })).to.include({ articles: 3 });
  });

  it('a disk that is full leaves nothing half-written, and the next run goes on', async () => {
    const blog = await opened(posts(60));
    let room = 25;
    const write = async (path: string, data: string | Uint8Array): Promise<void> => {
      if (room-- > 0) return writeFile(path, data);
      await writeFile(path, String(data).slice(0, 10)); // what a full disk leaves
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    const error = await rejection(blog.snapshot({ write }));
    expect(error).to.be.instanceOf(StoreError);
    expect((error as Error).message).to.match(/cannot be written: the disk is full$/);
    const files = await blog.files();
    expect(files.length).to.be.within(10, 30);
    for (const name of files)
      expect(name)
        .to.match(/\.json$/)
        .and.satisfy(() => blog.json(name));
    blog.asked();
    expect(await blog.snapshot()).to.include({ articles: 60 });
  });

  it('a folder that cannot be made is told, and not tried for ever', async () => {
    const blog = await opened();
    await writeFile(join(blog.folder, 'a-file'), '');
    const places: (readonly [string, RegExp])[] = [
      [join(blog.folder, 'a-file'), /a-file cannot be written: a file stands in its way$/],
      [join(blog.folder, 'a-file', 'below', 'it'), /it cannot be written: a file stands in its way$/],
      // Linux makes no folder there; elsewhere there is none
      ...(process.platform === 'linux'
        ? [['/proc/self/blog/x', /^\/proc\/self\/blog\/x cannot be written: no folder can be made there$/] as const]
        : []),
    ];
    for (const [place, sentence] of places) {
      const error = await rejection(new Store(place).open());
      expect(error, place).to.be.instanceOf(StoreError);
      expect((error as Error).message).to.match(sentence);
    }
    const deep = new Store(join(blog.folder, 'one', 'two', '..', 'three'));
    await deep.open();
    expect(await deep.list('articles')).to.deep.equal([]);
    await deep.close();
  });

  it('a folder of another blog is not written over', async () => {
    const blog = await opened();
    await blog.snapshot();
    const error = (await rejection(blog.snapshot({ endpoint: 'https://other.example/' }))) as Error;
    expect(error.message).to.include('holds a snapshot of https://blog.example/ (wordpress)');
  });

  it('a state that is not its own is told, and nothing is asked or lost', async () => {
    const blog = await opened(posts(3));
    await blog.snapshot();
    blog.articles = posts(3).filter(({ id }) => id !== '2');
    await blog.snapshot();
    blog.asked();
    const name = '.care-widgets/state.json';
    const path = join(blog.folder, name);
    const good = await readFile(path, 'utf8');
    type Entries = [string, Record<string, unknown>][];
    const changed = (change: (state: Record<string, Entries>) => unknown): string => {
      const state = JSON.parse(good) as Record<string, Entries>;
      change(state);
      return JSON.stringify(state);
    };
    const newer = /state\.json is of a newer care-widgets: update it here/;
    const strange = /state\.json is not what a snapshot writes: put a copy from before back, or delete it/;
    const faults: readonly (readonly [string, RegExp])[] = [
      [changed((state) => Object.assign(state, { version: 2, articles: 'another shape' })), newer],
      ['', strange],
      [`<<<<<<< HEAD\n${good}`, strange],
      [good.slice(0, -9), strange],
      ['null', strange],
      ['[]', strange],
      [changed((state) => delete state.articles), strange],
      [changed((state) => Object.assign(state, { articles: {} })), strange],
      [changed((state) => Object.assign(state, { articles: [null] })), strange],
      [changed((state) => Object.assign(state, { endpoint: 'blog' })), strange],
      [changed((state) => Object.assign(state, { version: '1' })), strange],
      [changed(({ articles }) => delete articles![0]![1].item), strange],
      [
        changed(({ articles }) => Object.assign(articles![0]![1], { item: { id: '1', title: 'x', _care: null } })),
        strange,
      ],
      [changed(({ articles }) => Object.assign(articles![0]![1], { pictures: 'none' })), strange],
      [changed(({ articles }) => Object.assign(articles![0]![1], { pictures: ['../feed.json'] })), strange],
      [changed(({ articles }) => Object.assign(articles![0]![1], { file: '../../index' })), strange],
      [changed(({ withdrawn }) => Object.assign(withdrawn![0]!, { 1: null })), strange],
      [changed(({ robots }) => Object.assign(robots![0]!, { 1: {} })), strange],
    ];
    for (const [text, sentence] of faults) {
      await writeFile(path, text);
      const error = await rejection(blog.snapshot());
      expect(error, text).to.be.instanceOf(StoreError);
      expect((error as Error).message, text).to.match(sentence);
      expect(await readFile(path, 'utf8')).to.equal(text);
    }
    await rm(path);
    await mkdir(path);
    expect(await rejection(blog.snapshot())).to.be.instanceOf(StoreError);
    await rm(path, { recursive: true });
    expect(blog.asked()).to.deep.equal([]);
    await writeFile(
      path,
      changed((state) => delete state.stamps),
    );
    expect(await blog.snapshot()).to.include({ articles: 2, read: 0, changes: 0 });
    expect(await codes(blog, 'post-2')).to.deep.equal(['gone']);
  });

  it('an answer that was kept for the next run and is spoiled is asked for anew', async () => {
    const blog = await opened();
    const headers = { etag: '"one"', 'content-type': 'application/json' };
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [feedItem(1)] };
    blog.override = () => (request) =>
      new Headers(request.init.headers).has('if-none-match')
        ? new Response(null, { status: 304 })
        : new Response(JSON.stringify(feed), { headers });
    const endpoint = 'https://blog.example/feed.json';
    await blog.snapshot({ endpoint });
    const folder = join(blog.folder, '.care-widgets/http');
    const kept = join(folder, (await readdir(folder))[0]!);
    const { body } = JSON.parse(await readFile(kept, 'utf8')) as { body: string };
    for (const spoiled of [
      '',
      'null',
      '{}',
      JSON.stringify({ body, headers: 'x' }),
      JSON.stringify({ body, headers: { ...headers, 'last-modified': 'a\nb' } }),
    ]) {
      await writeFile(kept, spoiled);
      expect(await blog.snapshot({ endpoint }), spoiled).to.deep.include({ articles: 1, changes: 0, problems: [] });
    }
  });

  it('a run that is interrupted is resumed without asking again', async () => {
    const blog = await opened(posts(60));
    const stop = new AbortController();
    let batches = 0;
    blog.override = (url) => {
      if (url.includes('include=') && ++batches === 3) stop.abort(new Error('interrupted'));
      return undefined;
    };
    expect(await rejection(blog.snapshot({ signal: stop.signal }))).to.equal(stop.signal.reason);
    const written = (await blog.files()).filter((name) => name.startsWith('articles/')).length;
    expect(written).to.be.within(20, 40);
    blog.override = () => undefined;
    expect(await blog.snapshot()).to.include({ articles: 60, read: 60 - written });
  });
});
