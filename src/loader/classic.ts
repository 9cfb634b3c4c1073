import { diagnose } from '../controllers/diagnose.js';
import { define } from '../define/define.js';
import { CareArticleCard } from '../elements/care-article-card/care-article-card.js';
import { CareArticle } from '../elements/care-article/care-article.js';
import { CareArticleList } from '../elements/care-article-list/care-article-list.js';
import { CareAuthor } from '../elements/care-author/care-author.js';
import { CareBenefits } from '../elements/care-benefits/care-benefits.js';
import { CareCategories } from '../elements/care-categories/care-categories.js';
import { CareContact } from '../elements/care-contact/care-contact.js';
import { CareNewsletter } from '../elements/care-newsletter/care-newsletter.js';
import { CarePostNav } from '../elements/care-post-nav/care-post-nav.js';
import { CareUrgent } from '../elements/care-urgent/care-urgent.js';
import { CareConfig } from '../elements/care-config/care-config.js';
import { discover } from './discover.js';

const start = (): void => {
  define('care-config', CareConfig);
  define('care-article-card', CareArticleCard);
  define('care-article', CareArticle);
  define('care-article-list', CareArticleList);
  define('care-author', CareAuthor);
  define('care-benefits', CareBenefits);
  define('care-categories', CareCategories);
  define('care-contact', CareContact);
  define('care-newsletter', CareNewsletter);
  define('care-post-nav', CarePostNav);
  define('care-urgent', CareUrgent);
  // what is left to find is `<div data-care-widget>`
  discover(
    (tag) => tag.startsWith('care-') && !!customElements.get(tag),
    () => undefined,
    (element) => diagnose(({ tellTag }) => tellTag(element)),
  );
};

// A classic script may run in the head. Elements that are registered then would be upgraded one by one as the parser
// makes them, and each would ask for its own article: they are registered together once all are there.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
