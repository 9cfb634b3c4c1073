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
  let gate: Promise<void> | undefined;
  let fails = (_: string): boolean => false;
  const transport = async (address: string): Promise<Response> => {
    const url = new URL(address);
    requests.push(url);
    await gate;
    if (fails(address)) return new Response('<title>500</title>', { status: 500 });
    const query = url.searchParams;
    if (!url.pathname.endsWith('/posts')) return new Response('[]');
    const [before, after] = ['before', 'after'].map((name) => Date.parse(query.get(name) ?? ''));
    const found = posts
      .filter(({ slug, id, date }) => {
        const time = Date.parse(`${date}Z`);
        return (
          (query.get('slug')?.split(',').includes(slug) ?? true) &&
          (query.get('include')?.split(',').includes(String(id)) ?? true) &&
          query.get('exclude') !== String(id) &&
          !(time >= before!) &&
          !(time <= after!)
        );
      })
      .slice();
    if (query.get('order') === 'asc') found.reverse();
    const page = found.slice(0, Number(query.get('per_page') ?? 10));
    return new Response(JSON.stringify(page), { headers: { 'x-wp-total': `${found.length}` } });
  };
  const endpoint = 'https://clinic.example/';
  const source = createWordPressSource({ endpoint, http: createHttp({ transport }), origins: [endpoint] });
  return {
    client: new ContentClient(source),
    requests,
    /** Holds all answers until the returned function is called. */
    held(): () => void {
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    failWith(which: (url: string) => boolean) {
      fails = which;
    },
  };
};

const { signal } = new AbortController();

const around = async ({ client }: Pick<ReturnType<typeof blog>, 'client'>, slug: string) => {
  const article = await client.getArticle({ slug }, { signal });
  const { previous, next } = await client.getNeighbors(article, { signal });
  return [previous?.slug, next?.slug];
};

describe('Requests to a WordPress', () => {
  it('are no more than needed for a list, an article, the way on, the categories and its author', async () => {
    const { client, requests } = blog(49);
    const article = client.getArticle({ slug: 'post-20' }, { signal });
    await Promise.all([
      client.listArticles({ page: 1, perPage: 6 }, { signal }),
      article.then((whole) => client.getNeighbors(whole, { signal })),
      client.listCategories({ signal }),
      client.getArticle({ slug: 'post-20' }, { signal }),
    ]);
    // the list, the article, one for each neighbour, the categories
    expect(requests).to.have.length(5);
  });

  it('for the two neighbours travel side by side, after nothing but the article', async () => {
    const { client, requests, held } = blog(49);
    const article = await client.getArticle({ slug: 'post-20' }, { signal });
    const release = held();
    const neighbors = client.getNeighbors(article, { signal });
    await new Promise((resolve) => setTimeout(resolve));
    expect(requests).to.have.length(3);
    expect(requests.slice(1).map(({ searchParams }) => searchParams.get('per_page'))).to.deep.equal(['1', '1']);
    release();
    const { previous, next } = await neighbors;
    expect([previous?.slug, next?.slug]).to.deep.equal(['post-21', 'post-19']);
  });

  for (const [slug, count, gap, neighbors] of [
    ['post-1', 49, WEEK, ['post-2', undefined]],
    ['post-20', 49, WEEK, ['post-21', 'post-19']],
    ['post-49', 49, WEEK, [undefined, 'post-48']],
    ['post-3', 5, 52 * WEEK, ['post-4', 'post-2']],
    ['post-200', 300, 86_400_000, ['post-201', 'post-199']],
  ] as const) {
    it(`find both sides of ${slug} of ${count}`, async () => {
      const site = blog(count, gap);
      expect(await around(site, slug)).to.deep.equal(neighbors);
      expect(site.requests).to.have.length(3);
    });
  }

  it('are five side by side for a hundred cards, and one that fails costs its own cards only', async () => {
    const { client, requests, failWith } = blog(100);
    failWith((url) => url.includes('post-41'));
    const slugs = Array.from({ length: 100 }, (_, index) => `post-${index + 1}`);
    const found = await Promise.allSettled(slugs.map((slug) => client.getArticle({ slug }, { signal })));
    expect(requests).to.have.length(5);
    expect(found.map(({ status }) => status).filter((status) => status === 'fulfilled')).to.have.length(80);
    expect(found[40]).to.have.nested.property('reason.status', 500);
  });

  it('for slugs and for ids stand for themselves', async () => {
    const { client, failWith } = blog(10);
    failWith((url) => url.includes('include='));
    const [bySlug, byId] = await Promise.allSettled([
      client.getArticle({ slug: 'post-1' }, { signal }),
      client.getArticle({ id: '2' }, { signal }),
    ]);
    expect(bySlug).to.have.nested.property('value.slug', 'post-1');
    expect(byId).to.have.nested.property('reason.status', 500);
  });
});
