// What a visitor sees and can reach: space held, narrow screens, large text, forced colours, no motion, the keyboard.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startVisits } from '../support/page-server.mjs';

const { site, visit } = await startVisits();
let view;
let endpoint;

const open = async (body, { css = '', mode = 'ok', doctype = '<!doctype html>', ...options } = {}) => {
  endpoint = site.newSite();
  await fetch(`${endpoint}/_mode?to=${mode}`);
  const html = `${doctype}<html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <meta name="viewport" content="width=device-width"><style>body { margin: 1em; font-family: sans-serif } ${css}</style>
    <script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint}"></script></head><body>${body}</body></html>`;
  view = await visit(site.add(html), options);
};
const release = () => fetch(`${endpoint}/_release`);
const twoFrames = () =>
  view.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const LAYOUTS = ['vertical', 'horizontal', 'compact'];
const card = (attributes = '') => `<care-article-card slug="post-1" ${attributes}></care-article-card>`;
const ALL = LAYOUTS.map((layout) => card(`layout="${layout}"`)).join('');

describe('nothing shifts', () => {
  for (const layout of LAYOUTS) {
    it(`while a ${layout} card of a given size loads`, async () => {
      await open(`${card(`layout="${layout}"`)}<p>What follows</p>`, {
        mode: 'hold',
        css: 'care-article-card { display: block; inline-size: 22em; block-size: 30em }',
      });
      await view.cards(1, 'loading');
      await view.page.locator('[part~=skeleton]').waitFor();
      await twoFrames();
      await release();
      await view.cards(1);
      await twoFrames();
      assert.equal(await view.page.evaluate(() => globalThis.layoutShift), 0);
    });
  }
});

describe('next to nothing shifts', () => {
  for (const tag of ['care-article', 'care-benefits']) {
    for (const width of [390, 1280]) {
      it(`where a ${tag} comes, at ${width} px`, async () => {
        await open(`<${tag} slug="post-1"></${tag}><p>What follows</p>`, {
          mode: 'hold',
          viewport: { width, height: 800 },
        });
        await view.page.locator('[part~=skeleton]').waitFor();
        await twoFrames();
        const before = await view.page.evaluate(() => globalThis.layoutShift); // of the skeleton itself
        await release();
        await view.page.waitForFunction((name) => document.querySelector(name).state === 'ready', tag);
        await twoFrames();
        const shift = (await view.page.evaluate(() => globalThis.layoutShift)) - before;
        assert.ok(shift <= 0.02, `${shift}`);
      });
    }
  }
});

/** How far what follows an element moves where its content fails. */
const shiftOfFailure = async (element, viewport) => {
  await open(`${element}<p>What follows</p>`, { mode: 'hold', errors: true, viewport });
  await view.page.locator('[part~=skeleton]').first().waitFor();
  await twoFrames();
  const before = await view.page.evaluate(() => globalThis.layoutShift); // what the empty tag gave way to
  await fetch(`${endpoint}/_mode?to=500`);
  await release();
  await view.page.locator('[part=retry]').waitFor();
  await twoFrames();
  return (await view.page.evaluate(() => globalThis.layoutShift)) - before;
};

describe('nothing jumps up where a list fails', () => {
  for (const [what, viewport] of [
    ['a phone, whose edge it reaches beyond', { width: 390, height: 800 }],
    ['a window that shows all of it', { width: 1280, height: 3000 }],
  ]) {
    it(what, async () => {
      const shift = await shiftOfFailure('<care-article-list></care-article-list>', viewport);
      assert.ok(shift <= 0.02, `${shift}`);
      const { y, height } = await view.page.locator('[part=problem]').boundingBox();
      assert.ok(y + height >= Math.min(viewport.height, 700), `${y + height}`);
    });
  }
});

describe('what follows stays where categories fail', () => {
  for (const layout of ['inline', 'list']) {
    for (const width of [320, 390, 1280]) {
      it(`${layout}, at ${width} px`, async () => {
        const viewport = { width, height: 800 };
        const shift = await shiftOfFailure(`<care-categories layout="${layout}"></care-categories>`, viewport);
        assert.ok(shift <= 0.02, `${shift}`);
      });
    }
  }
});

