import { expect, fixtureSync, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { nothing } from 'lit';
import '../../src/define/care-article-card.js';
import type { CareArticleCard } from '../../src/elements/care-article-card/care-article-card.js';
import type { CareLoadEvent } from '../../src/events/care-load-event.js';
import type { CareNavigateEvent } from '../../src/events/care-navigate-event.js';
import type { Article } from '../../src/model/article.js';
import { contrast } from '../support/contrast.js';
import {
  broken,
  FakeSite,
  inside,
  mount,
  ready,
  settled,
  showsFallback,
  textIn,
  recordWarnings,
} from '../support/fake-wordpress.client.js';

const ARTICLE: Article = {
  id: '7',
  slug: 'given',
  url: 'https://clinic.invalid/given/',
  title: 'Given by the page',
  excerpt: 'No request was made for this.',
  publishedAt: '2025-03-01T08:00:00+00:00',
  authors: [],
  reviewers: [],
  categories: [],
  tags: [],
  isProtected: false,
};

const states = (card: Element): string[] =>
  ['idle', 'loading', 'ready', 'empty', 'error', 'stale'].filter((state) => card.matches(`:state(${state})`));

const box = (card: Element, selector: string): DOMRect =>
  inside(card, selector)?.getBoundingClientRect() ?? new DOMRect();

const said = recordWarnings();

let site: FakeSite;
beforeEach(() => {
  site = new FakeSite();
});

describe('care-article-card: what it shows', () => {
  it('has every part, filled from the article', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    const parts = [...(card.shadowRoot?.querySelectorAll('[part]') ?? [])].map((part) => part.getAttribute('part'));
    expect(parts).to.have.members([
      ...['card', 'image', 'content', 'title', 'link', 'excerpt', 'foot', 'byline', 'author', 'date'],
    ]);
    expect(inside(card, 'article')).to.exist;
    expect(textIn(card, '[part=title]')).to.equal('Post 1');
    expect(textIn(card, '[part=excerpt]')).to.equal('Nobody arrives with a plan, and nobody needs one.');
    expect(textIn(card, '[part=byline]')).to.equal('By Dr. Jordan Rivera');
    expect(textIn(card, '[part=author]')).to.equal('Dr. Jordan Rivera');
    expect(textIn(card, '[part=date]')).to.equal('Jun 24, 2025');
    expect(inside(card, 'time')?.getAttribute('datetime')).to.equal('2025-06-24T21:30:00-04:00');
  });

  it('has one link, in the heading, to the article', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} article-id="12"></care-article-card>`);
    const links = card.shadowRoot?.querySelectorAll('a') ?? [];
    expect(links).to.have.length(1);
    expect(links[0]?.closest('h2')).to.exist;
    expect(links[0]?.href).to.equal(`${location.origin}${site.endpoint}/post-12/`);
  });

  it('leads where article-url says', async () => {
    const card = await ready(
      html`<care-article-card
        endpoint=${site.endpoint}
        slug="post-1"
        article-url="/read/{slug}?n={id}"
      ></care-article-card>`,
    );
    expect(inside<HTMLAnchorElement>(card, 'a')?.href).to.equal(`${location.origin}/read/post-1?n=1`);
  });

  it('has a picture in all sizes of the same crop, with room held for it', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    const image = inside<HTMLImageElement>(card, 'img');
    const at = (size: string) => `${location.origin}${site.endpoint}/uploads/post-1-${size}.svg`;
    expect(image?.srcset).to.equal(`${at('300x169')} 300w, ${at('768x432')} 768w, ${at('1600x900')} 1600w`);
    expect(image?.src).to.equal(at('768x432'));
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).to.deep.equal(['768', '432']);
    expect(image?.sizes).to.contain('100vw');
    expect(image?.loading).to.equal('lazy');
    expect(image?.referrerPolicy).to.equal('no-referrer');
    expect(image?.alt).to.equal('Picture of post-1');
  });

  it('asks for no picture from a host that nobody configured', async () => {
    const card = await ready(
      html`<care-article-card endpoint=${site.endpoint} slug="foreign-picture"></care-article-card>`,
    );
    expect(inside(card, 'img')).to.equal(null);
    await waitUntil(() => said.length);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('data-care-image-origins="https://tracker.invalid"');
  });

  for (const slug of ['no-picture', 'draft-picture', 'deleted-picture']) {
    it(`does without the picture: ${slug}`, async () => {
      const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug=${slug}></care-article-card>`);
      expect(inside(card, '.frame, img')).to.equal(null);
      expect(textIn(card, 'a')).to.equal(`The ${slug} post`);
    });
  }

  for (const [layout, parts] of [
    ['vertical', ['image', 'title', 'excerpt', 'byline', 'date']],
    ['horizontal', ['image', 'title', 'excerpt', 'byline', 'date']],
    ['compact', ['image', 'title', 'date']],
    ['sideways', ['image', 'title', 'excerpt', 'byline', 'date']],
  ] as const) {
    it(`has the layout ${layout}`, async () => {
      const card = await ready(
        html`<div style="width: 40em">
          <care-article-card endpoint=${site.endpoint} slug="post-1" layout=${layout}></care-article-card>
        </div>`,
      );
      for (const part of ['image', 'title', 'excerpt', 'byline', 'date']) {
        expect(!!inside(card, `[part=${part}]`), part).to.equal((parts as readonly string[]).includes(part));
      }
      const isBeside = box(card, '.frame').right <= box(card, '[part=content]').left + 1;
      expect(isBeside).to.equal(layout === 'horizontal' || layout === 'compact');
      await expect(card).to.be.accessible();
    });
  }

  it('is the 25th of many: holds its height far off screen, pushes nobody, and is laid out as it comes near', async () => {
    const far = fixtureSync<HTMLElement>(html`
      <div style="display: grid; margin-block-start: 9000px; inline-size: 10em">
        ${Array.from({ length: 25 }, () => html`<care-article-card .article=${ARTICLE}></care-article-card>`)}
      </div>
    `);
    const cards = [...far.querySelectorAll('care-article-card')];
    await Promise.all(cards.map(settled));
    const areLaidOut = () => cards.map((card) => inside(card, 'a')?.checkVisibility({ contentVisibilityAuto: true }));
    const turn = async () => {
      for (let frame = 0; frame < 3; frame++) await nextFrame();
    };
    await turn();
    expect(areLaidOut()).to.deep.equal([...Array<boolean>(24).fill(true), false]);
    expect(cards[24]?.offsetHeight).to.be.greaterThan(200);
    expect(far.scrollWidth).to.equal(far.clientWidth);
    cards[24]?.scrollIntoView({ behavior: 'instant' });
    await turn();
    expect(areLaidOut()).to.deep.equal(Array(25).fill(true));
    expect(far.scrollWidth).to.equal(far.clientWidth);
    scrollTo({ top: 0, behavior: 'instant' });
  });

  it('is a row with a square picture and without the teaser where a horizontal card is narrow', async () => {
    const card = await ready(
      html`<div style="width: 18em">
        <care-article-card endpoint=${site.endpoint} slug="post-1" layout="horizontal"></care-article-card>
      </div>`,
    );
    expect([box(card, '.frame').width, box(card, '.frame').height]).to.deep.equal([88, 88]);
    expect(box(card, '.frame').right).to.be.at.most(box(card, '[part=content]').left);
    expect(inside(card, '[part=excerpt]')?.checkVisibility()).to.equal(false);
  });

  it('lies on its side where a framework sets the property, and where its place has no width of its own', async () => {
    const around = fixtureSync<HTMLElement>(
      html`<div style="display: flex; width: 70em">
        <care-article-card endpoint=${site.endpoint} slug="long" .layout=${'horizontal'}></care-article-card>
        <p>Beside</p>
      </div>`,
    );
    const card = around.querySelector('care-article-card');
    if (!card) throw new Error('no card');
    await settled(card);
    await waitUntil(() => box(card, '[part=card]').width > 600); // what is far off screen is not laid out
    expect(card.hasAttribute('layout')).to.equal(false);
    expect(box(card, '.frame').right).to.be.at.most(box(card, '[part=content]').left + 1);
    expect(box(card, '.frame').height).to.be.closeTo(box(card, '[part=content]').height, 1);
    expect(box(card, '.frame').width / box(card, '[part=card]').width).to.be.closeTo(0.42, 0.01);
  });

  it('takes parts away', async () => {
    const card = await ready(
      html`<care-article-card
        endpoint=${site.endpoint}
        slug="post-1"
        without-image
        without-excerpt
        without-byline
        without-date
      ></care-article-card>`,
    );
    expect(inside(card, '[part=image], [part=excerpt], [part=byline], [part=date]')).to.equal(null);
    card.withoutDate = false;
    await card.updateComplete;
    expect(inside(card, '[part=date]')).to.exist;
    expect(await site.log()).to.have.length(1);
  });

  for (const level of ['1', '2', '3', '4', '5', '6']) {
    it(`has a heading of level ${level}`, async () => {
      const card = await ready(
        html`<care-article-card endpoint=${site.endpoint} slug="post-1" heading-level=${level}></care-article-card>`,
      );
      expect(inside(card, '[part=title]')?.localName).to.equal(`h${level}`);
    });
  }

  for (const level of ['0', '7', '-1', '2.5', 'two', '', '1e9']) {
    it(`has a heading of level 2 for heading-level="${level}"`, async () => {
      const card = await ready(
        html`<care-article-card endpoint=${site.endpoint} slug="post-1" heading-level=${level}></care-article-card>`,
      );
      expect(inside(card, '[part=title]')?.localName).to.equal('h2');
    });
  }

  it('decodes entities and keeps emoji whole', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="entities"></care-article-card>`);
    expect(textIn(card, 'a')).to.equal('Anxiety & depression — 5 < 6');
    expect(textIn(card, '[part=excerpt]')).to.equal('Tom & Jerry’s…');
    card.slug = 'emoji';
    await settled(card);
    expect(textIn(card, 'a')).to.equal('🌱 One year 👩‍👩‍👧‍👦');
  });

  it('runs nothing of a hostile article, and shows its words', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="hostile"></care-article-card>`);
    await nextFrame();
    expect((globalThis as { pwned?: unknown }).pwned).to.equal(undefined);
    expect(textIn(card, '[part=title]')).to.match(/^Hostile\b.*\btitle$/);
    expect(card.shadowRoot?.querySelectorAll('script, iframe, svg, a, [onerror], [onload]')).to.have.length(0);
    expect(textIn(card, '[part=author]')).to.equal('Mallory');
  });

  it('keeps a title of 400 characters inside its box', async () => {
    const card = await ready(
      html`<div style="width: 12em">
        <care-article-card endpoint=${site.endpoint} slug="long"></care-article-card>
      </div>`,
    );
    expect(textIn(card, 'a').length).to.be.above(300);
    expect(inside(card, 'article')?.scrollWidth).to.be.at.most(inside(card, 'article')?.clientWidth ?? 0);
  });

  it('names an article without a title, and shows what else there is', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="no-title"></care-article-card>`);
    expect(textIn(card, 'a')).to.equal('Untitled article');
  });

  it('shows an article that has a title and nothing else', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="bare"></care-article-card>`);
    expect(textIn(card, '[part=title]')).to.equal('Bare');
    expect(inside(card, 'a, img, time, [part=excerpt], [part=byline]')).to.equal(null);
    await expect(card).to.be.accessible();
  });

  it('shows title and picture of a protected article', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="protected"></care-article-card>`);
    expect(textIn(card, 'a')).to.equal('Protected: for members');
    expect(inside(card, 'img')).to.exist;
    expect(inside(card, '[part=excerpt]')).to.equal(null);
  });

  it('writes an Arabic title from right to left on an English page', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="arabic"></care-article-card>`);
    for (const part of ['title', 'excerpt']) {
      expect(inside(card, `[part=${part}]`)?.matches(':dir(rtl)'), part).to.equal(true);
    }
    expect(inside(card, 'article')?.matches(':dir(ltr)')).to.equal(true);
  });
});

