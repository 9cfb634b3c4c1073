/**
 * Content that was rendered before the script, on the built files: the golden files of the renderer, adopted as they stand in
 * a page. Nothing is asked of the endpoint, nothing moves, and without a script everything can be read.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { idle, startVisits, strictPolicy } from '../support/page-server.mjs';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const FOLDER = new URL('../golden/', import.meta.url);
const read = (name) => readFileSync(new URL(name, FOLDER), 'utf8');
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Every golden file as it stands in a page: its tag with all that is set on it. */
const GOLDEN = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const { tag, attributes, settings } = JSON.parse(read(name));
    const others = { ...settings };
    delete others.page;
    const written = Object.entries({ ...others, ...attributes, 'data-care-rendered': '2026-11-01T09:00:00Z' });
    const inside = read(name.replace(/json$/, 'html'));
    return {
      name: name.replace('.json', ''),
      tag,
      inside,
      html: `<${tag} ${written.map(([key, value]) => `${key}="${escaped(value)}"`).join(' ')}>${inside}</${tag}>`,
    };
  });

const SCRIPTS = {
  module: '<script type="module" src="/dist/care-widgets.js"></script>',
  classic: '<script src="/dist/care-widgets.classic.js"></script>',
};

const { site, visit } = await startVisits();
let view;

