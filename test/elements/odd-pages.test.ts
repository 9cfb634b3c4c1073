import { expect, fixtureSync, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-benefits.js';
import '../../src/define/care-categories.js';
import '../../src/define/care-config.js';
import '../../src/define/care-contact.js';
import '../../src/define/care-newsletter.js';
import '../../src/define/care-urgent.js';
import type { CareArticleCard } from '../../src/elements/care-article-card/care-article-card.js';
import type { CareArticleList } from '../../src/elements/care-article-list/care-article-list.js';
import type { CareBenefits } from '../../src/elements/care-benefits/care-benefits.js';
import type { CareContact } from '../../src/elements/care-contact/care-contact.js';
import type { SettingsElement } from '../../src/elements/shared/settings-element.js';
import { articleBody } from '../../src/html/article-body.js';
import { CareError } from '../../src/model/care-error.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { articleOf } from '../support/reading-room.js';

// What webmasters really write, and what their pages do to it.

const said = recordWarnings();
const ARTICLE = articleOf({ slug: 'iop', title: 'About the IOP' });
const isSeen = (element: Element | null): boolean => !!element?.checkVisibility();

/** As a parser makes it of `<care-x … />`: all that follows stands inside. */
const swallowed = async (tag: string): Promise<SettingsElement> => {
  const place: HTMLElement = fixtureSync(html`<div></div>`);
  const parsed = new DOMParser().parseFromString(
    `${tag}<p id="rest">Call us: <a href="tel:+15125550142">512-555-0142</a>.</p><form id="search"><input name="q" /></form>
     <care-contact phone="+1 512 555 0143"></care-contact>`,
    'text/html',
  );
  place.append(...document.importNode(parsed.body, true).childNodes);
  const element = place.firstElementChild as SettingsElement;
  if (element.localName === 'care-article-card') (element as CareArticleCard).article = ARTICLE;
  await element.updateComplete;
  await waitUntil(() => element.shadowRoot?.childElementCount);
  await nextFrame();
  return element;
};

describe('a tag that is closed in itself', () => {
  for (const tag of [
    '<care-article-card slug="iop" />',
    '<care-contact phone="+1 512 555 0142" />',
    '<care-newsletter action="/subscribe" />',
  ]) {
    it(`hides nothing of the page behind ${tag}, and says what to write`, async () => {
      const element = await swallowed(tag);
      for (const selector of ['#rest', '#search', 'care-contact care-contact, care-contact'])
        expect(isSeen(element.querySelector(selector)), selector).to.equal(true);
      expect(said.join('\n')).to.contain(`write </${element.localName}> where the element ends`);
    });
  }

  for (const part of ['main', 'nav', 'aside', 'form', 'h1', 'header', 'footer', 'div role="main"']) {
    it(`hides no <${part}>, which is no fallback`, async () => {
      const card = fixtureSync<CareArticleCard>(html`<care-article-card .article=${ARTICLE}></care-article-card>`);
      card.innerHTML = `<div><${part}>Ours</${part.split(' ')[0]!}></div>`;
      card.requestUpdate();
      await card.updateComplete;
      expect(isSeen(card.querySelector('div > *'))).to.equal(true);
    });
  }

  it('is not suspected where what stands in a slot of its own holds a form', async () => {
    const card = fixtureSync<CareArticleCard>(
      html`<care-article-card .article=${ARTICLE}
        ><p>Soon</p>
        <div slot="error"><form></form></div
      ></care-article-card>`,
    );
    await card.updateComplete;
    expect(isSeen(card.querySelector('p'))).to.equal(false);
    expect(said).to.eql([]);
  });

  it('is not suspected where the fallback of categories is a navigation', async () => {
    const element = document.createElement('care-categories');
    element.innerHTML = '<nav><a href="/topics/">Topics</a></nav>';
    element.categories = [{ id: '3', slug: 'recovery', name: 'Recovery', url: 'https://clinic.example/recovery/' }];
    fixtureSync(html`<div></div>`).append(element);
    await element.updateComplete;
    expect(isSeen(element.querySelector('nav'))).to.equal(false);
    expect(said).to.eql([]);
  });

  it('is not suspected where the fallback bears the title of the page, as the element will', async () => {
    const card = fixtureSync<CareArticleCard>(
      html`<care-article-card heading-level="1" .article=${ARTICLE}><h1>Our articles</h1></care-article-card>`,
    );
    await card.updateComplete;
    expect(isSeen(card.querySelector('h1'))).to.equal(false);
    expect(said).to.eql([]);
  });

  it('is not suspected where a fallback is one', async () => {
    const card = fixtureSync<CareArticleCard>(
      html`<care-article-card .article=${ARTICLE}
        ><h3><a href="/iop">About it</a></h3></care-article-card
      >`,
    );
    await card.updateComplete;
    expect(isSeen(card.querySelector('a'))).to.equal(false);
    expect(said).to.eql([]);
  });
});

describe('what an element has put into the light DOM', () => {
  const contact = async (): Promise<CareContact> => {
    const element = fixtureSync<CareContact>(
      html`<care-contact phone="+15125550142"><a href="tel:+15125550142">Call us</a></care-contact>`,
    );
    await element.updateComplete;
    return element;
  };
  const link = (element: Element) => element.querySelector('[slot=phone]');

  it('is put back where a page writes the children anew, as often as it does', async () => {
    const element = await contact();
    for (let round = 0; round < 150; round++) {
      element.innerHTML = '<a href="tel:+15125550142">Call us</a>';
      await waitUntil(() => link(element), undefined, { interval: 1 });
      if (round % 50 === 49) await nextFrame();
    }
    expect(link(element)?.getAttribute('href')).to.equal('tel:+15125550142');
  });

  it('gets its parts and its words back in their order, whichever a page takes, and in which order', async () => {
    const element = await contact();
    const own = link(element)!;
    const { outerHTML } = own;
    const ways: readonly (() => void)[] = [
      () => {
        while (own.lastChild) own.lastChild.remove();
      },
      () => own.querySelector('*')?.remove(),
      () => {
        const words = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) words.currentNode.nodeValue = '';
        own.lastElementChild?.remove();
      },
    ];
    for (const [number, take] of ways.entries()) {
      take();
      expect(own.outerHTML).not.to.equal(outerHTML);
      await waitUntil(() => own.outerHTML === outerHTML, `way ${number}: ${own.outerHTML}`);
    }
  });

  it('does not make a page hang that takes it away each time', async () => {
    const element = await contact();
    let taken = 0;
    const observer = new MutationObserver(() => {
      if (!link(element)) return;
      taken++;
      link(element)?.remove();
    });
    observer.observe(element, { childList: true });
    link(element)?.remove();
    await nextFrame();
    observer.disconnect();
    expect(taken).to.be.greaterThan(10);
  });
});

