import { CareUrgent } from '../elements/care-urgent/care-urgent.js';
import { define } from './define.js';

define('care-urgent', CareUrgent);