/** Pictures of the samples have no host here: the page's own policy refuses them, as it may. */
const page = (body, script, css = '<link rel="stylesheet" href="/dist/care-widgets.css">') =>
  site.add(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title>
    <meta name="viewport" content="width=device-width">${css}${script}</head><body><h1>Partner</h1>${body}<p id="end">End</p></body></html>`,
  );

const open = (url, options = {}) =>
  visit(url, {
    ...options,
    errors: true, // of pictures whose host there is none
    origins: ['https://clinic.example', 'https://cdn.clinic.example', 'https://partner.example'],
    async beforeLoad(tab, context) {
      await context.route(/^https:\/\/(?!127)/, (route) => route.abort());
      await options.beforeLoad?.(tab, context);
    },
  });

/** Those that hold the part by which they are known. */
const adopted = GOLDEN.filter(({ inside }) =>
  /data-care-part="(?:title|list|link|author|item|disclosure)/.test(inside),
);

describe('rendered HTML', () => {
  it('is there for every element, and most of it is more than the frame', () => {
    assert.equal(new Set(adopted.map(({ tag }) => tag)).size, 7);
    assert.ok(adopted.length > 25, `${adopted.length}`);
  });

  for (const [what, script] of Object.entries(SCRIPTS)) {
    for (const width of [390, 1280]) {
      it(`is adopted as it stands, without a request and without a shift: ${what}, ${width} px`, async () => {
        const body = adopted.map(({ html }) => `<section>${html}</section>`).join('\n');
        const asked = [];
        view = await open(page(body, script), {
          viewport: { width, height: 900 },
          async beforeLoad(tab) {
            tab.on('request', (request) => {
              if (/wp-json|rest_route|feed\.json/.test(request.url())) asked.push(request.url());
            });
            await tab.addInitScript(() => {
              addEventListener('DOMContentLoaded', () => {
                globalThis.before = [...document.querySelectorAll('section > *')].map((element) => [
                  element.getBoundingClientRect().height,
                  element.innerHTML,
                ]);
              });
            });
          },
        });
        await view.page.waitForFunction(() =>
          [...document.querySelectorAll('section > *')].every((element) => element.state === 'ready'),
        );
        await idle(view.page);
        const { shift, differences } = await view.page.evaluate(() => ({
          shift: globalThis.layoutShift,
          differences: [...document.querySelectorAll('section > *')].flatMap((element, index) => {
            const [height, inside] = globalThis.before[index];
            const now = element.getBoundingClientRect().height;
            return Math.abs(now - height) > 0.5 || element.innerHTML !== inside
              ? [`${element.outerHTML.slice(0, 120)}: ${height} px, then ${now}`]
              : [];
          }),
        }));
        assert.deepEqual(differences, []);
        assert.equal(shift, 0);
        assert.deepEqual(asked, []);
      });
    }
  }

  it('is adopted once the parser has read it, where the script is there before', async () => {
    const article = GOLDEN.find(({ name }) => name === 'care-article.complete');
    const asked = [];
    const release = site.hold(/\/slow\.js/);
    const inTheMiddle = article.html.replace(article.inside, `<script src="/slow.js"></script>${article.inside}`);
    assert.notEqual(inTheMiddle, article.html);
    try {
      view = await open(page(inTheMiddle, '<script type="module" async src="/dist/care-widgets.js"></script>'), {
        beforeLoad(tab) {
          tab.on('request', (request) => {
            if (/wp-json|rest_route|feed\.json/.test(request.url())) asked.push(request.url());
          });
          void tab
            .waitForFunction(() => document.querySelector('care-article:defined'))
            .then(() =>
              tab.evaluate(() => (globalThis.children = document.querySelector('care-article').childElementCount)),
            )
            .finally(release);
        },
      });
    } finally {
      release();
    }
    assert.equal(await view.page.evaluate(() => globalThis.children), 1, 'the element was there before its children');
    await view.page.waitForFunction(() => document.querySelector('care-article').state === 'ready');
    await idle(view.page);
    assert.deepEqual(asked, []);
    assert.deepEqual(view.warnings, []);
  });

  it('makes no column of a grid wider than a phone, before the script and after', async () => {
    const article = GOLDEN.find(({ name }) => name === 'care-article.complete');
    for (const script of ['', SCRIPTS.module]) {
      const body = `<div style="display: grid"><div>${article.html}</div></div>`;
      view = await open(page(body, script), { viewport: { width: 390, height: 800 } });
      if (script) await view.page.waitForFunction(() => document.querySelector('care-article').state === 'ready');
      assert.equal(await view.page.evaluate(() => document.documentElement.scrollWidth), 390);
      await view.close();
    }
  });

  it('can be read without any script, and without care-widgets.css', async () => {
    const body = adopted.map(({ html }) => `<section>${html}</section>`).join('\n');
    view = await open(page(body, '', ''), { javaScriptEnabled: false });
    for (const words of ['What is an IOP?', 'By Jane Roe, MS, LPC', 'Nine hours a week'])
      assert.ok(await view.page.getByText(words).first().isVisible(), words);
  });

  it('keeps the space without a script, as it does with one, and is no wider than the page', async () => {
    const body = adopted.map(({ html }) => html).join('\n');
    for (const width of [320, 1280]) {
      const ends = [];
      for (const script of ['', SCRIPTS.module]) {
        view = await open(page(body, script), { viewport: { width, height: 900 } });
        await view.page.waitForFunction(
          (isScripted) => !isScripted || document.querySelector('care-article').state === 'ready',
          !!script,
        );
        await idle(view.page);
        const [widest, end] = await view.page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.querySelector('#end').offsetTop,
        ]);
        assert.ok(widest <= width, `${widest} px in ${width}`);
        ends.push(end);
        await view.close();
      }
      assert.equal(ends[0], ends[1], `in ${width} px the page is as high without a script as with one`);
    }
  });

  it('lies as the layout says: small titles in a row of the list, no excerpt beside a small picture', async () => {
    const { html } = GOLDEN.find(({ name }) => name === 'care-article-card.complete');
    const layouts = ['vertical', 'horizontal', 'compact'];
    const cards = layouts.map((layout) => html.replace('<care-article-card', `$& layout="${layout}"`));
    view = await open(page(cards.join('\n'), ''), { viewport: { width: 390, height: 900 } });
    const looks = await view.page.evaluate(() =>
      [...document.querySelectorAll('care-article-card')].map((card) => {
        const style = (part) => getComputedStyle(card.querySelector(`[data-care-part=${part}]`));
        return [card.getAttribute('layout'), style('title').fontSize, style('excerpt').display === 'none'];
      }),
    );
    assert.deepEqual(looks, [
      ['vertical', '19px', false],
      ['horizontal', '16px', true],
      ['compact', '16px', false],
    ]);
  });

  it('has every line of an English card on the right of a page that reads from right to left, with room for the dots', async () => {
    const { html } = GOLDEN.find(({ name }) => name === 'care-article-card.complete');
    const reviewed = '<p data-care-part="reviewed" dir="auto" lang="en">Reviewed by a doctor of medicine</p>';
    const long = html
      .replace(/(data-care-part="excerpt"[^>]*>)/, `$1${'Home every night. '.repeat(30)}`)
      .replace(/(data-care-part="foot">)/, `$1${reviewed}`);
    for (const dir of ['rtl', 'ltr']) {
      view = await open(page(`<div dir="${dir}" style="width: 13em">${long}</div>`, ''));
      const { content, excerpt, lines } = await view.page.evaluate(() => {
        const boxOf = (name) => document.querySelector(`[data-care-part=${name}]`).getBoundingClientRect();
        return {
          content: boxOf('title').toJSON(),
          excerpt: boxOf('excerpt').toJSON(),
          lines: [...document.querySelectorAll('[data-care-part=content] p, h2, time')].flatMap((line) => {
            const words = document.createRange();
            words.selectNodeContents(line);
            const rects = [...words.getClientRects()].filter(({ width }) => width > 0);
            const tops = [...new Set(rects.map(({ bottom }) => Math.round(bottom / 8)))].slice(0, 3);
            return tops.map((top) => {
              const ofLine = rects.filter(({ bottom }) => Math.round(bottom / 8) === top);
              const of = `${line.dataset.carePart}: ${line.textContent.slice(0, 20)}`;
              return [of, Math.min(...ofLine.map((r) => r.left)), Math.max(...ofLine.map((r) => r.right))];
            });
          }),
        };
      });
      assert.ok(lines.length > 6, `${lines.length} lines`);
      for (const [of, left, right] of lines) {
        const off = dir === 'rtl' ? content.right - right : left - content.left;
        assert.ok(Math.abs(off) < 6, `${dir}, ${of}: ${off} px`);
      }
      assert.ok(Math.abs(excerpt.left - content.left) < 1, 'its lines are as wide as the title');
      assert.ok(Math.abs(excerpt.right - content.right - 12) < 1, 'the dots have room');
      await view.close();
    }
  });

  it('shows the whole teaser of an article, of which a card shows three lines', async () => {
    const bodies = ['care-article.excerpt-only', 'care-article-card.complete'].map((wanted) =>
      GOLDEN.find(({ name }) => name === wanted).html.replace(
        /(data-care-part="excerpt"[^>]*>)/,
        `$1${'Home every night. '.repeat(30)}`,
      ),
    );
    view = await open(page(bodies.join('\n'), ''), { viewport: { width: 390, height: 900 } });
    const hidden = await view.page
      .locator('[data-care-part=excerpt]')
      .evaluateAll((all) => all.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
    assert.equal(hidden[0], 0, `${hidden[0]} px of the teaser cannot be read`);
    assert.ok(hidden[1] > 0);
  });

  it('works under the strict policy', async () => {
    const body = adopted.map(({ html }) => html.replace(/https:\/\/clinic\.example\/uploads/g, '/uploads')).join('\n');
    const url = site.add(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title><link rel="stylesheet" href="/dist/care-widgets.css">${SCRIPTS.module}</head><body>${body}</body></html>`,
      { 'content-security-policy': strictPolicy(site.endpointOrigin) },
    );
    view = await visit(url, { errors: true });
    await view.page.waitForFunction(() =>
      [...document.querySelectorAll('[data-care-rendered]')].every((element) => element.state === 'ready'),
    );
  });

  it('fills a card with its picture, and types in the search in plain letters, on a page with a theme’s rules for pictures', async () => {
    const theme =
      '<link rel="stylesheet" href="/dist/care-widgets.css"><style>img { max-width: 100%; height: auto }</style>';
    const body = adopted.filter(({ tag }) => /card|list/.test(tag)).map(({ html }) => html);
    view = await open(page(body.join('\n'), '', theme), { viewport: { width: 390, height: 900 } });
    const { frames, weights } = await view.page.evaluate(() => ({
      frames: [...document.querySelectorAll('[data-care-part=frame]')].map((frame) =>
        [frame, frame.querySelector('img')].map((element) => {
          const { width, height } = element.getBoundingClientRect();
          return [width, height].map(Math.round).join(' x ');
        }),
      ),
      weights: [...document.querySelectorAll('input')].map((input) => getComputedStyle(input).fontWeight),
    }));
    assert.ok(frames.length > 4, `${frames.length} pictures`);
    for (const [frame, picture] of frames) assert.equal(picture, frame);
    assert.deepEqual([...new Set(weights)], ['400']);
  });

  it('has headings of 14 px at least, questions that lie as close as a list, and the next review in the grey of what is secondary', async () => {
    const { inside } = GOLDEN.find(({ name }) => name === 'care-article.trust');
    const { inside: accordion } = GOLDEN.find(({ name }) => name === 'care-benefits.accordion');
    view = await open(
      page(
        `<care-article data-care-rendered>${inside}</care-article><care-benefits data-care-rendered>${accordion}</care-benefits>`,
        '',
      ),
    );
    const { small, row, colors } = await view.page.evaluate(() => {
      const part = (name) => document.querySelector(`[data-care-part~='${name}']`);
      return {
        small: [...document.querySelectorAll('[data-care-part] :is(h1, h2, h3, h4, h5, h6)')]
          .filter((heading) => parseFloat(getComputedStyle(heading).fontSize) < 14)
          .map(({ textContent }) => textContent),
        row: document.querySelector('[data-care-part~=faq] details').getBoundingClientRect().height,
        colors: ['next-review', 'facts', 'reviewer'].map((name) => getComputedStyle(part(name)).color),
      };
    });
    assert.deepEqual(small, []);
    assert.ok(row >= 43 && row <= 64, `${row} px`);
    const [next, facts, reviewer] = colors;
    assert.equal(next, facts);
    assert.notEqual(next, reviewer);
  });

  const SHEETS = ['care-widgets', 'care-widgets.looks']
    .map((name) => `<link rel="stylesheet" href="/dist/${name}.css">`)
    .join('');
  const GROUNDS = {
    light:
      'a { color: #00468b } p, li, td { color: #222 } th, tr { background: #f3f3f3 } h1, h2, h3, h4, h5, h6 { color: #111 }',
    dark: 'body { background: #1c1c1c; color: #eee } a { color: #9cf } p, li, td { color: #ddd } h1, h2, h3, h4, h5, h6 { color: #fff }',
  };
  const dressedIn = (settings, dress) =>
    `<care-config ${settings}>${adopted.map(({ html }) => html.replace('data-care-rendered=', `data-care-dress="${dress}" $&`)).join('\n')}</care-config>`;
  for (const [settings, dress] of [
    ['', ''],
    ['theme="dark"', 'dark'],
    ['theme="light"', 'light'],
    ['look="calm" density="roomy"', 'calm roomy'],
    ['look="editorial"', 'editorial'],
    ['theme="dark" look="clinical"', 'dark clinical'],
  ]) {
    it(`can be read, before the script and after, with ${settings || 'no setting'}, whatever colours the page has`, async () => {
      for (const [ground, css] of Object.entries(GROUNDS)) {
        for (const script of ['', SCRIPTS.module]) {
          const head = `${SHEETS}<style>${css}</style>`;
          view = await open(page(dressedIn(settings, dress), script, head));
          if (script)
            await view.page.waitForFunction(() =>
              [...document.querySelectorAll('[data-care-rendered]')].every(({ state }) => state === 'ready'),
            );
          await view.page.evaluate(AXE);
          const unreadable = await view.page.evaluate(async () => {
            // of lists and tables the first rows: the others are the same
            const context = { exclude: ['tbody tr:nth-child(n+3)', 'li:nth-child(n+4)'] };
            const { violations } = await globalThis.axe.run(context, { runOnly: ['color-contrast'] });
            return violations.flatMap(({ nodes }) =>
              nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`),
            );
          });
          assert.deepEqual(unreadable, [], `on a ${ground} page, ${script ? 'after' : 'before'} the script`);
          await view.close();
        }
      }
    });
  }

  it('follows a page that switches its theme and its look', async () => {
    const samples = ['care-article-card.complete', 'care-article.complete', 'care-post-nav.both'].map((wanted) =>
      GOLDEN.find(({ name }) => name === wanted).html.replace('data-care-rendered=', 'data-care-dress="light" $&'),
    );
    view = await open(page(`<care-config theme="light">${samples.join('')}</care-config>`, SCRIPTS.module, SHEETS));
    await view.page.waitForFunction(() =>
      [...document.querySelectorAll('[data-care-rendered]')].every(({ state }) => state === 'ready'),
    );
    const colors = await view.page.evaluate(async () => {
      Object.assign(document.querySelector('care-config'), { theme: 'dark', look: 'editorial' });
      const rendered = [...document.querySelectorAll('[data-care-rendered]')];
      await document.querySelector('care-config').updateComplete;
      await Promise.all(rendered.map(({ updateComplete }) => updateComplete));
      return rendered.map((element) => [
        getComputedStyle(element).backgroundColor,
        getComputedStyle(element.querySelector('[data-care-part=title]')).fontWeight,
      ]);
    });
    assert.deepEqual(colors, Array(3).fill(['rgb(18, 18, 18)', '500']));
  });

  it('can be read in a theme that only the script knows of, without the sheet for looks', async () => {
    const { html } = GOLDEN.find(({ name }) => name === 'care-article-card.complete');
    view = await open(page(`<care-config theme="dark">${html}</care-config>`, SCRIPTS.module));
    await view.page.waitForFunction(() => document.querySelector('care-article-card').state === 'ready');
    const colors = await view.page.evaluate(() => {
      const card = document.querySelector('care-article-card');
      const words = card.querySelector('[data-care-part=excerpt]');
      return [getComputedStyle(card).backgroundColor, getComputedStyle(words).color];
    });
    assert.deepEqual(colors, ['rgb(18, 18, 18)', 'rgb(255, 255, 255)']);
  });

  it('has the ground of a theme before the script, and room around the words on it', async () => {
    const samples = ['care-article-card.complete', 'care-article.complete'].map(
      (wanted) => GOLDEN.find(({ name }) => name === wanted).html,
    );
    for (const [dress, ofPage, ground, words] of [
      ['dark', 'light', 'rgb(18, 18, 18)', 'rgb(255, 255, 255)'],
      ['light', 'dark', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
    ]) {
      const dressed = samples.map((html) => html.replace('data-care-rendered=', `data-care-dress="${dress}" $&`));
      const css = `:root { color-scheme: ${ofPage} } body { color: #777 }`;
      view = await open(page(dressed.join(''), '', `${SHEETS}<style>${css}</style>`));
      const looks = await view.page.locator('[data-care-rendered]').evaluateAll((all) =>
        all.map((element) => {
          const { backgroundColor, color, paddingInlineStart } = getComputedStyle(element);
          return [backgroundColor, color, paddingInlineStart];
        }),
      );
      assert.deepEqual(looks, [
        [ground, words, '0px'], // a card has an edge of its own
        [ground, words, '16px'],
      ]);
      await view.close();
    }
  });

  it('wears a look as the element does that renders itself', async () => {
    const { html } = GOLDEN.find(({ name }) => name === 'care-article-card.complete');
    const dressed = html.replace('data-care-rendered=', 'data-care-dress="editorial roomy" $&');
    view = await open(page(dressed, '', SHEETS));
    const worn = await view.page.evaluate(() => {
      const style = (part) => getComputedStyle(document.querySelector(`[data-care-part~=${part}]`));
      return [
        style('card').backgroundColor,
        style('card').borderRadius,
        style('excerpt').color,
        style('title').fontWeight,
        style('eyebrow').textTransform,
        style('content').paddingInlineStart,
      ];
    });
    assert.deepEqual(worn, ['rgb(255, 255, 255)', '0px', 'rgb(29, 27, 24)', '500', 'uppercase', '30px']);
    await view.close();
    const article = GOLDEN.find(({ name }) => name === 'care-article.spanish').html;
    for (const [css, weight] of [
      ['', '500'],
      ['h3 { font-weight: 800 }', '800'],
    ]) {
      const inLook = article.replace('data-care-rendered=', 'data-care-dress="editorial" $&');
      view = await open(page(inLook, '', `${SHEETS}<style>${css}</style>`));
      const headings = view.page.locator('[data-care-part=body] h3');
      const weights = await headings.evaluateAll((all) => all.map((heading) => getComputedStyle(heading).fontWeight));
      assert.deepEqual([...new Set(weights)], [weight], css || 'the look’s');
      if (!css) await view.close();
    }
  });

  it('has lines to press that a thumb hits, and on paper the address of each card’s article', async () => {
    view = await open(page(adopted.map(({ html }) => html).join('\n'), ''), { viewport: { width: 390, height: 900 } });
    const heights = await view.page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return [...document.querySelectorAll('[data-care-rendered] summary, [data-care-part=toc-link]')].map(
        (line) => line.getBoundingClientRect().height,
      );
    });
    assert.ok(heights.length > 4, `${heights.length} lines`);
    assert.ok(Math.min(...heights) >= 40, `${Math.min(...heights)} px`);
    await view.page.emulateMedia({ media: 'print' });
    const links = await view.page.locator('[data-care-part=card] [data-care-part=link]').evaluateAll((all) =>
      all.map((link) => {
        const { content, position } = getComputedStyle(link, '::after');
        return { content, position, href: link.getAttribute('href') };
      }),
    );
    assert.ok(links.length > 4, `${links.length} cards`);
    for (const { content, position, href } of links) assert.deepEqual([content, position], [`"${href}"`, 'static']);
  });
});
