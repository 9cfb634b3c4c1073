import { CareConfig } from '../elements/care-config/care-config.js';
import { define } from './define.js';

define('care-config', CareConfig);