describe('quotation marks that an editor has made curly', () => {
  it('are no part of a value; the webmaster is told', async () => {
    const card = fixtureSync<CareArticleCard>(html`<care-article-card slug="”what-is-an-iop”"></care-article-card>`);
    expect(card.slug).to.equal('what-is-an-iop');
    await card.updateComplete;
    expect(said.join('\n')).to.contain('slug="what-is-an-iop"');
  });

  it('stay where they stand in words for visitors', async () => {
    const contact = fixtureSync<CareContact>(html`<care-contact phone="+15125550142" heading="“Hope”"></care-contact>`);
    await contact.updateComplete;
    expect(contact.querySelector('[part=title]')?.textContent).to.equal('“Hope”');
    expect(said).to.eql([]);
  });
});

describe('a named theme', () => {
  /** The browser's own colour of a page in that scheme. */
  const canvas = (scheme: string): string => {
    const place: HTMLElement = fixtureSync(html`<div></div>`);
    place.style.cssText = `color-scheme: ${scheme}; background: canvas`;
    return getComputedStyle(place).backgroundColor;
  };
  for (const tag of ['care-contact', 'care-newsletter', 'care-categories']) {
    it(`dresses ${tag}: on itself, around it, and when it is taken away`, async () => {
      const config = fixtureSync<HTMLElement>(html`<care-config theme="dark"></care-config>`);
      const element = document.createElement(tag) as SettingsElement;
      element.setAttribute('phone', '+15125550142');
      element.setAttribute('action', '/subscribe');
      config.append(element);
      const background = () => getComputedStyle(element).backgroundColor;
      expect(canvas('dark')).not.to.equal(canvas('light'));
      await waitUntil(() => background() === canvas('dark'));
      element.theme = 'light';
      await waitUntil(() => background() === canvas('light'));
      element.theme = 'auto';
      await waitUntil(() => background() === 'rgba(0, 0, 0, 0)');
    });
  }
});

