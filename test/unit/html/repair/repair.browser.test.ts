import { expect } from 'chai';
import { tidy } from '../../../../src/html/repair/tidy.js';
import { bodyOf, treeOf, wordsOf } from '../tree.js';

const text = async (html: string): Promise<string | null | undefined> => {
  const template = document.createElement('template');
  template.innerHTML = await bodyOf(html);
  return template.content.textContent;
};

const linkIn = async (html: string): Promise<string> => {
  const template = document.createElement('template');
  template.innerHTML = await bodyOf(html);
  const link = template.content.querySelector('a');
  return `${link?.getAttribute('href') ?? ''} ${link?.textContent ?? ''}`;
};

describe('wrappers without meaning', () => {
  it('leave one text where several come to stand side by side, and none that is empty', () => {
    const tree = treeOf('<p>a <span>b</span> <span>c<span> d</span></span><b>e</b><i>f</i></p>');
    tidy(tree);
    const nodes = Array.from(tree.children[0]!.childNodes, ({ nodeName, textContent }) => `${nodeName} ${textContent}`);
    expect(nodes).to.deep.equal(['#text a b c d', 'B e', 'I f']);
  });
});

describe('embeds', () => {
  it('are marked as film or frame, with the site where a title stands in its place', async () => {
    const template = document.createElement('template');
    template.innerHTML = await bodyOf(
      '<iframe title="A film" src="https://www.youtube.com/embed/a"></iframe><iframe src="https://player.vimeo.com/video/7"></iframe><iframe title="Rest" src="https://o.example/rest/"></iframe><p><a href="https://vimeo.com/8">Ours</a></p>',
    );
    const marks = Array.from(template.content.querySelectorAll('a'), ({ dataset }) => [
      dataset.careBlock,
      dataset.careSite,
    ]);
    expect(marks).to.deep.equal([
      ['video', 'youtube.com'],
      ['video', undefined],
      ['embed', 'o.example'],
      [undefined, undefined],
    ]);
  });

  const cases: readonly (readonly [string, string])[] = [
    [
      '<iframe title="A film" src="https://www.youtube.com/embed/a-b_1?feature=oembed"></iframe>',
      'https://www.youtube.com/watch?v=a-b_1 A film',
    ],
    [
      '<iframe src="https://www.youtube-nocookie.com/embed/x1"></iframe>',
      'https://www.youtube.com/watch?v=x1 youtube.com',
    ],
    ['<iframe src="https://player.vimeo.com/video/77?h=1"></iframe>', 'https://vimeo.com/77 vimeo.com'],
    [
      '<iframe src="https://player.vimeo.com/video/77?a=1&amp;h=8272103f6e&amp;b=2"></iframe>',
      'https://vimeo.com/77/8272103f6e vimeo.com',
    ],
    [
      '<iframe src="https://youtube.com/embed/videoseries?si=x&amp;list=PL-1"></iframe>',
      'https://www.youtube.com/playlist?list=PL-1 youtube.com',
    ],
    [
      '<iframe src="https://www.youtube.com/embed/live_stream?channel=UC1"></iframe>',
      'https://www.youtube.com/channel/UC1/live youtube.com',
    ],
    [
      '<iframe src="https://fast.wistia.net/embed/iframe/abc"></iframe>',
      'https://fast.wistia.net/embed/iframe/abc fast.wistia.net',
    ],
    ['<lite-youtube videoid="x1" title="Our house"></lite-youtube>', 'https://www.youtube.com/watch?v=x1 youtube.com'],
    [
      '<div data-settings="{&quot;youtube_url&quot;:&quot;https:\\/\\/www.youtube.com\\/watch?v=x1&quot;}"><div></div></div>',
      'https://www.youtube.com/watch?v=x1 youtube.com',
    ],
    [
      '<div data-settings="{&quot;youtube_url&quot;:&quot;https:\\/\\/youtu.be\\/x&quot;,&quot;video_type&quot;:&quot;vimeo&quot;,&quot;vimeo_url&quot;:&quot;https:\\/\\/vimeo.com\\/7&quot;}"></div>',
      'https://vimeo.com/7 vimeo.com',
    ],
    ['<iframe src="https://embed/#?secret=k"></iframe>', 'https://embed/#?secret=k embed'],
    [
      '<iframe src="https://open.spotify.com/embed/episode/9"></iframe>',
      'https://open.spotify.com/episode/9 open.spotify.com',
    ],
    [
      '<iframe title="“Rest” — Site" src="https://o.example/rest/embed/#?secret=k"></iframe>',
      'https://o.example/rest/ “Rest” — Site',
    ],
    [
      '<video controls><source src="//o.example/u/tour.mp4">Your browser is old.</video>',
      'https://o.example/u/tour.mp4 tour.mp4',
    ],
    ['<audio src="//o.example/u/talk.mp3"></audio>', 'https://o.example/u/talk.mp3 talk.mp3'],
    ['<object><embed src="https://o.example/e">', 'https://o.example/e o.example'],
    ['<div>\nhttps://o.example/watch?v=1\n</div>', 'https://o.example/watch?v=1 https://o.example/watch?v=1'],
    ['<p>[embed]https://o.example/1[/embed]</p>', 'https://o.example/1 https://o.example/1'],
  ];
  for (const [html, link] of cases) {
    it(`become a plain link: ${html}`, async () => {
      expect(await linkIn(html)).to.equal(link);
    });
  }

  it('of the own host are played here, and load nothing before', async () => {
    expect(await bodyOf('<video autoplay poster="/p.jpg"><source src="/u/tour.mp4">Old.</video>')).to.equal(
      '<video controls="" preload="none" src="https://site.example/u/tour.mp4"></video>',
    );
    expect(await bodyOf('<audio title="A talk" src="/u/talk.mp3"></audio>')).to.equal(
      '<audio controls="" preload="none" title="A talk" src="https://site.example/u/talk.mp3"></audio>',
    );
  });

  it('without an address go', async () => {
    expect(await bodyOf('<p>a<iframe src="about:blank"></iframe><video></video></p>')).to.equal('<p>a</p>');
  });

  it('within each other take no words behind them away', async () => {
    expect(await bodyOf('<p>a <video src="/f.mp4">x<audio>y</video> b</p>')).to.equal(
      '<p>a <video controls="" preload="none" src="https://site.example/f.mp4"></video> b</p>',
    );
    expect(await bodyOf('<video>x<video src="/f.mp4"></video>y</video>')).to.equal(
      '<video controls="" preload="none" src="https://site.example/f.mp4"></video>',
    );
  });

  it('are no reason to lose the words of a <data>, which is none', async () => {
    expect(await bodyOf('<p>a <data>b</data> <data value="1">c <video></video></data></p>')).to.equal(
      '<p>a b <span value="1">c </span></p>',
    );
  });
});

