const PWN = 'window.__pwned=1';

/** Hostile bodies of one line each: what they try, and the markup. `/evil` is an origin that nobody configured. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ['script', `<p>kept</p><script>${PWN}</script><script src="https://evil.invalid/x.js"></script>`],
  ['event handlers', `<img src="x" onerror="${PWN}"><details open ontoggle="${PWN}"><summary>s</summary></details>`],
  [
    'script links',
    `<a href="javascript:${PWN}">a</a><a href=" jAvA&#10;ScRiPt&#58;${PWN}">b</a><a href="vbscript:x">c</a>`,
  ],
  [
    'data link',
    `<a href="data:text/html,<script>parent.__pwned=1</script>">d</a><a href="&#xa0;javascript:${PWN}">e</a>`,
  ],
  [
    'frames',
    `<iframe src="javascript:parent.__pwned=1"></iframe><iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  ],
  [
    'foreign frame',
    '<iframe src="https://evil.invalid/frame" allow="camera"></iframe><frameset><frame src="//evil.invalid">',
  ],
  [
    'form',
    `<form action="https://evil.invalid/"><input autofocus onfocus="${PWN}"><button formaction="javascript:${PWN}">Go</button></form>`,
  ],
  [
    'style',
    '<style>body{display:none!important}</style><div style="position:fixed;inset:0" class="page-header">over</div>',
  ],
  [
    'head elements',
    '<link rel="stylesheet" href="https://evil.invalid/x.css"><meta http-equiv="refresh" content="0;url=https://evil.invalid/"><base href="https://evil.invalid/">',
  ],
  [
    'svg',
    `<svg onload="${PWN}"><script>${PWN}</script><a xlink:href="javascript:${PWN}"><text>t</text></a><use href="data:image/svg+xml;base64,PHN2Zy8+#x"/></svg>`,
  ],
  [
    'math',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${PWN}&gt;"></table></mtext></math>`,
  ],
  ['noscript', `<noscript><p title="</noscript><img src=x onerror=${PWN}>"></noscript>`],
  [
    'plugins',
    '<object data="https://evil.invalid/o.swf"><embed src="https://evil.invalid/e.swf"></object><applet code="x"></applet>',
  ],
  [
    'players',
    `<video src="x" poster="https://evil.invalid/p.png" autoplay onerror="${PWN}"></video><audio src="//evil.invalid/a.mp3" autoplay></audio>`,
  ],
  [
    'clobbering',
    '<div id="forms" name="getElementById">d</div><img name="cookie" src="x"><form name="body"><input name="childNodes"></form><a id="location" name="location">l</a>',
  ],
  [
    'template and slot',
    `<template><script>${PWN}</script></template><slot name="title">s</slot><template shadowrootmode="open"><b>b</b></template>`,
  ],
  ['custom elements', `<x-evil onclick="${PWN}" is="evil-el">words</x-evil><p is="evil-p">is</p>`],
  ['comments', `<p>c <!-- --!><img src=x onerror="${PWN}"> --></p><?marker name="m"><!a><![CDATA[x]]>`],
  [
    'pixels and trackers',
    '<img src="https://evil.invalid/t.gif" width="1" height="1" alt=""><img src="https://evil.invalid/big.jpg" alt="Big">',
  ],
  [
    'hidden candidates',
    '<img src="x" srcset="a.jpg 1h,https://evil.invalid/1 1x, https://evil.invalid/2 2x"><picture><source srcset="https://evil.invalid/3"><img src="x"></picture>',
  ],
  [
    'source on words',
    '<p src="https://evil.invalid/p" srcset="https://evil.invalid/q">kept</p><table background="https://evil.invalid/t"><tr><td>t</table>',
  ],
  [
    'own marks forged',
    '<div data-care-block="columns" role="dialog" aria-label="x" tabindex="0" contenteditable>f</div>',
  ],
  [
    'links that spy',
    '<a href="/x" ping="https://evil.invalid/" target="_blank" rel="opener" referrerpolicy="unsafe-url">l</a><area href="//evil.invalid">',
  ],
  [
    'markup that changes namespace when read again',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${PWN}&gt;"></table></mtext></math><form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${PWN}>`,
  ],
  [
    'style in SVG',
    `<svg></p><style><a id="</style><img src=1 onerror=${PWN}>"></svg><svg><style><img src=x onerror=${PWN}></style></svg>`,
  ],
  [
    'raw text',
    `<noscript><style></noscript><img src=x onerror=${PWN}></style><xmp><img src=x onerror=${PWN}></xmp><noembed><a title="</noembed><img src=x onerror=${PWN}>"></noembed><textarea><p title="</textarea><img src=x onerror=${PWN}>"></textarea><title><p title="</title><img src=x onerror=${PWN}>"></title><select><style></select><img src=x onerror=${PWN}></style></select>`,
  ],
  [
    'disguised script links',
    `<a href="java&Tab;script:${PWN}">a</a><a href="jAvA&NewLine;ScRiPt&colon;${PWN}">b</a><a href="&#1;javascript:${PWN}">c</a><a href=" \t\njavascript:${PWN}">d</a><a href="view-source:javascript:${PWN}">e</a><a href="blob:https://evil.invalid/x">f</a><a href="filesystem:https://evil.invalid/x">g</a><a href="https:javascript:${PWN}">h</a>`,
  ],
  [
    'loaders by odd attributes',
    '<img attributionsrc="https://evil.invalid/a" lowsrc="https://evil.invalid/b" dynsrc="https://evil.invalid/c" longdesc="https://evil.invalid/d" usemap="#m" src="x"><map name="m"><area href="javascript:0"></map><a attributionsrc="https://evil.invalid/e" href="/e">e</a><video poster="https://evil.invalid/f"></video><bgsound src="https://evil.invalid/g"><input type="image" src="https://evil.invalid/h"><body background="https://evil.invalid/i"><img srcset="//evil.invalid/j 1x,data:image/gif;base64,x 2x,\\\\evil.invalid/k 3x" src="\\\\evil.invalid/l"><portal src="https://evil.invalid/m"></portal><fencedframe src="https://evil.invalid/n"></fencedframe><link rel="preload" as="image" href="https://evil.invalid/o">',
  ],
  [
    'what takes the focus or the screen',
    `<p autofocus tabindex="1" onfocus="${PWN}" accesskey="x" contenteditable>p</p><dialog open>d</dialog><div popover="auto" id="pop">o</div><button popovertarget="pop" command="show-modal" commandfor="pop">b</button><details name="x" open ontoggle="${PWN}"><summary>s</summary></details><marquee onstart="${PWN}">m</marquee>`,
  ],
  [
    'names of the prototype',
    '<a id="__proto__" name="constructor">p</a><p id="care-x">x</p><p id="x">y</p><p id="hasOwnProperty">h</p><p id="ownerDocument">o</p>',
  ],
];

/** What `rewriteTags()` does not see, so that only the engine stands in the way. */
export const DISGUISED: readonly (readonly [string, string])[] = [
  ['attributes behind a quoted >', `<p title="1>0" style="position:fixed" onclick="${PWN}" data-x="1">a</p>`],
  ['an element behind a quoted <', `<p title="<b"><iframe srcdoc="a>b" src="https://evil.invalid/"></iframe></p>`],
];

