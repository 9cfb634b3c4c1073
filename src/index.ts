// Classes without side effects: nothing is registered by importing them. `care-widgets/define/<tag>.js` registers a tag.
export { registerSource, type CreateSource } from './context/source-registry.js';
export { CareArticle } from './elements/care-article/care-article.js';
export { CareArticleCard } from './elements/care-article-card/care-article-card.js';
export { CareArticleList } from './elements/care-article-list/care-article-list.js';
export { CareAuthor } from './elements/care-author/care-author.js';
export { CareCategories } from './elements/care-categories/care-categories.js';
export { CareConfig } from './elements/care-config/care-config.js';
export { CareContact } from './elements/care-contact/care-contact.js';
export { CarePostNav } from './elements/care-post-nav/care-post-nav.js';
export { CareContactEvent, type ContactChannel } from './events/care-contact-event.js';
export { CareErrorEvent } from './events/care-error-event.js';
export { CareLoadEvent } from './events/care-load-event.js';
export { CareNavigateEvent } from './events/care-navigate-event.js';
export { articleBody } from './html/article-body.js';
export type { SanitiseOptions } from './html/sanitise.js';
export type { ContentState } from './controllers/content-controller.js';
export type { SourceOptions } from './sources/shared/source-options.js';
export * from './model/index.js';
