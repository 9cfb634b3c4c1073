import { CareAuthor } from '../elements/care-author/care-author.js';
import { define } from './define.js';

define('care-author', CareAuthor);
