import { expect } from '@open-wc/testing';
import { articleBody } from '../../src/html/article-body.js';
import { dompurifyEngine } from '../../src/html/sanitise/dompurify-engine.js';
import { hasNativeEngine } from '../../src/html/dom.js';
import { nativeEngine } from '../../src/html/sanitise/engine.js';
import { serialise } from '../support/safe-html.js';
import { describeGrowth } from './hostile-growth.js';

const options = { url: 'https://site.example/post/', origins: ['https://site.example'] };

if (hasNativeEngine()) {
  describeGrowth('body by the browser', (text) => articleBody(text, { ...options, engine: nativeEngine }), 100_000, 5);
} else {
  describe('a browser without the Sanitizer API', () => {
    it('is served by DOMPurify without being told', async () => {
      const text = '<p onclick="x()">One <b>two</b><script>x()</script></p>';
      const [served, expected] = await Promise.all([
        articleBody(text, options),
        articleBody(text, { ...options, engine: dompurifyEngine }),
      ]);
      expect(serialise(served)).to.equal(serialise(expected));
      expect(serialise(served)).to.contain('<b>two</b>').and.not.contain('onclick');
    });
  });
}