describe('shortcodes', () => {
  it('become a figure where they are a caption', async () => {
    const body = await bodyOf(
      '<p>[caption id="c" width="300"]<a href="/a.jpg"><img src="/a.jpg" alt="A"></a> The <em>room</em>[/caption] after [caption]<img src="/b.jpg" alt="">B[/caption]</p>',
    );
    expect(body.match(/<figure>/g)).to.have.length(2);
    expect(body).to.match(
      /^<div><figure><a [^>]+><img [^>]+><\/a><figcaption> The <em>room<\/em><\/figcaption><\/figure> after <figure>/,
    );
  });

  it('go where they stand for something the site would have put there', async () => {
    expect(
      await bodyOf('<p>a</p><p>[gallery ids="1,2"]</p><p>[contact-form-7 id=&#8221;1&#8243;]</p><p>[own_thing]</p>'),
    ).to.equal('<p>a</p>');
    expect(await text('<p>[row][col width=”1/2″]words[/col][/row] [map lat=1 /]</p>')).to.equal('words ');
  });

  it('go where they stand on two lines', async () => {
    expect(await bodyOf('<p>a [gallery<br />\nids="1,2"] b</p>')).to.equal('<p>a  b</p>');
    expect(await wordsOf('<p>a [sic<br>so] b</p>')).to.equal('a [sicso] b');
  });

  it('are told from brackets in prose and in code', async () => {
    const prose =
      'He said [sic] so [1], [a, b] and [see note], longer [mean difference=3.2 weeks] at [relative risk=0.62, 95% CI 0.5-0.8].';
    expect(await text(`<p>${prose}</p>`)).to.equal(prose);
    expect(await text('<pre><code>[gallery ids="1"]</code></pre>')).to.equal('[gallery ids="1"]');
  });

  it('that are left open stay harmless', async () => {
    expect(await text('<p>[caption id="x"]words</p>')).to.equal('words');
    expect(await text('<p>[caption words</p>')).to.equal('[caption words');
  });
});

