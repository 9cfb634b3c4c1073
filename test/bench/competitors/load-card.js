/**
 * The part that both competitors need and that has nothing to do with how they render: all slugs asked for in one turn
 * become one request (per 100, WordPress's limit), and a post becomes what a card shows.
 */

const FIELDS =
  'id,slug,date,date_gmt,modified,modified_gmt,link,title,excerpt,_links.author,_links.wp:featuredmedia,_links.wp:term';
const LIMIT = 100;

const dates = new Intl.DateTimeFormat(document.documentElement.lang || 'en', { dateStyle: 'long' });
const inert = document.createElement('template');

/** Text of an HTML string: entities decoded, markup gone, nothing loaded or run. */
const toText = (html) => {
  inert.innerHTML = html;
  return inert.content.textContent.trim();
};

const toImage = (media) => {
  const details = media?.media_details;
  if (!media?.source_url || !details) return undefined;
  const ratio = details.width / details.height;
  const isSameCrop = ({ width, height }) => Math.abs(width / height - ratio) < 0.02;
  return {
    src: media.source_url,
    srcset: Object.values(details.sizes)
      .filter(isSameCrop)
      .map(({ source_url, width }) => `${source_url} ${width}w`)
      .join(', '),
    width: details.width,
    height: details.height,
    alt: media.alt_text,
  };
};

const toCard = (post) => ({
  title: toText(post.title.rendered),
  url: post.link,
  excerpt: toText(post.excerpt.rendered),
  byline: post._embedded?.author?.[0]?.name,
  date: post.date,
  dateText: dates.format(new Date(post.date)),
  image: toImage(post._embedded?.['wp:featuredmedia']?.[0]),
});

let waiting = new Map();

const request = async (batch) => {
  try {
    const endpoint = document.querySelector('[data-care-endpoint]').dataset.careEndpoint;
    const url = new URL('wp-json/wp/v2/posts', new URL(endpoint, location.href));
    const slugs = [...batch.keys()];
    url.search =
      `slug=${slugs.join()}&per_page=${slugs.length}` + `&_embed=author,wp:featuredmedia,wp:term&_fields=${FIELDS}`;
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new Error(`${response.status}`);
    for (const post of await response.json()) batch.get(post.slug)?.resolve(toCard(post));
    for (const [slug, { reject }] of batch) reject(new Error(`no article "${slug}"`)); // nothing where it was answered
  } catch (error) {
    for (const { reject } of batch.values()) reject(error);
  }
};

const flush = () => {
  const entries = [...waiting];
  waiting = new Map();
  while (entries.length) request(new Map(entries.splice(0, LIMIT)));
};

/** What a card shows of the article `slug`. */
export const loadCard = (slug) => {
  let asked = waiting.get(slug);
  if (!asked) {
    if (!waiting.size) queueMicrotask(flush);
    waiting.set(slug, (asked = Promise.withResolvers()));
  }
  return asked.promise;
};
