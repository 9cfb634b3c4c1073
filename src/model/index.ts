export type * from './article.js';
export type * from './author.js';
export { parseAuthorName } from './author-name.js';
export { CareError, type CareErrorCode, type CareErrorInit } from './care-error.js';
export type * from './content-source.js';
export type * from './picture.js';
export type * from './safe-html.js';
export type * from './submitter.js';
export type * from './taxonomy.js';