describe('care-article-card: what it tells of an article', () => {
  const given = (article: Partial<Article>, options: Partial<CareArticleCard> = {}) =>
    ready(
      html`<care-article-card
        .article=${{ ...ARTICLE, ...article }}
        layout=${options.layout ?? nothing}
        ?without-byline=${options.withoutByline}
      ></care-article-card>`,
    );
  const people = (...names: string[]) => names.map((name) => ({ name, credentials: ['LPC'] }));
  const categories = [
    { id: '1', slug: 'family', name: 'Family' },
    { id: '2', slug: 'recovery', name: 'Recovery' },
  ];

  it('names the first category above the title, and none where the source gives none', async () => {
    const card = await given({ categories, language: 'en' });
    expect(textIn(card, '[part=eyebrow]')).to.equal('Family');
    expect(inside(card, '[part=eyebrow]')?.lang).to.equal('en');
    expect(box(card, '[part=eyebrow]').bottom).to.be.at.most(box(card, '[part=title]').top);
    expect(inside(await given({}), '[part=eyebrow]')).to.equal(null);
    expect(inside(await given({ categories }, { layout: 'compact' }), '[part=eyebrow]')).to.equal(null);
  });

  for (const [ground, color, accents] of [
    ['#fff', '#222', ['#ffd400', '#fff', '#0f6a5f']],
    ['#121212', '#eee', ['#000', '#1f4a41', '#ffd400']],
  ] as const) {
    it(`tells its topic in words that can be read on ${ground}, whatever the accent`, async () => {
      const card = await given({ categories: [{ id: '1', slug: 'family', name: 'Family' }] });
      card.style.color = color;
      for (const accent of accents) {
        card.style.setProperty('--care-color-accent', accent);
        const { color: shown } = getComputedStyle(inside(card, '[part=eyebrow]')!);
        expect(contrast(shown, ground), accent).to.be.at.least(4.5);
      }
    });
  }

  it('says that it was reviewed where reviewers are named, and not without the byline', async () => {
    const reviewers = people('Amara Osei');
    expect(textIn(await given({ reviewers }), '[part=reviewed]')).to.equal('Reviewed');
    for (const [article, options] of [
      [{ reviewedAt: '2026-11-16' }, {}],
      [{ reviewers }, { withoutByline: true }],
      [{ reviewers }, { layout: 'compact' }],
    ] as const) {
      expect(inside(await given(article, options), '[part=reviewed]')).to.equal(null);
    }
  });

  for (const [names, byline] of [
    [['Ana Ruiz'], 'By Ana Ruiz'],
    [['Ana Ruiz', 'Jane Roe'], 'By Ana Ruiz and Jane Roe'],
    [['Ana Ruiz', 'Jane Roe', 'Lee Park'], 'By Ana Ruiz and 2 more'],
  ] as const) {
    it(`names ${names.length} without letters`, async () => {
      expect(textIn(await given({ authors: people(...names) }), '[part=byline]')).to.equal(byline);
    });
  }

  it('says how many minutes the source counts, and invents none', async () => {
    expect(textIn(await given({ readingMinutes: 4 }), '[part=reading-time]')).to.equal('4 min');
    expect(inside(await given({}), '[part=reading-time]')).to.equal(null);
  });

  it('has its dots between the facts, also where a page reads from right to left', async () => {
    for (const [dir, side] of [
      ['ltr', 'left'],
      ['rtl', 'right'],
    ] as const) {
      const around = fixtureSync<HTMLElement>(html`<div dir=${dir}></div>`);
      const card = await given({ readingMinutes: 4 });
      around.append(card);
      const dot = getComputedStyle(inside(card, '[part=reading-time]')!, '::before');
      expect(parseFloat(dot[side]), dir).to.be.below(0);
    }
  });

  it('says number before word where a page reads from right to left', async () => {
    const around = fixtureSync<HTMLElement>(html`<div dir="rtl"></div>`);
    const card = await given({ readingMinutes: 4 });
    around.append(card);
    const text = inside(card, '[part=reading-time]')!.firstChild!;
    const leftOf = (start: number, end: number): number => {
      const range = document.createRange();
      const node = [...text.parentNode!.childNodes].find(({ nodeValue }) => nodeValue?.includes('min'))!;
      const at = node.nodeValue!.indexOf('4 min');
      range.setStart(node, at + start);
      range.setEnd(node, at + end);
      return range.getBoundingClientRect().left;
    };
    expect(leftOf(0, 1)).to.be.below(leftOf(2, 5));
  });

  it('begins a long byline where a page that reads from right to left begins', async () => {
    const around = fixtureSync<HTMLElement>(html`<div dir="rtl" style="inline-size: 18em"></div>`);
    const card = await given({ authors: people('Dr. Maximiliane Alexandra von Hohenstein Wittgenstein') });
    around.append(card);
    const words = document.createRange();
    words.selectNodeContents(inside(card, '[part=author]')!);
    const lines = [...words.getClientRects()];
    expect(lines.length).to.be.above(1);
    for (const { right } of lines) expect(right).to.be.closeTo(box(card, '[part=foot]').right, 6);
  });

  it('has room for the three dots of a cut teaser behind the edge of its words, which stay as wide as the title', async () => {
    const LONG = 'Nine hours of treatment a week, and home every night. '.repeat(9);
    for (const dir of ['ltr', 'rtl'] as const) {
      const around = fixtureSync<HTMLElement>(html`<div dir=${dir} style="inline-size: 18em"></div>`);
      const card = await given({ excerpt: LONG });
      around.append(card);
      const excerpt = box(card, '[part=excerpt]');
      const title = box(card, '[part=title]');
      expect(excerpt.left, dir).to.be.closeTo(title.left, 1);
      expect(excerpt.right - title.right, dir).to.be.closeTo(12, 1); // in English the dots stand on the right
      const words = document.createRange();
      words.selectNodeContents(inside(card, '[part=excerpt]')!);
      const edges = [...words.getClientRects()].slice(0, 3).map((line) => line[dir === 'rtl' ? 'right' : 'left']);
      for (const edge of edges) expect(edge, dir).to.be.closeTo(title[dir === 'rtl' ? 'right' : 'left'], 6);
    }
  });

  it('keeps the page’s text colour under a look where it has no ground of its own', async () => {
    const around = fixtureSync<HTMLElement>(html`<div style="color: rgb(250, 250, 250)"></div>`);
    for (const [layout, isPainted] of [
      ['compact', false],
      ['vertical', true],
    ] as const) {
      const card = await given({});
      Object.assign(card, { layout, look: 'editorial' });
      around.append(card);
      const colorOf = (part: string) => getComputedStyle(inside(card, `[part=${part}]`)!).color;
      const isWorn = () => getComputedStyle(card).getPropertyValue('--_text').includes('light-dark');
      await waitUntil(isWorn, 'the look', { timeout: 8000 });
      expect(colorOf('card') !== 'rgb(250, 250, 250)', layout).to.equal(isPainted);
    }
  });

  it('has its foot at the lower edge of a card that is higher than its words', async () => {
    const around = fixtureSync<HTMLElement>(
      html`<div style="display: grid; grid-template-columns: 20em 20em">
        <care-article-card .article=${{ ...ARTICLE, excerpt: 'Much to say. '.repeat(40) }}></care-article-card>
        <care-article-card .article=${ARTICLE}></care-article-card>
      </div>`,
    );
    const [long, short] = [...around.querySelectorAll('care-article-card')];
    if (!long || !short) throw new Error('no cards');
    await Promise.all([settled(long), settled(short)]);
    expect(box(short, '[part=foot]').bottom).to.be.closeTo(box(long, '[part=foot]').bottom, 1);
    expect(box(long, '[part=excerpt]').height).to.be.closeTo(3 * 1.5 * 16, 1);
  });

  it('has its focus ring around the card, in two tones', async () => {
    const card = await given({});
    inside(card, 'a')?.focus();
    await sendKeys({ press: 'Shift' }); // a key: the browser shows where the focus is
    const ring = getComputedStyle(inside(card, '[part=card]')!);
    expect([ring.outlineStyle, ring.outlineWidth, ring.outlineOffset]).to.deep.equal(['solid', '3px', '2px']);
    await waitUntil(() => ring.boxShadow.endsWith('0px 0px 0px 2px'));
  });
});

