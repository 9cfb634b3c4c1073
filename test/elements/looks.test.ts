import { expect, fixtureSync, html, nextFrame, waitUntil as waitAtMost } from '@open-wc/testing';
import '../../src/define/care-config.js';
import '../../src/define/care-contact.js';
import '../../src/define/care-newsletter.js';
import type { CareConfig } from '../../src/elements/care-config/care-config.js';
import type { CareContact } from '../../src/elements/care-contact/care-contact.js';
import { dress } from '../../src/styles/dress.js';
import { contrast, rgbOf } from '../support/contrast.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';

const said = recordWarnings();
const LOOKS = ['host', 'calm', 'clinical', 'editorial'];
const GROUNDS = { light: '#fff', dark: '#121212' };

/** The look's code is loaded where it is named, which takes its time on a busy machine. */
const waitUntil = (isSo: () => unknown) => waitAtMost(() => !!isSo(), undefined, { timeout: 8000 });
const token = (element: Element, name: string) => getComputedStyle(element).getPropertyValue(name).trim();
const inside = (element: Element, selector: string) => element.shadowRoot?.querySelector(selector) as HTMLElement;

const show = async (look: string, theme: string): Promise<CareContact> => {
  const place = fixtureSync<HTMLElement>(
    html`<div style="color: ${theme === 'dark' ? '#eee' : '#222'}">
      <care-contact
        look=${look}
        theme=${theme}
        phone="+15125550142"
        heading="Call"
        hours="24/7"
        crisis-region="us"
        license-text="Licensed"
      ></care-contact>
    </div>`,
  );
  const element = place.querySelector('care-contact') as CareContact;
  await element.updateComplete;
  if (look !== 'host') await waitUntil(() => token(element, '--_surface').includes('light-dark'));
  return element;
};

