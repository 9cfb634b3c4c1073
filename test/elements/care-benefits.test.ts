import { expect, html, waitUntil as waitAtMost } from '@open-wc/testing';
import { nothing, type TemplateResult } from 'lit';
import '../../src/define/care-benefits.js';
import { english } from '../../src/data/benefits/en.js';
import { spanish as spanishFor } from '../../src/data/benefits/es.js';
import { FIGURES } from '../../src/data/benefits/figures.js';
import type { CareBenefits } from '../../src/elements/care-benefits/care-benefits.js';
import { articleBody } from '../../src/html/article-body.js';
import type { Benefit, FaqEntry, LevelOfCare } from '../../src/model/benefit.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { articleOf, loaded, mounted, ReadingRoom, settledNext, within, words } from '../support/reading-room.js';

const TAG = 'care-benefits';
const spanish = spanishFor(FIGURES);
const said = recordWarnings();
const waitUntil = (isSo: () => unknown) => waitAtMost(() => !!isSo(), undefined, { timeout: 8000 });

const show = async (template: TemplateResult): Promise<CareBenefits> => loaded<CareBenefits>(TAG, template);
const titleIn = (element: Element) => element.querySelector('[data-care-heading] > [part=title]');
/** But for that of the whole. */
const headings = (element: Element, level = 'h3'): string[] =>
  [...element.querySelectorAll(`:not([data-care-heading]) > ${level}`)].map(words);

const MARKUP = `<p>Before.</p><h2 id="gains">What people <em>gain</em></h2><p>In short.</p>
  <h3>Structure</h3><p>Mornings.</p><h3>Support</h3><ul><li>Groups</li></ul><script>window.pwned = 1</script>
  <h2>Costs</h2><p>Ask.</p>`;

const room = async (markup = MARKUP) => {
  const body = await articleBody(markup, { url: 'https://clinic.example/' });
  return new ReadingRoom([articleOf({ slug: 'iop', title: 'About the IOP', body, language: 'en' })]);
};

