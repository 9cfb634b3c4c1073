/**
 * Posts as WordPress's REST API gives them, with every part that a real answer embeds (about 5 kB each): entities in
 * titles, markup in excerpts, an author with links and avatars, a featured image in five sizes, terms.
 */

/** Title of post `number` as a reader sees it begins with this; no other post's title does. */
export const marker = (number) => `Week ${number}:`;

export const slugOf = (number) => `week-${number}-of-an-intensive-outpatient-program`;

/** A long text: 300 paragraphs in twenty parts. */
export const LONG_SLUG = 'three-hundred-paragraphs';

const longText = () => {
  const paragraph = `<p>${EXCERPT.slice(3, -11)} and in <em>the conversations</em> <a href="/family/">around it</a>.</p>\n`;
  return `<h2>One more part</h2>\n${paragraph.repeat(15)}`.repeat(20);
};

const numberOf = (slug) => Number(/^week-(\d+)-of-an-intensive-outpatient-program$/.exec(slug)?.[1]);

const TOPICS = [
  'what your family may want to ask &#038; when',
  'sleep, meals and the days that don&#8217;t go to plan',
  'keeping work &#8211; or school &#8211; in the picture',
  'a setback isn&#8217;t the end of your recovery',
];
const AUTHORS = ['Jane Roe, MS, LPC', 'Martín Ibáñez, PhD', 'Amara Okafor, LCSW', 'Lee Tanaka'];
const CATEGORIES = ['Treatment &amp; care', 'Families', 'Daily life'];
const EXCERPT =
  '<p>Three evenings a week, nine hours in all: an intensive outpatient program leaves room for work, school and ' +
  'family. In this week&#8217;s session we look at what helps people stay with it, which questions are worth bringing ' +
  'along, and how the group&#8212;not only the therapist&#8212;becomes part of the support that lasts [&hellip;]</p>\n';

const SIZES = [
  ['medium', 300, 200],
  ['large', 1024, 683],
  ['thumbnail', 150, 150],
  ['medium_large', 768, 512],
  ['full', 1200, 800],
];

const pad = (number) => String(number).padStart(2, '0');

