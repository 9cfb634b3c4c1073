import { expect } from 'chai';
import { rewriteTags } from '../../../../src/html/sanitise/rewrite-tags.js';

describe('rewriteTags()', () => {
  it('renames what the sanitiser would take away with its words', () => {
    expect(rewriteTags('<Section id=a><x-note>b</x-note></Section><button/>')).to.equal(
      '<div id=a><span>b</span></div><span/>',
    );
    expect(rewriteTags('<iframe src="/x"></iframe><embed src="/y">')).to.equal(
      '<data src="/x"></data><source src="/y">',
    );
  });

  it('leaves words that look like tags or attributes', () => {
    const prose = 'a < section, life style = choice, <p title="x">once = one</p>';
    expect(rewriteTags(prose)).to.equal(prose);
  });

  it('hides inline style and handlers from the page’s policy', () => {
    expect(rewriteTags('<p style="color:red" onclick=x><img/onerror=y>')).to.equal(
      '<p data-style="color:red" data-onclick=x><img/data-onerror=y>',
    );
  });

  it('stops opening elements where a parser would begin to hang, but not for end tags that people leave out', () => {
    expect(rewriteTags('<b>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(rewriteTags('<b></b>'.repeat(600))).not.to.include('wbr');
    expect(rewriteTags('<p>a<li>b<br>'.repeat(600))).not.to.include('wbr');
    expect(rewriteTags('<svg><circle r="1"/></svg>'.repeat(600))).not.to.include('wbr');
  });

  it('is not deceived by end tags of what is not open, nor by slashes that close nothing', () => {
    expect(rewriteTags('<b></i>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(rewriteTags('</b>'.repeat(600) + '<b>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(rewriteTags('<b/>'.repeat(6000)).match(/<b\/>/g)).to.have.length(4000);
    expect(rewriteTags('<path>'.repeat(600)).match(/<path>/g)).to.have.length(512);
  });
});
