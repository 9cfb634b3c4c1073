/**
 * Writes the sample endpoint `stories/content/feed.json` (and `feed-2.json`, which it names as its next page) from the
 * articles in `stories/content/articles/`. An article is a file `SLUG.html`: a comment that holds its data as JSON,
 * then its body. Run `node scripts/build-sample-feed.mjs` after each change there.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CONTENT = fileURLToPath(new URL('../stories/content/', import.meta.url));

/** The sizes that each picture in `stories/content/pictures/` exists in, narrowest first. */
export const PICTURE_SIZES = [
  { width: 480, height: 270 },
  { width: 960, height: 540 },
  { width: 1440, height: 810 },
];
const DEFAULT_SIZE = PICTURE_SIZES[1];

/**
 * @returns {Promise<ReadonlyMap<string, string>>} file name in `stories/content/` to the text that belongs in it
 * @throws where an article names a person or a category that `site.json` does not know, or its data cannot be read
 */
export async function buildSampleFeed() {
  const site = JSON.parse(await readFile(path.join(CONTENT, 'site.json'), 'utf8'));
  const alts = JSON.parse(await readFile(path.join(CONTENT, 'pictures/alt.json'), 'utf8'));
  const names = (await readdir(path.join(CONTENT, 'articles'))).filter((name) => name.endsWith('.html'));
  const articles = await Promise.all(names.map(readArticle));
  articles.sort((a, b) => Date.parse(b.data.published) - Date.parse(a.data.published));

  const pages = [];
  for (let start = 0; start < articles.length; start += site.perPage) {
    pages.push(articles.slice(start, start + site.perPage));
  }
  return new Map(
    pages.map((page, index) => [
      fileName(index),
      `${JSON.stringify(toFeed(page, { site, alts, next: index + 1 < pages.length ? fileName(index + 1) : undefined }), null, 2)}\n`,
    ]),
  );
}

const fileName = (index) => (index === 0 ? 'feed.json' : `feed-${index + 1}.json`);

async function readArticle(name) {
  const text = await readFile(path.join(CONTENT, 'articles', name), 'utf8');
  const parts = /^<!--\n(.*?)\n-->\n(.*)$/s.exec(text);
  if (!parts) throw new Error(`${name}: it must begin with a comment that holds its data as JSON`);
  try {
    return { slug: path.basename(name, '.html'), data: JSON.parse(parts[1]), body: parts[2].trim() };
  } catch (cause) {
    throw new Error(`${name}: the JSON in its comment cannot be read`, { cause });
  }
}

function toFeed(articles, { site, alts, next }) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    home_page_url: site.home,
    description: site.description,
    language: site.language,
    ...(next && { next_url: next }),
    items: articles.map((article) => toItem(article, site, alts)),
  };
}

function toItem({ slug, data, body }, site, alts) {
  return {
    id: `harborandpine:${slug}`,
    // Some addresses are relative to the feed, as a site without a fixed address would write them.
    url: data.relativeUrl ? `../pages/article.html?article=${slug}` : `${site.home}articles/${slug}/`,
    title: data.title,
    summary: data.summary,
    content_html: body,
    image: pictureUrl(data.picture, DEFAULT_SIZE.width),
    date_published: data.published,
    ...(data.modified && { date_modified: data.modified }),
    ...(data.authors.length > 0 && { authors: data.authors.map((name) => toPerson(name, site)) }),
    tags: data.tags,
    ...(data.language && { language: data.language }),
    _care: {
      slug,
      ...(data.reviewed && { reviewed_at: data.reviewed }),
      ...(data.reviewers && { reviewers: data.reviewers.map((name) => toPerson(name, site)) }),
      image: {
        alt: alts[data.language ?? site.language][data.picture] ?? missing('alt text', data.picture),
        ...DEFAULT_SIZE,
        ...(data.caption && { caption: data.caption }),
        sources: PICTURE_SIZES.map((size) => ({ url: pictureUrl(data.picture, size.width), ...size })),
      },
      categories: data.categories.map((slug) => ({
        slug,
        name: site.categories[slug] ?? missing('category', slug),
      })),
      ...(data.readingMinutes && { reading_minutes: data.readingMinutes }),
    },
  };
}

const pictureUrl = (picture, width) => `pictures/${picture}-${width}.webp`;

const toPerson = (name, site) => ({ name, url: `${site.home}team/${site.people[name] ?? missing('person', name)}/` });

function missing(kind, name) {
  throw new Error(`the sample content names a ${kind} that is not defined: ${name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of await buildSampleFeed()) {
    await writeFile(path.join(CONTENT, name), text);
    console.log(`stories/content/${name}: ${JSON.parse(text).items.length} articles`);
  }
}
