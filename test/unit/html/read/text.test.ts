import { expect } from 'chai';
import { excerptOf, toText } from '../../../../src/html/read/text.js';

/** Milliseconds that a call takes; the shortest of some, because a busy machine is no fault of the code. */
const duration = (run: () => unknown): number => {
  let shortest = Infinity;
  for (let attempt = 0; attempt < 4 && shortest >= 1000; attempt++) {
    const start = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
};

describe('toText', () => {
  const cases: readonly (readonly [html: string, text: string])[] = [
    ['', ''],
    ['Plain words', 'Plain words'],
    ['  two \n\t words  ', 'two words'],
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['one<br>two<br/>three', 'one two three'],
    ['<ul><li>a</li><li>b</li></ul>', 'a b'],
    ['in<strong>fix</strong>es', 'infixes'],
    ['<em title="a > b">em</em>phasis', 'emphasis'],
    ["<a href='x>y'>link</a>", 'link'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['I <3 you', 'I <3 you'],
    ['AT&T', 'AT&T'],
    // as WordPress answers
    [
      'It&#8217;s okay to ask: &#8220;What now?&#8221; Anxiety &#038; depression &#8212; <em>plain</em> answers',
      'It’s okay to ask: “What now?” Anxiety & depression — plain answers',
    ],
    [
      '<p>Tom &#038; Jerry&#8217;s with <strong>markup</strong> &#038; entities &hellip;</p>\n',
      'Tom & Jerry’s with markup & entities …',
    ],
    ['Same slug words: “what-s” &#038; co.', 'Same slug words: “what-s” & co.'],
    // decoded once only
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&lt;b&gt;', '<b>'],
    ['&amp;amp;', '&amp;'],
    // comments and what is no text
    ['a<!-- b -->c', 'ac'],
    ['<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->', 'x'],
    ['a<!-- never closed', 'a'],
    ['a<script>alert(1)</script>b', 'ab'],
    ['a<STYLE>p{}</style >b', 'ab'],
    ['a<script>never closed', 'a'],
    ['<svg><title>x</title></svg>b', 'b'],
    ['<noscript><img src=x></noscript>b', 'b'],
    // scripts
    ['الأيام الأولى في العلاج (Detox) — دليل', 'الأيام الأولى في العلاج (Detox) — دليل'],
    ['החלמה במשפחה', 'החלמה במשפחה'],
    ['🌱 One year sober 👩‍👩‍👧‍👦 — 🇺🇸 stories', '🌱 One year sober 👩‍👩‍👧‍👦 — 🇺🇸 stories'],
    ['d&iacute;as de ni&ntilde;os &iquest;qu&eacute;? &Uuml;', 'días de niños ¿qué? Ü'],
  ];
  for (const [html, text] of cases) it(`of ${JSON.stringify(html)}`, () => expect(toText(html)).to.equal(text));

  it('keeps a no-break space', () => {
    expect(toText('10&nbsp;mg a&#160;day')).to.equal('10\u00a0mg a\u00a0day');
  });

  it('keeps a title of 400 characters whole', () => {
    const title = `${'What to expect from treatment '.repeat(14)}`.trim();
    expect(toText(title)).to.equal(title);
  });

  it('leaves nothing of hostile titles but words', () => {
    const hostile: readonly (readonly [string, string])[] = [
      ['Hostile <img src=x onerror="window.__pwned=1"><script>window.__pwned=1</script> title', 'Hostile title'],
      ['<a href="javascript:alert(1)">x</a>', 'x'],
      ['<svg onload=alert(1)>', ''],
      ['<svg/onload=alert(1)//', ''],
      ['<scr<!-- -->ipt>alert(1)</scr<!-- -->ipt>b', 'b'],
      ['<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', ''],
      ['<meta http-equiv=refresh content="0;url=//evil.example">z', 'z'],
      ['<template><img src=x onerror=alert(1)></template>t', 't'],
      ['<iframe srcdoc="<script>alert(1)</script>"></iframe>i', 'i'],
      ['a<b', 'a'],
      ['</p', ''],
      ['<?php echo 1 ?>p', 'p'],
      ['<![CDATA[<b>]]>c', ']]>c'],
    ];
    for (const [html, text] of hostile) expect(toText(html), html).to.equal(text);
  });

  const units = [
    '<a',
    '<!--',
    '<',
    '&',
    '&#',
    '&amp;',
    '<a"',
    "<a'",
    '<a b="',
    '<script',
    '</script',
    '<script>',
    '<!-->',
    ' ',
    '\u00a0',
    '&nbsp;',
    '<p>',
    '">',
    '<title><svg>',
  ];
  for (const unit of units) {
    it(`takes 1 MB of ${JSON.stringify(unit)} in less than a second`, () => {
      const html = unit.repeat(1e6 / unit.length);
      expect(duration(() => toText(html))).to.be.below(1000);
      expect(duration(() => toText(`x${html}x`))).to.be.below(1000);
    });
  }
});

describe('character references', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['&amp; &lt; &gt; &quot; &apos; &#39; &#x27;', `& < > " ' ' '`],
    ['&hellip;&ndash;&mdash;&lsquo;&rsquo;&ldquo;&rdquo;&laquo;&raquo;', '…–—‘’“”«»'],
    ['&eacute;&Eacute;&ccedil;&scaron;&aring;&euml;&ocirc;&agrave;', 'éÉçšåëôà'],
    ['&#x1F331; &#128151;', '🌱 💗'],
    ['&#0;&#xD800;&#x110000;&#99999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&unknown; &; &#; &#x; &nosemicolon', '&unknown; &; &#; &#x; &nosemicolon'],
    ['a&b;c', 'a&b;c'],
  ];
  for (const [html, text] of cases) it(`of ${JSON.stringify(html)}`, () => expect(toText(html)).to.equal(text));
});

