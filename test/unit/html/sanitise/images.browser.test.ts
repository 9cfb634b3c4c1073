import { expect } from 'chai';
import { bodyOf } from '../tree.js';

const LATE = 'referrerpolicy="no-referrer" loading="lazy" decoding="async"';
const OUT = 'rel="noopener noreferrer" referrerpolicy="no-referrer"';

describe('pictures of an article', () => {
  it('load late, with their size, text and own candidates', async () => {
    const body = await bodyOf(
      '<img src="/a.jpg" alt="A" width="4" height="3" srcset="/a-1.jpg 300w, https://cdn.invalid/a-2.jpg 600w, b,c.jpg 2x" sizes="100vw">',
    );
    expect(body).to.equal(
      '<img alt="A" width="4" height="3" sizes="100vw" referrerpolicy="no-referrer" loading="lazy" decoding="async" ' +
        'srcset="https://site.example/a-1.jpg 300w, https://site.example/post/b,c.jpg 2x" src="https://site.example/a.jpg">',
    );
  });

  it('keep thirty candidates, and no more', async () => {
    const srcset = Array.from({ length: 40 }, (_, index) => `/a-${index + 1}.jpg ${index + 1}w`).join(', ');
    const kept = (await bodyOf(`<img src="/a.jpg" srcset="${srcset}">`)).match(/a-\d+\.jpg \d+w/g);
    expect([kept?.length, kept?.at(-1)]).to.deep.equal([30, 'a-30.jpg 30w']);
  });

  it('get an empty alternative where they have none, so that their file name is not read aloud', async () => {
    expect(await bodyOf('<img src="/a.jpg">')).to.equal(`<img ${LATE} alt="" src="https://site.example/a.jpg">`);
  });

  it('of other origins become links named by their text or file', async () => {
    expect(await bodyOf('<img src="https://o.invalid/b%20c.jpg?x" alt="A bench">')).to.equal(
      `<a href="https://o.invalid/b%20c.jpg?x" ${OUT}>A bench</a>`,
    );
    expect(await bodyOf('<img src="https://o.invalid/b%20c.jpg" alt="">')).to.include('>b c.jpg</a>');
    expect(await bodyOf('<picture><source srcset="/s.webp"><img src="//www.o.invalid/"></picture>')).to.include(
      '>o.invalid</a>',
    );
  });

  it('of other origins leave the words behind them where their picture element is never closed', async () => {
    expect(
      await bodyOf('<picture><source srcset="/s.webp"><img src="https://o.invalid/b.jpg" alt="A bench">One<p>Two</p>'),
    ).to.equal(`<a href="https://o.invalid/b.jpg" ${OUT}>A bench</a>One<p>Two</p>`);
  });

  it('of other origins within a link become its words', async () => {
    expect(await bodyOf('<a href="/x"><img src="https://o.invalid/b.jpg" alt="A bench"></a>')).to.equal(
      `<a href="https://site.example/x" ${OUT}>A bench</a>`,
    );
  });

  it('that are drawings keep their place, though their site says 1 for a size that it does not know', async () => {
    const body = await bodyOf('<img src="/logo.svg?v=2" width="1" height="1" alt="Map of our houses">');
    expect(body).to.equal(`<img alt="Map of our houses" ${LATE} src="https://site.example/logo.svg?v=2">`);
  });

  it('that count readers go', async () => {
    for (const size of ['width="1" height="1"', 'width="1px"', 'height="0"']) {
      expect(await bodyOf(`<p>a<img src="/t.gif" ${size}></p>`)).to.equal('<p>a</p>');
      expect(await bodyOf(`<p>a<img src="https://t.invalid/t.gif" ${size}></p>`)).to.equal('<p>a</p>');
    }
  });

  it('keep the formats that browsers choose from', async () => {
    const body = await bodyOf(
      '<picture><source type="image/webp" srcset="/a.webp"><source srcset="//o.invalid/a"><img src="/a.jpg" alt=""></picture>',
    );
    expect(body).to.include('<source type="image/webp" srcset="https://site.example/a.webp"><img');
  });

  it('are taken from noscript where a script was to load them', async () => {
    expect(
      await bodyOf(
        '<img src="data:image/gif;base64,R0" data-src="/a.jpg"><noscript><img src="/a.jpg" alt="A"></noscript>',
      ),
    ).to.equal(`<img alt="A" ${LATE} src="https://site.example/a.jpg">`);
  });

  it('are taken from the attributes that a lazy loader reads', async () => {
    const image =
      '<img class="lazyload" src="data:image/gif;base64,R0" data-src="/a.jpg" data-srcset="/a.jpg 900w" alt="A">';
    expect(await bodyOf(image)).to.equal(
      `<img alt="A" ${LATE} srcset="https://site.example/a.jpg 900w" src="https://site.example/a.jpg">`,
    );
  });

  it('stand once where noscript holds them again', async () => {
    const lazy =
      '<img src="/a.jpg?is-pending-load=1" srcset="data:image/gif;base64,R0" data-lazy-src="/a.jpg" alt="A">';
    const body = await bodyOf(`<p>${lazy}<noscript><img src="/a.jpg" alt="A"></noscript></p>`);
    expect(body.match(/<img/g)).to.have.length(1);
    const others = await bodyOf('<p><img src="/b.jpg" alt="B"><noscript><img src="/a.jpg" alt="A"></noscript></p>');
    expect(others.match(/<img/g)).to.have.length(2);
  });

  it('of the own host come by https where the text says http', async () => {
    expect(await bodyOf('<img src="http://site.example/a.jpg" alt="">')).to.include(
      ' src="https://site.example/a.jpg"',
    );
  });

  it('behind a block become pictures in it', async () => {
    const cover =
      '<div class="wp-block-cover" style="background-image:url(&quot;/b.jpg?a=1&amp;b=2&quot;)"><p>w</p></div>';
    expect(await bodyOf(cover)).to.match(
      /^<div><img [^>]*src="https:\/\/site\.example\/b\.jpg\?a=1&amp;b=2"><p>w<\/p><\/div>$/,
    );
  });
});
