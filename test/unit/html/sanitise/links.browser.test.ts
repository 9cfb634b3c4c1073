import { expect } from 'chai';
import { bodyOf } from '../tree.js';

const OUT = ' rel="noopener noreferrer" referrerpolicy="no-referrer"';

describe('links of an article', () => {
  it('are resolved on its address and tell no referrer', async () => {
    expect(await bodyOf('<a href="../x/?a=1">x</a>')).to.equal(`<a href="https://site.example/x/?a=1"${OUT}>x</a>`);
    expect(await bodyOf('<a href="//o.example" target="_blank" rel="opener">o</a>')).to.equal(
      `<a href="https://o.example/"${OUT}>o</a>`,
    );
  });

  it('keep telephone and mail addresses', async () => {
    expect(await bodyOf('<a href=" tel:+15550100">t</a>')).to.equal('<a href="tel:+15550100">t</a>');
    expect(await bodyOf('<a href="MAILTO:a@b.example">m</a>')).to.equal('<a href="MAILTO:a@b.example">m</a>');
  });

  for (const [written, href] of [
    ['http://tel:5125550142', 'tel:5125550142'],
    ['https://mailto:info@clinic.example', 'mailto:info@clinic.example'],
    ['callto:+15125550142', 'tel:+15125550142'],
    ['smsto:5125550142', 'sms:5125550142'],
  ] as const) {
    it(`read ${written} as ${href}`, async () => {
      expect(await bodyOf(`<a href="${written}">Call</a>`)).to.equal(`<a href="${href}">Call</a>`);
    });
  }

  it('lead to a conversation, and to addresses that hold a word like a scheme', async () => {
    expect(await bodyOf('<a href="whatsapp://send?phone=+15125550142">w</a>')).to.equal(
      `<a href="https://wa.me/15125550142"${OUT}>w</a>`,
    );
    expect(await bodyOf('<a href="/a#transcript:1">t</a>')).to.equal(
      `<a href="https://site.example/a#transcript:1"${OUT}>t</a>`,
    );
  });

  for (const href of [
    'javascript:x',
    ' jAvA&#10;script:x',
    '&#1;javascript:x',
    '&#xa0;javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'http://',
    'ftp://a/',
  ]) {
    it(`lose ${href}`, async () => {
      expect(await bodyOf(`<a href="${href}">words</a>`)).to.equal('words');
    });
  }

  it('lead to places in the text by their prefixed ids', async () => {
    const body = await bodyOf(
      '<a href="#q%C3%BCestion">a</a><a href="https://site.example/post/#named">b</a><h2 id="qüestion">Q</h2><a name="named"></a>',
    );
    expect(body).to.include('<a href="#care-qüestion">a</a>').and.include('<a href="#care-named">b</a>');
    expect(body).to.include('<h2 id="care-qüestion">').and.include('<a id="care-named"></a>');
  });

  it('lead to the original page where the place is not in the text', async () => {
    expect(await bodyOf('<p><a href="#comments">c</a></p>')).to.equal(
      `<p><a href="https://site.example/post/#comments"${OUT}>c</a></p>`,
    );
  });
});