describe('care-article-card: its own words', () => {
  it('speaks the language of the nearest ancestor', async () => {
    const card = await ready(
      html`<div lang="en">
        <div lang="es-MX">
          <care-article-card endpoint=${site.endpoint} slug="two-authors"></care-article-card>
        </div>
      </div>`,
    );
    expect(textIn(card, '[part=byline]')).to.equal('Por Jane Roe y Ana Ruiz');
    expect(textIn(card, '[part=date]')).to.equal('24 jun 2025');
    expect(inside(card, 'time')?.closest<HTMLElement>('[lang]')?.lang).to.equal('es-MX');
  });

  it('finds that ancestor outside the shadow root that it stands in', async () => {
    const host = fixtureSync<HTMLElement>(html`<div lang="es"><div></div></div>`);
    const root = host.firstElementChild?.attachShadow({ mode: 'open' });
    const card = document.createElement('care-article-card');
    card.endpoint = site.endpoint;
    card.slug = 'post-1';
    root?.append(card);
    await settled(card);
    expect(textIn(card, '[part=byline]')).to.equal('Por Dr. Jordan Rivera');
  });

  it('speaks the language that locale names, before any ancestor', async () => {
    const card = await ready(
      html`<div lang="en">
        <care-article-card endpoint=${site.endpoint} slug="no-title" locale="es"></care-article-card>
      </div>`,
    );
    expect(textIn(card, 'a')).to.equal('Artículo sin título');
    expect(textIn(card, '[part=date]')).to.equal('24 jun 2025');
    card.locale = 'en';
    await card.updateComplete;
    expect(textIn(card, '[part=date]')).to.equal('Jun 24, 2025');
    expect(await site.log()).to.have.length(1);
  });

  for (const locale of ['fr', 'not a language', 'x'.repeat(99)]) {
    it(`speaks English for locale="${locale.slice(0, 20)}"`, async () => {
      const card = await ready(
        html`<care-article-card endpoint=${site.endpoint} slug="post-1" locale=${locale}></care-article-card>`,
      );
      expect(textIn(card, '[part=date]')).to.equal('Jun 24, 2025');
    });
  }

  it('tells a visitor of a failure in Spanish', async () => {
    const card = await broken(
      html`<care-article-card endpoint=${site.as('500')} slug="post-1" locale="es"></care-article-card>`,
    );
    expect(card.error?.message).to.equal('No se ha podido cargar en este momento.');
    expect(textIn(card, '[part=retry]')).to.equal('Intentarlo de nuevo');
    expect(inside(card, '[part=problem]')?.lang).to.equal('es');
  });
});