describe('tables', () => {
  it('lie in a region that can be reached and scrolled, named by their caption', async () => {
    const body = await bodyOf(
      '<figure><table><tr><td>1</td></tr></table><figcaption>Hours a week</figcaption></figure>',
    );
    expect(body).to.match(
      /^<figure><div data-care-block="table" role="region" tabindex="0" aria-label="Hours a week"><table>/,
    );
    expect(await bodyOf('<table><caption>C</caption><tr><td><table><tr><td>i</table></table>')).to.match(
      /aria-label="C"/,
    );
  });

  it('have no header that says nothing', async () => {
    const body = await bodyOf(
      '<table><tr><th scope="col" colspan="2">&nbsp;</th><th>Hours</th><th><a href="/a">A</a></th></tr></table>',
    );
    expect(body).to.include('<td colspan="2">&nbsp;</td><th>Hours</th><th><a');
  });

  it('within tables get none of their own', async () => {
    const body = await bodyOf('<table><tr><td><table><tr><td>i</table></table>');
    expect(body.match(/role="region"/g)).to.have.length(1);
  });
});

describe('class names', () => {
  it('become marks of ours where they arrange something, and go otherwise', async () => {
    const body = await bodyOf(
      '<div class="wp-block-columns is-x"><div class="wp-block-column has-background">a</div></div><figure class="wp-block-image alignright"><img src="/a.jpg" alt=""></figure><p class="has-text-align-center">c</p>',
    );
    expect(body).to.include('<div data-care-block="columns"><div>a</div></div>');
    expect(body).to.include('<figure data-care-align="right">').and.include('<p data-care-align="center">c</p>');
  });
});

describe('blocks without content', () => {
  it('go, inner ones first', async () => {
    expect(
      await bodyOf(
        '<p>&nbsp;</p><h2> </h2><div><p><span> </span><br></p></div><ul><li></li></ul><a href="/x"></a><p>a</p>',
      ),
    ).to.equal('<p>a</p>');
  });

  it('stay where a link leads to them, and blanks between words stay', async () => {
    expect(await bodyOf('<p id="x"></p>')).to.equal('<p id="care-x"></p>');
    expect(await bodyOf('<p>a<span> </span>b</p>')).to.equal('<p>a b</p>');
    expect(
      await bodyOf(
        '<p>a <span>b <em>c <span>d</span></em><span><b>e</b><span lang="fr"><span>f</span></span></span> g</span></p>',
      ),
    ).to.equal('<p>a b <em>c d</em><b>e</b><span lang="fr">f</span> g</p>');
  });
});

describe('alignment and lists', () => {
  it('are read from inline style and from old attributes', async () => {
    expect(await bodyOf('<p style="color:red; text-align: center">c</p><h2 align="RIGHT">r</h2>')).to.equal(
      '<p data-care-align="center">c</p><h2 data-care-align="right">r</h2>',
    );
    expect(await bodyOf('<img style="float:left" src="/a.jpg" alt="">')).to.include(' data-care-align="left"');
  });

  it('keep letters and Roman numerals', async () => {
    expect(await bodyOf('<ol style="list-style-type:upper-alpha"><li>a</li></ol>')).to.equal(
      '<ol type="A"><li>a</li></ol>',
    );
    expect(await bodyOf('<ol style="list-style: lower-roman inside"><li>a</li></ol>')).to.include('<ol type="i">');
    expect(await bodyOf('<ol type="I"><li>a</li></ol>')).to.include('<ol type="I">');
  });
});

describe('furniture', () => {
  it('of sharing plugins goes with its headings', async () => {
    const body =
      '<p>Text.</p><div class="sharedaddy sd-sharing-enabled"><div class="sd-block"><h3>Share this:</h3><ul><li><a href="?share=x">X</a></li></ul></div></div>' +
      '<div class="sharedaddy sd-block sd-like jetpack-likes-widget-wrapper"><h3>Like this:</h3>Loading...</div><div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Related</em></h3></div>';
    expect(await bodyOf(body)).to.equal('<p>Text.</p>');
  });

  it('goes where it is a hidden name of an icon, but not where it is a picture or a block', async () => {
    expect(await wordsOf('<p><i class="material-icons" aria-hidden="true">home</i>Home</p>')).to.equal('Home');
    expect(await wordsOf('<div aria-hidden="true">kept</div>')).to.equal('kept');
    expect(await bodyOf('<span aria-hidden="true"><img src="/a.jpg" alt=""></span>')).to.include('<img');
    expect(
      await wordsOf('<p aria-label="Alcohol"><span class="dropcap" aria-hidden="true">A</span>lcohol</p>'),
    ).to.equal('Alcohol');
  });

  it('goes where only screen readers read it, but for the words of a link that shows an icon', async () => {
    const unseen = (words: string): string => `<span class="screen-reader-text">${words}</span>`;
    expect(await wordsOf(`<p><a href="/a">Costs${unseen(' (opens in a new tab)')}</a></p>`)).to.equal('Costs');
    const icon = `<a href="/b"><i aria-hidden="true">f</i>${unseen('Facebook')}${unseen(' page')}</a>`;
    expect(await wordsOf(icon)).to.equal('Facebook page');
    expect(await bodyOf(`<a href="/c"><img src="/c.png" alt="">${unseen('Home')}</a>`)).to.include('>Home</a>');
    expect(await wordsOf(`<p>${unseen('Note: ')}Call first.</p>`)).to.equal('Note: Call first.');
  });

  it('that was a picture of a character becomes that character', async () => {
    expect(await bodyOf('<p>Hi <img src="https://s.w.org/e.svg" class="emoji" alt="😀"></p>')).to.equal('<p>Hi 😀</p>');
  });

  it('leaves words apart that stood on lines of their own', async () => {
    const latest =
      '<ul class="wp-block-latest-posts"><li><a class="wp-block-latest-posts__post-title" href="/a">Rest</a><time>May 2</time></li></ul>';
    expect(await wordsOf(latest)).to.equal('Rest May 2');
    expect(
      await wordsOf('<div class="wp-block-file"><a href="/f.pdf">Form</a><a href="/f.pdf">Download</a></div>'),
    ).to.equal('Form Download');
  });
});