describe('a page without a doctype', () => {
  it('has a lone card as high as its words, not as the window', async () => {
    const viewport = { width: 400, height: 2000 };
    await open(card(), { doctype: '', viewport });
    await view.cards(1);
    assert.equal(await view.page.evaluate(() => document.compatMode), 'BackCompat');
    const { height } = await view.page.locator('care-article-card').boundingBox();
    assert.ok(height > 50 && height < 1000, `${height}`);
  });
});

describe('narrow and large', () => {
  for (const [what, options] of [
    ['320 px', { viewport: { width: 320, height: 600 } }],
    ['1280 px at 400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
    ['text of 32 px at 320 px', { viewport: { width: 320, height: 600 }, css: 'body { font-size: 32px; margin: 0 }' }],
  ]) {
    it(`${what}: nothing to scroll sideways, also with a title of 400 characters`, async () => {
      await open(
        `${ALL}<care-article-card slug="long"></care-article-card>${card('slug="long" layout="compact"')}`,
        options,
      );
      await view.cards(5);
      const [width, screen] = await view.page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(width <= screen, `${width} > ${screen}`);
      const cut = await view.page.evaluate(() =>
        [...document.querySelectorAll('care-article-card')].flatMap(({ shadowRoot }) =>
          [...shadowRoot.querySelectorAll('[part=title], [part=date]')]
            .filter(
              (part) => part.getBoundingClientRect().right > innerWidth + 1 || part.scrollWidth > part.clientWidth + 1,
            )
            .map((part) => part.textContent),
        ),
      );
      assert.deepEqual(cut, []);
    });
  }

  it('320 px: an article with contents makes no column of a grid wider than the page', async () => {
    await open('<div><care-article slug="post-1" with-toc></care-article></div>', {
      viewport: { width: 320, height: 600 },
      css: 'body { display: grid }',
    });
    await view.page.waitForFunction(() => document.querySelector('care-article').state === 'ready');
    assert.equal(await view.page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  it('text of 32 px at 320 px: the field of a search has room for a word, beside its button or above it', async () => {
    await open('<care-article-list with-search></care-article-list>', {
      viewport: { width: 320, height: 600 },
      css: 'body { font-size: 32px; margin: 16px }',
    });
    const [input, button] = await Promise.all(
      ['input', 'submit'].map((part) => view.page.locator(`[part=search] [part=${part}]`).boundingBox()),
    );
    assert.ok(input.width >= 200, `${input.width} px`);
    assert.ok(button.y >= input.y + input.height || button.x >= input.x + input.width, 'they do not overlap');
  });

  it('text of 32 px at 320 px: words stay whole, beside the picture or below it', async () => {
    await open(ALL, { viewport: { width: 320, height: 600 }, css: 'body { font-size: 32px; margin: 16px }' });
    await view.cards(3);
    // the words of this trade are long
    await view.page.evaluate(async () => {
      const card = document.querySelector('care-article-card');
      const none = { authors: [], reviewers: [], categories: [{ name: 'Treatment', slug: 't' }] };
      card.article = { ...none, slug: 'long', url: document.baseURI, title: 'Intensive outpatient program' };
      await card.updateComplete;
    });
    const broken = await view.page.evaluate(() =>
      [...document.querySelectorAll('care-article-card')].flatMap(({ layout, shadowRoot }) => {
        const all = document.createTreeWalker(shadowRoot.querySelector('[part=link]'), NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node; (node = all.nextNode());)
          for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(`${layout}: ${word}`);
          }
        return found;
      }),
    );
    assert.deepEqual(broken, []);
  });

  it('text of 32 px at 320 px, in Spanish: hours of a clinic stay within its card, and "Llamar" stays whole', async () => {
    await open(
      `<care-contact locale="es" phone="+1-512-555-0142" crisis-region="us" time-zone="America/Chicago"
        hours="Mo-We 09:00-12:00,13:00-20:00; Th-Fr 08:00-18:30; PH off"></care-contact>`,
      { viewport: { width: 320, height: 600 }, css: 'body { font-size: 32px; margin: 16px }' },
    );
    await view.page.getByRole('link', { name: 'Llamar al 988' }).waitFor();
    const [over, broken] = await view.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('care-contact');
      const within = shadowRoot.querySelector('[part=hours]').getBoundingClientRect().right + 1;
      const isBroken = (link) => {
        const all = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
        for (let node; (node = all.nextNode());) {
          const at = node.data.indexOf('Llamar');
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 'Llamar'.length);
          return range.getClientRects().length > 1;
        }
        return true;
      };
      return [
        [...shadowRoot.querySelectorAll('dt, dd')].filter((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect().right > within;
        }).length,
        [...shadowRoot.querySelectorAll('[part=crisis-buttons] > a[href^=tel]')].map(isBroken),
      ];
    });
    assert.equal(over, 0);
    assert.deepEqual(broken, [false]);
  });

  for (const size of [16, 32]) {
    it(`the failure too, with text of ${size} px: words and the name of the site stay within the frame`, async () => {
      const css = `body { font-size: ${size}px; margin: 16px }`;
      await open(card(), { mode: '500', errors: true, viewport: { width: 320, height: 600 }, css });
      await view.page.locator('[part=retry]').waitFor();
      assert.ok(await view.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      const { width, height } = await view.page.locator('[part=retry]').boundingBox();
      assert.ok(width >= 24 && height >= 24, `${width} x ${height}`);
      const [frame, link] = await Promise.all(
        ['problem', 'source'].map((part) => view.page.locator(`[part=${part}]`).boundingBox()),
      );
      assert.ok(link.x + link.width < frame.x + frame.width, `${link.x} + ${link.width}`);
    });
  }
});

describe('a visitor’s own settings', () => {
  it('forced colours: frame, text and link stay to be seen', async () => {
    await open(ALL, { forcedColors: 'active' });
    await view.cards(3);
    const { border, color, background } = await view.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('care-article-card');
      const style = (part) => getComputedStyle(shadowRoot.querySelector(`[part~="${part}"]`));
      return {
        border: style('card').borderTopStyle,
        color: style('link').color,
        background: getComputedStyle(document.body).backgroundColor,
      };
    });
    assert.equal(border, 'solid');
    assert.notEqual(color, background);
    assert.ok((await view.page.screenshot()).length > 1000);
  });

  for (const [forcedColors, isSeen] of [
    ['none', false],
    ['active', true],
  ]) {
    it(`let everybody read how fast to act, which colours tell otherwise: forced colours ${forcedColors}`, async () => {
      const signs = '<ul><li>cannot be woken</li></ul>';
      await open(
        `<care-urgent level="emergency" heading="Call 911 if someone:" reviewer="A. Osei, MD" reviewed-on="2026-11-19">${signs}</care-urgent>`,
        { forcedColors },
      );
      const meaning = view.page.getByText('Immediate action required:');
      await meaning.waitFor({ state: 'attached' });
      const isReadable = async () => {
        const { width, height } = await meaning.boundingBox();
        return width > 100 && height > 14;
      };
      assert.equal(await isReadable(), isSeen);
      await view.page.emulateMedia({ media: 'print' });
      assert.equal(await isReadable(), true); // many printers have one colour
    });
  }

  it('text of 200 % on a small screen: the words of an emergency stay whole', async () => {
    await open(
      '<care-urgent level="emergency" heading="Call an ambulance if someone:" reviewer="A. Osei, MD" reviewed-on="2026-11-19"><ul><li>x</li></ul></care-urgent>',
      { viewport: { width: 320, height: 600 }, css: 'body { font-size: 32px; margin: 16px }' },
    );
    const title = view.page.locator('care-urgent [part=title]');
    await title.waitFor();
    const lines = await title.evaluate((heading) => {
      const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      while (!texts.nextNode().data.includes('ambulance'));
      const text = texts.currentNode;
      const at = text.data.indexOf('ambulance');
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 'ambulance'.length);
      return range.getClientRects().length;
    });
    assert.equal(lines, 1);
  });

  it('forced colours: what is drawn in place of a picture stays to be seen', async () => {
    await open('<care-article-list></care-article-list>', { forcedColors: 'active' });
    await view.page.locator('care-article-list [part=link]').first().waitFor();
    const drawing = await view.page.evaluate(() => {
      const image = { url: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=', alt: '', sources: [] };
      const list = document.querySelector('care-article-list');
      const article = { title: 'A', slug: 'a', authors: [], reviewers: [], categories: [] };
      list.articles = [
        { ...article, image },
        { ...article, slug: 'b' },
      ];
      return list.updateComplete.then(
        () => getComputedStyle(list.shadowRoot.querySelector('[part=placeholder]')).backgroundImage,
      );
    });
    assert.match(drawing, /radial-gradient/);
  });

  for (const attributes of ['', 'look="calm"', 'look="calm" theme="dark"']) {
    it(`more contrast: faint words and edges get the text’s colour${attributes && `, with ${attributes}`}`, async () => {
      await open(card(attributes), { css: 'body { --care-color-border: #ddd; --care-color-muted: #666 }' });
      await view.cards(1);
      await view.page.waitForFunction(
        (hasLook) => !hasLook || document.querySelector('care-article-card').shadowRoot.adoptedStyleSheets.length > 4,
        attributes.includes('look'),
      );
      const colors = async (contrast) => {
        await view.page.emulateMedia({ contrast });
        return view.page.evaluate(() => {
          const { shadowRoot } = document.querySelector('care-article-card');
          const style = (part) => getComputedStyle(shadowRoot.querySelector(`[part~="${part}"]`));
          return [style('card').borderTopColor, style('foot').color, style('card').color];
        });
      };
      const [border, foot, text] = await colors('more');
      assert.deepEqual([border, foot], [text, text]);
      assert.deepEqual((await colors('no-preference')).slice(0, 2), ['rgb(221, 221, 221)', 'rgb(102, 102, 102)']);
    });
  }

  for (const [reducedMotion, count] of [
    ['reduce', 0],
    ['no-preference', 1],
  ]) {
    it(`motion ${reducedMotion}: ${count} animations without end while loading`, async () => {
      await open(card(), { mode: 'hold', reducedMotion });
      await view.page.locator('[part~=skeleton]').waitFor();
      await twoFrames();
      const running = await view.page.evaluate(
        () =>
          document
            .querySelector('care-article-card')
            .shadowRoot.getAnimations()
            .filter(({ effect }) => effect.getTiming().iterations === Infinity).length,
      );
      assert.equal(running, count);
      await release();
      await view.cards(1);
    });
  }

  it('dark page: the text follows the page', async () => {
    await open(card(), { css: 'body { background: #111; color: #eee }' });
    await view.cards(1);
    const color = await view.page.evaluate(
      () =>
        getComputedStyle(document.querySelector('care-article-card').shadowRoot.querySelector('[part=title]')).color,
    );
    assert.equal(color, 'rgb(238, 238, 238)');
  });
});