/** @param {string} site address of the imitated site, with a trailing slash */
const createPost = (number, site) => {
  const api = `${site}wp-json/wp/v2/`;
  const slug = slugOf(number);
  const link = `${site}blog/${slug}/`;
  const author = number % AUTHORS.length;
  const category = number % CATEGORIES.length;
  const media = 5000 + number;
  const date = `2025-${pad((number % 12) + 1)}-${pad((number % 28) + 1)}T09:30:00`;
  const file = (width, height) => `${site}wp-content/uploads/2025/03/session-${number}-${width}x${height}.png`;
  const authorUrl = `${api}users/${author + 2}`;
  const mediaUrl = `${api}media/${media}`;
  const termsUrl = (taxonomy) => `${api}${taxonomy}?post=${number}`;
  const paragraph = `<p>${EXCERPT.slice(3, -11)} and in the conversations around it.</p>\n`;
  return {
    id: number,
    date,
    date_gmt: date,
    modified: date,
    modified_gmt: date,
    slug,
    status: 'publish',
    type: 'post',
    link,
    title: { rendered: `${marker(number)} ${TOPICS[number % TOPICS.length]}` },
    content: {
      rendered: `${paragraph}<h2>What to expect</h2>\n${paragraph.repeat(4)}<ul><li>A chair of your own</li><li>A plan that is yours</li></ul>\n`,
      protected: false,
    },
    excerpt: { rendered: EXCERPT, protected: false },
    author: author + 2,
    featured_media: media,
    categories: [category + 10],
    tags: [],
    _links: {
      author: [{ embeddable: true, href: authorUrl }],
      'wp:featuredmedia': [{ embeddable: true, href: mediaUrl }],
      'wp:term': [
        { taxonomy: 'category', embeddable: true, href: termsUrl('categories') },
        { taxonomy: 'post_tag', embeddable: true, href: termsUrl('tags') },
      ],
    },
    _embedded: {
      author: [
        {
          id: author + 2,
          name: AUTHORS[author],
          url: '',
          description: 'Part of the clinical team since 2014.',
          link: `${site}author/staff-${author}/`,
          slug: `staff-${author}`,
          avatar_urls: Object.fromEntries(
            [24, 48, 96].map((size) => [
              size,
              `https://avatars.invalid/avatar/a1b2c3d4e5f6${author}?s=${size}&d=mm&r=g`,
            ]),
          ),
          _links: { self: [{ href: authorUrl }], collection: [{ href: `${api}users` }] },
        },
      ],
      'wp:featuredmedia': [
        {
          id: media,
          date,
          slug: `session-${number}`,
          type: 'attachment',
          link: `${link}session-${number}/`,
          title: { rendered: `session-${number}` },
          author: 1,
          featured_media: 0,
          caption: { rendered: '<p>The group room on a weekday evening</p>\n' },
          alt_text: 'Six chairs in a circle beside a window',
          media_type: 'image',
          mime_type: 'image/png',
          media_details: {
            width: 1200,
            height: 800,
            file: `2025/03/session-${number}.png`,
            filesize: 84_211,
            sizes: Object.fromEntries(
              SIZES.map(([name, width, height]) => [
                name,
                {
                  file: `session-${number}-${width}x${height}.png`,
                  width,
                  height,
                  filesize: width * 61,
                  mime_type: 'image/png',
                  source_url: file(width, height),
                },
              ]),
            ),
            image_meta: {
              aperture: '0',
              credit: '',
              camera: '',
              caption: '',
              created_timestamp: '0',
              copyright: '',
              focal_length: '0',
              iso: '0',
              shutter_speed: '0',
              title: '',
              orientation: '0',
              keywords: [],
            },
          },
          source_url: file(1200, 800),
          _links: {
            self: [{ href: mediaUrl }],
            collection: [{ href: `${api}media` }],
            about: [{ href: `${site}wp-json/wp/v2/types/attachment` }],
          },
        },
      ],
      'wp:term': [
        [
          {
            id: category + 10,
            link: `${site}category/category-${category}/`,
            name: CATEGORIES[category],
            slug: `category-${category}`,
            taxonomy: 'category',
            _links: {
              self: [{ href: `${api}categories/${category + 10}` }],
              collection: [{ href: `${api}categories` }],
            },
          },
        ],
        [],
      ],
    },
  };
};

/**
 * The answer to a query of `/wp/v2/posts`: `slug` and `include` choose, `per_page` (10 by default, 100 at most) limits,
 * `_fields` and `_embed` narrow. Undefined for a `per_page` over 100, which WordPress refuses.
 *
 * @param {URLSearchParams} query
 * @param {string} site
 * @param {number} count how many posts the site holds
 */
export const answerPosts = (query, site, count) => {
  const limit = Number(query.get('per_page') ?? 10);
  if (!(limit >= 1 && limit <= 100)) return undefined;
  const listed = (query.get('slug')?.split(',').map(numberOf) ?? query.get('include')?.split(',').map(Number))?.filter(
    (number) => number >= 1 && number <= count,
  );
  const isLong = query.get('slug') === LONG_SLUG;
  const numbers = isLong
    ? [1]
    : [...new Set(listed ?? Array.from({ length: count }, (_, index) => index + 1))].slice(0, limit);
  const fields = query
    .get('_fields')
    ?.split(',')
    .map((field) => field.split('.')[0]);
  return numbers.map((number) => {
    const { _embedded, ...post } = createPost(number, site);
    if (isLong) Object.assign(post, { slug: LONG_SLUG, content: { rendered: longText(), protected: false } });
    const kept = fields ? Object.fromEntries(Object.entries(post).filter(([name]) => fields.includes(name))) : post;
    // What is embedded follows what is linked, as in WordPress.
    return query.has('_embed') && kept._links ? { ...kept, _embedded } : kept;
  });
};

/** The answer to any query of `/wp/v2/categories`. */
export const answerCategories = (site) =>
  CATEGORIES.map((name, index) => ({
    id: index + 10,
    count: 20 - index,
    link: `${site}category/category-${index}/`,
    name,
    slug: `category-${index}`,
    taxonomy: 'category',
    parent: 0,
  }));
