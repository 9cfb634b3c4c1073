import { CareArticleCard } from '../elements/care-article-card/care-article-card.js';
import { define } from './define.js';

define('care-article-card', CareArticleCard);
