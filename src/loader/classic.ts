import '../define/care-article-card.js';
import '../define/care-article-list.js';
import '../define/care-author.js';
import '../define/care-categories.js';
import '../define/care-config.js';
import '../define/care-post-nav.js';
import { discover } from './discover.js';

// Everything is registered by now; what is left to find is `<div data-care-widget>`.
discover(
  (tag) => tag.startsWith('care-') && !!customElements.get(tag),
  () => undefined,
);
