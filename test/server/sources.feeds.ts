import type { Article } from '../../src/model/article.js';
import type { Reply } from '../support/fake-transport.js';

// Answers of services that no test can call, in the shape that their documentation and public code that reads them show:
// RSS 2.0 as WordPress writes it, Atom 1.0 and RSS 1.0 by their specifications, `?format=json` of Squarespace,
// `/feeds/posts/default?alt=json` of Blogger.

const SITE = 'https://clinic.example';

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const bylineOf = ({ name, credentials }: Article['authors'][number]): string => [name, ...credentials].join(', ');
const linkOf = ({ slug }: Article): string => `${SITE}/${encodeURIComponent(slug)}/`;
/** HTML within XML: escaped twice. */
const html = (text: string): string => escapeXml(escapeXml(text));

/** `Sat, 02 Mar 2024 23:30:00 -0700` */
const rfc822 = (iso: string): string => {
  const [, year, month, day, time, zone = ''] = /^(\d+)-(\d+)-(\d+)T([\d:]+)(.*)$/.exec(iso) ?? [];
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${day} ${names[Number(month) - 1]} ${year} ${time} ${zone.replace(':', '')}`;
};

export const rss = (items: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Harbor &amp; Pine</title><link>${SITE}</link>${head}${items}</channel></rss>`;

const rssItem = (article: Article): string =>
  `<item><title>${html(article.title)}</title><link>${linkOf(article)}</link>
  ${article.authors.map((author) => `<dc:creator><![CDATA[${bylineOf(author)}]]></dc:creator>`).join('')}
  <pubDate>${rfc822(article.publishedAt ?? '')}</pubDate>
  ${article.categories.map(({ name }) => `<category><![CDATA[${name}]]></category>`).join('')}
  ${article.tags.map(({ name }) => `<category domain="post_tag">${escapeXml(name)}</category>`).join('')}
  <guid isPermaLink="false">${article.id}</guid><description>${html(article.excerpt)}</description>
  <content:encoded><![CDATA[<p>${article.id}</p>]]></content:encoded></item>`;

/** Pages of two, as WordPress gives them under `?paged=`; 404 past the end. */
export const rssSite =
  (articles: readonly Article[], generator = 'https://wordpress.org/?v=6.9'): Reply =>
  ({ url }) => {
    const page = Number(new URL(url).searchParams.get('paged') ?? 1);
    const some = articles.slice((page - 1) * 2, page * 2);
    if (page > 1 && !some.length) return new Response('<title>404</title>', { status: 404 });
    return rss(some.map(rssItem).join(''), `<generator>${generator}</generator>`);
  };

const atomEntry = (article: Article): string =>
  `<entry><id>${article.id}</id><title type="text">${escapeXml(article.title)}</title>
  <link rel="alternate" type="text/html" href="${linkOf(article)}"/><published>${article.publishedAt}</published>
  ${article.authors.map((author) => `<author><name>${bylineOf(author)}</name></author>`).join('')}
  ${article.categories.map(({ slug, name }) => `<category term="${slug}" label="${escapeXml(name)}"/>`).join('')}
  ${article.tags.map(({ slug }) => `<category scheme="${SITE}/tag/" term="${slug}"/>`).join('')}
  <summary>${escapeXml(article.excerpt)}</summary>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${article.id}</p></div></content></entry>`;

/** Two files, the second named by the first. */
export const atomSite =
  (articles: readonly Article[]): Reply =>
  ({ url }) => {
    const isFirst = !url.includes('older');
    const some = isFirst ? articles.slice(0, 2) : articles.slice(2);
    const next = isFirst ? '<link rel="next" href="/older.atom"/>' : '';
    return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor</title>${next}${some.map(atomEntry).join('')}</feed>`;
  };

const rdfItem = (article: Article): string =>
  `<item rdf:about="${article.id}"><title>${html(article.title)}</title><link>${linkOf(article)}</link>
  <description>${html(article.excerpt)}</description><dc:date>${article.publishedAt}</dc:date>
  ${article.authors.map((author) => `<dc:creator>${bylineOf(author)}</dc:creator>`).join('')}
  ${[...article.categories, ...article.tags].map(({ name }) => `<dc:subject>${escapeXml(name)}</dc:subject>`).join('')}
  <content:encoded>&lt;p&gt;${article.id}&lt;/p&gt;</content:encoded></item>`;

export const rdfSite = (articles: readonly Article[]): Reply =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="${SITE}"><title>Harbor</title></channel>${articles.map(rdfItem).join('')}</rdf:RDF>`;

const squarespacePost = (article: Article) => ({
  id: article.id,
  urlId: `2024/1/${article.slug}`,
  fullUrl: `/blog/2024/1/${encodeURIComponent(article.slug)}`,
  title: escapeXml(article.title),
  excerpt: `<p>${escapeXml(article.excerpt)}</p>`,
  body: `<div class="sqs-layout"><p>${article.id}</p></div>`,
  publishOn: Date.parse(article.publishedAt ?? ''),
  updatedOn: Date.parse(article.publishedAt ?? '') + 1000,
  author: { displayName: article.authors.map(bylineOf)[0] },
  categories: article.categories.map(({ name }) => name),
  tags: article.tags.map(({ name }) => name),
  assetUrl: 'https://images.squarespace-cdn.com/content/v1/1/room.jpg',
  originalSize: '1500x1000',
});

/** Pages of two, newest first, by the offset of the last. */
export const squarespaceSite =
  (articles: readonly Article[]): Reply =>
  ({ url }) => {
    const offset = Number(new URL(url).searchParams.get('offset') ?? Infinity);
    const left = articles
      .map(squarespacePost)
      .filter(({ publishOn }) => publishOn < offset)
      .sort((a, b) => b.publishOn - a.publishOn);
    const items = left.slice(0, 2);
    return {
      website: { siteTitle: 'Harbor', timeZone: 'Etc/UTC', baseUrl: SITE },
      items,
      pagination: { pageSize: 2, ...(left.length > 2 && { nextPage: true, nextPageOffset: items[1]?.publishOn }) },
    };
  };

const bloggerPost = (article: Article) => ({
  id: { $t: `tag:blogger.com,1999:blog-7.post-${article.id}` },
  published: { $t: article.publishedAt },
  updated: { $t: article.publishedAt },
  category: [...article.categories, ...article.tags].map(({ name }) => ({
    scheme: 'http://www.blogger.com/atom/ns#',
    term: name,
  })),
  title: { type: 'text', $t: escapeXml(article.title) },
  summary: { type: 'text', $t: escapeXml(article.excerpt) },
  content: { type: 'html', $t: `<p>${article.id}</p>` },
  link: [
    { rel: 'edit', href: 'https://www.blogger.com/feeds/7/posts/default/1' },
    { rel: 'alternate', type: 'text/html', href: `${SITE}/2024/01/${encodeURIComponent(article.slug)}.html` },
  ],
  author: article.authors.map((author) => ({ name: { $t: bylineOf(author) } })),
  media$thumbnail: { url: 'https://blogger.googleusercontent.com/img/a/room/s72-c/room.jpg', width: '72' },
});

export const bloggerSite =
  (articles: readonly Article[]): Reply =>
  ({ url }) => {
    const start = Number(new URL(url).searchParams.get('start-index')) - 1;
    const entry = articles.slice(start, start + 2).map(bloggerPost);
    return {
      version: '1.0',
      feed: {
        title: { type: 'text', $t: 'Harbor' },
        openSearch$totalResults: { $t: String(articles.length) },
        ...(entry.length ? { entry } : {}),
      },
    };
  };
