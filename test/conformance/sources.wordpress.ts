import { createHttp } from '../../src/http/http.js';
import type { Article } from '../../src/model/article.js';
import { createWordPressSource } from '../../src/sources/wordpress/wordpress-source.js';
import { fakeTransport, type Reply } from '../support/fake-transport.js';
import { ManualClock } from '../support/manual-clock.js';

const SITE = 'https://clinic.example';

const encode = (text: string): string => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
/** A slug as WordPress keeps it. */
const keep = (slug: string): string => encodeURIComponent(decodeURIComponent(slug)).toLowerCase();
export const loginOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const shift = (iso: string): { local: string; utc: string } => ({
  local: iso.slice(0, 19),
  utc: new Date(iso).toISOString().slice(0, 19),
});

interface Term {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** Gives things numbers, as a database does. */
const numbered = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T & { number: number }> => {
  const known = new Map<string, T & { number: number }>();
  for (const item of items) if (!known.has(keyOf(item))) known.set(keyOf(item), { ...item, number: known.size + 1 });
  return known;
};

/** The REST API of WordPress for these articles, as far as a source asks it: pages of 10, filters by number, 400 past the end. */
export const wordPressSite = (articles: readonly Article[]): Reply => {
  const categories = numbered(
    articles.flatMap((article) => article.categories),
    ({ slug }) => slug,
  );
  const tags = numbered(
    articles.flatMap((article) => article.tags),
    ({ slug }) => slug,
  );
  const users = numbered(
    articles.flatMap((article) => article.authors),
    ({ name }) => name,
  );
  const term = (taxonomy: string, { id, slug, name }: Term) => ({
    id,
    slug: keep(slug),
    name: encode(name),
    taxonomy,
    link: `${SITE}/${taxonomy}/${slug}/`,
  });

  const toPost = (embed: readonly string[]) => (article: Article) => {
    const time = shift(article.publishedAt ?? '');
    return {
      id: +article.id,
      slug: keep(article.slug),
      date: time.local,
      date_gmt: time.utc,
      link: `${SITE}/${keep(article.slug)}/`,
      title: { rendered: encode(article.title) },
      excerpt: { rendered: `<p>${encode(article.excerpt)}</p>\n`, protected: false },
      content: { rendered: `<p>${encode(article.title)}</p>`, protected: false },
      categories: article.categories.map(({ slug }) => categories.get(slug)!.number),
      _embedded: {
        author: article.authors.map(({ name, credentials }) => ({ name: [name, ...credentials].join(', ') })),
        ...(embed.includes('wp:term') && {
          'wp:term': [
            article.categories.map(({ slug, name }) =>
              term('category', { id: categories.get(slug)!.number, slug, name }),
            ),
            article.tags.map(({ slug, name }) => term('post_tag', { id: tags.get(slug)!.number, slug, name })),
          ],
        }),
      },
    };
  };

  return ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    const query = (name: string) => searchParams.get(name);
    const wanted = query('slug')?.split(',').map(keep);
    const perPage = Number(query('per_page') ?? 10);
    const route = pathname.split('/').pop();
    if (route === 'categories' || route === 'tags') {
      const [terms, taxonomy, list] =
        route === 'tags' ? ([tags, 'post_tag', 'tags'] as const) : ([categories, 'category', 'categories'] as const);
      return [...terms.values()]
        .map(({ slug, name, number }) => ({
          ...term(taxonomy, { id: number, slug, name }),
          count: articles.filter((article) => article[list].some((one) => one.slug === slug)).length,
          parent: 0,
        }))
        .filter(({ slug }) => !wanted || wanted.includes(slug))
        .sort((a, b) => a.name.localeCompare(b.name));
    }
    if (route === 'users') {
      return [...users.values()]
        .filter(({ name }) => !wanted || wanted.includes(loginOf(name)))
        .map(({ number, name }) => ({ id: number, slug: loginOf(name), name }));
    }
    const numbers = (name: string) => query(name)?.split(',').map(Number);
    const [include, exclude, inCategories, inTags, byAuthors] = [
      'include',
      'exclude',
      'categories',
      'tags',
      'author',
    ].map(numbers);
    const time = (article: Article) => Date.parse(article.publishedAt ?? '');
    const bound = (name: string) => Date.parse(query(name) ?? '');
    const found = articles
      .filter(
        (article) =>
          (!wanted || wanted.includes(keep(article.slug))) &&
          (!include || include.includes(+article.id)) &&
          !exclude?.includes(+article.id) &&
          (!inCategories ||
            article.categories.some(({ slug }) => inCategories.includes(categories.get(slug)!.number))) &&
          (!inTags || article.tags.some(({ slug }) => inTags.includes(tags.get(slug)!.number))) &&
          (!byAuthors || article.authors.some(({ name }) => byAuthors.includes(users.get(name)!.number))) &&
          (!query('search') || article.title.toLowerCase().includes(query('search')!.toLowerCase())) &&
          !(time(article) >= bound('before')) &&
          !(time(article) <= bound('after')),
      )
      .sort((a, b) => (time(b) - time(a)) * (query('order') === 'asc' ? -1 : 1));
    const page = Number(query('page') ?? 1);
    const pages = Math.ceil(found.length / perPage);
    if (page > 1 && page > pages) {
      const message = 'The page number requested is larger than the number of pages available.';
      return new Response(JSON.stringify({ code: 'rest_post_invalid_page_number', message, data: { status: 400 } }), {
        status: 400,
      });
    }
    const headers = { 'x-wp-total': String(found.length), 'x-wp-totalpages': String(pages) };
    return new Response(
      JSON.stringify(found.slice((page - 1) * perPage, page * perPage).map(toPost(query('_embed')?.split(',') ?? []))),
      { headers },
    );
  };
};

/** The same below the root where WordPress.com keeps it for a hosted site; every other address is an unknown one. */
export const wordPressComSite = (site: string, articles: readonly Article[]): Reply => {
  const reply = wordPressSite(articles);
  return async (request) => {
    const { origin, pathname } = new URL(request.url);
    if (origin !== 'https://public-api.wordpress.com' || !pathname.startsWith(`/wp/v2/sites/${site}/`)) {
      return new Response('{"error":"unknown_blog","message":"Unknown blog"}', { status: 404 });
    }
    return typeof reply === 'function' ? reply(request) : reply;
  };
};

export const wordPressSourceOver = (reply: Reply, endpoint = SITE) =>
  createWordPressSource({
    endpoint,
    http: createHttp({ transport: fakeTransport(reply), clock: new ManualClock() }),
    origins: [SITE],
  });