describe('excerptOf', () => {
  it('leaves a short text alone', () => {
    expect(excerptOf('<p>Nobody arrives with a plan.</p>')).to.equal('Nobody arrives with a plan.');
    expect(excerptOf('')).to.equal('');
    expect(excerptOf('abc', 3)).to.equal('abc');
  });

  it('writes one ellipsis where the source cut the text', () => {
    for (const mark of [' [&hellip;]', ' […]', ' [...]', '...', '…', ' &hellip;']) {
      expect(excerptOf(`<p>They asked me to show up${mark}</p>\n`)).to.equal('They asked me to show up…');
    }
  });

  it('never cuts a word', () => {
    const text = 'Most people who call us have already tried to stop on their own, and that is no failure. '.repeat(9);
    const words = new Set(text.split(/[\s.,]+/));
    for (let length = 20; length < 400; length++) {
      const excerpt = excerptOf(text, length);
      expect(excerpt.length).to.be.at.most(length);
      expect(excerpt.endsWith('…')).to.equal(true);
      for (const word of excerpt.slice(0, -1).split(/[\s.,]+/))
        expect(words.has(word), `${length}: ${word}`).to.equal(true);
    }
  });

  it('ends without a blank or a comma before the ellipsis', () => {
    const text = 'One, two; three — four: five! six? seven. '.repeat(20);
    for (let length = 10; length < 120; length++) expect(excerptOf(text, length)).to.match(/[a-z]…$/);
  });

  it('never cuts an entity', () => {
    const html = 'Tom &amp; Jerry&#8217;s &ldquo;caf&eacute;&rdquo; '.repeat(30);
    for (let length = 10; length < 200; length++) expect(excerptOf(html, length)).not.to.match(/&(?![ …])|#|;/);
  });

  const parts = (text: string): Set<string> =>
    new Set([...new Intl.Segmenter().segment(text)].map(({ segment }) => segment));
  const endless: Readonly<Record<string, string>> = {
    emoji: '👩‍👩‍👧‍👦🇺🇸❤️🌱👍🏽'.repeat(80),
    Chinese: '治疗的第一周是什么样的没有人带着计划来也没有人需要计划'.repeat(20),
    Japanese: 'はじめての一週間はどのようなものでしょうか'.repeat(20),
    'one endless word': 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(20),
    'accents written apart': 'e\u0301a\u0300n\u0303'.repeat(100),
  };
  for (const [name, text] of Object.entries(endless)) {
    it(`cuts ${name} between characters as a reader sees them`, () => {
      const whole = parts(text);
      for (let length = 12; length < 300; length++) {
        const excerpt = excerptOf(text, length);
        expect(excerpt.length).to.be.within(2, length);
        for (const part of parts(excerpt.slice(0, -1))) expect(whole.has(part), `${length}: ${part}`).to.equal(true);
      }
    });
  }

  const long: Readonly<Record<string, string>> = {
    Spanish:
      'Nadie llega con un plan, y nadie lo necesita; la primera llamada suele ser la parte más difícil. ¿Qué pasa después? ',
    Arabic: 'لا أحد يصل ومعه خطة، ولا أحد يحتاج إلى خطة. المكالمة الأولى هي أصعب جزء عادةً. ',
  };
  for (const [name, sentence] of Object.entries(long)) {
    it(`cuts ${name} between words, near the limit`, () => {
      const words = new Set(sentence.trim().split(/[\s.,;:¿?]+/));
      const excerpt = excerptOf(sentence.repeat(10));
      expect(excerpt.length).to.be.within(220, 240);
      for (const word of excerpt
        .slice(0, -1)
        .trim()
        .split(/[\s.,;:¿?]+/))
        expect(words.has(word), word).to.equal(true);
    });
  }

  it('is made of markup in less than a second', () => {
    for (const unit of ['<a', '<!--', 'x ', '.', '…', '[', ' [', '👩‍👩‍👧‍👦']) {
      const html = unit.repeat(1e6 / unit.length);
      expect(
        duration(() => excerptOf(html)),
        unit,
      ).to.be.below(1000);
    }
  });

  it('cuts no-break spaces in less than a second', () => {
    const html = `x${'\u00a0'.repeat(50_000)}x`;
    expect(duration(() => excerptOf(html))).to.be.below(1000);
  });

  it('knows no reference by the name of an object\u2019s own method', () => {
    expect(toText('&constructor; &toString; &aconstructor;')).to.equal('&constructor; &toString; &aconstructor;');
  });

  it('reads the numbers of Windows-1252 as browsers do', () => {
    expect(toText('It&#146;s &#147;fine&#148; &#x85;')).to.equal('It\u2019s \u201cfine\u201d \u2026');
  });
});

describe('excerptOf() on what themes and builders leave in a teaser', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '<p>/*! elementor &#8211; v3 */ .elementor-heading-title{padding:0;margin:0}.elementor-widget .title[class*=size-]&gt;a{color:inherit} Getting help early What to expect [&hellip;]</p>',
      'Getting help early What to expect…',
    ],
    ['<p>@media (max-width:600px){.a{color:red}} p{margin:0} Words</p>', 'Words'],
    ['<p>Words .a{color:red; pad [&hellip;]</p>', 'Words'],
    ['<style>:root{}</style>:root{--a:1px} h1, h2{margin:0} Words', 'Words'],
    ['<p>Longer [mean difference=3.2 weeks] [audio src=/a.mp3] than</p>', 'Longer [mean difference=3.2 weeks] than'],
    ['<svg class="icon"/> Call <title-bar>now</title-bar><!-- a --!> &rarr;', 'Call now →'],
    ['<p>Sets {1, 2} and .NET stay</p>', 'Sets {1, 2} and .NET stay'],
    ['<p>[vc_row][vc_column width=&#8221;1/2&#8243;]Words [sic][/vc_column]</p>', 'Words [sic]'],
    [
      '<p>Words &hellip; <a href="/x" class="more-link">Continue reading<span class="screen-reader-text"> X</span></a></p>',
      'Words…',
    ],
    ['<p>Words [&hellip;] <a href="/x">Read more &raquo;</a></p>', 'Words…'],
    ['<p>Why to read more books</p>', 'Why to read more books'],
    [`<p>e${'\u0301'.repeat(300)}!</p>`, `é${'\u0301'.repeat(7)}!`],
  ];
  for (const [html, teaser] of cases) {
    it(`makes ${JSON.stringify(teaser.slice(0, 40))}`, () => {
      expect(excerptOf(html).normalize('NFC')).to.equal(teaser.normalize('NFC'));
    });
  }
});
