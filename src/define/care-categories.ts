import { CareCategories } from '../elements/care-categories/care-categories.js';
import { define } from './define.js';

define('care-categories', CareCategories);
