import { expect } from 'chai';
import { salvage } from '../../../src/html/salvage.js';

describe('salvage()', () => {
  it('renames what the sanitiser would take away with its words', () => {
    expect(salvage('<Section id=a><x-note>b</x-note></Section><button/>')).to.equal(
      '<div id=a><span>b</span></div><span/>',
    );
    expect(salvage('<iframe src="/x"></iframe><embed src="/y">')).to.equal('<data src="/x"></data><source src="/y">');
  });

  it('leaves words that look like tags or attributes', () => {
    const prose = 'a < section, life style = choice, <p title="x">once = one</p>';
    expect(salvage(prose)).to.equal(prose);
  });

  it('hides inline style and handlers from the page’s policy', () => {
    expect(salvage('<p style="color:red" onclick=x><img/onerror=y>')).to.equal(
      '<p data-style="color:red" data-onclick=x><img/data-onerror=y>',
    );
  });

  it('stops opening elements where a parser would begin to hang, but not for end tags that people leave out', () => {
    expect(salvage('<b>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(salvage('<b></b>'.repeat(600))).not.to.include('wbr');
    expect(salvage('<p>a<li>b<br>'.repeat(600))).not.to.include('wbr');
    expect(salvage('<svg><circle r="1"/></svg>'.repeat(600))).not.to.include('wbr');
  });

  it('is not deceived by end tags of what is not open, nor by slashes that close nothing', () => {
    expect(salvage('<b></i>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(salvage('</b>'.repeat(600) + '<b>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(salvage('<b/>'.repeat(6000)).match(/<b\/>/g)).to.have.length(4000);
    expect(salvage('<path>'.repeat(600)).match(/<path>/g)).to.have.length(512);
  });
});
