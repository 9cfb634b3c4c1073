import { expect, fixtureSync, html, nextFrame, waitUntil as waitAtMost } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define/care-contact.js';
import type { Clock } from '../../src/http/transport.js';
import type { CareContact } from '../../src/elements/care-contact/care-contact.js';
import { CRISIS_LINES } from '../../src/data/crisis-lines.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { contrast, rgbOf } from '../support/contrast.js';
import { ManualClock } from '../support/manual-clock.js';

const said = recordWarnings();

/** Code that is loaded only where it is needed takes its time on a busy machine. */
const waitUntil = (isSo: () => unknown) => waitAtMost(() => !!isSo(), undefined, { timeout: 8000 });

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const show = async (template: TemplateResult): Promise<CareContact> => {
  const root = fixtureSync<HTMLElement>(template);
  const element = root.matches('care-contact') ? root : root.querySelector('care-contact');
  await (element as CareContact).updateComplete;
  return element as CareContact;
};
const link = (element: Element, channel: string) => element.querySelector<HTMLAnchorElement>(`a[slot="${channel}"]`);
const inside = (element: Element, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const isSeen = (element: Element | null) => !!element && element.getClientRects().length > 0;
const part = async (element: Element, name: string): Promise<HTMLElement> => {
  await waitUntil(() => inside(element, `[part=${name}]`));
  return inside(element, `[part=${name}]`) as HTMLElement;
};

/** A wall clock that starts at `iso` and is turned by hand. */
const clockAt = (iso: string): { clock: Clock; manual: ManualClock } => {
  const manual = new ManualClock();
  return { manual, clock: { now: () => Date.parse(iso) + manual.now(), after: manual.after } };
};

describe('care-contact: channels', () => {
  it('makes the number a link of the page itself, its words apart from its address', async () => {
    const element = await show(html`<care-contact phone="+1-512-555-0142"></care-contact>`);
    expect(link(element, 'phone')?.getAttribute('href')).to.equal('tel:+15125550142');
    expect(words(link(element, 'phone'))).to.equal('Call +1-512-555-0142');
    expect(link(element, 'phone')?.querySelector('bdi bdi')?.getAttribute('dir')).to.equal('ltr');
    expect(isSeen(link(element, 'phone'))).to.equal(true);
    await expect(element).to.be.accessible();
  });

  for (const [label, expected] of [
    ['(512) 555-0142', 'Call (512) 555-0142'],
    ['Talk with admissions', 'Talk with admissions +1 512 555 0142'],
    ['Ring 512 555 0142 any time', 'Ring 512 555 0142 any time'],
  ]) {
    it(`says "${expected ?? ''}" for phone-label="${label ?? ''}"`, async () => {
      const element = await show(
        html`<care-contact phone="+1 512 555 0142" phone-label=${label ?? ''}></care-contact>`,
      );
      expect(words(link(element, 'phone'))).to.equal(expected);
      expect(link(element, 'phone')?.getAttribute('href')).to.equal('tel:+15125550142');
    });
  }

  for (const [written, region, address] of [
    ['1-800-662-HELP', 'us', 'tel:+18006624357'],
    ['+1 512 555 0142 ext. 5', 'none', 'tel:+15125550142;ext=5'],
    ['(512) 555-0142', 'us', 'tel:+15125550142'],
    ['116 123', 'ie', 'tel:116123'],
    ['+44 (0)20 7946 0018', 'gb', 'tel:+442079460018'],
  ]) {
    it(`dials ${written ?? ''} as ${address ?? ''}`, async () => {
      const element = await show(
        html`<care-contact phone=${written ?? ''} crisis-region=${region ?? ''}></care-contact>`,
      );
      await waitUntil(() => link(element, 'phone'));
      expect(link(element, 'phone')?.getAttribute('href')).to.equal(address);
      expect(words(link(element, 'phone'))).to.equal(`Call ${written ?? ''}`);
      expect(said).to.eql([]);
    });
  }

  it('offers texting, writing and a page', async () => {
    const element = await show(
      html`<care-contact
        text-number="+15125550143"
        email="hello@clinic.example"
        href="/contact/"
        href-label="Our form"
      ></care-contact>`,
    );
    const links = ['text', 'email', 'link'].map((channel) => link(element, channel));
    expect(links.map(words)).to.eql(['Text +15125550143', 'Email hello@clinic.example', 'Our form']);
    expect(links.map((anchor) => anchor?.getAttribute('href'))).to.eql([
      'sms:+15125550143',
      'mailto:hello@clinic.example',
      new URL('/contact/', document.baseURI).href,
    ]);
    expect(said).to.eql([]);
  });

  it('keeps an author’s own link as it is, and makes no second one', async () => {
    const element = await show(
      html`<care-contact phone="+15125550142"
        ><a slot="phone" href="tel:5125550142" class="ours">Ring us</a></care-contact
      >`,
    );
    const links = [...element.querySelectorAll('a')];
    expect(links.map(({ outerHTML }) => outerHTML)).to.eql([
      '<a slot="phone" href="tel:5125550142" class="ours">Ring us</a>',
    ]);
    expect(isSeen(links[0] ?? null)).to.equal(true);
  });

  it('shows the fallback where no attribute names a way, and in its place what an attribute names', async () => {
    const element = await show(html`<care-contact><a id="own" href="tel:5551234567">Call</a></care-contact>`);
    expect(isSeen(element.querySelector('#own'))).to.equal(true);
    element.phone = '+15551234567';
    await element.updateComplete;
    expect(isSeen(link(element, 'phone'))).to.equal(true);
    expect(isSeen(element.querySelector('#own'))).to.equal(false);
    element.phone = undefined;
    await element.updateComplete;
    expect(isSeen(element.querySelector('#own'))).to.equal(true);
    expect(link(element, 'phone')).to.equal(null);
  });

  it('loses no number: one of the fallback that no attribute repeats stays', async () => {
    const element = await show(
      html`<care-contact phone="+15551234567"
        ><p>Nights: <a href="tel:5557654321">555 765 4321</a></p></care-contact
      >`,
    );
    expect(isSeen(element.querySelector('p a'))).to.equal(true);
    expect(isSeen(link(element, 'phone'))).to.equal(true);
  });

  it('knows the number of the fallback with and without its country code', async () => {
    for (const [phone, number] of [
      ['555 123 4567', '+15551234567'],
      ['+1 555 123 4567', '5551234567'],
    ]) {
      const element = await show(
        html`<care-contact phone=${phone}><a id="own" href="tel:${number}">Call</a></care-contact>`,
      );
      expect(isSeen(element.querySelector('#own')), phone).to.equal(false);
    }
  });

  it('makes one set of links out of a copy of its own markup', async () => {
    const element = await show(html`<care-contact phone="+15551234567" email="a@b.example"></care-contact>`);
    const copy = fixtureSync<CareContact>(html`<div></div>`);
    copy.innerHTML = element.outerHTML;
    const copied = copy.querySelector('care-contact') as CareContact;
    await copied.updateComplete;
    expect(copied.querySelectorAll('a')).to.have.length(2);
  });

  it('follows its attributes', async () => {
    const element = await show(html`<care-contact phone="+15551234567"></care-contact>`);
    const before = link(element, 'phone');
    element.setAttribute('phone', '+15557654321');
    await element.updateComplete;
    expect(link(element, 'phone')).to.equal(before);
    expect(before?.getAttribute('href')).to.equal('tel:+15557654321');
    expect(words(before)).to.equal('Call +15557654321');
  });
});

describe('care-contact: what an author may add', () => {
  it('is a number for a teletypewriter, who answers and what it costs, each only where given', async () => {
    const element = await show(
      html`<care-contact
        phone="+15125550142"
        tty="+15125550149"
        who-answers="A counselor answers, day and night."
        cost-note="The call is free."
      ></care-contact>`,
    );
    expect(words(link(element, 'tty'))).to.equal('TTY +15125550149');
    expect(link(element, 'tty')?.getAttribute('href')).to.equal('tel:+15125550149');
    expect(words(inside(element, '[part=who-answers]'))).to.equal('A counselor answers, day and night.');
    expect(words(inside(element, '[part=cost-note]'))).to.equal('The call is free.');
    await expect(element).to.be.accessible();
    const bare = await show(html`<care-contact phone="+15125550142"></care-contact>`);
    for (const name of ['who-answers', 'cost-note']) expect(inside(bare, `[part=${name}]`)).to.equal(null);
    expect(link(bare, 'tty')).to.equal(null);
  });
});

describe('care-contact: seen', () => {
  const call = (element: Element) => {
    const button = link(element, 'phone') as HTMLElement;
    const fill = inside(element, '.primary') as HTMLElement;
    return { button, words: getComputedStyle(button).color, fill: getComputedStyle(fill).backgroundColor };
  };

  for (const color of ['#222', '#eee', '#777', '#c80000', '#008a00', '#0f5f5c', '#ffd400', '#0000ff', '#c800c8']) {
    it(`has words of 4.5 to 1 on the call button whatever accent is set: ${color}`, async () => {
      const element = await show(html`<care-contact phone="+15125550142"></care-contact>`);
      element.style.setProperty('--care-color-accent', color);
      const { words: ink, fill } = call(element);
      expect(rgbOf(fill)).to.eql(rgbOf(color));
      expect(contrast(ink, fill)).to.be.at.least(4.5);
    });
  }

  it('shows the focus on the call button on a page that sets both accents, light or dark', async () => {
    const element = await show(html`<care-contact phone="+15125550142"></care-contact>`);
    element.style.setProperty('--care-color-accent', '#0f5f5c');
    element.style.setProperty('--care-color-accent-text', '#fff');
    const { button } = call(element);
    button.focus();
    await waitUntil(() => getComputedStyle(button).outlineStyle === 'solid');
    const { outlineColor, boxShadow, outlineWidth } = getComputedStyle(button);
    const [gap = ''] = /^[a-z]+\(.*?\)/.exec(boxShadow) ?? [];
    for (const page of ['#fff', '#111']) {
      expect(Math.max(contrast(outlineColor, page), contrast(gap, page)), page).to.be.at.least(3);
    }
    expect(contrast(outlineColor, gap)).to.be.at.least(3);
    expect(parseFloat(outlineWidth)).to.be.at.least(3);
  });

  it('breaks its words where a page keeps those of links on one line', async () => {
    for (const layout of ['card', 'banner', 'inline'] as const) {
      const element = await show(
        html`<div style="inline-size: 200px; letter-spacing: 0.15em">
          <style>
            a[href^='tel'] {
              white-space: nowrap;
            }
          </style>
          <care-contact layout=${layout} phone="+15125550142" phone-label="(512) 555-0142"></care-contact>
        </div>`,
      );
      const number = link(element, 'phone')?.querySelector('bdi bdi');
      expect(number?.getBoundingClientRect().right, layout).to.be.at.most(element.getBoundingClientRect().right);
    }
  });

  it('begins its words where the page begins its own, also those of the other direction', async () => {
    for (const [dir, heading] of [
      ['rtl', 'Talk'],
      ['ltr', 'تحدث'],
    ] as const) {
      const element = await show(
        html`<div dir=${dir} style="inline-size: 400px">
          <care-contact phone="+15125550142" heading=${heading} hours="24/7"></care-contact>
        </div>`,
      );
      for (const name of ['title', 'status']) {
        const text = document.createRange();
        const words = name === 'title' ? element.querySelector('[part=title]') : await part(element, name);
        text.selectNodeContents(words as Element);
        const [line, box] = [text.getBoundingClientRect(), inside(element, '[part=contact]')!.getBoundingClientRect()];
        const gap = dir === 'rtl' ? box.right - line.right : line.left - box.left;
        expect(gap, `${dir} ${name}`).to.be.below(50);
      }
    }
  });

  it('keeps what a text has to say behind its number, also on a page that reads from right to left', async () => {
    const element = await show(
      html`<div dir="rtl"><care-contact phone="+15125550142" crisis-region="us"></care-contact></div>`,
    );
    const way = (await part(element, 'crisis')).querySelector('[href="sms:435748"]')!.parentElement!;
    const hint = document.createRange();
    hint.selectNodeContents([...way.childNodes].find((node) => node.textContent?.includes('ZIP'))!);
    const number = way.querySelector('a')!.getBoundingClientRect();
    expect(hint.getBoundingClientRect().left).to.be.at.least(number.right - 1);
  });

  it('has crisis lines that a thumb hits, and whose words are readable', async () => {
    for (const layout of ['card', 'banner', 'inline', 'sticky'] as const) {
      const element = await show(
        html`<care-contact layout=${layout} phone="+15125550142" crisis-region="us"></care-contact>`,
      );
      const strip = await part(element, 'crisis');
      const seen = [...strip.querySelectorAll('a')].filter(isSeen);
      expect(seen.length).to.be.greaterThan(2);
      for (const anchor of seen) {
        expect(anchor.getBoundingClientRect().height, `${layout}: ${words(anchor)}`).to.be.at.least(44);
      }
      const emergency = strip.querySelector('[part=emergency] a bdi[dir]') as HTMLElement;
      expect(words(emergency)).to.equal('911');
      expect(getComputedStyle(emergency).textDecorationLine, 'the number is seen to be a link').to.equal('underline');
      const filled = strip.querySelector('.filled') as HTMLElement;
      expect(words(filled)).to.equal('Call 988');
      expect(contrast(getComputedStyle(filled).color, getComputedStyle(filled).backgroundColor)).to.be.at.least(4.5);
    }
  });
});

describe('care-contact: what cannot be used', () => {
  it('still shows a number that cannot be dialled, and says so in the console', async () => {
    const element = await show(html`<care-contact phone="ask the front desk"><p>Hello</p></care-contact>`);
    await waitUntil(() => said.length);
    expect(said[0]).to.match(/<care-contact> .*"ask the front desk" cannot be dialled.*\+1 555 123 4567/);
    const shown = element.querySelector('[slot=phone]');
    expect(shown?.localName).to.equal('span');
    expect(words(shown)).to.equal('ask the front desk');
    expect(isSeen(shown)).to.equal(true);
    await expect(element).to.be.accessible();
  });

  for (const [what, template, pattern] of [
    ['nothing at all', html`<care-contact></care-contact>`, /phone="\+1 555/],
    ['an address that is none', html`<care-contact email="hello at clinic"></care-contact>`, /email="hello at clinic"/],
    [
      'href="javascript:"',
      html`<care-contact phone="+15551234567" href="javascript:alert(1)"></care-contact>`,
      /href="javascript/,
    ],
    [
      'an unknown layout',
      html`<care-contact phone="+15551234568" layout="popup"></care-contact>`,
      /layout="popup".*sticky/,
    ],
    [
      'an unknown region',
      html`<care-contact phone="+15551234569" crisis-region="mars"></care-contact>`,
      /crisis-region="mars".*us, ca/,
    ],
    ['a national number', html`<care-contact phone="0512 555 0142"></care-contact>`, /no country code/],
    [
      'hours that do not parse',
      html`<care-contact phone="+15551234560" hours="by arrangement"></care-contact>`,
      /hours="by arrangement": "by" cannot be read/,
    ],
    [
      'a zone that does not exist, also where nothing depends on it',
      html`<care-contact phone="+15551234564" hours="24/7" time-zone="Moon/Base"></care-contact>`,
      /time-zone="Moon\/Base"/,
    ],
    [
      'a zone that does not exist',
      html`<care-contact phone="+15551234561" hours="Mo-Fr 08:00-18:00" time-zone="Mars/Base"></care-contact>`,
      /time-zone="Mars\/Base"/,
    ],
    [
      'a holiday that is no date',
      html`<care-contact
        phone="+15551234571"
        hours="24/7; PH off"
        holidays="2026-12-25, 1/1/2027"
        time-zone="UTC"
      ></care-contact>`,
      /holidays: "1\/1\/2027" cannot be read.*2026-12-25/,
    ],
    [
      'holidays without a rule for them',
      html`<care-contact phone="+15551234572" hours="24/7" holidays="2026-12-25"></care-contact>`,
      /holidays need a PH rule in hours.*PH off/,
    ],
  ] as const) {
    it(`tells the webmaster of ${what}, once`, async () => {
      const element = await show(template);
      await waitUntil(() => said.length);
      expect(said[0]).to.match(pattern);
      element.requestUpdate();
      await element.updateComplete;
      await nextFrame();
      expect(said).to.have.length(1);
      if (element.getAttribute('phone')) expect(isSeen(link(element, 'phone'))).to.equal(true);
      expect(link(element, 'link')).to.equal(null);
    });
  }

  it('shows hours that do not parse as they are written', async () => {
    const element = await show(html`<care-contact phone="+15551234562" hours="Most days, ring first"></care-contact>`);
    expect(words(await part(element, 'hours'))).to.equal('Most days, ring first');
  });

  it('says nothing about now without a zone, but shows the hours', async () => {
    const element = await show(html`<care-contact phone="+15551234563" hours="Mo-Fr 08:00-18:00"></care-contact>`);
    expect(words(await part(element, 'week'))).to.equal('Monday – Friday 8 AM – 6 PM Saturday – Sunday Closed');
    expect(inside(element, '[part=status]')).to.equal(null);
    expect(element.matches(':state(open), :state(closed)')).to.equal(false);
  });
});

describe('care-contact: opening hours', () => {
  const HOURS = 'Mo-Fr 08:00-18:00; Sa 09:00-12:30; PH off';
  const at = async (
    iso: string,
    { lang = 'en', hours = HOURS, layout = 'card', holidays = '', zone = 'America/Chicago' } = {},
  ) => {
    const { clock, manual } = clockAt(iso);
    const element = await show(
      html`<div lang=${lang}>
        <care-contact
          phone="+15125550142"
          layout=${layout}
          hours=${hours}
          holidays=${holidays}
          time-zone=${zone}
          after-hours="Leave a message."
          .clock=${clock}
        ></care-contact>
      </div>`,
    );
    await part(element, 'status');
    return { element, manual, status: () => words(inside(element, '[part=status]')) };
  };

  for (const [iso, expected] of [
    ['2026-07-15T15:00:00Z', 'Open now, until 6 PM (Central Time)'],
    ['2026-07-15T12:00:00Z', 'Closed now, opens today at 8 AM (Central Time)'],
    ['2026-07-15T23:30:00Z', 'Closed now, opens tomorrow at 8 AM (Central Time)'],
    ['2026-07-18T17:00:00Z', 'Open now, until 12:30 PM (Central Time)'],
    ['2026-07-18T18:00:00Z', 'Closed now, opens on Monday at 8 AM (Central Time)'],
  ]) {
    it(`${iso ?? ''}: ${expected ?? ''}`, async () => {
      const { element, status } = await at(iso ?? '');
      expect(status()).to.equal(expected);
      expect(element.matches(`:state(${status().startsWith('Open') ? 'open' : 'closed'})`)).to.equal(true);
      expect(!!inside(element, '[part=after-hours]')).to.equal(!status().startsWith('Open'));
    });
  }

  for (const [zone, expected] of [
    // browsers read these as New York's winter time, as Bangladesh's, and not at all
    ['EST', 'Open now, until 6 PM (Eastern Time)'],
    ['BST', 'Closed now, opens tomorrow at 8 AM (United Kingdom Time)'],
    ['MDT', 'Open now, until 6 PM (Mountain Time)'],
  ]) {
    it(`tells the time in ${zone ?? ''} by the clocks that people mean by it, in summer too`, async () => {
      const { status } = await at('2026-07-15T20:00:00Z', { zone });
      expect(status()).to.equal(expected);
    });
  }

  it('names the day where the same time comes once before', async () => {
    const hours = 'Mo 00:00-24:00; Tu 00:00-18:00';
    const noon = await at('2026-07-13T17:00:00Z', { hours });
    expect(noon.status()).to.equal('Open now, until Tuesday, 6 PM (Central Time)');
    const evening = await at('2026-07-14T01:00:00Z', { hours });
    expect(evening.status()).to.equal('Open now, until 6 PM (Central Time)');
    const weeks = await at('2026-12-10T17:00:00Z', { hours: '24/7; PH off', holidays: '2026-12-25' });
    expect(weeks.status()).to.equal('Open now, until December 25, 2026, 12 AM (Central Time)');
  });

  it('shows the week in a card only', async () => {
    const { element } = await at('2026-07-15T15:00:00Z');
    expect(words(inside(element, '[part=week]'))).to.equal(
      'Monday – Friday 8 AM – 6 PM Saturday 9 AM – 12:30 PM Sunday Closed Public holidays Closed',
    );
    expect(words(inside(element, '[part=hours]'))).to.contain('Hours may differ on public holidays.');
    const banner = await at('2026-07-15T15:00:00Z', { layout: 'banner' });
    expect(inside(banner.element, '[part=week]')).to.equal(null);
  });

  it('knows the holidays that it is told', async () => {
    const { status } = await at('2026-12-25T16:00:00Z', { holidays: '2026-12-25' });
    expect(status()).to.equal('Closed now, opens tomorrow at 9 AM (Central Time)');
  });

  it('knows several holidays, whatever stands between them', async () => {
    for (const holidays of ['2026-12-24,2026-12-25', '2026-12-24;2026-12-25', '2026-12-24 2026-12-25']) {
      const { status } = await at('2026-12-24T16:00:00Z', { holidays });
      expect(status(), holidays).to.equal('Closed now, opens on Saturday at 9 AM (Central Time)');
    }
  });

  it('looks at the clock when the page is seen again, since timers sleep with the device', async () => {
    let now = Date.parse('2026-07-15T22:50:00Z');
    const clock: Clock = { now: () => now, after: () => () => undefined };
    const element = await show(
      html`<care-contact hours=${HOURS} time-zone="America/Chicago" .clock=${clock}></care-contact>`,
    );
    expect(words(await part(element, 'status'))).to.match(/^Open now/);
    now += 3_600_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
    expect(words(await part(element, 'status'))).to.match(/^Closed now/);
    element.remove();
    await element.updateComplete;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(element.isUpdatePending).to.equal(false);
  });

  it('is always open where it is', async () => {
    const { element, status } = await at('2026-07-15T15:00:00Z', { hours: '24/7' });
    expect(status()).to.equal('Open day and night, every day');
    expect(words(inside(element, '[part=week]'))).to.equal('Monday – Sunday All day');
  });

  it('says it anew when it closes, and when tomorrow has become today', async () => {
    const { element, manual, status } = await at('2026-07-15T22:50:00Z');
    manual.advance(10 * 60_000);
    await element.updateComplete;
    expect(status()).to.equal('Closed now, opens tomorrow at 8 AM (Central Time)');
    manual.advance(6 * 3_600_000);
    await element.updateComplete;
    expect(status()).to.equal('Closed now, opens today at 8 AM (Central Time)');
    expect(manual.pending).to.equal(1);
  });

  it('leaves no timer behind, and takes it up again', async () => {
    const { element, manual } = await at('2026-07-15T15:00:00Z');
    const parent = element.parentElement;
    element.remove();
    await element.updateComplete;
    expect(manual.pending).to.equal(0);
    parent?.append(element);
    await element.updateComplete;
    expect(manual.pending).to.equal(1);
  });

  it('says “la 1” in Spanish, and “las” of every other time', async () => {
    for (const [lang, hours, says] of [
      ['es-US', 'Mo-Fr 13:00-18:00', 'Cerrado ahora, abre hoy a la 1 pm (hora central)'],
      ['es-US', 'Mo-Fr 08:00-13:30', 'Abierto ahora, hasta la 1:30 pm (hora central)'],
      ['es-US', 'Mo-Fr 11:00-18:00', 'Cerrado ahora, abre hoy a las 11 am (hora central)'],
      ['es-ES', 'Mo-Fr 13:00-18:00', 'Cerrado ahora, abre hoy a las 13:00 (hora central)'],
    ] as const) {
      const { status } = await at('2026-07-15T15:00:00Z', { lang, hours });
      await waitUntil(() => /^(?:Abierto|Cerrado)/.test(status()));
      // browsers write "p. m." with and without a space of several kinds
      expect(
        status()
          .replace(/([ap])\.\s?m\./, '$1m')
          .replace(/\s/g, ' '),
      ).to.equal(says);
    }
  });

  it('speaks Spanish', async () => {
    const { element, status } = await at('2026-07-15T15:00:00Z', { lang: 'es' });
    await waitUntil(() => status().startsWith('Abierto'));
    expect(status()).to.equal('Abierto ahora, hasta las 18:00 (hora central)');
    expect(words(link(element, 'phone'))).to.equal('Llamar al +15125550142');
    expect(words(inside(element, '[part=week]'))).to.contain('Lunes – viernes 8:00 – 18:00');
  });
});

describe('care-contact: crisis lines', () => {
  for (const [region, lines] of Object.entries(CRISIS_LINES)) {
    it(`names every line of ${region}, in the shadow root`, async () => {
      const element = await show(html`<care-contact phone="+15551234567" crisis-region=${region}></care-contact>`);
      const strip = await part(element, 'crisis');
      const numbers = [...strip.querySelectorAll('a')].map((anchor) => anchor.getAttribute('href'));
      for (const { call, text, name } of lines) {
        expect(numbers).to.include(`tel:${call}`);
        if (text) expect(numbers).to.include(`sms:${text}`);
        if (name) expect(words(strip)).to.contain(name);
      }
      expect([...strip.querySelectorAll('a')].every((anchor) => !anchor.target)).to.equal(true);
      expect([...element.querySelectorAll('a')].map((anchor) => anchor.slot)).to.eql(['phone']);
      await expect(element).to.be.accessible();
    });
  }

  it('is short where there is little room', async () => {
    const element = await show(
      html`<care-contact layout="sticky" phone="+15551234567" crisis-region="US"></care-contact>`,
    );
    expect(words(await part(element, 'crisis'))).to.equal('Crisis line: Call 988 Text 988 Chat Emergency: Call 911');
  });

  it('is not there unless a region is given', async () => {
    const element = await show(html`<care-contact phone="+15551234567" crisis-region="none"></care-contact>`);
    await nextFrame();
    expect(inside(element, '[part=crisis]')).to.equal(null);
  });

  it('is not missed where no region is written: that is no mistake', async () => {
    const before = said.length;
    const element = await show(html`<care-contact phone="+15551234567"></care-contact>`);
    await import('../../src/elements/care-contact/care-contact.crisis.js');
    await nextFrame();
    await element.updateComplete;
    expect(said.slice(before).join()).to.not.include('crisis-region');
  });
});

describe('care-contact: events', () => {
  const heard = (element: Element, click: Element | null | undefined): string[] => {
    const events: string[] = [];
    const listen = (event: Event) => {
      const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
      events.push(JSON.stringify([event.type, event.bubbles, event.composed, own]));
    };
    document.addEventListener('care-contact', listen);
    const stay = (event: Event) => event.preventDefault();
    document.addEventListener('click', stay);
    (click as HTMLElement | undefined)?.click();
    document.removeEventListener('click', stay);
    document.removeEventListener('care-contact', listen);
    return events;
  };

  it('says where the element stands and whether the clinic is open', async () => {
    const { clock } = clockAt('2026-07-15T15:00:00Z');
    const element = await show(
      html`<care-contact
        layout="banner"
        tty="+15125550149"
        hours="Mo-Fr 08:00-18:00"
        time-zone="America/Chicago"
        .clock=${clock}
      ></care-contact>`,
    );
    expect(heard(element, link(element, 'tty'))).to.eql([
      '["care-contact",true,true,[["channel","tty"],["placement","banner"],["isOpen",true]]]',
    ]);
  });

  it('says which channel is used, and no number, page or time', async () => {
    const element = await show(html`<care-contact phone="+15551234567" email="a@b.example"></care-contact>`);
    expect(heard(element, link(element, 'phone')?.querySelector('bdi'))).to.eql([
      '["care-contact",true,true,[["channel","phone"],["placement","card"],["isOpen",null]]]',
    ]);
    expect(heard(element, link(element, 'email'))).to.eql([
      '["care-contact",true,true,[["channel","email"],["placement","card"],["isOpen",null]]]',
    ]);
  });

  it('counts an author’s number as phone', async () => {
    const element = await show(
      html`<care-contact
        ><p><a href="tel:5551234567">Call</a></p></care-contact
      >`,
    );
    expect(heard(element, element.querySelector('a'))).to.eql([
      '["care-contact",true,true,[["channel","phone"],["placement","card"],["isOpen",null]]]',
    ]);
  });

  it('tells nobody of a crisis line', async () => {
    const element = await show(html`<care-contact phone="+15551234567" crisis-region="us"></care-contact>`);
    const strip = await part(element, 'crisis');
    expect(strip.querySelectorAll('a').length).to.be.greaterThan(4);
    for (const anchor of strip.querySelectorAll('a')) expect(heard(element, anchor)).to.eql([]);
  });

  it('tells nobody of a crisis line where all of it stands in a link of the page', async () => {
    const link = fixtureSync<HTMLElement>(
      html`<a href="tel:5551234567"><care-contact phone="+15551234567" crisis-region="us"></care-contact></a>`,
    );
    const element = link.querySelector('care-contact') as CareContact;
    await element.updateComplete;
    const strip = await part(element, 'crisis');
    for (const anchor of strip.querySelectorAll('a')) expect(heard(element, anchor)).to.eql([]);
  });
});

describe('care-contact: layouts', () => {
  for (const layout of ['banner', 'card', 'inline', 'sticky'] as const) {
    it(`${layout}: accessible, with targets that a thumb hits`, async () => {
      const { clock } = clockAt('2026-07-15T23:30:00Z');
      const element = await show(
        html`<care-contact
          layout=${layout}
          heading="Call or write"
          heading-level="3"
          phone="+15125550142"
          email="hello@clinic.example"
          hours="Mo-Fr 08:00-18:00"
          time-zone="America/Chicago"
          crisis-region="us"
          license-text="License 0000"
          license-url="https://licenses.example/"
          .clock=${clock}
        ></care-contact>`,
      );
      await part(element, 'status');
      await part(element, 'crisis');
      await expect(element).to.be.accessible();
      expect((layout === 'sticky' ? inside(element, 'h3') : element.querySelector('h3'))?.textContent).to.equal(
        'Call or write',
      );
      for (const channel of ['phone', 'email']) {
        expect(link(element, channel)?.getBoundingClientRect().height).to.be.at.least(44);
      }
      const license = inside(element, '[part=license] a');
      expect(license?.getAttribute('href')).to.equal('https://licenses.example/');
      expect(license?.getBoundingClientRect().height).to.be.at.least(24);
    });
  }

  it('is held at the edge too where the layout is set as a property, as React does it', async () => {
    const element = document.createElement('care-contact');
    Object.assign(element, { phone: '+15125550142', layout: 'sticky' });
    fixtureSync(html`<div></div>`).append(element);
    await waitUntil(() => getComputedStyle(element).position === 'sticky');
  });

  it('stands at its place while a bar would take more than half of the window', async () => {
    const element = fixtureSync<CareContact>(
      html`<care-contact
        layout="sticky"
        phone="+15125550142"
        license-text=${'Licensed. '.repeat(2000)}
      ></care-contact>`,
    );
    const position = () => getComputedStyle(element).position;
    await element.updateComplete;
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    expect(position()).to.equal('static');
    element.licenseText = 'Licensed.';
    await waitUntil(() => position() === 'sticky');
    element.licenseText = 'Licensed. '.repeat(2000);
    await waitUntil(() => position() === 'static');
  });

  it('gives way when the window has become too low for a bar', async () => {
    const element = await show(html`<care-contact layout="sticky" phone="+15125550142"></care-contact>`);
    const position = () => getComputedStyle(element).position;
    await waitUntil(() => position() === 'sticky');
    const height = Object.getOwnPropertyDescriptor(window, 'innerHeight')!;
    try {
      Object.defineProperty(window, 'innerHeight', { configurable: true, value: 20 });
      dispatchEvent(new Event('resize'));
      expect(position()).to.equal('static');
    } finally {
      Object.defineProperty(window, 'innerHeight', height);
    }
    dispatchEvent(new Event('resize'));
    expect(position()).to.equal('sticky');
  });

  /** A page with a sticky bar at its end, scrolled so that what the selector finds ends where the window ends. */
  const underBar = async (content: string, selector: string) => {
    const place = fixtureSync<HTMLElement>(html`<div></div>`);
    const around = document.createElement('div');
    around.attachShadow({ mode: 'open' }).innerHTML = `<div style="height: 150vh"></div>${content}`;
    const element = document.createElement('care-contact');
    Object.assign(element, { layout: 'sticky', phone: '+15125550142' });
    const space = Object.assign(document.createElement('div'), { style: 'height: 150vh' });
    place.append(around, space, element);
    await element.updateComplete;
    await waitUntil(() => getComputedStyle(element).position === 'sticky');
    await nextFrame();
    const target = around.shadowRoot!.querySelector<HTMLElement>(selector)!;
    scrollTo({ top: scrollY + target.getBoundingClientRect().bottom - innerHeight, behavior: 'instant' });
    const isCovered = () => target.getBoundingClientRect().bottom > element.getBoundingClientRect().top + 1;
    expect(isCovered()).to.equal(true);
    return { element, target, isCovered, root: around.shadowRoot! };
  };
  const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keyup', { key }));
  const twoFrames = async () => {
    await nextFrame();
    await nextFrame();
  };

  it('keeps what Tab reaches within a shadow root above the bar, and moves nothing at other keys', async () => {
    const two = '<button id="a">A</button><div style="height: 40vh"></div><button id="b">B</button>';
    const { target, isCovered, root } = await underBar(two, '#b');
    root.querySelector<HTMLElement>('#a')?.focus({ preventScroll: true });
    await twoFrames();
    target.focus({ preventScroll: true });
    press('b');
    await twoFrames();
    expect(isCovered()).to.equal(true);
    press('Tab');
    await waitUntil(() => !isCovered());
    scrollTo(0, 0);
  });

  it('leaves room above the bar for the ring around what has the focus', async () => {
    const { element, target } = await underBar('<button>Before</button>', 'button');
    target.focus({ preventScroll: true });
    // 3 px wide, 2 px away
    await waitUntil(() => element.getBoundingClientRect().top - target.getBoundingClientRect().bottom >= 5);
    scrollTo(0, 0);
  });

  it('keeps the beginning of what is higher than the room above the bar in the window', async () => {
    const { target } = await underBar('<button style="display: block; height: 97vh">Much to press</button>', 'button');
    target.focus({ preventScroll: true });
    await twoFrames();
    expect(target.getBoundingClientRect().top).to.be.closeTo(0, 1);
    scrollTo(0, 0);
  });

  it('stays where it is when it has the focus itself', async () => {
    const { element } = await underBar('<button>Before</button>', 'button');
    const { scrollY: before } = window;
    link(element, 'phone')?.focus({ preventScroll: true });
    await twoFrames();
    expect(scrollY).to.equal(before);
    scrollTo(0, 0);
  });

  it('keeps what has the focus above the sticky bar', async () => {
    const place = fixtureSync<HTMLElement>(
      html`<div>
        <div style="height: 150vh"></div>
        <button id="low">Low</button>
        <div style="height: 50vh"></div>
        <care-contact layout="sticky" phone="+15125550142"></care-contact>
      </div>`,
    );
    const element = place.querySelector('care-contact') as CareContact;
    const button = place.querySelector<HTMLElement>('#low');
    await element.updateComplete;
    await waitUntil(() => getComputedStyle(element).position === 'sticky');
    await nextFrame();
    // at the very edge of the window, where the bar is
    const edge = () => button?.getBoundingClientRect().bottom ?? 0;
    scrollTo(0, scrollY + edge() - innerHeight);
    expect(element.getBoundingClientRect().top).to.be.lessThan(edge());
    await waitUntil(() => {
      button?.blur();
      button?.focus({ preventScroll: true });
      return edge() <= element.getBoundingClientRect().top + 1;
    });
    scrollTo(0, 0);
  });
});
