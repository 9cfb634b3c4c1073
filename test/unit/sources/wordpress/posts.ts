// Answers in the shape in which WordPress 7.1.1 and 6.1.9 gave them for a clinic's blog; parts that nobody reads are
// left out.

export type Json = Readonly<Record<string, unknown>>;

export const SITE = 'https://clinic.example';
export const ORIGINS = [SITE];
const UPLOADS = `${SITE}/wp-content/uploads/2025/06`;

const size = (file: string, width: number, height: number): Json => ({
  file,
  width,
  height,
  mime_type: 'image/jpeg',
  source_url: `${UPLOADS}/${file}`,
});

const AUTHOR: Json = {
  id: 2,
  name: 'Dr. Jordan Rivera, PhD, LMFT',
  url: 'https://clinic.example/team/jrivera',
  description: 'Clinical director. <b>20 years</b> in residential treatment.',
  link: `${SITE}/author/jrivera/`,
  slug: 'jrivera',
  avatar_urls: { 24: 'https://secure.gravatar.com/avatar/abc62bf4?s=24&d=mm&r=g' },
};

/** What stands in `_embedded.author` where the users endpoint is closed, and where the author was removed. */
export const CLOSED_USERS: Json = {
  code: 'rest_no_route',
  message: 'No route was found matching the URL and request method.',
  data: { status: 404 },
};
export const REMOVED_USER: Json = { code: 'rest_user_invalid_id', message: 'Invalid user ID.', data: { status: 404 } };

export const PICTURE: Json = {
  id: 2001,
  caption: { rendered: '<p>The path, <em>spring</em></p>\n' },
  alt_text: 'A path through the clinic garden',
  media_type: 'image',
  media_details: {
    width: 1600,
    height: 900,
    file: '2025/06/garden-path.jpg',
    sizes: {
      medium: size('garden-path-300x169.jpg', 300, 169),
      large: size('garden-path-1024x576.jpg', 1024, 576),
      thumbnail: size('garden-path-150x150.jpg', 150, 150),
      medium_large: size('garden-path-768x432.jpg', 768, 432),
      '1536x1536': size('garden-path-1536x864.jpg', 1536, 864),
      full: size('garden-path.jpg', 1600, 900),
    },
    image_meta: { aperture: '0', keywords: [] },
  },
  source_url: `${UPLOADS}/garden-path.jpg`,
};

/** What stands in `_embedded` for a picture attached to a draft. */
export const FORBIDDEN_PICTURE: Json = {
  code: 'rest_forbidden',
  message: 'Sorry, you are not allowed to do that.',
  data: { status: 401 },
};

/** What 6.1 embeds for a deleted picture: the index of the whole API. */
export const API_INDEX: Json = {
  name: 'Harbor Clinic Blog',
  description: '',
  url: SITE,
  home: SITE,
  gmt_offset: '-4',
  namespaces: ['oembed/1.0', 'wp/v2'],
  routes: { '/wp/v2/posts': { namespace: 'wp/v2', methods: ['GET'] } },
  site_icon_url: '',
};

export const term = (taxonomy: 'category' | 'post_tag', id: number, slug: string, name: string): Json => ({
  id,
  link: `${SITE}/${taxonomy === 'category' ? 'category' : 'tag'}/${slug}/`,
  name,
  slug,
  taxonomy,
});

/** One post, summary fields; `parts` replaces top-level ones. */
export const post = (parts: Json = {}): Json => ({
  id: 1001,
  date: '2025-06-24T09:30:00',
  date_gmt: '2025-06-24T13:30:00',
  modified: '2025-07-01T08:00:00',
  modified_gmt: '2025-07-01T12:00:00',
  slug: 'first-week',
  link: `${SITE}/first-week/`,
  title: { rendered: 'What the first week is like' },
  excerpt: { rendered: '<p>Nobody arrives with a plan, and nobody needs one.</p>\n', protected: false },
  _links: { author: [{ embeddable: true, href: `${SITE}/wp-json/wp/v2/users/2` }] },
  _embedded: embedded(),
  ...parts,
});

export const embedded = (parts: Json = {}): Json => ({
  author: [AUTHOR],
  'wp:featuredmedia': [PICTURE],
  'wp:term': [
    [term('category', 4, 'anxiety-depression', 'Anxiety &amp; Depression')],
    [term('post_tag', 8, 'admissions', 'admissions')],
  ],
  ...parts,
});