describe('a named theme and links of the page', () => {
  const luminance = (color: string): number => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };

  it('are readable on the background of the theme, and follow the page again without it', async () => {
    const body = await articleBody('<p>See <a href="/x">this</a>.</p>', { url: 'https://clinic.example/' });
    const place: HTMLElement = fixtureSync(
      html`<div class="entry-content">
        <style>
          .entry-content p a {
            color: rgb(30, 50, 160);
          }
        </style>
        <care-article theme="dark" .article=${articleOf({ slug: 'a', body })}></care-article>
      </div>`,
    );
    const element = place.querySelector('care-article') as SettingsElement;
    await waitUntil(() => element.querySelector('a'));
    const link = element.querySelector('a') as Element;
    const color = () => getComputedStyle(link).color;
    await waitUntil(() => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)');
    expect(contrast(color(), getComputedStyle(element).backgroundColor)).to.be.greaterThan(4.5);
    element.style.setProperty('--care-color-accent', 'rgb(255, 200, 100)');
    expect(color()).to.equal('rgb(255, 200, 100)');
    element.theme = 'auto';
    await waitUntil(() => color() === 'rgb(30, 50, 160)');
  });
});

describe('a named theme and words of the page', () => {
  it('are readable on the background of the theme, a fallback too, and around the elements as the page has them', async () => {
    const place: HTMLElement = fixtureSync(
      html`<div class="entry-content">
        <style>
          .entry-content :is(p, li, label, h2, a) {
            color: rgb(40, 40, 40);
          }
          .entry-content .button {
            background: rgb(250, 250, 200);
          }
        </style>
        <care-config theme="dark">
          <p class="pages">Words</p>
          <care-article-card><a href="/x" data-own>Read the article</a></care-article-card>
          <care-article-card><a href="/x" class="button">Read the article</a></care-article-card>
          <care-article><p data-own>Call us</p></care-article>
          <care-urgent heading="Call 911 if" reviewer="Dr. A, MD" reviewed-on="2026-01-01"
            ><p data-own>Signs</p></care-urgent
          >
          <care-newsletter action="/subscribe" protocol="form" consent="required"></care-newsletter>
          <care-benefits></care-benefits>
        </care-config>
      </div>`,
    );
    const isThere = (selector: string) => place.querySelectorAll(selector).length > 2;
    await waitUntil(() => isThere('care-benefits p') && isThere('care-benefits li') && isThere('care-newsletter p'));
    const words = [
      ...place.querySelectorAll('[data-own], care-newsletter :is(p, label), care-benefits :is(p, li, h2)'),
    ];
    const color = (element: Element) => getComputedStyle(element).color;
    expect(words.length).to.be.above(20);
    await waitUntil(() => color(words[0] as Element) !== 'rgb(40, 40, 40)');
    const white = color(place.querySelector('care-article-card') as Element); // the browser's own
    for (const element of words) expect(color(element), element.outerHTML).to.equal(white);
    for (const other of ['.pages', '.button'])
      expect(color(place.querySelector(other) as Element), other).to.equal('rgb(40, 40, 40)');
  });
});

