// Fills a fresh Ghost with an owner, a Content API key and posts, over its Admin API; what is there already stays.
const OWNER = { name: 'Jane Roe, MS, LPC', email: 'jane@example.org', password: 'Correct-Horse-7!' };

/** Oldest first, so that the order of a list is Ghost's own doing. */
export const POSTS = [
  {
    slug: 'oldest',
    title: 'The oldest',
    html: '<p>Family comes first.</p>',
    custom_excerpt: 'A teaser of its own.',
    published_at: '2024-01-02T10:00:00.000Z',
    tags: ['Family'],
  },
  {
    slug: 'twin',
    title: 'Of the same second as the oldest',
    html: '<p>Imported along with it.</p>',
    published_at: '2024-01-02T10:00:00.000Z',
    tags: [],
  },
  {
    slug: 'entities',
    title: 'Anxiety & depression: “5 < 6”',
    html: '<p>Nobody has to speak on the first evening. What is said &amp; what stays in the room.</p>',
    published_at: '2024-05-02T10:00:00.000Z',
    tags: ['Anxiety & Depression', 'Family', '#internal-note'],
  },
  {
    slug: 'hostile',
    title: 'It’s <b>bold</b> <script>globalThis.pwned=1</script>',
    html: '<p>Text</p><!--kg-card-begin: html--><script>globalThis.pwned=2</script><p onclick="globalThis.pwned=3"><a href="javascript:globalThis.pwned=4">x</a></p><!--kg-card-end: html-->',
    published_at: '2024-06-02T10:00:00.000Z',
    tags: ['Recovery'],
  },
  {
    slug: 'for-members',
    title: 'For members',
    html: '<p>The text that only members read.</p>',
    custom_excerpt: 'What everybody may read.',
    visibility: 'members',
    published_at: '2024-07-02T10:00:00.000Z',
    tags: ['Recovery'],
  },
  {
    slug: 'one-year',
    title: '🌱 One year',
    html: '<h2>First</h2><p>Day by day.</p><h2>Then</h2><p>Week by week.</p>',
    published_at: '2024-09-02T10:00:00.000Z',
    feature_image: '/content/images/2024/09/garden.png',
    feature_image_alt: 'A garden',
    feature_image_caption: 'The <em>garden</em>',
    tags: ['Recovery', 'Family'],
  },
];

/** The admin of the Ghost at `origin`, signed in. */
const signIn = async (origin) => {
  let cookie = '';
  const ask = async (path, body, method = body ? 'POST' : 'GET') => {
    const response = await fetch(`${origin}/ghost/api/admin/${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin, 'accept-version': 'v6.0', cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    cookie ||= response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return text.startsWith('{') ? JSON.parse(text) : text;
  };
  const { setup } = await ask('authentication/setup/');
  if (!setup[0].status) {
    await ask('authentication/setup/', { setup: [{ ...OWNER, blogTitle: 'Harbor Clinic' }] });
    cookie = '';
  }
  await ask('session/', { username: OWNER.email, password: OWNER.password });
  return ask;
};

/** Gives the Content API key of an integration of its own. */
export const seed = async (origin) => {
  const ask = await signIn(origin);
  const { posts } = await ask('posts/?limit=100&fields=id,slug');
  const known = new Set(posts.map(({ slug }) => slug));
  for (const { id, slug } of posts) {
    if (!POSTS.some((post) => post.slug === slug)) await ask(`posts/${id}/`, undefined, 'DELETE'); // Ghost's own samples
  }
  for (const { tags, feature_image: image, ...post } of POSTS.filter(({ slug }) => !known.has(slug))) {
    await ask('posts/?source=html', {
      posts: [
        {
          ...post,
          status: 'published',
          tags: tags.map((name) => ({ name })),
          ...(image ? { feature_image: origin + image } : {}),
        },
      ],
    });
  }
  const name = 'care-widgets';
  const { integrations } = await ask('integrations/?include=api_keys&limit=100');
  const found =
    integrations.find((one) => one.name === name) ??
    (await ask('integrations/?include=api_keys', { integrations: [{ name }] })).integrations[0];
  return found.api_keys.find(({ type }) => type === 'content').secret;
};
