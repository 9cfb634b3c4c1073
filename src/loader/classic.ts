import '../define/care-article.js';
import '../define/care-article-card.js';
import '../define/care-config.js';
import { discover } from './discover.js';

// Everything is registered by now; what is left to find is `<div data-care-widget>`.
discover(
  (tag) => tag.startsWith('care-') && !!customElements.get(tag),
  () => undefined,
);