/** As Ghost 6.65 writes them. */
describe('cards of Ghost', () => {
  it('show the pictures of a gallery side by side', async () => {
    const row = (...names: string[]): string =>
      `<div class="kg-gallery-row">${names.map((name) => `<div class="kg-gallery-image"><img src="/${name}.jpg" alt="${name}"></div>`).join('')}</div>`;
    const body = await bodyOf(
      `<figure class="kg-card kg-gallery-card kg-width-wide kg-card-hascaption"><div class="kg-gallery-container">${row('a', 'b', 'c')}${row('d')}</div><figcaption>Rooms</figcaption></figure>`,
    );
    const template = document.createElement('template');
    template.innerHTML = body;
    const gallery = template.content.querySelector<HTMLElement>('[data-care-block="gallery"]');
    expect(Array.from(gallery!.children, ({ localName }) => localName)).to.deep.equal([
      ...['img', 'img', 'img', 'img'],
      'figcaption',
    ]);
  });

  it('of a sign-up go: its field is not there, and nobody has sent an email', async () => {
    const body =
      '<p>Text.</p><div class="kg-card kg-signup-card kg-width-wide " data-lexical-signup-form="" style="display: none;"><div class="kg-signup-card-content"><h2 class="kg-signup-card-heading">Sign up</h2><form data-members-form="signup"><input type="email"><button type="submit">Subscribe</button><div class="kg-signup-card-success">Email sent! Check your inbox to complete your signup.</div></form></div></div>';
    expect(await bodyOf(body)).to.equal('<p>Text.</p>');
  });

  it('of a recording keep its title and caption, not the times of their own controls', async () => {
    const audio =
      '<div class="kg-card kg-audio-card"><img src="/t.jpg" alt="audio-thumbnail" class="kg-audio-thumbnail"><div class="kg-audio-player-container"><audio src="/talk.mp3" preload="metadata"></audio><div class="kg-audio-title">A talk</div><div class="kg-audio-player"><button class="kg-audio-play-icon"></button><span class="kg-audio-current-time">0:00</span><div class="kg-audio-time">/<span class="kg-audio-duration">83</span></div><button class="kg-audio-playback-rate">1×</button></div></div></div>';
    expect(await wordsOf(audio)).to.equal('A talk');
    expect(await bodyOf(audio))
      .to.include('<audio controls')
      .and.not.include('<img');
    const video =
      '<figure class="kg-card kg-video-card"><div class="kg-video-container"><video src="/film.mp4"></video><div class="kg-video-overlay"><button class="kg-video-large-play-icon"></button></div><div class="kg-video-player-container"><div class="kg-video-player"><span class="kg-video-current-time">0:00</span><div class="kg-video-time">/<span>0:12</span></div></div></div></div><figcaption>A film</figcaption></figure>';
    expect(await wordsOf(video)).to.equal('A film');
    expect(await bodyOf(video)).to.include('<video controls');
  });

  it('of a bookmark tell its title and site, not the names of its pictures', async () => {
    const bookmark =
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://help.example/line"><div class="kg-bookmark-content"><div class="kg-bookmark-title">A helpline</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="https://help.example/favicon.ico" alt=""><span class="kg-bookmark-author">help.example</span><span class="kg-bookmark-publisher">HELP</span></div></div><div class="kg-bookmark-thumbnail"><img src="https://help.example/thumb.png" alt=""></div></a></figure>';
    expect(await wordsOf(bookmark)).to.equal('A helplinehelp.example HELP');
    expect(await linkIn(bookmark)).to.include('https://help.example/line');
  });
});

