import type { Article } from '../../src/model/article.js';

/** An article with every part that is always there, and whatever the test gives. */
export const article = (parts: Partial<Article> = {}): Article => {
  const slug = parts.slug ?? 'first-week';
  return {
    id: `id-${slug}`,
    slug,
    url: `https://clinic.example/${encodeURIComponent(slug)}/`,
    title: 'What the first week is like',
    excerpt: 'Nobody arrives with a plan, and nobody needs one.',
    publishedAt: '2025-06-24T09:30:00-07:00',
    authors: [{ name: 'Jordan Rivera', credentials: ['PhD', 'LMFT'] }],
    reviewers: [],
    categories: [{ id: '3', slug: 'recovery', name: 'Recovery' }],
    tags: [],
    isProtected: false,
    ...parts,
  };
};

/** So many articles, one a week, newest first: `post-1`, `post-2`, ... */
export const articles = (count: number): Article[] =>
  Array.from({ length: count }, (_, index) =>
    article({
      id: String(1001 + index),
      slug: `post-${index + 1}`,
      title: `Post ${index + 1}`,
      publishedAt: `${new Date(Date.UTC(2025, 5, 24, 16, 30) - index * 7 * 86_400_000).toISOString().slice(0, 19)}+00:00`,
    }),
  );
