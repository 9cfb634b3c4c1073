// care-contact in strangers' pages: what it loads, without scripts, under a strict policy, and as it is heard.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { startVisits, strictPolicy } from '../support/page-server.mjs';

const { site, visit } = await startVisits();
let view;

const FULL = `<care-contact heading="Call or write" phone="+1-512-555-0142" phone-label="(512) 555-0142" email="hello@clinic.example"
  hours="24/7" crisis-region="us" license-text="License 0000"><a href="tel:+15125550142">Call (512) 555-0142</a></care-contact>`;

const open = (
  body,
  { lang = 'en', endpoint = site.newSite(), policy = strictPolicy(site.endpointOrigin), ...options } = {},
) => {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Host</title><meta name="viewport" content="width=device-width">
    <script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint}"></script></head><body>${body}</body></html>`;
  return visit(site.add(html, policy ? { 'content-security-policy': policy } : {}), options);
};
const shown = (part) =>
  view.page.waitForFunction(
    (name) => document.querySelector('care-contact').shadowRoot?.querySelector(`[part=${name}]`),
    part,
  );

describe('care-contact on a page of its own', () => {
  it('asks the endpoint nothing, and loads no code for it', async () => {
    const from = site.log.length;
    view = await open(FULL);
    await shown('crisis');
    await shown('status');
    const asked = site.log.slice(from);
    assert.deepEqual(
      asked.filter(({ side }) => side === 'endpoint'),
      [],
    );
    const chunks = asked.map(({ url }) => url).filter((url) => url.includes('/chunks/'));
    assert.equal(chunks.length, 2, String(chunks)); // its own, and what every element needs
    assert.deepEqual(view.warnings, []);
  });

  it('shows the number without scripts', async () => {
    view = await open(FULL, { javaScriptEnabled: false });
    assert.equal(await view.page.getByRole('link', { name: 'Call (512) 555-0142' }).isVisible(), true);
  });

  it('shows a number with letters as a link as soon as it shows anything, in place of the fallback', async () => {
    view = await open('<care-contact phone="1-800-662-HELP"><a href="/reach-us/">Call us</a></care-contact>');
    await shown('channels');
    await view.page.getByRole('link', { name: 'Call 1-800-662-HELP' }).waitFor();
    assert.equal(await view.page.getByRole('link', { name: 'Call us' }).isVisible(), false);
  });

  for (const [lang, group, call] of [
    ['en', 'Call or write', 'Call (512) 555-0142'],
    ['es', 'Call or write', 'Llamar al (512) 555-0142'],
  ]) {
    it(`is heard as a group of links: ${lang}`, async () => {
      view = await open(FULL, { lang });
      await shown('crisis');
      await shown('status');
      await view.page.getByRole('link', { name: call }).waitFor();
      const session = await view.context.newCDPSession(view.page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const heard = nodes
        .filter(({ ignored, role }) => !ignored && /^(?:group|heading|link)$/.test(role.value))
        .map(({ role, name }) => `${role.value} ${name.value}`.trim());
      assert.deepEqual(heard, [
        `group ${group}`,
        `heading ${group}`,
        `link ${call}`,
        `link ${lang === 'en' ? 'Email' : 'Escribir a'} hello@clinic.example`,
        `link ${lang === 'en' ? 'Call' : 'Llamar al'} 988`,
        `link ${lang === 'en' ? 'Text' : 'Enviar SMS al'} 988`,
        'link Chat',
        `link ${lang === 'en' ? 'Call' : 'Llamar al'} 911`,
        `link ${lang === 'en' ? 'Call' : 'Llamar al'} 1-800-662-HELP (4357)`,
        `link ${lang === 'en' ? 'Text' : 'Enviar SMS al'} 435748`,
        'link TTY 1-800-487-4889',
      ]);
    });
  }

  it('needs no sideways scrolling at 320 px, in any layout, also with words that fill no line', async () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitänswitwe'.repeat(2);
    const words = ['who-answers', 'cost-note', 'after-hours', 'license-text']
      .map((name) => `${name}="${long}"`)
      .join(' ');
    const layouts = ['card', 'banner', 'inline', 'sticky'].flatMap((layout) => [
      FULL.replace('<care-contact', `<care-contact layout="${layout}"`),
      `<care-contact layout="${layout}" heading="${long}" phone="+15125550142" crisis-region="us" ${words}></care-contact>`,
    ]);
    view = await open(layouts.join(''), { viewport: { width: 320, height: 640 } });
    await view.page.waitForFunction(() =>
      [...document.querySelectorAll('care-contact')].every(({ shadowRoot }) =>
        shadowRoot?.querySelector('[part=crisis]'),
      ),
    );
    assert.equal(await view.page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  for (const lang of ['en', 'es']) {
    it(`${lang}: is a row of 72 px at most on a phone, with number and crisis line in it`, async () => {
      view = await open('<care-contact layout="sticky" phone="+1-512-555-0142" crisis-region="us"></care-contact>', {
        lang,
        viewport: { width: 390, height: 844 },
      });
      await shown('crisis');
      await view.page.evaluate(() => (document.body.style.margin = 0));
      const bar = view.page.locator('care-contact');
      const { height } = await bar.boundingBox();
      assert.ok(height <= 72, `${height} px`);
      const [call, text] = lang === 'en' ? ['Call', 'Text'] : ['Llamar al', 'Enviar SMS al'];
      for (const name of [`${call} +1-512-555-0142`, `${call} 988`, `${text} 988`]) {
        const box = await bar.getByRole('link', { name, exact: true }).boundingBox();
        assert.ok(box.height >= 44 && box.width >= 44, `${name}: ${box.width} × ${box.height} px`);
      }
      await view.page.setViewportSize({ width: 320, height: 640 });
      assert.equal(await view.page.evaluate(() => document.documentElement.scrollWidth), 320);
    });
  }

  for (const [what, more] of [
    ['few', ''],
    [
      'many',
      'text-number="+1-512-555-0143" tty="+1-512-555-0144" email="hello@clinic.example" href="/c" cost-note="Free" who-answers="A counselor answers"',
    ],
  ]) {
    it(`keeps the words of a sticky bar beside its buttons or above them, where these are ${what}`, async () => {
      view = await open(
        `<care-contact layout="sticky" heading="Talk with someone today" phone="+1-512-555-0142" ${more}></care-contact>`,
        { viewport: { width: 1000, height: 800 } },
      );
      await shown('channels');
      const [words, channels] = await view.page.evaluate(() =>
        ['.words', '[part=channels]'].map((part) =>
          document.querySelector('care-contact').shadowRoot.querySelector(part).getBoundingClientRect().toJSON(),
        ),
      );
      assert.ok(words.width >= 200, `${words.width} px`);
      assert.ok(words.right <= channels.left || words.bottom <= channels.top, 'they do not overlap');
    });
  }

  it('gives way where the window is too low for a sticky bar', async () => {
    view = await open(FULL.replace('<care-contact', '<care-contact layout="sticky"'), {
      viewport: { width: 320, height: 256 },
    });
    await shown('crisis');
    assert.equal(
      await view.page.evaluate(() => getComputedStyle(document.querySelector('care-contact')).position),
      'static',
    );
  });

  it('keeps its call button to be seen in forced colours', async () => {
    view = await open(FULL, { forcedColors: 'active' });
    await shown('crisis'); // before that, the page's own link bears the same name
    const button = view.page.getByRole('link', { name: 'Call (512) 555-0142' });
    await button.waitFor();
    const { border, style } = await button.evaluate((link) => ({
      border: getComputedStyle(link).borderTopWidth,
      style: getComputedStyle(link).borderTopStyle,
    }));
    assert.deepEqual([border, style], ['2px', 'solid']);
  });

  it('keeps the mark of open full and that of closed hollow in forced colours', async () => {
    const middles = [];
    for (const hours of ['24/7', 'Mo-Su off']) {
      const contact = `<care-contact phone="+15125550142" hours="${hours}" time-zone="America/Chicago"></care-contact>`;
      view = await open(contact, { forcedColors: 'active' });
      await shown('status');
      const { x, y, size } = await view.page.evaluate(() => {
        const status = document.querySelector('care-contact').shadowRoot.querySelector('[part=status]');
        const { left } = status.getBoundingClientRect();
        const words = status.querySelector('bdi').getBoundingClientRect();
        const gap = parseFloat(getComputedStyle(status).columnGap);
        return { x: left, y: words.top + words.height / 2, size: words.left - left - gap };
      });
      const clip = { x: x + size / 2, y: y - size / 2, width: 1, height: size };
      middles.push(await view.page.screenshot({ clip }));
    }
    const [open24, closed] = await Promise.all(
      middles.map(async (middle) => {
        const { channels } = await sharp(middle).stats();
        return channels[0].mean;
      }),
    );
    assert.ok(open24 < 128 && closed > 128, `${open24}, ${closed}`);
  });
});

describe('care-contact in a narrow place', () => {
  const NARROW = 'body { margin: 0; font: 16px sans-serif } care-contact { display: block; inline-size: 18em }';

  it('breaks an address before its @ and its dots, and numbers not at all', async () => {
    view = await open(
      `<style>${NARROW}</style><care-contact phone="+1-512-555-0142" email="hello@harborandpine.example"></care-contact>`,
      { policy: '' },
    );
    await shown('channels');
    await view.page.locator('care-contact [slot=email]').waitFor();
    const broken = await view.page.evaluate(() =>
      [...document.querySelectorAll('care-contact a[slot] bdi bdi')].flatMap((written) =>
        [...written.childNodes]
          .filter((node) => {
            const range = document.createRange();
            range.selectNode(node);
            return node.nodeType === 3 && range.getClientRects().length > 1;
          })
          .map(({ data }) => data),
      ),
    );
    assert.deepEqual(broken, []);
    assert.equal(
      await view.page.locator('[slot=phone] bdi bdi').evaluate(({ firstChild }) => firstChild.data),
      '+1-512-555-0142',
    );
  });

  it('lets no link push apart the lines of the words around it', async () => {
    view = await open(`<style>${NARROW}</style><care-contact phone="+15125550142" crisis-region="us"></care-contact>`, {
      lang: 'es',
      policy: '',
    });
    await shown('crisis');
    await view.page.getByText('Información sobre tratamientos').waitFor();
    const gaps = await view.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('care-contact');
      return ['[part=emergency] bdi', '[part=crisis-lines] [dir=auto]:not(a)'].map((words) => {
        const range = document.createRange();
        range.selectNodeContents(shadowRoot.querySelector(words));
        const tops = [...range.getClientRects()].filter(({ height }) => height < 40).map(({ top }) => top);
        return { lines: new Set(tops.map(Math.round)).size, height: Math.max(...tops) - Math.min(...tops) };
      });
    });
    for (const { lines, height } of gaps) {
      assert.ok(lines > 1, 'its words are on two lines');
      assert.ok(height < 30, `${height} px`);
    }
  });
});
