import { CareArticle } from '../elements/care-article/care-article.js';
import { define } from './define.js';

define('care-article', CareArticle);
