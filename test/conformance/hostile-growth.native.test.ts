import { articleBody } from '../../src/html/article-body.js';
import { hasNativeEngine, nativeEngine } from '../../src/html/sanitise/engine.js';
import { describeGrowth } from './hostile-growth.js';

const options = { url: 'https://site.example/post/', origins: ['https://site.example'], engine: nativeEngine };

if (hasNativeEngine()) describeGrowth('body by the browser', (text) => articleBody(text, options), 100_000, 5);
