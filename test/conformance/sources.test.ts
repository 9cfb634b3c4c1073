import { createHttp } from '../../src/http/http.js';
import type { Article } from '../../src/model/article.js';
import { createJsonFeedSource } from '../../src/sources/json-feed/json-feed-source.js';
import { createMemorySource } from '../../src/sources/memory/memory-source.js';
import { fakeTransport, silence, type Reply } from '../support/fake-transport.js';
import { ManualClock } from '../support/manual-clock.js';
import { slugOfAuthor } from '../support/ghost/fake-ghost.js';
import { ghostOf, ghostSourceOver } from './sources.ghost.js';
import { sourceConformance } from './sources.js';
import { loginOf, wordPressComSite, wordPressSite, wordPressSourceOver } from './sources.wordpress.js';

const breakage = (how: 'silent' | 'page' | number): Reply => {
  if (how === 'silent') return silence;
  if (how === 'page') return '<!doctype html><title>Just a moment...</title><p>Checking your browser.';
  return () => new Response(`<title>${how}</title>`, { status: how });
};

const ENDPOINT = 'https://clinic.example/content/feed.json';
const feedSourceOver = (...replies: [Reply, ...Reply[]]) =>
  createJsonFeedSource({
    endpoint: ENDPOINT,
    http: createHttp({ transport: fakeTransport(...replies), clock: new ManualClock() }),
    origins: ['https://clinic.example'],
  });

const toItem = (article: Article) => ({
  id: article.id,
  url: article.url,
  title: article.title.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`),
  summary: article.excerpt,
  content_html: `<p>${article.id}</p>`,
  date_published: article.publishedAt,
  authors: article.authors.map(({ name, credentials }) => ({ name: [name, ...credentials].join(', ') })),
  tags: article.tags.map(({ name }) => name),
  _care: { slug: article.slug, categories: article.categories },
});

/** Two files, the second named by the first. */
const feedOf =
  (articles: readonly Article[]): Reply =>
  ({ url }) => {
    const isFirst = url === ENDPOINT;
    const items = (isFirst ? articles.slice(0, 2) : articles.slice(2)).map(toItem);
    return { version: 'https://jsonfeed.org/version/1.1', items, ...(isFirst ? { next_url: 'feed-2.json' } : {}) };
  };

sourceConformance({
  name: 'memory',
  create: createMemorySource,
  authorKey: (name) => name,
  hasBodies: false,
});

sourceConformance({
  name: 'json-feed',
  create: (articles) => feedSourceOver(feedOf(articles)),
  authorKey: (name) => name.toLowerCase().replace(/[ ’]/g, '-'), // as a slug; the other one asks by the name
  broken: (how) => feedSourceOver(breakage(how)),
  hasBodies: true,
});

sourceConformance({
  name: 'wordpress',
  create: (articles) => wordPressSourceOver(wordPressSite(articles)),
  authorKey: loginOf,
  broken: (how) => wordPressSourceOver(breakage(how)),
  hasBodies: true,
});

// WordPress.com: the REST root of a hosted site, which names the site by its address
for (const endpoint of [
  'https://clinic.wordpress.com/',
  'https://public-api.wordpress.com/wp/v2/sites/clinic.wordpress.com',
]) {
  sourceConformance({
    name: `wordpress at ${endpoint}`,
    create: (articles) => wordPressSourceOver(wordPressComSite('clinic.wordpress.com', articles), endpoint),
    authorKey: loginOf,
    broken: (how) => wordPressSourceOver(breakage(how), endpoint),
    hasBodies: true,
  });
}

sourceConformance({
  name: 'ghost',
  create: ghostOf,
  authorKey: slugOfAuthor,
  broken: (how) => ghostSourceOver(breakage(how)),
  hasBodies: true,
  // its tags are categories too, because it has no other
  published: (one) => ({
    ...one,
    categories: [...one.categories, ...one.tags.map((tag) => ({ ...tag, id: tag.slug }))],
  }),
});