/** Bodies that are only broken. */
export const BROKEN: readonly (readonly [string, string])[] = [
  ['unclosed tags', '<div><p>one<b>two<p>three<ul><li>four<table><tr><td>five'],
  ['an unclosed attribute', '<p>one</p><a href="x'],
  ['10,000 levels', `${'<div>'.repeat(10_000)}deep`],
  ['levels that end tags of other elements seem to close', `${'<div></b>'.repeat(100_000)}deep`],
  ['levels that a slash seems to close', `${'<div/>'.repeat(100_000)}deep`],
  ['10,000 templates', `<p>kept</p>${'<template>'.repeat(10_000)}`],
  ['a column without its table', '<col>one<p>two'],
  ['cells without their table', '<tr><ul><li>one</ul><td><hr>two</td>three<p>four'],
  ['nothing', ''],
  ['text only', 'a < b && c > d'],
  ['surrogates and nulls', '<p>\ud800 \u0000 &#0; &#x110000; &bogus; &amp;lt;</p>'],
];

/** Shapes of the WordPress block editor. */
export const BLOCKS = `<!-- wp:paragraph -->
<p class="has-drop-cap">Rest comes first &mdash; the plan comes second.</p>
<!-- /wp:paragraph -->
<h2 class="wp-block-heading" id="h-first-days">First days</h2>
<ul class="wp-block-list"><!-- wp:list-item --><li>Water<ul><li>Two litres</li></ul></li></ul>
<ol reversed start="4"><li>Call</li></ol>
<figure class="wp-block-image alignright size-medium"><img src="/u/garden.jpg" alt="Garden" class="wp-image-1" style="width:20px" srcset="/u/g-300.jpg 300w, /u/g.jpg 600w" sizes="100vw" width="600" height="400"/><figcaption class="wp-element-caption">The <em>garden</em></figcaption></figure>
<figure class="wp-block-pullquote"><blockquote><p>One day.</p><cite>A guest</cite></blockquote></figure>
<figure class="wp-block-table is-style-stripes"><table><thead><tr><th>Plan</th><th class="has-text-align-right" data-align="right">Hours</th></tr></thead><tbody><tr><td>IOP</td><td>9</td></tr></tbody></table><figcaption>Hours a week</figcaption></figure>
<div class="wp-block-columns"><div class="wp-block-column" style="flex-basis:66%"><p>Left</p></div><div class="wp-block-column"><p>Right</p></div></div>
<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">
<iframe title="A short film" src="https://www.youtube.com/embed/abc-123?feature=oembed" allowfullscreen></iframe>
</div></figure>
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://video.example/watch/7
</div></figure>
<figure class="wp-block-gallery has-nested-images"><figure class="wp-block-image"><img src="/u/a.jpg" alt="A"/></figure></figure>
<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="tel:+15550100">Call</a></div></div>
<details class="wp-block-details"><summary>Is it private?</summary><p>Yes.</p></details>
<figure class="wp-block-video"><video controls src="/u/tour.mp4"></video></figure>
<hr class="wp-block-separator"/><pre class="wp-block-code"><code>&lt;b&gt;[gallery]&lt;/b&gt;</code></pre>
<p>&nbsp;</p><div style="background:#eef" onclick="void 0">Plain</div>
<p>Note<sup><a href="#n1" id="n1-link">1</a></sup>, <a href="/relative/">relative</a>, <a href="#h-first-days">back</a>, <a href="https://other.invalid/" target="_blank">out</a>.</p>`;

/** Shapes of the classic editor, shortcodes left as text. */
export const CLASSIC = `<p>A first paragraph, <strong>bold</strong> [sic] and a note [1].</p>
<p>[caption id="attachment_3" align="alignleft" width="300"]<a href="/u/room.jpg"><img src="/u/room.jpg" alt="Room" width="300" height="169" /></a> The room, <em>before</em> the session[/caption]</p>
<p>[gallery ids="1,2,3" columns="3"]</p>
<p>[embed]https://video.example/watch/9[/embed]</p>
<p>[contact-form-7 id=&#8221;12&#8243; title=&#8221;Ask us&#8221;]</p>
<p>[vc_row][vc_column]Inside a page builder.[/vc_column][/vc_row] [unknown_shortcode]</p>
<blockquote>Words with <a title="t" href="https://site.example/">a link</a>.</blockquote><!--more-->`;
