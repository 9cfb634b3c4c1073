import { articleBody } from '../../src/html/article-body.js';
import { dompurifyEngine } from '../../src/html/sanitise/dompurify-engine.js';
import { describeGrowth } from './hostile-growth.js';

const options = { url: 'https://site.example/post/', origins: ['https://site.example'], engine: dompurifyEngine };

describeGrowth('body by DOMPurify', (text) => articleBody(text, options), 100_000, 5);
