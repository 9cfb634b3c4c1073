/** Every tag, and the code that registers it: fetched when the tag first appears. */
export const TAGS: Readonly<Record<string, () => Promise<unknown>>> = {
  'care-config': () => import('../define/care-config.js'),
  'care-article': () => import('../define/care-article.js'),
  'care-article-card': () => import('../define/care-article-card.js'),
  'care-article-list': () => import('../define/care-article-list.js'),
  'care-author': () => import('../define/care-author.js'),
  'care-benefits': () => import('../define/care-benefits.js'),
  'care-categories': () => import('../define/care-categories.js'),
  'care-contact': () => import('../define/care-contact.js'),
  'care-newsletter': () => import('../define/care-newsletter.js'),
  'care-post-nav': () => import('../define/care-post-nav.js'),
};
