import { expect } from 'chai';
import { ContentClient } from '../../../src/client/content-client.js';
import { createHttp } from '../../../src/http/http.js';
import { createWordPressSource } from '../../../src/sources/wordpress/wordpress-source.js';

const WEEK = 7 * 86_400_000;

/** A blog with one post a week (or as said), the newest first: ids 1, 2, 3, … */
const blog = (count: number, gap = WEEK, newest = Date.UTC(2025, 5, 24, 9, 30)) => {
  const posts = Array.from({ length: count }, (_, index) => {
    const date = new Date(newest - index * gap).toISOString().slice(0, 19);
    return {
      id: index + 1,
      slug: `post-${index + 1}`,
      date,
      date_gmt: date,
      link: `https://clinic.example/post-${index + 1}/`,
      title: { rendered: `Post ${index + 1}` },
      excerpt: { rendered: '', protected: false },
      _embedded: {},
    };
  });
  const requests: URL[] = [];
  const transport = (address: string): Promise<Response> => {
    const url = new URL(address);
    requests.push(url);
    const query = url.searchParams;
    if (!url.pathname.endsWith('/posts')) return Promise.resolve(new Response('[]'));
    const [before, after] = ['before', 'after'].map((name) => Date.parse(query.get(name) ?? ''));
    const found = posts
      .filter(({ slug, id, date }) => {
        const time = Date.parse(`${date}Z`);
        return (
          (query.get('slug')?.split(',').includes(slug) ?? true) &&
          query.get('exclude') !== String(id) &&
          !(time >= before!) &&
          !(time <= after!)
        );
      })
      .slice();
    if (query.get('order') === 'asc') found.reverse();
    const page = found.slice(0, Number(query.get('per_page') ?? 10));
    return Promise.resolve(new Response(JSON.stringify(page), { headers: { 'x-wp-total': `${found.length}` } }));
  };
  const endpoint = 'https://clinic.example/';
  const source = createWordPressSource({ endpoint, http: createHttp({ transport }), origins: [endpoint] });
  return { client: new ContentClient(source), requests };
};

const { signal } = new AbortController();

const around = async ({ client }: ReturnType<typeof blog>, slug: string) => {
  const article = await client.getArticle({ slug }, { signal });
  const { previous, next } = await client.getNeighbors(article, { signal });
  return [previous?.slug, next?.slug];
};

describe('Requests to a WordPress', () => {
  for (const [slug, since] of [
    ['post-20', 'a year'],
    ['post-1', 'a year'],
    ['post-1', 'a week'],
    ['post-49', 'a year'],
  ] as const) {
    it(`are four for a list, an article (${slug}), the way on, the categories and its author, ${since} after the last post`, async () => {
      const { client, requests } = blog(49, WEEK, Date.now() - (since === 'a year' ? 52 : 1) * WEEK);
      const article = client.getArticle({ slug }, { signal });
      await Promise.all([
        client.listArticles({ page: 1, perPage: 6 }, { signal }),
        article.then((whole) => client.getNeighbors(whole, { signal })),
        client.listCategories({ signal }),
        client.getArticle({ slug }, { signal }),
      ]);
      expect(requests).to.have.length(4);
    });
  }

  for (const [slug, count, what] of [
    ['post-4', 300, 'that is on the list'],
    ['post-30', 49, 'of a small blog'],
  ] as const) {
    it(`are four beside years of silence around an article ${what}`, async () => {
      const { client, requests } = blog(count, 104 * WEEK, Date.now() - 52 * WEEK);
      const answers = await Promise.all([
        client.listArticles({ page: 1, perPage: 6 }, { signal }),
        client.getArticle({ slug }, { signal }).then((whole) => client.getNeighbors(whole, { signal })),
        client.listCategories({ signal }),
      ]);
      const number = Number(slug.slice(5));
      const { previous, next } = answers[1];
      expect([previous?.slug, next?.slug]).to.deep.equal([`post-${number + 1}`, `post-${number - 1}`]);
      expect(requests).to.have.length(4);
    });
  }

  it('find the way on by themselves where no list can tell', async () => {
    const { client, requests } = blog(300, 30 * WEEK);
    await client.listArticles({ page: 1, perPage: 6 }, { signal });
    expect(await around({ client, requests }, 'post-50')).to.deep.equal(['post-51', 'post-49']);
    expect(requests).to.have.length(4);
  });

  for (const [slug, neighbors] of [
    ['post-1', ['post-2', undefined]],
    ['post-20', ['post-21', 'post-19']],
    ['post-49', [undefined, 'post-48']],
  ] as const) {
    it(`find both sides of ${slug} in one, or see that there is no newer one in two`, async () => {
      const site = blog(49);
      expect(await around(site, slug)).to.deep.equal(neighbors);
      expect(site.requests).to.have.length(slug === 'post-1' ? 3 : 2);
    });
  }

  it('need no second look beyond the newest post of a blog that is alive', async () => {
    const site = blog(5, WEEK, Date.now() - WEEK);
    expect(await around(site, 'post-1')).to.deep.equal(['post-2', undefined]);
    expect(site.requests).to.have.length(2);
  });

  it('find the next one after a year of silence', async () => {
    expect(await around(blog(5, 52 * WEEK), 'post-3')).to.deep.equal(['post-4', 'post-2']);
  });

  it('find both sides where there are more posts than one answer holds', async () => {
    expect(await around(blog(300, 86_400_000), 'post-200')).to.deep.equal(['post-201', 'post-199']);
  });
});