describe('the content width of a block theme', () => {
  const place = (inner: unknown): HTMLElement =>
    fixtureSync(
      html`<div style="inline-size: 700px">
        <style>
          .constrained > :where(:not(.alignfull)) {
            max-width: 400px;
            margin-left: auto !important;
            margin-right: auto !important;
          }
        </style>
        ${inner}
      </div>`,
    );

  it('holds what stands in care-config, too', async () => {
    const root = place(
      html`<div class="constrained">
        <care-config><p>Words</p></care-config>
      </div>`,
    );
    const words = root.querySelector('p') as Element;
    await waitUntil(() => words.getBoundingClientRect().width === 400);
    expect(words.getBoundingClientRect().left - root.getBoundingClientRect().left).to.equal(150);
  });

  it('is none where it is a share of the room, or where care-config stands among columns', async () => {
    const root = place(
      html`<div style="display: flex" class="constrained">
          <care-config
            ><p>a</p>
            <p>b</p></care-config
          >
        </div>
        <care-config style="max-width: 100%"><p>c</p></care-config>`,
    );
    for (const config of root.querySelectorAll<SettingsElement>('care-config')) {
      await config.updateComplete;
      expect(getComputedStyle(config).display).to.equal('contents');
    }
  });
});

describe('an unknown layout', () => {
  for (const layout of ['constructor', 'toString', 'sideways']) {
    it(`${layout} is the default one`, async () => {
      const card = fixtureSync<CareArticleCard>(
        html`<care-article-card .article=${ARTICLE} layout=${layout}></care-article-card>`,
      );
      await card.updateComplete;
      expect(card.shadowRoot?.querySelector('article')?.className).to.equal('vertical');
    });
  }
});

describe('care-benefits around a link alone', () => {
  it('takes it for a fallback, and shows the explainer', async () => {
    const element = fixtureSync<CareBenefits>(
      html`<care-benefits>
        <p><a href="/iop">What an IOP can offer</a></p>
      </care-benefits>`,
    );
    await oneEvent(element, 'care-load');
    expect(element.querySelectorAll('h3').length).to.be.greaterThan(4);
    expect(isSeen(element.querySelector('a[href="/iop"]'))).to.equal(false);
  });

  it('takes more than that for the author’s own words', async () => {
    const element = fixtureSync<CareBenefits>(
      html`<care-benefits
        ><p>Ask <a href="/iop">us</a>.</p></care-benefits
      >`,
    );
    await oneEvent(element, 'care-load');
    expect(element.querySelector('h3')).to.equal(null);
  });
});

describe('muted words', () => {
  /** Relative luminance of `rgb(…)`, WCAG 2.2. */
  const luminance = (pixel: Uint8ClampedArray): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, share, index) => {
      const value = (pixel[index] ?? 0) / 255;
      return sum + share * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    }, 0);
  /** What a colour looks like on white. */
  const onWhite = (color: string): number => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    for (const fill of ['#fff', color]) {
      context.fillStyle = fill;
      context.fillRect(0, 0, 1, 1);
    }
    return luminance(context.getImageData(0, 0, 1, 1).data);
  };
  for (const color of ['#000', '#333', '#555', '#666', '#767676']) {
    it(`are readable on a page whose text is ${color}`, async () => {
      const place: HTMLElement = fixtureSync(html`<div style="color: ${color}"></div>`);
      const card = document.createElement('care-article-card');
      card.article = { ...ARTICLE, publishedAt: '2026-03-02T09:00:00' };
      place.append(card);
      await card.updateComplete;
      const date = card.shadowRoot?.querySelector('[part=date]');
      expect(1.05 / (onWhite(getComputedStyle(date!).color) + 0.05)).to.be.at.least(4.5);
    });
  }
});

describe('care-article-list after a failure', () => {
  it('keeps search and filter, and the place of what was shown', async () => {
    const list = fixtureSync<CareArticleList>(
      html`<care-article-list endpoint="/nowhere.json" source="json-feed" with-search></care-article-list>`,
    );
    list.articles = Array.from({ length: 6 }, (_, index) =>
      articleOf({ slug: `a-${index}`, title: `Article ${index}` }),
    );
    await waitUntil(() => list.shadowRoot?.querySelectorAll('li').length === 6);
    const height = list.shadowRoot?.querySelector<HTMLElement>('ul')?.offsetHeight ?? 0;
    expect(height).to.be.greaterThan(100);
    list.articles = undefined;
    await oneEvent(list, 'care-error');
    await list.updateComplete;
    expect(list.error).to.be.instanceOf(CareError);
    expect(isSeen(list.shadowRoot!.querySelector('input'))).to.equal(true);
    const problem = list.shadowRoot!.querySelector('[part=problem]')!.getBoundingClientRect();
    // what stands below the window's edge nobody sees jump
    expect(problem.bottom).to.be.at.least(Math.min(problem.top + height, innerHeight) - 1);
    expect(problem.bottom).to.be.at.most(innerHeight + 1);
  });
});