describe('what a script of the site would have shown', () => {
  it('is an email address that is hidden from robots', async () => {
    const hex = '543d3a323b14373835303d377a31393538';
    const link = '<a href="mailto:info@cladic.emal">';
    expect(
      await bodyOf(
        `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${hex}">[email&#160;protected]</a>.`,
      ),
    ).to.equal(`${link}info@cladic.emal</a>.`);
    expect(await bodyOf(`<a href="/cdn-cgi/l/email-protection#${hex}">Write <b>us</b></a>.`)).to.equal(
      `${link}Write <b>us</b></a>.`,
    );
    expect(
      await bodyOf(
        `<a href="/cdn-cgi/l/email-protection#${hex}"><span class="__cf_email__" data-cfemail="${hex}">[email&#160;protected]</span></a>.`,
      ),
    ).to.equal(`${link}info@cladic.emal</a>.`);
    for (const wrong of ['', 'zz', '543d', '0022'])
      expect(await wordsOf(`<span data-cfemail="${wrong}">[email protected]</span>`)).to.equal('[email protected]');
  });

  it('is the figure that a counter ends with', async () => {
    expect(
      await wordsOf('<span data-to-value="95" data-from-value="0">0</span><span>%</span> <b data-to-value="<i>">5</b>'),
    ).to.equal('95% 5');
    expect(
      await wordsOf('<div data-number-value="95"><p><span class="percent-value"></span><span>%</span></p></div>'),
    ).to.equal('95%');
  });

  it('is what a panel holds', async () => {
    expect(await bodyOf('<div role="tabpanel" hidden="hidden"><p hidden>Words</p></div>')).to.equal(
      '<div><p>Words</p></div>',
    );
  });

  it('is a picture whose address another attribute keeps', async () => {
    for (const name of ['data-orig-src', 'data-opt-src', 'nitro-lazy-src'])
      expect(await bodyOf(`<img src="data:image/gif;base64,R0" ${name}="/b.jpg" alt="B">`)).to.include(
        'src="https://site.example/b.jpg"',
      );
    const late = '<img src="data:image/gif;base64,R0" data-src="/a.jpg" alt="A">';
    const body = await bodyOf(`<noscript><img src="/a.jpg" alt="A"></noscript>${late}`);
    expect(body.match(/<img/g)).to.have.length(1);
  });
});

describe('what inline styles say', () => {
  it('is kept where it changes the meaning', async () => {
    expect(await bodyOf('<strike>Open 24/7</strike> closed')).to.equal('<s>Open 24/7</s> closed');
    expect(await bodyOf('<p style="text-decoration-line: line-through">Free</p>')).to.equal('<p><s>Free</s></p>');
    expect(await bodyOf('10<span style="vertical-align: super;">2</span>')).to.equal('10<sup>2</sup>');
    expect(await bodyOf('H<span style="vertical-align:sub">2</span>O')).to.equal('H<sub>2</sub>O');
  });

  it('makes nothing bold that Google Docs makes light', async () => {
    expect(await bodyOf('<b style="font-weight:normal;" id="docs-internal-guid-1"><p>Words</p></b>')).to.equal(
      '<p>Words</p>',
    );
  });
});

describe('formulas', () => {
  it('keep their meaning without MathML', async () => {
    const fraction =
      '<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msqrt><mi>c</mi><mo>-</mo><mi>d</mi></msqrt></mfrac>';
    expect(
      await bodyOf(
        `<p><math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo>${fraction}</mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>`,
      ),
    ).to.equal('<p>x<sup>2</sup>=(a+b)/(√(c-d))</p>');
  });
});

describe('what widens or covers', () => {
  it('is cut down: marks over a character, a long annotation, the height of a cell', async () => {
    expect((await wordsOf(`<p>e${'\u0301'.repeat(300)}</p>`)).length).to.be.below(12);
    expect(await bodyOf(`<p><ruby>a<rt>${'long '.repeat(20)}</rt></ruby></p>`)).not.to.include('<rt>');
    expect(await bodyOf('<ruby>a<rt>short</rt></ruby>')).to.include('<rt>short</rt>');
    expect(await bodyOf('<table><tr><td height="500000">x</td></tr></table>')).not.to.include('height');
  });
});
