import { CareNewsletter } from '../elements/care-newsletter/care-newsletter.js';
import { define } from './define.js';

define('care-newsletter', CareNewsletter);
