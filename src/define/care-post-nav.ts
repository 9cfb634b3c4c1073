import { CarePostNav } from '../elements/care-post-nav/care-post-nav.js';
import { define } from './define.js';

define('care-post-nav', CarePostNav);