/** A hundred accents, the same in every run. */
const accents = (): string[] => {
  let seed = 20261128;
  const next = () => (seed = (seed * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
  return Array.from({ length: 100 }, () => `rgb(${[0, 0, 0].map(() => Math.floor(next() * 256)).join(' ')})`);
};

describe('looks', () => {
  it('calm: the heading has the colour of the card, whatever colour the headings of the page have', async () => {
    const page = new CSSStyleSheet();
    page.replaceSync('h2 { color: rgb(250 250 250); font-family: monospace }');
    document.adoptedStyleSheets.push(page);
    try {
      const element = await show('calm', '');
      const { color, fontFamily } = getComputedStyle(element.querySelector('[part=title] > span') as Element);
      expect(color).to.equal(getComputedStyle(inside(element, '[part=contact]')).color);
      expect(fontFamily, 'the look’s').to.include('ui-rounded');
      const plain = await show('host', '');
      const { color: ofPage, fontFamily: pagesFont } = getComputedStyle(plain.querySelector('[part=title] > span')!);
      expect([ofPage, pagesFont]).to.deep.equal(['rgb(250, 250, 250)', 'monospace']);
    } finally {
      document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(page), 1);
    }
  });

  for (const look of LOOKS) {
    for (const theme of ['light', 'dark'] as const) {
      it(`${look}, ${theme}: every word can be read on what is behind it`, async () => {
        const element = await show(look, theme);
        const ground = GROUNDS[theme];
        const card = inside(element, '[part=contact]');
        const surface = getComputedStyle(card).backgroundColor;
        const measured: [string, number][] = [];
        const title = element.querySelector('[part=title] > span') as Element;
        const words = ['status', 'hours', 'license'].map((part) => [part, inside(element, `[part=${part}]`)] as const);
        for (const [part, seen] of [['title', title] as const, ...words])
          measured.push([part, contrast(getComputedStyle(seen).color, surface, ground)]);
        const [band, filled] = [inside(element, '[part=crisis]'), inside(element, '.filled')].map(
          (each) => getComputedStyle(each).backgroundColor,
        );
        const onSurface = `rgb(${rgbOf(surface, ground).join(' ')})`;
        measured.push(
          ['crisis', contrast(getComputedStyle(inside(element, '[part=crisis-title]')).color, band ?? '', onSurface)],
          ['call 988', contrast(getComputedStyle(inside(element, '.filled')).color, filled ?? '', onSurface)],
        );
        expect(measured.filter(([, ratio]) => ratio < 4.5)).to.eql([]);
      });

      it(`${look}, ${theme}: the call button’s words are 4.5 to 1 on a hundred accents`, async () => {
        const element = await show(look, theme);
        const button = element.querySelector('a[slot=phone]') as HTMLElement;
        const bad = accents().filter((accent) => {
          element.style.setProperty('--care-color-accent', accent);
          const fill = getComputedStyle(inside(element, '.primary')).backgroundColor;
          expect(rgbOf(fill)).to.eql(rgbOf(accent));
          return contrast(getComputedStyle(button).color, fill) < 4.5;
        });
        expect(bad).to.eql([]);
      });
    }
  }

  for (const look of LOOKS) {
    for (const theme of ['light', 'dark'] as const) {
      it(`${look}, ${theme}: the edge of a field is 3 to 1 on what is beside it`, async () => {
        const place = fixtureSync<HTMLElement>(
          html`<div style="color: ${theme === 'dark' ? '#eee' : '#222'}">
            <care-newsletter look=${look} theme=${theme} action="/nowhere"></care-newsletter>
          </div>`,
        );
        const element = place.querySelector('care-newsletter') as HTMLElement;
        await waitUntil(() => element.querySelector('input[type=email]'));
        if (look !== 'host') await waitUntil(() => token(element, '--_surface').includes('light-dark'));
        const field = getComputedStyle(element.querySelector('input[type=email]') as HTMLElement);
        const form = getComputedStyle(element.querySelector('form') as HTMLElement).backgroundColor;
        const around = `rgb(${rgbOf(form, `rgb(${rgbOf(getComputedStyle(element).backgroundColor, GROUNDS[theme]).join(' ')})`).join(' ')})`;
        expect(parseFloat(field.borderTopWidth)).to.be.at.least(1);
        expect(contrast(field.borderTopColor, around)).to.be.at.least(3);
      });
    }
  }

  it('are given up again, and another takes their place', async () => {
    const element = await show('calm', 'light');
    const calm = token(element, '--_radius-button');
    element.look = 'editorial';
    await element.updateComplete;
    await waitUntil(() => token(element, '--_radius-button') !== calm);
    element.look = undefined;
    await element.updateComplete;
    expect(token(element, '--_text')).to.equal('');
    element.look = 'calm';
    element.theme = undefined;
    await element.updateComplete;
    await waitUntil(() => token(element, '--_radius-button') === calm);
  });

  it('that arrive after another was chosen are not put on', async () => {
    const element = await show('host', 'light');
    let bring: (looks: typeof import('../../src/styles/looks.js')) => void = () => undefined;
    const late = dress(element, { look: 'calm' }, () => new Promise((resolve) => (bring = resolve)));
    await dress(element, {}, () => import('../../src/styles/looks.js'));
    bring(await import('../../src/styles/looks.js'));
    await late;
    expect(token(element, '--_text')).to.equal('');
  });

  it('that do not arrive leave the theme', async () => {
    const element = await show('host', 'light');
    await dress(element, { theme: 'dark', look: 'calm' }, () => Promise.reject(new TypeError('no connection')));
    expect(getComputedStyle(element).colorScheme).to.equal('dark');
    expect(token(element, '--_text')).to.equal('');
  });

  it('and densities come from care-config too, nearest first; a token of the page stands above them', async () => {
    const config = fixtureSync<CareConfig>(
      html`<care-config look="clinical" density="roomy">
        <care-contact id="a" phone="+15125550142"></care-contact>
        <care-contact id="b" look="host" density="regular" phone="+15125550142"></care-contact>
        <care-contact id="c" phone="+15125550142" style="--care-space: 3em; --care-radius: 7px"></care-contact>
      </care-config>`,
    );
    const [a, b, c] = ['#a', '#b', '#c'].map((id) => config.querySelector(id) as CareContact) as [
      CareContact,
      CareContact,
      CareContact,
    ];
    await waitUntil(() => token(a, '--_space') === '1.25em');
    await waitUntil(() => token(c, '--_text').includes('light-dark'));
    expect(token(b, '--_space')).to.equal('1em');
    expect(token(b, '--_text')).to.equal('');
    expect([token(c, '--_space'), token(c, '--_radius')]).to.eql(['3em', '7px']);
    config.density = 'compact';
    await waitUntil(() => token(a, '--_space') === '0.8125em');
  });

  it('leave no room of its own figure, also in the light DOM, and what is pressed at 44 px', async () => {
    for (const [space, field, gap] of [
      ['4px', 3, 2],
      ['1em', 12, 8],
      ['2em', 24, 16],
    ] as const) {
      const place = fixtureSync<HTMLElement>(
        html`<div style="font: 16px/1.2 sans-serif; --care-space: ${space}">
          <care-newsletter action="/nowhere" fields="email first-name" consent="required"></care-newsletter>
          <care-contact phone="+15125550142" hours="24/7" crisis-region="us"></care-contact>
        </div>`,
      );
      const contact = place.querySelector('care-contact') as CareContact;
      await waitUntil(() => place.querySelector('[data-care-form] button') && inside(contact, '[part=crisis] a'));
      const input = place.querySelector('[data-care-form] input[type=email]') as HTMLElement;
      expect(getComputedStyle(input).paddingInlineStart, space).to.equal(`${field}px`);
      expect(getComputedStyle(inside(contact, '[part=channels]')).rowGap, space).to.equal(`${gap}px`);
      const pressed = [
        input,
        place.querySelector('[data-care-form] button'),
        ...contact.querySelectorAll('a[slot]'),
        ...(contact.shadowRoot?.querySelectorAll('[part=crisis] a') ?? []),
      ];
      for (const element of pressed) {
        expect(element?.getBoundingClientRect().height, `${space}: ${element?.outerHTML ?? ''}`).to.be.at.least(44);
      }
    }
  });

  it('that do not exist are as if they were absent, and the console says which there are', async () => {
    const element = fixtureSync<CareContact>(
      html`<care-contact look="fancy" density="tight" phone="+15125550142"></care-contact>`,
    );
    await element.updateComplete;
    await waitUntil(() => said.length > 1);
    expect(said.join('\n')).to.match(/look="fancy" is no value .*host, calm, clinical, editorial/);
    expect(said.join('\n')).to.match(/density="tight" is no value .*compact, regular, roomy/);
    await nextFrame();
    expect(token(element, '--_space')).to.equal('1em');
  });
});

describe('theme', () => {
  for (const [tag, element] of [
    ['care-contact', html`<care-contact theme="dark" phone="+15125550142"></care-contact>`],
    ['care-newsletter', html`<care-newsletter theme="dark" action="/nowhere"></care-newsletter>`],
  ] as const) {
    it(`holds on ${tag} from the first on`, async () => {
      const shown = fixtureSync<CareContact>(element);
      await shown.updateComplete;
      const { color, backgroundColor, colorScheme } = getComputedStyle(shown);
      expect(colorScheme).to.equal('dark');
      expect(contrast(color, backgroundColor)).to.be.at.least(10);
    });
  }
});
