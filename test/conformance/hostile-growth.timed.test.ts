import { excerptOf, toText } from '../../src/html/read/text.js';
import { describeGrowth } from './hostile-growth.js';

describeGrowth('title', toText, 1_000_000);
describeGrowth('teaser', (text) => excerptOf(text), 1_000_000);
