import { excerptOf, toText } from '../../src/html/read/text.js';
import { describeGrowth } from './hostile-growth.js';

describeGrowth('title', toText);
describeGrowth('teaser', (text) => excerptOf(text));
