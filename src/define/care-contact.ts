import { CareContact } from '../elements/care-contact/care-contact.js';
import { define } from './define.js';

define('care-contact', CareContact);