describe('care-article-card: states and events', () => {
  it('goes from idle over loading to ready, as getter and as custom state', async () => {
    await site.become('hold');
    const card = document.createElement('care-article-card');
    expect(card.state).to.equal('idle');
    card.endpoint = site.endpoint;
    card.slug = 'post-1';
    const around = fixtureSync<HTMLElement>(html`<div></div>`);
    around.append(card);
    await site.log(1);
    expect([card.state, ...states(card)]).to.deep.equal(['loading', 'loading']);
    await Promise.all([settled(card), site.release()]);
    expect([card.state, ...states(card)]).to.deep.equal(['ready', 'ready']);
  });

  it('sends care-load with the article, once, and keeps it to itself', async () => {
    const heard: Event[] = [];
    const listen = (event: Event) => void heard.push(event);
    document.body.addEventListener('care-load', listen);
    const card = mount(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    const event: CareLoadEvent = await oneEvent(card, 'care-load');
    expect(event.article?.title).to.equal('Post 1');
    expect([event.bubbles, event.composed]).to.deep.equal([false, false]);
    card.addEventListener('care-load', listen);
    card.layout = 'compact';
    await card.updateComplete;
    document.body.removeEventListener('care-load', listen);
    expect(heard).to.have.length(0);
  });

  it('sends care-error with the error, and keeps it to itself', async () => {
    const card = mount(html`<care-article-card endpoint=${site.as('500')} slug="post-1"></care-article-card>`);
    const event = await oneEvent(card, 'care-error');
    expect(event).to.have.property('error', card.error);
    expect([event.bubbles, event.composed]).to.deep.equal([false, false]);
    expect([card.state, ...states(card)]).to.deep.equal(['error', 'error']);
  });

  it('lets a single-page app follow the link', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    const link = inside<HTMLAnchorElement>(card, 'a');
    let event: CareNavigateEvent | undefined;
    const route = (navigate: CareNavigateEvent) => {
      event = navigate;
      navigate.preventDefault();
    };
    document.addEventListener('care-navigate', route);
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    link?.dispatchEvent(click);
    document.removeEventListener('care-navigate', route);
    expect(click.defaultPrevented).to.equal(true);
    expect(event?.url).to.equal(link?.href);
    expect(event?.article?.slug).to.equal('post-1');
    expect([event?.bubbles, event?.composed, event?.cancelable]).to.deep.equal([true, true, true]);
  });

  for (const [how, isSent] of [
    [{}, true],
    [{ ctrlKey: true }, false],
    [{ metaKey: true }, false],
    [{ shiftKey: true }, false],
    [{ altKey: true }, false],
    [{ button: 1 }, false],
  ] as const) {
    it(`${isSent ? 'sends' : 'does not send'} care-navigate on a click ${JSON.stringify(how)}`, async () => {
      const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
      let sent = 0;
      let wasPrevented: boolean | undefined;
      card.addEventListener('care-navigate', () => sent++);
      card.addEventListener('click', (event) => {
        wasPrevented = event.defaultPrevented;
        event.preventDefault(); // the test stays on its page
      });
      inside(card, 'a')?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...how }),
      );
      expect(sent).to.equal(isSent ? 1 : 0);
      expect(wasPrevented).to.equal(false);
    });
  }

  it('is empty where the newest of no articles is asked for', async () => {
    const card = await settled(mount(html`<care-article-card endpoint=${site.as('none')} latest></care-article-card>`));
    expect([card.state, ...states(card)]).to.deep.equal(['empty', 'empty']);
    expect(textIn(card, '[part=empty]')).to.equal('There is nothing to show here yet.');
    await expect(card).to.be.accessible();
  });

  it('keeps its fallback where there is nothing to show', async () => {
    const card = await settled(
      mount(html`<care-article-card endpoint=${site.as('none')} latest><p>Our blog</p></care-article-card>`),
    );
    expect(card.state).to.equal('empty');
    expect(showsFallback(card)).to.equal(true);
    expect(inside(card, '[part=empty]')).to.equal(null);
  });

  it('shows the newest article', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} latest></care-article-card>`);
    expect(textIn(card, 'a')).to.equal('Post 1');
  });
});

describe('care-article-card: fallback and slots', () => {
  it('shows the fallback before, hides it when ready', async () => {
    await site.become('hold');
    const card = mount(
      html`<care-article-card endpoint=${site.endpoint} slug="post-1"><a href="/x">Read it</a></care-article-card>`,
    );
    await site.log(1);
    await card.updateComplete;
    expect(showsFallback(card)).to.equal(true);
    expect(inside(card, '[part~=skeleton]')).to.equal(null);
    await Promise.all([settled(card), site.release()]);
    expect(showsFallback(card)).to.equal(false);
  });

  it('shows a skeleton where there is no fallback, of about the size of the card', async () => {
    await site.become('hold');
    document.documentElement.style.overflowY = 'scroll'; // a scroll bar that comes with the content narrows the page
    const card = mount(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    await site.log(1);
    await card.updateComplete;
    expect(inside(card, '[part~=skeleton]')?.getAttribute('aria-busy')).to.equal('true');
    await expect(card).to.be.accessible();
    const before = box(card, '.frame');
    await Promise.all([settled(card), site.release()]);
    const after = box(card, '.frame');
    document.documentElement.style.overflowY = '';
    expect([after.width, after.height]).to.deep.equal([before.width, before.height]);
  });

  it('takes no template out of data that a page hands over', async () => {
    const forged = JSON.parse(
      '{"_$litType$":1,"strings":["<img src=x onerror=\\"window.pwned=1\\">"],"values":[]}',
    ) as string;
    const card = await ready(
      html`<care-article-card
        endpoint=${site.endpoint}
        slug="post-3"
        .article=${{ ...ARTICLE, title: forged }}
      ></care-article-card>`,
    );
    expect(textIn(card, '[part=title]')).to.contain('Post 3');
    expect(card.shadowRoot?.querySelector('[src=x]')).to.equal(null);
  });

  it('shows the fallback after a failure, and no words of its own', async () => {
    const card = await broken(
      html`<care-article-card endpoint=${site.as('500')} slug="post-1"><a href="/x">Read it</a></care-article-card>`,
    );
    expect(showsFallback(card)).to.equal(true);
    expect(inside(card, '[part=problem]')).to.equal(null);
  });

  it('says what happened, and what one can still do, where there is no fallback', async () => {
    const card = await broken(html`<care-article-card endpoint=${site.as('500')} slug="post-1"></care-article-card>`);
    expect(textIn(card, '[part=problem] p')).to.equal('This could not be loaded right now.');
    expect(textIn(card, '[part=retry]')).to.equal('Try again');
    expect(textIn(card, '[part=source]')).to.equal(`Read it on ${location.host}`);
    await expect(card).to.be.accessible();
  });

  it('shows the slot "loading" in place of the skeleton', async () => {
    await site.become('hold');
    const card = mount(
      html`<care-article-card endpoint=${site.endpoint} slug="post-1"><i slot="loading">Wait</i></care-article-card>`,
    );
    await site.log(1);
    await card.updateComplete;
    expect(card.querySelector('i')?.getClientRects()).to.have.length(1);
    expect(box(card, '[part~=skeleton]').height).to.equal(0);
    await Promise.all([settled(card), site.release()]);
    expect(card.querySelector('i')?.getClientRects()).to.have.length(0);
  });

  it('shows the slot "error" in place of its own words', async () => {
    const card = await broken(
      html`<care-article-card endpoint=${site.as('500')} slug="post-1"><i slot="error">Call us</i></care-article-card>`,
    );
    expect(card.querySelector('i')?.getClientRects()).to.have.length(1);
    expect(box(card, '[part=problem]').height).to.equal(0);
  });

  it('hides even the fallback of an article that was withdrawn', async () => {
    const card = await broken(
      html`<care-article-card endpoint=${site.as('410')} slug="post-1"><p>Read it</p></care-article-card>`,
    );
    expect(card.error?.code).to.equal('gone');
    expect(showsFallback(card)).to.equal(false);
    expect(card.getBoundingClientRect().height).to.equal(0);
  });

  it('hides the fallback of an article that disappears after it was shown', async () => {
    const card = await ready(
      html`<care-article-card endpoint=${site.endpoint} slug="post-1"><p>Read it</p></care-article-card>`,
    );
    await site.become('none');
    await card.reload();
    expect(card.error?.code).to.equal('gone');
    expect(card.state).to.equal('error');
    expect(showsFallback(card)).to.equal(false);
  });

  it('explains in the page what went wrong, when asked to', async () => {
    const card = await broken(
      html`<care-article-card endpoint=${site.as('html')} slug="post-1" debug><p>x</p></care-article-card>`,
    );
    await waitUntil(() => inside(card, '[part=diagnosis]'));
    expect(textIn(card, '[part=diagnosis]')).to.contain('malformed').and.to.contain('Just a moment...');
  });
});

describe('care-article-card: given, again and later', () => {
  it('shows a given article without any request', async () => {
    const card = mount(html`<care-article-card endpoint=${site.endpoint} .article=${ARTICLE}></care-article-card>`);
    const event: CareLoadEvent = await oneEvent(card, 'care-load');
    expect(event.article).to.equal(ARTICLE);
    expect(textIn(card, 'a')).to.equal('Given by the page');
    card.article = { ...ARTICLE, title: 'Another' };
    await settled(card);
    expect(textIn(card, 'a')).to.equal('Another');
    await card.reload();
    expect(await site.log()).to.have.length(0);
  });

  it('asks once the given article is taken away', async () => {
    const card = await ready(
      html`<care-article-card endpoint=${site.endpoint} slug="post-3" .article=${ARTICLE}></care-article-card>`,
    );
    card.article = undefined;
    await settled(card);
    expect(textIn(card, 'a')).to.equal('Post 3');
  });

  it('reload() asks again, past the cache, and settles when it is rendered', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    await card.reload();
    expect(await site.log()).to.have.length(2);
    expect(textIn(card, 'a')).to.equal('Post 1');
    expect(card.state).to.equal('ready');
  });

  it('keeps what it shows, and says that it is old, when reload() fails', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    await site.become('500');
    const heard = oneEvent(card, 'care-error');
    await card.reload();
    await heard;
    expect(states(card)).to.deep.equal(['ready', 'stale']);
    expect(card.error?.code).to.equal('server');
    expect(textIn(card, 'a')).to.equal('Post 1');
    await site.become('ok');
    await card.reload();
    expect(states(card)).to.deep.equal(['ready']);
    expect(card.error).to.equal(undefined);
  });

  it('tries again at a click, keeps the focus while it does, and hands it to the link', async () => {
    await site.become('500');
    const card = await broken(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    await site.become('hold');
    const button = inside(card, '[part=retry]');
    button?.focus();
    button?.click();
    await site.log(2);
    await card.updateComplete;
    expect(card.shadowRoot?.activeElement).to.equal(button);
    await Promise.all([settled(card), site.release()]);
    await nextFrame();
    expect(textIn(card, 'a')).to.equal('Post 1');
    expect(card.shadowRoot?.activeElement).to.equal(inside(card, 'a'));
  });

  it('stays idle below the viewport with loading="lazy", and asks when it comes near', async () => {
    const card = mount(
      html`<div style="padding-top: 6000px">
        <care-article-card endpoint=${site.endpoint} slug="post-2" loading="lazy"></care-article-card>
      </div>`,
    );
    await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    await import('../../src/controllers/near-viewport.js');
    // observers are told in the order in which they were made: the card's own has been by then
    await new Promise((resolve) => new IntersectionObserver(resolve).observe(card));
    await card.updateComplete;
    expect(card.state).to.equal('idle');
    expect((await site.log()).map(({ url }) => new URL(url, location.href).searchParams.get('slug'))).to.deep.equal([
      'post-1',
    ]);
    card.scrollIntoView();
    await settled(card);
    expect(textIn(card, 'a')).to.equal('Post 2');
  });

  it('asks with loading="lazy" about one screen before a visitor gets there', async () => {
    const [near, far] = [500, 1000].map((pixels) =>
      mount(
        html`<div style="position: fixed; top: ${innerHeight + pixels}px">
          <care-article-card endpoint=${site.endpoint} slug="post-2" loading="lazy"></care-article-card>
        </div>`,
      ),
    );
    await settled(near!);
    expect([near!.state, far!.state]).to.deep.equal(['ready', 'idle']);
  });
});

describe('care-article-card: changes while loading', () => {
  it('never shows an older answer', async () => {
    await site.become('hold');
    const card = mount(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    const titles: string[] = [];
    card.addEventListener('care-load', () => titles.push(textIn(card, 'a')));
    await site.log(1);
    card.slug = 'post-2';
    await site.log(2, 1);
    card.setAttribute('slug', 'post-3');
    await site.log(3, 2);
    await Promise.all([settled(card), site.release()]);
    expect(titles).to.deep.equal(['Post 3']);
  });

  it('keeps the previous content while the next loads', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    await site.become('hold');
    card.slug = 'post-2';
    await site.log(2);
    expect(card.state).to.equal('loading');
    expect(textIn(card, 'a')).to.equal('Post 1');
    await Promise.all([settled(card), site.release()]);
    expect(textIn(card, 'a')).to.equal('Post 2');
  });

  it('keeps its looks when it passes through another document', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    const parent = card.parentElement;
    new DOMParser().parseFromString('<p>htmx builds the next page here', 'text/html').body.append(card);
    parent?.append(card);
    await card.updateComplete;
    expect(getComputedStyle(card).display).to.equal('block');
    expect(textIn(card, 'a')).to.equal('Post 1');
    expect(await site.log()).to.have.length(1);
  });

  it('makes one request when it is moved', async () => {
    await site.become('hold');
    const card = mount(
      html`<div><care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card></div>`,
    );
    const other = fixtureSync<HTMLElement>(html`<section></section>`);
    await site.log(1);
    other.append(card);
    await card.updateComplete;
    expect(card.state).to.equal('loading');
    await Promise.all([settled(card), site.release()]);
    const log = await site.log();
    expect(log).to.have.length(1);
    expect(log[0]?.aborted).to.equal(false);
  });

  it('gives its request up when it is removed, and asks again when it is put back', async () => {
    await site.become('hold');
    const card = mount(
      html`<div><care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card></div>`,
    );
    const parent = card.parentElement;
    await site.log(1);
    card.remove();
    await site.log(1, 1);
    expect(card.state).to.equal('idle');
    await site.become('ok');
    parent?.append(card);
    await settled(card);
    expect(textIn(card, 'a')).to.equal('Post 1');
  });

  it('asks nothing, throws nothing and says nothing when 1,000 are added and removed at once', async () => {
    const around = fixtureSync<HTMLElement>(html`<div></div>`);
    for (let index = 0; index < 1000; index++) {
      const card = document.createElement('care-article-card');
      card.setAttribute('endpoint', site.endpoint);
      card.setAttribute('slug', `post-${(index % 200) + 1}`);
      around.append(card);
      if (index % 2) card.remove();
    }
    around.replaceChildren();
    await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-300"></care-article-card>`);
    expect(said).to.deep.equal([]);
    expect((await site.log()).map(({ url }) => new URL(url, location.href).searchParams.get('slug'))).to.deep.equal([
      'post-300',
    ]);
  });

  it('gives up the requests of 1,000 that are removed while loading', async () => {
    await site.become('hold');
    const around = fixtureSync<HTMLElement>(html`<div></div>`);
    for (let index = 0; index < 1000; index++) {
      const card = document.createElement('care-article-card');
      card.setAttribute('endpoint', site.endpoint);
      card.setAttribute('slug', `post-${(index % 60) + 1}`);
      around.append(card);
    }
    await site.log(3);
    around.replaceChildren();
    expect(await site.log(3, 3)).to.have.length(3);
    expect(said).to.deep.equal([]);
  });
});

