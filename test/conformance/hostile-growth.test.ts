import { articleBody } from '../../src/html/article-body.js';
import { excerptOf, toText } from '../../src/html/read/text.js';
import { hasNativeEngine, nativeEngine } from '../../src/html/sanitise/engine.js';
import { describeGrowth } from './hostile-growth.js';

const options = { url: 'https://site.example/post/', origins: ['https://site.example'] };

describeGrowth('title', toText);
describeGrowth('teaser', (text) => excerptOf(text));
if (hasNativeEngine()) {
  describeGrowth('body by the browser', (text) => articleBody(text, { ...options, engine: nativeEngine }));
}
