import { createHttp } from '../src/http/http.js';
import { createGhostSource } from '../src/sources/ghost/ghost-source.js';
import { CareError, registerSource, type Article, type ContentSource } from '../src/index.js';
import { createMemorySource } from '../src/sources/memory/memory-source.js';
import { CONTENT } from './content-folder.js';

/** An article as a source delivers it, with everything that a card can show. */
export const sampleArticle: Article = {
  id: '1',
  slug: 'an-evening-in-group',
  url: 'https://clinic.example/an-evening-in-group/',
  title: 'An evening in group: what is said, and what stays in the room',
  excerpt:
    'Nobody has to speak on the first evening. A counselor describes how a group begins, what it asks of its members and why it often becomes the part people miss most.',
  publishedAt: '2026-09-14T09:00:00-04:00',
  authors: [
    { name: 'Dana Whitfield', credentials: ['MS', 'LPC'] },
    { name: 'Amara Osei', credentials: ['MD'] },
  ],
  reviewers: [],
  categories: [{ id: '2', slug: 'recovery', name: 'Recovery' }],
  tags: [],
  image: {
    url: `${CONTENT}pictures/chairs-in-a-circle-960.webp`,
    width: 960,
    height: 540,
    alt: 'Chairs in a circle',
    sources: [480, 960, 1440].map((width) => ({
      url: `${CONTENT}pictures/chairs-in-a-circle-${width}.webp`,
      width,
      height: (width * 9) / 16,
    })),
  },
  isProtected: false,
};

const never = <T>(signal: AbortSignal): Promise<T> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

const fail = (code: CareError['code']) => (): Promise<never> => Promise.reject(new CareError(code));

/** A source that treats every question alike. */
const sourceOf = (answer: <T>(signal: AbortSignal) => Promise<T>): ContentSource => ({
  batchSize: 100,
  getArticles: (_references, _depth, signal) => answer(signal),
  listArticles: (_query, signal) => answer(signal),
  getNeighbors: (_article, _sameCategory, signal) => answer(signal),
  listCategories: answer,
});

/** Sources for states that a good endpoint does not show: write their names in `source`. */
registerSource('memory', () => createMemorySource([sampleArticle]));
registerSource('empty', () => createMemorySource([]));
registerSource('never-answers', () => sourceOf(never));
registerSource('server-down', () => sourceOf(fail('server')));
registerSource('offline', () => sourceOf(fail('offline')));
registerSource('forbidden', () => sourceOf(fail('forbidden')));

/** Posts as Ghost's Content API gives them. */
const ghostPosts = [
  {
    id: '6b0aa40176d6762f42b0fd30',
    slug: 'an-evening-in-group',
    title: sampleArticle.title,
    url: sampleArticle.url,
    custom_excerpt: sampleArticle.excerpt,
    published_at: '2026-09-14T09:00:00.000-04:00',
    // a whole address, as Ghost's are: a relative one would be seen from the endpoint
    feature_image: new URL(`${CONTENT}pictures/chairs-in-a-circle-960.webp`, document.baseURI).href,
    feature_image_alt: 'Chairs in a circle',
    access: true,
    authors: [{ name: 'Dana Whitfield, MS, LPC' }],
    tags: [{ id: '6b0aa40076d6762f42b0fd25', slug: 'recovery', name: 'Recovery', visibility: 'public' }],
  },
  {
    id: '6b0aa40076d6762f42b0fd2b',
    slug: 'notes-for-families',
    title: 'Notes for families: the first month at home',
    url: 'https://clinic.example/notes-for-families/',
    custom_excerpt: 'For members: what changes at the table, and what does not have to.',
    published_at: '2026-08-03T09:00:00.000-04:00',
    feature_image: null,
    access: false,
    authors: [{ name: 'Amara Osei, MD' }],
    tags: [{ id: '6b0aa3ff76d6762f42b0fd13', slug: 'family', name: 'Family', visibility: 'public' }],
  },
];

/** Ghost on recorded answers: Storybook asks nobody. */
registerSource('recorded-ghost', (options) =>
  createGhostSource({
    ...options,
    key: '0123456789abcdef0123456789',
    http: createHttp({
      transport: (url) => {
        const { pathname, searchParams } = new URL(url);
        const tags = ghostPosts.flatMap((post) => post.tags.map((tag) => ({ ...tag, count: { posts: 1 } })));
        const wanted = searchParams.get('filter') ?? '';
        const posts = ghostPosts.filter(({ slug, tags: own }) =>
          /slug:|tag:/.test(wanted)
            ? [slug, ...own.map((tag) => tag.slug)].some((name) => wanted.includes(name))
            : true,
        );
        const pagination = { page: 1, pages: 1, total: posts.length };
        return Promise.resolve(
          Response.json({ ...(pathname.includes('/tags/') ? { tags } : { posts }), meta: { pagination } }),
        );
      },
    }),
  }),
);