describe('care-article-card: one request for many', () => {
  const load = async (slugs: readonly string[]) => {
    const around = fixtureSync<HTMLElement>(
      html`<div>
        ${slugs.map((slug) => html`<care-article-card endpoint=${site.endpoint} slug=${slug}></care-article-card>`)}
      </div>`,
    );
    const cards = [...around.querySelectorAll('care-article-card')];
    await Promise.all(cards.map(settled));
    expect(cards.map((card) => textIn(card, 'a'))).to.deep.equal(
      slugs.map((slug) => `Post ${slug.replace('post-', '')}`),
    );
    return (await site.log()).length;
  };
  const slugs = (count: number) => Array.from({ length: count }, (_, index) => `post-${index + 1}`);

  it('20 cards are one request', async () => expect(await load(slugs(20))).to.equal(1));
  it('100 cards are five', async () => expect(await load(slugs(100))).to.equal(5));
  it('a slug, its path and its whole address are one article', async () => {
    const written = ['post-4', '/post-4/', 'https://clinic.example/blog/post-4/?x=1'];
    for (const slug of written) {
      const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug=${slug}></care-article-card>`);
      expect(textIn(card, 'a')).to.equal('Post 4');
    }
    expect(await site.log()).to.have.length(1);
  });
  it('ten cards with one slug are one', async () => expect(await load(Array(10).fill('post-4'))).to.equal(1));
});

describe('care-article-card: failures', () => {
  for (const [mode, code, detail] of [
    ['401', 'forbidden', '401 Unauthorized'],
    ['403', 'forbidden', '403 Forbidden'],
    ['404', 'not-found', '404 Not Found'],
    ['410', 'gone', '410 Gone'],
    ['429', 'rate-limited', '429 Too Many Requests'],
    ['500', 'server', '500 Internal Server Error'],
    ['503', 'server', '503'],
    ['html', 'malformed', 'Just a moment...'],
    ['empty', 'malformed', ''],
    ['truncated', 'malformed', ''],
    ['object', 'malformed', 'not a list'],
    ['huge', 'too-large', '5 MB'],
    ['down', 'network', ''],
    ['none', 'not-found', 'post-1'],
  ] as const) {
    it(`${mode}: ${code}`, async () => {
      const card = await broken(
        html`<care-article-card endpoint=${site.as(mode)} slug="post-1"><p>Read it</p></care-article-card>`,
      );
      expect(card.error?.code).to.equal(code);
      expect(card.error?.detail).to.contain(detail);
      expect(card.error?.message).to.match(/^[A-Z].*\.$/);
      expect(showsFallback(card)).to.equal(code !== 'gone');
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(`<care-article-card> ${code}`).and.to.contain(site.endpoint);
    });
  }

  it('reads on past a PHP notice', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.as('notice')} slug="post-1"></care-article-card>`);
    expect(textIn(card, 'a')).to.equal('Post 1');
  });

  for (const timeout of ['0', '-1', 'soon', '', '1e99', '2147483648', 'Infinity']) {
    it(`waits as long as usual for timeout="${timeout}"`, async () => {
      await site.become('hold');
      const card = mount(
        html`<care-article-card endpoint=${site.endpoint} slug="post-1" timeout=${timeout}></care-article-card>`,
      );
      await site.log(1);
      await nextFrame();
      await nextFrame(); // a timer that overflows has fired by now
      expect(card.state).to.equal('loading');
      await Promise.all([settled(card), site.release()]);
      expect(textIn(card, 'a')).to.equal('Post 1');
    });
  }

  it('finds an article whose slug is not written in small letters', async () => {
    const card = await ready(
      html`<care-article-card endpoint="${site.endpoint}/feed.json" slug="POST-7"></care-article-card>`,
    );
    expect(textIn(card, 'a')).to.equal('Post 7');
  });

  it('gives up a slow endpoint after timeout', async () => {
    const card = await broken(
      html`<care-article-card endpoint=${site.as('hold')} slug="post-1" timeout="40"></care-article-card>`,
    );
    expect(card.error?.code).to.equal('timeout');
    expect(card.error?.detail).to.contain('40 ms');
    await site.log(1, 1);
  });

  it('reads a JSON Feed, and says when a file is none', async () => {
    const card = await ready(
      html`<care-article-card endpoint="${site.endpoint}/feed.json" article-id="7"></care-article-card>`,
    );
    expect(textIn(card, 'a')).to.equal('Post 7');
    card.endpoint = `${site.endpoint}/feed.json?mode=object`;
    await settled(card);
    expect(card.error?.code).to.equal('malformed');
    expect(card.error?.detail).to.contain('items');
  });

  const endpoint = '/fake/nobody';
  // what is said already is not said again: each sentence is expected from the first case that it is due in
  for (const [what, template, words] of [
    ['no endpoint', html`<care-article-card slug="a"><p>x</p></care-article-card>`, 'no endpoint'],
    ['no slug', html`<care-article-card endpoint=${endpoint}><p>x</p></care-article-card>`, 'exactly one of slug'],
    [
      'slug and id',
      html`<care-article-card endpoint=${endpoint} slug="a" article-id="1"><p>x</p></care-article-card>`,
      undefined,
    ],
    [
      'slug and latest',
      html`<care-article-card endpoint=${endpoint} slug="a" latest><p>x</p></care-article-card>`,
      undefined,
    ],
    [
      'an endpoint that is no address',
      html`<care-article-card endpoint="http://[" slug="a"><p>x</p></care-article-card>`,
      'endpoint="http://[" is no http(s) address',
    ],
    [
      'an endpoint that runs code',
      html`<care-article-card endpoint="javascript:alert(1)" slug="a"><p>x</p></care-article-card>`,
      'endpoint="javascript:alert(1)" is no http(s) address',
    ],
    [
      'an unknown source',
      html`<care-article-card endpoint=${endpoint} source="drupal" slug="a"><p>x</p></care-article-card>`,
      'wordpress, json-feed',
    ],
  ] as const) {
    it(`${what}: keeps the fallback and says once what to write`, async () => {
      const cards = [mount(template), mount(template)];
      await Promise.all(cards.map(settled));
      for (const card of cards) {
        expect(card.error?.code).to.equal('not-configured');
        expect(showsFallback(card)).to.equal(true);
      }
      expect(said).to.have.length(words ? 1 : 0);
      if (words)
        expect(said[0])
          .to.contain(words)
          .and.to.contain(
            // nothing is asked for that is there already
            /exactly one/.test(words)
              ? 'slug="…"'
              : /json-feed/.test(words)
                ? 'source="…"'
                : 'data-care-endpoint="https://your-site.example"',
          );
    });
  }

  it('shows nothing to visitors where nothing was configured', async () => {
    const card = await broken(html`<care-article-card></care-article-card>`);
    expect(inside(card, '[part=problem]')).to.equal(null);
  });

  it('loads once it is told what to load', async () => {
    const card = await broken(html`<care-article-card slug="post-9"></care-article-card>`);
    card.endpoint = site.endpoint;
    await settled(card);
    expect(textIn(card, 'a')).to.equal('Post 9');
  });
});