describe('care-benefits: built in', () => {
  it('shows five benefits and when that is not enough, without an endpoint, and asks nobody', async () => {
    const element = await show(html`<care-benefits></care-benefits>`);
    expect(words(titleIn(element))).to.equal(english.title);
    expect(headings(element)).to.eql([...english.benefits, english.limits].map(({ title }) => title));
    expect(english.benefits).to.have.length(5);
    expect(words(element)).to.contain(`${FIGURES.iop.min} to ${FIGURES.iop.max} hours`);
    expect(said).to.eql([]);
    await expect(element).to.be.accessible();
  });

  it('stands in the page’s own tree, where its search finds it', async () => {
    const element = await show(html`<care-benefits></care-benefits>`);
    const [first] = element.querySelectorAll('h3');
    expect(first?.getRootNode()).to.equal(document);
    expect(first?.checkVisibility()).to.equal(true);
  });

  it('speaks Spanish, and follows the language', async () => {
    const around = document.createElement('div');
    const element = await show(html`<div lang="es"><care-benefits></care-benefits></div>`);
    expect(words(titleIn(element))).to.equal(spanish.title);
    element.locale = 'en';
    await waitUntil(() => words(titleIn(element)) === english.title);
    around.remove();
  });

  it('says the same in both languages', () => {
    const shape = (text: typeof english) => [
      text.benefits.map(({ points = [] }) => points.length),
      text.limits.points?.length,
      !!text.limits.body,
    ];
    expect(shape(spanish)).to.eql(shape(english));
  });

  for (const layout of ['list', 'grid', 'accordion'] as const) {
    it(`${layout}: one heading a benefit, below the title`, async () => {
      const element = await show(html`<care-benefits layout=${layout} heading-level="3"></care-benefits>`);
      await waitUntil(() => headings(element, 'h4').length === 6);
      expect(titleIn(element)?.localName).to.equal('h3');
      expect(element.querySelectorAll('details').length).to.equal(layout === 'accordion' ? 5 : 0);
      await expect(element).to.be.accessible();
    });
  }

  it('grid: two columns at most, the first benefit across both where one would be left over', async () => {
    const place: (width: number, count: number) => Promise<number[]> = async (width, count) => {
      const element = await show(
        html`<div style="inline-size: ${width}px; font-size: 16px">
          <care-benefits layout="grid" .benefits=${english.benefits.slice(0, count)}></care-benefits>
        </div>`,
      );
      const boxes = [...element.querySelectorAll('[part=item]')].map((item) => item.getBoundingClientRect());
      return boxes.map((box) => Math.round((10 * box.width) / width));
    };
    expect(await place(1200, 5)).to.eql([10, 5, 5, 5, 5]);
    expect(await place(1200, 4)).to.eql([5, 5, 5, 5]);
    expect(await place(340, 3)).to.eql([10, 10, 10]);
  });

  it('has a box of limits no wider than its lines', async () => {
    const element = await show(
      html`<div style="inline-size: 1152px; font-size: 16px"><care-benefits></care-benefits></div>`,
    );
    const [limits, text] = ['[part=limits]', '[part=limits] [part=content]'].map(
      (selector) => element.querySelector(selector)?.getBoundingClientRect().width ?? 0,
    );
    expect((limits ?? 0) - (text ?? 0)).to.be.within(0, 60);
  });

  it('says nothing in letters below 14 px, also in a narrow place', async () => {
    for (const width of ['320px', '1152px']) {
      const element = await show(
        html`<div style="inline-size: ${width}; font-size: 16px">
          <care-benefits with-comparison with-faq></care-benefits>
        </div>`,
      );
      await waitUntil(() => element.querySelector('[part=pair] [part=badge]'));
      const small = [...element.querySelectorAll('[data-care-benefits] *')].filter(
        (part) => part.textContent.trim() && parseFloat(getComputedStyle(part).fontSize) < 14,
      );
      expect(small.map((part) => `${width}: ${words(part)}`)).to.deep.equal([]);
    }
  });

  it('keeps the lines that open something in shape under style sheets that say display: list-item', async () => {
    const sheet = new CSSStyleSheet();
    // of Reboot and normalize.css, and of a theme
    sheet.replaceSync('summary { display: list-item } .page summary { display: list-item } h3 { font-size: 40px }');
    const { adoptedStyleSheets: before } = document;
    document.adoptedStyleSheets = [...before, sheet];
    const element = await show(
      html`<div class="page"><care-benefits layout="accordion" style="font-size: 16px"></care-benefits></div>`,
    );
    const summary = element.querySelector('summary');
    const title = summary?.querySelector('h3');
    expect(summary && getComputedStyle(summary).display).to.equal('flex');
    expect(title && getComputedStyle(title).fontSize).to.equal('19px');
    expect(summary?.getBoundingClientRect().height).to.be.within(44, 60);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  it('has headings of one weight, that of the page where it has one', async () => {
    const weights = (element: Element) =>
      new Set([...element.querySelectorAll('[part=title]')].map((title) => getComputedStyle(title).fontWeight));
    const element = await show(html`<care-benefits layout="accordion" with-comparison with-faq></care-benefits>`);
    expect([...weights(element)]).to.eql(['600']);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('h2, h3, h4 { font-weight: 500 }');
    const { adoptedStyleSheets: before } = document;
    document.adoptedStyleSheets = [sheet, ...before];
    expect([...weights(element)]).to.eql(['500']);
    document.adoptedStyleSheets = before;
  });

  it('accordion: opens by its summary, and holds its text in the page while it is closed', async () => {
    const element = await show(html`<care-benefits layout="accordion"></care-benefits>`);
    await waitUntil(() => element.querySelector('details'));
    const details = element.querySelector('details');
    expect(details?.open).to.equal(false);
    expect(words(details)).to.contain(english.benefits[0]?.text);
    details?.querySelector('summary')?.click();
    expect(details?.open).to.equal(true);
  });
});

describe('care-benefits: in the page', () => {
  it('follows what an author writes into it and takes out of it', async () => {
    const element = await show(html`<care-benefits></care-benefits>`);
    const own = document.createElement('p');
    own.textContent = 'Our own words.';
    element.append(own);
    await waitUntil(() => own.checkVisibility());
    expect(element.querySelector('[data-care-benefits]')).to.equal(null);
    own.remove();
    await waitUntil(() => headings(element).length === 6);
  });

  it('takes its own text out of a copy before it writes it anew', async () => {
    const element = await show(html`<care-benefits></care-benefits>`);
    const copy = element.cloneNode(true) as CareBenefits;
    element.after(copy);
    await settledNext(copy);
    expect(copy.querySelectorAll('[data-care-benefits]')).to.have.length(1);
    copy.remove();
  });

  it('does not take a noscript for an author’s words', async () => {
    const element = await show(html`<care-benefits><noscript>Call us.</noscript></care-benefits>`);
    expect(headings(element)).to.have.length(6);
  });

  it('opens what a link leads to, also among an author’s own children', async () => {
    const element = await show(
      html`<care-benefits layout="accordion"
        ><h3>Ours</h3>
        <p id="care-benefits-test">First.</p></care-benefits
      >`,
    );
    await waitUntil(() => within(element, 'details'));
    const before = location.href;
    location.hash = '#care-benefits-test';
    await waitUntil(() => within<HTMLDetailsElement>(element, 'details')?.open);
    history.replaceState(null, '', before);
  });

  it('keeps what is open when the level of its headings changes', async () => {
    const element = await show(html`<care-benefits layout="accordion"></care-benefits>`);
    const details = element.querySelector('details');
    details?.querySelector('summary')?.click();
    element.headingLevel = 4;
    await element.updateComplete;
    expect(headings(element, 'h5')).to.have.length(6);
    expect(element.querySelector('details')?.open).to.equal(true);
  });
});

describe('care-benefits: from an article', () => {
  it('gives an Arabic text its language and direction, and each element a copy of its own', async () => {
    const body = await articleBody('<h2>نظام</h2><p>مواعيد ثابتة</p>', { url: 'https://clinic.example/' });
    const { endpoint, source } = new ReadingRoom([articleOf({ slug: 'iop', body, language: 'ar' })]);
    const one = () => html`<care-benefits endpoint=${endpoint} source=${source} slug="iop"></care-benefits>`;
    const elements = [await show(one()), await show(one())];
    for (const element of elements) {
      await waitUntil(() => element.querySelector('[data-care-body]'));
      const part = element.querySelector<HTMLElement>('[part=benefits]');
      expect([part?.lang, part?.dir, words(part)]).to.eql(['ar', 'rtl', 'نظام مواعيد ثابتة']);
    }
  });

  const asked = ({ endpoint, source }: ReadingRoom, section?: string) =>
    html`<care-benefits
      endpoint=${endpoint}
      source=${source}
      slug="iop"
      section=${section ?? nothing}
    ></care-benefits>`;

  it('does not take the ids of its own text for the page’s when the level of its headings changes', async () => {
    const markup = '<h2>Gains</h2><p>See <a href="#note">below</a>.</p><p id="note">A note.</p>';
    const element = await show(asked(await room(markup)));
    await waitUntil(() => element.querySelector('#care-note'));
    element.headingLevel = 4;
    await waitUntil(() => element.querySelector('[part=benefits] h5'));
    expect(element.querySelector('[data-care-body] [id]')?.id).to.equal('care-note');
    expect(element.querySelector('[data-care-body] a')?.getAttribute('href')).to.equal('#care-note');
  });

  for (const section of ['gains', 'What people gain', 'what  PEOPLE gain']) {
    it(`takes the sub-headings under section="${section}"`, async () => {
      const element = await show(asked(await room(), section));
      expect(words(titleIn(element))).to.equal('What people gain');
      expect(headings(element)).to.eql(['Structure', 'Support']);
      expect(words(element)).to.contain('In short.');
      expect(words(element)).not.to.contain('Ask.');
      expect((window as { pwned?: number }).pwned).to.equal(undefined);
    });
  }

  it('takes the outermost headings without a section, and tells what it loaded', async () => {
    const { endpoint, source } = await room();
    const element = mounted<CareBenefits>(
      TAG,
      html`<care-benefits endpoint=${endpoint} source=${source} slug="iop"></care-benefits>`,
    );
    const titles = await new Promise((resolve) => {
      element.addEventListener('care-load', ({ benefits, article }) =>
        resolve([article?.slug, benefits?.map(({ title }) => title)]),
      );
    });
    expect(titles).to.eql(['iop', ['What people gain', 'Costs']]);
  });

  it('says in the console which headings there are where the section is none of them', async () => {
    const element = mounted<CareBenefits>(TAG, asked(await room(), 'prices'));
    await settledNext(element);
    expect(element.error?.code).to.equal('not-found');
    expect(said.join()).to.match(/section="prices".*"What people gain", "Structure", "Support", "Costs"/);
  });

  it('refuses slug and article-id together', async () => {
    const { endpoint, source } = await room();
    const element = mounted<CareBenefits>(
      TAG,
      html`<care-benefits endpoint=${endpoint} source=${source} slug="iop" article-id="id-iop"></care-benefits>`,
    );
    await settledNext(element);
    expect(element.error?.code).to.equal('not-configured');
  });

  it('shows the text whole where it has no headings to split at', async () => {
    const element = await show(asked(await room('<h2>Gains</h2><p>One thing only.</p>'), 'Gains'));
    expect(words(element)).to.contain('One thing only.');
    await waitUntil(() => said.length);
    expect(said[0]).to.contain('no headings under that heading');
  });
});

describe('care-benefits: authored and given', () => {
  it('keeps an author’s children where they are, in every layout', async () => {
    const element = await show(
      html`<care-benefits layout="grid"
        ><h3>Ours</h3>
        <p>First.</p>
        <h3>Theirs</h3>
        <p>Second.</p></care-benefits
      >`,
    );
    await waitUntil(() => within(element, '[part=item]'));
    expect([...element.children].map(({ localName }) => localName)).to.eql(['h3', 'p', 'h3', 'p']);
    expect([...element.children].every((child) => child.checkVisibility())).to.equal(true);
    element.layout = 'accordion';
    await waitUntil(() => within(element, 'details'));
    expect(element.shadowRoot?.querySelectorAll('details')).to.have.length(2);
    element.layout = 'list';
    await waitUntil(() => !within(element, 'details'));
    expect([...element.children].every((child) => child.checkVisibility() && !child.slot)).to.equal(true);
    expect(said).to.eql([]);
  });

  it('takes benefits, levels and questions as properties', async () => {
    const benefits: readonly Benefit[] = [{ title: 'Quiet rooms', points: [{ name: 'Library', text: 'open late' }] }];
    const levels: readonly LevelOfCare[] = [{ name: 'Evening group', hours: '4 hours', isCurrent: true }];
    const faq: readonly FaqEntry[] = [{ question: 'May I bring tea?', answer: 'Yes.' }];
    const element = await show(
      html`<care-benefits
        with-comparison
        with-faq
        .benefits=${benefits}
        .levels=${levels}
        .faq=${faq}
      ></care-benefits>`,
    );
    await waitUntil(() => element.querySelector('table') && element.querySelector('[part=faq]'));
    expect(words(element.querySelector('h2, h3'))).to.equal('Quiet rooms');
    expect([...element.querySelectorAll('tbody th')].map(words)).to.eql(['Evening group Explained here']);
    expect(words(element.querySelector('summary'))).to.equal('May I bring tea?');
  });

  for (const [name, value] of Object.entries({ benefits: 'none', levels: [{ hours: 3 }], faq: { question: 'x' } })) {
    it(`says what a wrong ${name} should be, and shows the rest`, async () => {
      const element = document.createElement(TAG);
      element.withComparison = element.withFaq = true;
      Object.assign(element, { [name]: value });
      mounted(TAG, html`<div>${element}</div>`);
      await waitUntil(() => said.length);
      expect(said[0]).to.contain(`The property "${name}" must be a list of {`);
      expect(element.state).not.to.equal('error');
    });
  }

  it('says which layouts there are', async () => {
    const element = await show(html`<care-benefits layout=${'carousel'}></care-benefits>`);
    await waitUntil(() => said.length);
    expect(said[0]).to.contain('list, grid, accordion');
    expect(headings(element)).to.have.length(6);
  });
});

describe('care-benefits: comparison and questions', () => {
  for (const lang of ['en', 'es']) {
    it(`has a captioned table that stays one for screen readers: ${lang}`, async () => {
      const element = await show(
        html`<div lang=${lang}><care-benefits with-comparison with-faq></care-benefits></div>`,
      );
      await waitUntil(() => element.querySelector('table') && element.querySelector('[part=faq]'));
      const table = element.querySelector<HTMLTableElement>('[part=table]');
      expect(words(table?.caption)).not.to.equal('');
      expect(table?.querySelectorAll('tbody th[scope=row]')).to.have.length(5);
      const current = table?.querySelector('[aria-current=true]');
      expect(words(current)).to.contain(`${FIGURES.iop.min} `).and.to.contain(`${FIGURES.iop.max} `);
      expect(element.querySelectorAll('[part=faq] details').length).to.be.at.least(6);
      await expect(element).to.be.accessible();
    });
  }

  const LEVELS: readonly LevelOfCare[] = [
    { name: 'Evening group', hours: '4 hours', stay: 'At home' },
    { name: 'Evening program', hours: '9 hours', isCurrent: true },
    { name: 'Day program', hours: '20 hours', stay: '' },
  ];
  const pairIn = (element: Element) =>
    [...element.querySelectorAll('[part=pair] tr')].map((row) => [...row.children].map(words));

  for (const [lang, unknown, columns] of [
    ['en', 'Not stated', ['Treatment a week', 'Where you sleep']],
    ['es', 'No indicado', ['Tratamiento por semana', 'Dónde se duerme']],
  ] as const) {
    it(`sets two levels side by side, this one and one that is chosen, without an empty cell: ${lang}`, async () => {
      const element = await show(
        html`<div lang=${lang}><care-benefits with-comparison .levels=${LEVELS}></care-benefits></div>`,
      );
      await waitUntil(() => words(element.querySelector('[part=pair]')).includes(columns[0]));
      const select = element.querySelector('select');
      expect([...(select?.options ?? [])].map(words)).to.eql(['Evening group', 'Day program']);
      expect(select?.labels?.[0] && words(select.labels[0])).to.match(/^(?:Compare with|Comparar con) /);
      expect(pairIn(element).slice(1)).to.eql([
        [columns[0], '9 hours', '20 hours'],
        [columns[1], unknown, unknown],
      ]);
      if (select) select.selectedIndex = 0;
      select?.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
      expect(pairIn(element).slice(1)).to.eql([
        [columns[0], '9 hours', '4 hours'],
        [columns[1], unknown, 'At home'],
      ]);
      const texts = [...element.querySelectorAll('[part=table] [part=value]')].map(words);
      expect(texts).to.eql(['4 hours', 'At home', '9 hours', unknown, '20 hours', unknown]);
      await expect(element).to.be.accessible();
    });
  }

  it('sets the last level beside the one before it', async () => {
    const levels = [...LEVELS.filter(({ isCurrent }) => !isCurrent), ...LEVELS.filter(({ isCurrent }) => isCurrent)];
    const element = await show(html`<care-benefits with-comparison .levels=${levels}></care-benefits>`);
    await waitUntil(() => element.querySelector('select'));
    expect(pairIn(element)[1]).to.eql(['Treatment a week', '9 hours', '20 hours']);
    expect(words(element.querySelector('select')?.selectedOptions[0])).to.equal('Day program');
  });

  it('asks for no choice between two levels, and shows a single one in its table', async () => {
    const element = await show(html`<care-benefits with-comparison .levels=${LEVELS.slice(1)}></care-benefits>`);
    expect([element.querySelector('select'), element.querySelector('[part=table]')]).to.eql([null, null]);
    expect(pairIn(element)[1]).to.eql(['Treatment a week', '9 hours', '20 hours']);
    element.levels = LEVELS.slice(0, 1);
    await element.updateComplete;
    expect(element.querySelector('[part=pair]')).to.equal(null);
    expect(element.querySelector('[part=table]')?.checkVisibility()).to.equal(true);
  });

  it('is no wider than a phone of 320 px', async () => {
    const element = await show(
      html`<div style="inline-size: 288px" lang="es"><care-benefits with-comparison></care-benefits></div>`,
    );
    await waitUntil(() => element.querySelector('select'));
    element.querySelector<HTMLElement>('[part=comparison] summary')?.click();
    for (const part of [element, ...element.querySelectorAll('[part=comparison], [part=answer], table')])
      expect(part.scrollWidth, part.outerHTML.slice(0, 60)).to.be.at.most(288);
  });

  it('stacks by the room that it has', async () => {
    const element = await show(
      html`<div style="inline-size: 20em"><care-benefits with-comparison></care-benefits></div>`,
    );
    await waitUntil(() => element.querySelector('table'));
    element.querySelector<HTMLElement>('[part=comparison] summary')?.click();
    const cell = element.querySelector('[part=table] td');
    expect(getComputedStyle(cell as Element).display).not.to.equal('table-cell');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    const [name, first] = element.querySelectorAll('[part=table] tbody tr:first-child > *');
    expect(first?.getBoundingClientRect().top).to.be.greaterThan(name?.getBoundingClientRect().top ?? Infinity);
  });
});

// last: a complaint is made once a page
describe('care-benefits: bad input', () => {
  it('never throws for lists of anything, and shows what can be shown', async () => {
    const benefits = [
      null,
      5,
      'x',
      { title: 3 },
      { title: 'Sound', points: [null, 'x', { text: 'Kept' }] },
      { title: 'Odd', points: 7 },
    ];
    const element = document.createElement(TAG);
    Object.assign(element, { benefits, levels: null, faq: [{ question: 'Why?', answer: {} }] });
    element.withComparison = element.withFaq = true;
    mounted(TAG, html`<div>${element}</div>`);
    await settledNext(element);
    await waitUntil(() => element.querySelector('[part=faq]'));
    expect([...element.querySelectorAll('[part=items] h2')].map(words)).to.eql(['Sound', 'Odd']);
    expect([...element.querySelectorAll('li')].map(words)).to.eql(['Kept']);
    expect(words(element.querySelector('[part=faq] summary'))).to.equal('Why?');
  });

  it('shows the built-in text as a list where the layout is unknown or taken away', async () => {
    const element = await show(html`<care-benefits layout="mosaic"></care-benefits>`);
    element.removeAttribute('layout');
    await element.updateComplete;
    expect(element.querySelector('[role=list]')).to.exist;
  });
});

describe('care-benefits: what wins', () => {
  const benefits: readonly Benefit[] = [{ title: 'Alone' }, { title: 'Rest', text: 'At night.' }];

  it('shows the benefits that the page hands over later in place of those before', async () => {
    const element = await show(html`<care-benefits .benefits=${benefits}></care-benefits>`);
    element.benefits = [{ title: 'Later' }];
    await settledNext(element);
    expect(headings(element, 'h2')).to.eql(['Later']);
  });

  it('shows them in place of an author’s children, which then are out of sight', async () => {
    const element = await show(html`<care-benefits .benefits=${benefits}><p id="own">Own</p></care-benefits>`);
    expect(headings(element, 'h2')).to.eql(['Alone', 'Rest']);
    expect(element.querySelector('#own')?.checkVisibility()).to.equal(false);
  });

  it('takes the author’s heading, and none where it is empty', async () => {
    const element = await show(html`<care-benefits heading="Ours"></care-benefits>`);
    expect(words(titleIn(element))).to.equal('Ours');
    element.heading = '';
    await element.updateComplete;
    expect(titleIn(element)).to.equal(null);
  });

  it('has no heading deeper than 6', async () => {
    const element = await show(html`<care-benefits heading-level="6"></care-benefits>`);
    expect([headings(element, 'h6').length, headings(element, 'h7').length]).to.eql([6, 0]);
  });

  it('discloses nothing where there is nothing behind a title', async () => {
    const element = await show(html`<care-benefits layout="accordion" .benefits=${benefits}></care-benefits>`);
    await waitUntil(() => element.querySelector('details'));
    expect([...element.querySelectorAll('summary')].map(words)).to.eql(['Rest']);
  });

  it('says of an article that is not public that it is not', async () => {
    const shelf = new ReadingRoom([articleOf({ slug: 'iop', isProtected: true })]);
    const element = await settledNext(
      mounted<CareBenefits>(
        TAG,
        html`<care-benefits endpoint=${shelf.endpoint} source=${shelf.source} slug="iop"></care-benefits>`,
      ),
    );
    expect(element.error?.code).to.equal('protected');
  });

  it('gives an author’s children back to the fallback once an article is asked for, and fails', async () => {
    const element = await show(
      html`<care-benefits layout="grid"
        ><h3>One</h3>
        <p id="own">Own</p></care-benefits
      >`,
    );
    await waitUntil(() => element.querySelector('#own')?.slot);
    const shelf = new ReadingRoom([]);
    Object.assign(element, { endpoint: shelf.endpoint, source: shelf.source, slug: 'missing' });
    await settledNext(element);
    await waitUntil(() => element.querySelector('#own')?.checkVisibility());
    expect(element.querySelector('#own')?.slot).to.equal('');
  });
});
