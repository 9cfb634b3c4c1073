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