describe('the keyboard', () => {
  it('reaches the one link of each card, with a ring around the card, and follows it', async () => {
    await open(`<a href="#before">Before</a>${card()}<care-article-card slug="post-2"></care-article-card>`);
    await view.cards(2);
    const focused = () => view.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
    await view.page.keyboard.press('Tab');
    await view.page.keyboard.press('Tab');
    assert.equal(await focused(), 'Post 1');
    const ring = await view.page.evaluate(() => {
      const card = document.querySelector('care-article-card');
      const frame = card.shadowRoot.querySelector('[part=card]');
      const { outlineStyle, outlineWidth } = getComputedStyle(frame);
      return { outlineStyle, width: parseFloat(outlineWidth), around: frame.offsetWidth / card.offsetWidth };
    });
    assert.equal(ring.outlineStyle, 'solid');
    assert.ok(ring.width >= 2, `${ring.width} px`);
    assert.ok(ring.around > 0.95, `around ${ring.around} of the card's width`);
    await view.page.keyboard.press('Tab');
    assert.equal(await focused(), 'Post 2');
    await view.page.evaluate(() =>
      document.addEventListener('care-navigate', (event) => {
        event.preventDefault();
        globalThis.navigatedTo = event.url;
      }),
    );
    await view.page.keyboard.press('Enter');
    assert.equal(await view.page.evaluate(() => globalThis.navigatedTo), `${endpoint}/post-2/`);
  });

  it('is seen in forms and accordions where the page hides the focus of everything', async () => {
    await open(
      `<care-newsletter action="/sign-up" protocol="json" consent="required" privacy-url="/p"></care-newsletter>
      <care-benefits layout="accordion" with-comparison with-faq></care-benefits>`,
      {
        css: ':focus, input:focus, a:focus, button:focus, summary:focus, select:focus { outline: 0 !important; box-shadow: none !important }',
      },
    );
    await view.page.locator('select').waitFor();
    const stops = [];
    for (;;) {
      await view.page.keyboard.press('Tab');
      const stop = await view.page.evaluate(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return { name: element.localName, ring: `${outlineStyle} ${outlineWidth}`, hasGap: boxShadow !== 'none' };
      });
      if (stop.name === 'body') break;
      stops.push(stop.name);
      assert.equal(stop.ring, 'solid 3px', stop.name);
      // the ring of a filled button is of the page's own colour, and seen by its gap
      if (stop.name === 'button') assert.ok(stop.hasGap);
    }
    assert.deepEqual([...new Set(stops)], ['input', 'a', 'button', 'summary', 'select']);
  });

  it('reaches "Try again", and stays where it was used', async () => {
    await open(card(), { mode: '500', errors: true });
    await view.page.locator('[part=retry]').waitFor();
    await view.page.keyboard.press('Tab');
    await fetch(`${endpoint}/_mode?to=ok`);
    await view.page.keyboard.press('Enter');
    await view.cards(1);
    await twoFrames();
    assert.equal(
      await view.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part')),
      'link',
    );
  });

  it('is not the only way: a click anywhere on the card follows the link', async () => {
    await open(card());
    await view.cards(1);
    await view.page.evaluate(() =>
      document.addEventListener('care-navigate', (event) => {
        event.preventDefault();
        globalThis.navigatedTo = event.url;
      }),
    );
    await view.page.locator('care-article-card').click({ position: { x: 40, y: 40 } });
    assert.equal(await view.page.evaluate(() => globalThis.navigatedTo), `${endpoint}/post-1/`);
  });
});

describe('a hostile page', () => {
  const HOSTILE =
    'text-transform: uppercase; letter-spacing: 1em; font-style: italic; text-align: right; text-indent: 4em; white-space: pre; visibility: visible';
  for (const where of ['html', 'body', '*']) {
    it(`does not bend the card by what it sets on ${where}`, async () => {
      await open(card(), { css: `${where} { ${HOSTILE} } html { font-size: 5px } body { font-size: 16px }` });
      await view.cards(1);
      const style = await view.page.evaluate(() => {
        const { textTransform, letterSpacing, fontStyle, textAlign, textIndent, whiteSpace, fontSize } =
          getComputedStyle(document.querySelector('care-article-card').shadowRoot.querySelector('[part=excerpt]'));
        return { textTransform, letterSpacing, fontStyle, textAlign, textIndent, whiteSpace, fontSize };
      });
      assert.deepEqual(style, {
        textTransform: 'none',
        letterSpacing: 'normal',
        fontStyle: 'normal',
        textAlign: 'left', // what the card's own `start` comes to in this page: `match-parent`
        textIndent: '0px',
        whiteSpace: 'normal',
        fontSize: '16px',
      });
    });
  }
});
