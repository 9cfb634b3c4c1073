import { CareArticleList } from '../elements/care-article-list/care-article-list.js';
import { define } from './define.js';

define('care-article-list', CareArticleList);
