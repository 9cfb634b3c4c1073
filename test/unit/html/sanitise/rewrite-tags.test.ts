import { expect } from 'chai';
import { rewriteTags } from '../../../../src/html/sanitise/rewrite-tags.js';

describe('rewriteTags()', () => {
  it('renames what the sanitiser would take away with its words', () => {
    expect(rewriteTags('<Section id=a><x-note>b</x-note></Section><button>c</button>')).to.equal(
      '<div id="a"><span>b</span></div><span>c</span>',
    );
    expect(rewriteTags('<iframe src="/x"></iframe><embed src="/y">')).to.equal(
      '<data src="/x"></data><source src="/y">',
    );
    expect(rewriteTags('<st1:city w:st="on">a</st1:city><nobr>b</nobr><o:p></o:p><menu><li>c</menu>')).to.equal(
      '<span>a</span><span>b</span><span></span><ul><li>c</ul>',
    );
  });

  it('leaves out what is no text for readers', () => {
    for (const name of ['script', 'style', 'template', 'svg', 'xml', 'w:View', 'm:r', 'select', 'textarea', 'title']) {
      expect(rewriteTags(`a<${name}>x<b>y</b></${name}>b`), name).to.equal('ab');
    }
    expect(rewriteTags('a<svg><svg>x</svg>y</svg>b<!-- c --><!--> d<?x y?>')).to.equal('ab d');
    expect(rewriteTags('<xml><w:a/><w:b>x</w:b></xml>a<w:br/>b')).to.equal('ab');
  });

  it('keeps what follows an element without text that is never closed', () => {
    expect(rewriteTags('<svg><p>a</p><w:x><w:y>b')).to.equal('<p>a</p>b');
  });

  it('looks only once for the end of an element whose words a script would write, whatever its name', () => {
    expect(rewriteTags('<b1 data-to-value="1">x<b2 data-to-value="2">y')).to.equal('<span>1</span>x<span>y');
  });

  it('keeps HTML within a drawing, but nothing else of it', () => {
    const label = (words: string): string => `<foreignObject><p>${words}</p></foreignObject>`;
    expect(
      rewriteTags(`<svg><text>x</text><switch>${label('a')}<text>x</text></switch>${label('b<svg>x</svg>')}</svg>c`),
    ).to.equal(' <p>a</p>  <p>b</p> c');
    expect(rewriteTags(`a<template><svg>${label('x')}</svg></template>b`)).to.equal('a  b');
    expect(rewriteTags(`<svg>${label('a')}b`)).to.equal(' <p>a</p> b');
  });

  it('ends a player by its own end tag, whatever stands open in it', () => {
    expect(rewriteTags('<video>x<audio>y</video>a')).to.equal(
      '<data class=" care-video">x<data class=" care-audio">y</data></data>a',
    );
    expect(rewriteTags('<p><audio></p><iframe></video></iframe>a')).to.equal(
      '<p><data class=" care-audio"></p><data></data>a',
    );
  });

  it('leaves words that look like tags or attributes', () => {
    const prose = 'a < section, life style = choice, <p title="x > y">once = one</p>';
    expect(rewriteTags(prose)).to.equal(prose);
    expect(rewriteTags('<<!-- -->b>')).to.equal('&lt;b>');
  });

  it('leaves out attributes that nobody reads, above all inline style and handlers', () => {
    expect(rewriteTags(`<p style="color:red" onclick=x ID='a"b' id=c><img/onerror=y alt>`)).to.equal(
      '<p id="a&quot;b"><img alt="">',
    );
    const many = Array.from({ length: 40_000 }, (_, index) => ` a${index}`).join('');
    expect(rewriteTags(`<p${many} lang=es>x`)).to.equal('<p lang="es">x');
  });

  it('stops opening elements where a parser would begin to hang, but not for end tags that people leave out', () => {
    expect(rewriteTags('<b>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(rewriteTags('<b></b>'.repeat(600)).match(/<b>/g)).to.have.length(600);
    expect(rewriteTags('<p>a<li>b<br>'.repeat(600)).match(/<br>/g)).to.have.length(600);
  });

  it('is not deceived by end tags of what is not open, nor by slashes that close nothing', () => {
    expect(rewriteTags('<b></i>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(rewriteTags('</b>'.repeat(600) + '<b>'.repeat(600)).match(/<b>/g)).to.have.length(512);
    expect(rewriteTags('<b/>'.repeat(6000)).match(/<b>/g)).to.have.length(512);
    expect(rewriteTags('<b>x</b>'.repeat(30_000)).match(/<b>/g)).to.have.length(20_000);
  });
});
