import { expect } from 'chai';
import { bodyOf, wordsOf } from '../tree.js';

const UNKNOWN =
  'st1:city nobr hgroup fieldset legend dialog menu search center font big tt strike label button noscript acronym object ' +
  'form output progress meter canvas marquee blink slot portal xmp listing o:p v:shape w:sdt x-card made-up rb rtc applet';

describe('elements that are not allowed', () => {
  for (const name of UNKNOWN.split(' ')) {
    it(`keep their words: ${name}`, async () => {
      expect(await wordsOf(`<p>a</p><${name}>b</${name}><p>c</p>`)).to.equal('abc');
    });
  }

  it('lose no word of a text from Word', async () => {
    expect(
      await bodyOf(
        '<p>Our house is in <st1:place w:st="on"><st1:city w:st="on">Austin</st1:city></st1:place>.<o:p></o:p></p><p>Call <nobr>555-0142</nobr>.</p>',
      ),
    ).to.equal('<p>Our house is in Austin.</p><p>Call 555-0142.</p>');
  });

  for (const name of [
    'xml',
    'w:View',
    'm:oMath',
    'style',
    'script',
    'template',
    'svg',
    'select',
    'textarea',
    'title',
  ]) {
    it(`take with them what is no text for readers: ${name}`, async () => {
      expect(await wordsOf(`<p>a</p><${name}>x</${name}><p>c</p>`)).to.equal('ac');
    });
  }
});