describe('loading="lazy"', () => {
  it('asks about a screen before the card comes into view, and not farther away', async () => {
    const cards = [200, 5000].map((distance) => {
      const place: HTMLElement = fixtureSync(html`<div></div>`);
      place.style.cssText = `position: absolute; inset-block-start: calc(100vh + ${distance}px)`;
      const card = document.createElement('care-article-card');
      Object.assign(card, { loading: 'lazy', slug: 'iop', endpoint: '/nowhere.json' });
      place.append(card);
      return card;
    });
    await waitUntil(() => cards[0]?.state !== 'idle');
    expect(cards[1]?.state).to.equal('idle');
  });
});

describe('an element that a script puts into a frame', () => {
  const rulesOf = ({ adoptedStyleSheets }: DocumentOrShadowRoot): readonly string[] =>
    adoptedStyleSheets.map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join('\n'));
  const dressed = async (element: SettingsElement): Promise<readonly string[]> => {
    const root = element.shadowRoot as ShadowRoot;
    await waitUntil(() => rulesOf(root).join().includes('light-dark(#0f6a5f'), 'the look is there');
    return rulesOf(root);
  };
  const frame = (): HTMLElement => fixtureSync<HTMLIFrameElement>(html`<iframe></iframe>`).contentDocument!.body;

  const make = {
    'care-article': () => Object.assign(document.createElement('care-article'), { article: ARTICLE }),
    'care-article-card': () => Object.assign(document.createElement('care-article-card'), { article: ARTICLE }),
    'care-benefits': () => Object.assign(document.createElement('care-benefits'), { withFaq: true }),
    'care-contact': () => Object.assign(document.createElement('care-contact'), { phone: '+1 512 555 0142' }),
    'care-newsletter': () => Object.assign(document.createElement('care-newsletter'), { action: '/subscribe' }),
    'sticky care-contact': () =>
      Object.assign(document.createElement('care-contact'), { phone: '+1 512 555 0142', layout: 'sticky' }),
  };
  for (const [name, create] of Object.entries(make)) {
    it(`is dressed there as in the page: ${name}`, async () => {
      const element: SettingsElement = Object.assign(create(), { theme: 'dark', look: 'calm', density: 'roomy' });
      const around = fixtureSync<HTMLElement>(html`<div></div>`);
      around.append(element);
      const inPage = await dressed(element);
      const moved = frame();
      moved.append(element);
      expect(await dressed(element), 'moved').to.have.members(inPage);
      element.density = 'compact';
      await waitUntil(() => rulesOf(element.shadowRoot as ShadowRoot).join() !== inPage.join());
      element.density = 'roomy';

      const other: SettingsElement = Object.assign(create(), { theme: 'dark', look: 'calm', density: 'roomy' });
      const made = frame();
      made.append(other);
      expect(await dressed(other), 'made').to.have.members(inPage);
      for (const { ownerDocument } of [moved, made])
        expect(rulesOf(ownerDocument).join().includes('[data-care-themed]')).to.equal(
          !!element.querySelector('[slot]'),
        );

      other.remove();
      around.append(element);
      expect(await dressed(element), 'back').to.have.members(inPage);
    });
  }
});

describe('an element whose first rendering fails', () => {
  it('offers its help once the page has taken the fallback away', async () => {
    const categories = fixtureSync<SettingsElement>(
      html`<care-categories .categories=${'none'}><a href="/topics/">Topics</a></care-categories>`,
    );
    await categories.updateComplete;
    expect(isSeen(categories.querySelector('a'))).to.equal(true);
    categories.replaceChildren();
    await waitUntil(() => categories.shadowRoot?.querySelector('[part=problem]'));
  });
});
