import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { nothing, type TemplateResult } from 'lit';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-author.js';
import '../../src/define/care-benefits.js';
import '../../src/define/care-categories.js';
import '../../src/define/care-config.js';
import '../../src/define/care-post-nav.js';
import type { Article } from '../../src/model/article.js';
import { articleBody } from '../../src/html/article-body.js';
import { CareError } from '../../src/model/care-error.js';
import { recordWarnings, showsFallback } from '../support/fake-wordpress.client.js';
import {
  articleOf,
  articlesOf,
  CATEGORIES,
  mounted,
  ReadingRoom,
  settledNext,
  within,
  words,
  type ContentHost,
} from '../support/reading-room.js';

interface Case {
  readonly tag: string;
  /** Attributes that ask something. */
  readonly asks: Readonly<Record<string, string>>;
  /** One attribute that asks something else, where the element can. */
  readonly other?: readonly [name: string, value: string];
  /** What is shown then, and after the other question. */
  readonly shows: string;
  readonly showsOther?: string;
  /** The property that makes a request superfluous, its value, and what is shown then. */
  readonly given: readonly [name: string, value: unknown, shows: string];
  /** One of its own words in Spanish, wherever it stands. */
  readonly spanish: string;
  /** Needs to be told more than an endpoint. */
  readonly needsMore: boolean;
  /** Where the element can be empty: the articles of an endpoint that has nothing for it, and what asks for that. */
  readonly empty?: { readonly articles: readonly Article[]; readonly asks?: Readonly<Record<string, string>> };
  /** What it shows by itself where nothing is configured, if anything: then that is no failure. */
  readonly builtIn?: string;
}

const [given] = articlesOf(1);
const CASES: readonly Case[] = [
  {
    tag: 'care-article',
    asks: { slug: 'post-2' },
    other: ['slug', 'post-3'],
    shows: 'Post 2',
    showsOther: 'Post 3',
    given: ['article', articleOf({ slug: 'given' }), 'About given'],
    spanish: 'Publicado el',
    needsMore: true,
  },
  {
    tag: 'care-article-card',
    asks: { slug: 'post-2' },
    other: ['slug', 'post-3'],
    shows: 'Post 2',
    showsOther: 'Post 3',
    given: ['article', articleOf({ slug: 'given' }), 'About given'],
    spanish: 'Por',
    needsMore: true,
    empty: { articles: [], asks: { latest: '' } },
  },
  {
    tag: 'care-article-list',
    asks: { 'per-page': '3' },
    other: ['category', 'family'],
    shows: 'Post 1',
    showsOther: 'Post 6',
    given: ['articles', [articleOf({ slug: 'given' })], 'About given'],
    spanish: 'Por',
    needsMore: false,
    empty: { articles: [] },
  },
  {
    tag: 'care-post-nav',
    asks: { slug: 'post-2' },
    other: ['slug', 'post-9'],
    shows: 'Post 3',
    showsOther: 'Post 10',
    given: ['neighbors', { previous: articleOf({ slug: 'given' }) }, 'About given'],
    spanish: 'Más antiguo',
    needsMore: true,
    empty: { articles: [articleOf({ slug: 'post-2' })] },
  },
  {
    tag: 'care-categories',
    asks: {},
    shows: 'Family & friends',
    given: ['categories', [CATEGORIES[0]], 'Recovery'],
    spanish: 'Categorías',
    needsMore: false,
    empty: { articles: [] },
  },
  {
    tag: 'care-author',
    asks: { slug: 'post-2' },
    other: ['slug', 'post-3'],
    shows: 'Jane Roe, MS, LPC',
    showsOther: 'Ana Ruiz, MD',
    given: ['article', { ...given, authors: [{ name: 'Given Name', credentials: [] }] }, 'Given Name'],
    spanish: 'Por',
    needsMore: true,
    empty: { articles: [articleOf({ slug: 'post-2', authors: [] })] },
  },
  {
    tag: 'care-benefits',
    asks: { slug: 'post-2' },
    other: ['slug', 'post-3'],
    shows: 'Structure of post 2',
    showsOther: 'Structure of post 3',
    given: ['benefits', [{ title: 'A given benefit', text: 'In words.' }], 'A given benefit'],
    spanish: 'Leer el artículo completo',
    needsMore: true,
    empty: { articles: [articleOf({ slug: 'post-2' })] },
    builtIn: 'New support systems',
  },
];

const bodyOf = (number: number) =>
  articleBody(`<h2>Structure of post ${number}</h2><p>Mornings.</p><h2>Support</h2><p>People.</p>`, {
    url: 'https://clinic.example/',
  });

const states = (element: Element): string[] =>
  ['idle', 'loading', 'ready', 'empty', 'error', 'stale'].filter((state) => element.matches(`:state(${state})`));

const shown = (element: Element): string =>
  `${within(element, 'nav')?.ariaLabel ?? ''} ${[...(element.shadowRoot?.children ?? []), ...element.querySelectorAll(':is([slot=title], [slot=body])')].map(words).join(' ')}`;

const said = recordWarnings();

for (const { tag, asks, other, shows, showsOther = '', given, spanish, needsMore, empty, builtIn } of CASES) {
  describe(`${tag}, as a content element`, () => {
    let room: ReadingRoom;
    beforeEach(async () => {
      const articles = articlesOf(20);
      for (const number of [2, 3]) articles[number - 1] = { ...articles[number - 1]!, body: await bodyOf(number) };
      articles[2] = { ...articles[2]!, authors: [{ name: 'Ana Ruiz', credentials: ['MD'] }] };
      room = new ReadingRoom(articles);
    });

    const make = (attributes: Readonly<Record<string, string>> = {}): ContentHost => {
      const element = document.createElement(tag) as ContentHost;
      for (const [name, value] of Object.entries({ ...asks, ...attributes })) element.setAttribute(name, value);
      return element;
    };
    const configured = (attributes: Readonly<Record<string, string>> = {}): ContentHost =>
      make({ endpoint: room.endpoint, source: room.source, ...attributes });
    const inPage = (element: ContentHost, around: TemplateResult = html`<div></div>`): ContentHost => {
      const root = fixtureSync<HTMLElement>(around);
      (root.querySelector('div') ?? root).append(element);
      return element;
    };
    const ready = async (attributes?: Readonly<Record<string, string>>): Promise<ContentHost> =>
      settledNext(inPage(configured(attributes)));
    const withFallback = (element: ContentHost): ContentHost => {
      element.innerHTML = '<a href="/blog/">Our articles</a>';
      return element;
    };

    it('goes from idle over loading to ready, as getter and as custom state', async () => {
      room.hold();
      const element = configured();
      expect(element.state).to.equal('idle');
      inPage(element);
      await room.questions(1);
      expect([element.state, ...states(element)]).to.deep.equal(['loading', 'loading']);
      room.releaseAll();
      await settledNext(element);
      expect([element.state, ...states(element)]).to.deep.equal(['ready', 'ready']);
      expect(shown(element)).to.contain(shows);
    });

    it('sends care-load once, after rendering, and keeps it to itself', async () => {
      let heard = 0;
      const count = () => heard++;
      document.body.addEventListener('care-load', count);
      const element = inPage(configured());
      const event = await oneEvent(element, 'care-load');
      expect(shown(element)).to.contain(shows);
      element.addEventListener('care-load', count);
      element.setAttribute('heading-level', '4');
      await element.updateComplete;
      document.body.removeEventListener('care-load', count);
      expect([event.bubbles, event.composed, heard]).to.deep.equal([false, false, 0]);
    });

    it('sends care-error with the error, says what a visitor can do, and can be tried again', async () => {
      room.failure = new CareError('server');
      const element = inPage(configured());
      const event = await oneEvent(element, 'care-error');
      await element.updateComplete;
      expect(event).to.have.property('error', element.error);
      expect([event.bubbles, event.composed]).to.deep.equal([false, false]);
      expect([element.state, ...states(element)]).to.deep.equal(['error', 'error']);
      expect(words(within(element, '[part=problem]'))).to.contain('This could not be loaded right now.');
      expect(said.join()).to.contain(`<${tag}> server`);
      await expect(element).to.be.accessible();
      room.failure = undefined;
      room.hold();
      const { length } = room.asked;
      within(element, '[part=retry]')?.click();
      await room.questions(length + 1);
      await element.updateComplete;
      expect(words(within(element, '[part=problem] [role=status]'))).to.equal('Loading…');
      room.releaseAll();
      await settledNext(element);
      expect(shown(element)).to.contain(shows);
      expect(element.error).to.equal(undefined);
    });

    for (const [code, sentence, canRetry] of [
      ['offline', 'You seem to be offline.', true],
      ['timeout', 'This could not be loaded right now.', true],
      ['forbidden', 'This could not be loaded here.', false],
      ['protected', 'This text is not public.', false],
      ['not-found', undefined, false],
    ] as const) {
      it(`${canRetry ? 'offers' : 'does not offer'} to try again after the failure ${code}`, async () => {
        room.failure = new CareError(code);
        const element = await settledNext(inPage(configured()));
        const problem = within(element, '[part=problem]');
        if (sentence) expect(words(problem?.querySelector('[role=status]'))).to.equal(sentence);
        expect([!!within(element, '[part=retry]'), problem?.lang]).to.deep.equal([canRetry, 'en']);
        expect(within<HTMLAnchorElement>(element, '[part=source]')?.rel).to.equal('noreferrer');
      });
    }

    it('gives way to a fallback that comes while it loads', async () => {
      room.hold();
      const element = inPage(configured());
      element.innerHTML = '<p slot="error">Call us instead</p>';
      await room.questions(1);
      await element.updateComplete;
      expect(within(element, '[part~=skeleton]')).not.to.equal(null);
      element.append('Our articles');
      await waitUntil(() => !within(element, '[part~=skeleton]'));
      room.releaseAll();
    });

    it('takes what a source throws that is no CareError for a network failure', async () => {
      room.failure = new Error('anything');
      const element = await settledNext(inPage(configured()));
      expect(element.error?.code).to.equal('network');
    });

    it('shows its fallback before, hides it when ready, shows it again on failure', async () => {
      room.hold();
      const element = withFallback(configured());
      inPage(element);
      await room.questions(1);
      await element.updateComplete;
      expect(showsFallback(element)).to.equal(true);
      expect(within(element, '[part~=skeleton]')).to.equal(null);
      room.releaseAll();
      await settledNext(element);
      expect(showsFallback(element)).to.equal(false);
      const failing = new ReadingRoom();
      failing.failure = new CareError('gone');
      const gone = await settledNext(
        inPage(withFallback(make({ endpoint: failing.endpoint, source: failing.source }))),
      );
      expect(showsFallback(gone), 'withdrawn').to.equal(false);
      failing.failure = new CareError('timeout');
      const late = await settledNext(
        inPage(withFallback(make({ endpoint: failing.endpoint, source: failing.source }))),
      );
      expect(showsFallback(late), 'late').to.equal(true);
    });

    it('shows a skeleton that says it is busy where there is no fallback', async () => {
      room.hold();
      const element = inPage(configured());
      await room.questions(1);
      await element.updateComplete;
      expect(within(element, '[part~=skeleton]')?.getAttribute('aria-busy')).to.equal('true');
      await expect(element).to.be.accessible();
      room.releaseAll();
    });

    it('shows what is in its slot "loading" in place of the skeleton', async () => {
      room.hold();
      const element = configured();
      element.innerHTML = '<p slot="loading">One moment</p>';
      inPage(element);
      await room.questions(1);
      await element.updateComplete;
      expect(within<HTMLSlotElement>(element, 'slot[name=loading]')?.assignedElements()).to.have.length(1);
      room.releaseAll();
    });

    if (builtIn) {
      it('shows what is built in where nothing is configured', async () => {
        const element = await settledNext(inPage(document.createElement(tag) as ContentHost));
        expect([element.state, element.error]).to.deep.equal(['ready', undefined]);
        expect(shown(element)).to.contain(builtIn);
      });
    } else {
      it('keeps its fallback, says once what to write, and does not throw where nothing is configured', async () => {
        const element = await settledNext(inPage(withFallback(document.createElement(tag) as ContentHost)));
        expect(element.error?.code).to.equal('not-configured');
        expect(showsFallback(element)).to.equal(true);
        expect(within(element, 'button, input')).to.equal(null);
      });
    }

    it('loads once it is told from where, by attribute or by a care-config that comes late', async () => {
      const element = await settledNext(inPage(make()));
      expect(element.error?.code).to.equal('not-configured');
      element.source = room.source;
      element.endpoint = room.endpoint;
      await settledNext(element);
      expect(shown(element)).to.contain(shows);

      const second = new ReadingRoom(room.articles);
      const inside = make();
      const config = fixtureSync<HTMLElement>(html`<care-config></care-config>`);
      config.append(inside);
      await settledNext(inside);
      config.setAttribute('source', second.source);
      config.setAttribute('endpoint', second.endpoint);
      await settledNext(inside);
      expect(inside.state).to.equal('ready');
    });

    if (needsMore) {
      it('loads once it is told what', async () => {
        const element = document.createElement(tag) as ContentHost;
        element.source = room.source;
        element.endpoint = room.endpoint;
        await settledNext(inPage(element));
        expect(element.error?.code).to.equal(builtIn ? undefined : 'not-configured');
        for (const [name, value] of Object.entries(asks)) element.setAttribute(name, value);
        await settledNext(element);
        expect(shown(element)).to.contain(shows);
      });
    }

    it('asks nothing twice when it is moved, while it loads and afterwards', async () => {
      room.hold();
      const element = inPage(configured());
      const [asked] = await room.questions(1);
      const elsewhere = fixtureSync<HTMLElement>(html`<section></section>`);
      elsewhere.append(element);
      room.releaseAll();
      await settledNext(element);
      const { length } = room.asked;
      expect(asked?.signal.aborted).to.equal(false);
      fixtureSync<HTMLElement>(html`<section></section>`).append(element);
      await element.updateComplete;
      expect([element.state, room.asked.length]).to.deep.equal(['ready', length]);
    });

    if (other) {
      it('asks for nothing while it is out of the page', async () => {
        const element = await ready();
        const { length } = room.asked;
        const parent = element.parentNode;
        element.remove();
        await element.updateComplete;
        element.setAttribute(...other);
        await element.updateComplete;
        expect([element.state, room.asked.length]).to.deep.equal(['ready', length]);
        parent?.append(element);
        await settledNext(element);
        expect(shown(element)).to.contain(showsOther);
      });
    }

    it('gives its request up when it is removed, and asks again when it is back', async () => {
      room.hold();
      const element = inPage(configured());
      const [asked] = await room.questions(1);
      const parent = element.parentElement!;
      element.remove();
      await Promise.resolve();
      expect([element.state, asked?.signal.aborted]).to.deep.equal(['idle', true]);
      room.releaseAll();
      parent.append(element);
      await settledNext(element);
      expect(shown(element)).to.contain(shows);
    });

    if (other) {
      it('lets the newest question win, whichever answer comes first', async () => {
        room.hold();
        const element = inPage(configured());
        await room.questions(1);
        element.setAttribute(...other);
        await room.questions(2);
        expect(room.asked[0]?.signal.aborted).to.equal(true);
        const done = settledNext(element);
        room.releaseAll();
        await done;
        expect(shown(element)).to.contain(showsOther).and.not.to.contain(shows);
      });

      it('keeps what it shows while another answer is on its way', async () => {
        const element = await ready();
        const before = room.asked.length;
        room.hold();
        element.setAttribute(...other);
        await room.questions(before + 1);
        await element.updateComplete;
        expect(element.state).to.equal('loading');
        expect(shown(element)).to.contain(shows);
        const done = settledNext(element);
        room.releaseAll();
        await done;
        expect(shown(element)).to.contain(showsOther);
      });

      it('shows nothing of the former answer where the new question fails', async () => {
        const element = await ready();
        room.failure = new CareError('not-found');
        element.setAttribute(...other);
        await settledNext(element);
        expect(element.error?.code).to.equal('not-found');
        expect(shown(element)).not.to.contain(shows);
      });

      it('tells what is shown again after a failure, though it was told before', async () => {
        const element = await ready();
        const [name] = other;
        const before = element.getAttribute(name);
        room.failure = new CareError('timeout');
        element.setAttribute(...other);
        await settledNext(element);
        if (before === null) element.removeAttribute(name);
        else element.setAttribute(name, before);
        await oneEvent(element, 'care-load');
        expect(shown(element)).to.contain(shows);
      });

      it('asks past the cache on reload only', async () => {
        const element = await ready();
        const [name] = other;
        const before = element.getAttribute(name);
        element.setAttribute(...other);
        await settledNext(element);
        await element.reload();
        const { length } = room.asked;
        if (before === null) element.removeAttribute(name);
        else element.setAttribute(name, before);
        await settledNext(element);
        expect(shown(element)).to.contain(shows);
        expect(room.asked).to.have.length(length);
      });
    }

    it('asks past the cache on reload, and keeps what it has, as stale, where that fails', async () => {
      const element = await ready();
      const before = room.asked.length;
      await element.reload();
      expect(room.asked.length).to.be.above(before);
      room.failure = new CareError('server');
      element.addEventListener('care-load', () => expect.fail('it is the same as before'));
      await element.reload();
      expect([element.state, element.error?.code, ...states(element)]).to.deep.equal([
        'ready',
        'server',
        'ready',
        'stale',
      ]);
      expect(shown(element)).to.contain(shows);
    });

    it('takes a second answer from memory', async () => {
      await ready();
      const before = room.asked.length;
      await ready();
      expect(room.asked).to.have.length(before);
    });

    if (empty) {
      it('is empty, and says so, where there is nothing', async () => {
        room.articles = [...empty.articles];
        const element = document.createElement(tag) as ContentHost;
        const attributes = { endpoint: room.endpoint, source: room.source, ...(empty.asks ?? asks) };
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        await settledNext(inPage(element));
        expect([element.state, ...states(element)]).to.deep.equal(['empty', 'empty']);
        expect(words(within(element, '[part=empty]'))).to.equal('There is nothing to show here yet.');
        await expect(element).to.be.accessible();
      });

      it('shows its fallback where there is nothing', async () => {
        room.articles = [...empty.articles];
        const element = document.createElement(tag) as ContentHost;
        const attributes = { endpoint: room.endpoint, source: room.source, ...(empty.asks ?? asks) };
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        await settledNext(inPage(withFallback(element)));
        expect([element.state, showsFallback(element)]).to.deep.equal(['empty', true]);
      });
    }

    it('shows what the page hands over, without any request', async () => {
      const [name, value, text] = given;
      const element = configured();
      Object.assign(element, { [name]: value });
      await settledNext(inPage(element));
      expect(shown(element)).to.contain(text);
      expect(room.asked).to.have.length(0);
      Object.assign(element, { [name]: undefined });
      await settledNext(element);
      expect(shown(element)).to.contain(shows);
    });

    it('needs no endpoint for what the page hands over', async () => {
      const [name, value, text] = given;
      const element = document.createElement(tag) as ContentHost;
      Object.assign(element, { [name]: value });
      await settledNext(inPage(element));
      expect([element.state, element.error]).to.deep.equal(['ready', undefined]);
      expect(shown(element)).to.contain(text);
    });

    it('speaks the language of the nearest ancestor, also outside its shadow root, and the one that locale names', async () => {
      const element = configured();
      const root = fixtureSync<HTMLElement>(html`<div lang="es-MX"><div></div></div>`);
      root.querySelector('div')?.attachShadow({ mode: 'open' }).append(element);
      await settledNext(element);
      expect(shown(element)).to.contain(spanish);
      const named = configured({ locale: 'es' });
      await settledNext(inPage(named, html`<div lang="en"></div>`));
      expect(shown(named)).to.contain(spanish);
    });

    it('asks nothing before it comes near the viewport with loading="lazy"', async () => {
      const far = fixtureSync<HTMLElement>(html`<div><p style="block-size: 9000px"></p></div>`);
      const element = configured({ loading: 'lazy' });
      far.append(element);
      await element.updateComplete;
      expect([element.state, room.asked.length]).to.deep.equal(['idle', 0]);
      const done = settledNext(element);
      element.scrollIntoView();
      await done;
      expect(shown(element)).to.contain(shows);
    });

    it('asks at once on reload, wherever it stands, with loading="lazy"', async () => {
      const far = fixtureSync<HTMLElement>(html`<div><p style="block-size: 9000px"></p></div>`);
      const element = configured({ loading: 'lazy' });
      far.append(element);
      await element.updateComplete;
      await element.reload();
      expect(element.state).to.equal('ready');
      expect(shown(element)).to.contain(shows);
    });

    it('says of an article alone that it is no longer available', async () => {
      room.failure = new CareError('not-found');
      const element = inPage(configured());
      await settledNext(element);
      expect(within(element, '[part=problem] p')?.textContent?.trim()).to.equal(
        /list|categories/.test(element.localName)
          ? 'This could not be loaded here.'
          : 'This is no longer available here.',
      );
    });

    it('vanishes with its fallback once what it showed was withdrawn', async () => {
      const element = withFallback(await ready());
      room.failure = new CareError('not-found');
      await element.reload();
      await element.updateComplete;
      expect([element.state, element.error?.code]).to.deep.equal(['error', 'gone']);
      expect(shown(element)).not.to.contain(shows);
      expect(showsFallback(element)).to.equal(false);
    });

    it('shows what is in its slot "error" in place of the sentence', async () => {
      room.failure = new CareError('server');
      const element = configured();
      element.innerHTML = '<p slot="error">Call us instead</p>';
      await settledNext(inPage(element));
      expect(within<HTMLSlotElement>(element, 'slot[name=error]')?.assignedElements()).to.have.length(1);
      expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
    });

    it('asks another endpoint as soon as it is named, and shows nothing of the one before', async () => {
      const element = await ready();
      const second = new ReadingRoom(room.articles);
      second.failure = new CareError('timeout');
      element.source = second.source;
      element.endpoint = second.endpoint;
      await settledNext(element);
      expect([second.asked.length > 0, element.error?.code]).to.deep.equal([true, 'timeout']);
      expect(shown(element)).not.to.contain(shows);
    });

    it('leaves its author’s children alone, whatever becomes of it', async () => {
      const element = withFallback(configured());
      const link = element.firstElementChild!;
      const parent = inPage(element).parentElement!;
      await settledNext(element);
      element.remove();
      parent.append(element);
      await element.reload();
      const own = [...element.children].filter(
        (child) => !child.getAttributeNames().some((name) => name.startsWith('data-care-')),
      );
      expect(own).to.deep.equal([link]);
      expect(link.outerHTML).to.equal('<a href="/blog/">Our articles</a>');
    });

    it('says its words in another language as soon as one is named', async () => {
      const element = await ready({ locale: 'en' });
      expect(shown(element)).not.to.contain(spanish);
      element.setAttribute('locale', 'es');
      await waitUntil(() => shown(element).includes(spanish), 'Spanish');
    });

    it('asks once for all that ask the same', async () => {
      room.hold();
      const around = fixtureSync<HTMLElement>(html`<div></div>`);
      const first = configured();
      const rest = [configured(), configured()];
      around.append(first, ...rest);
      await room.questions(1);
      const done = Promise.all([first, ...rest].map(settledNext));
      room.releaseAll();
      await done;
      const { length } = room.asked;
      await ready();
      expect(room.asked).to.have.length(length);
      expect(new Set(room.asked.map(({ what, about }) => JSON.stringify([what, about]))).size).to.equal(length);
    });

    it('lets what the page hands over win against an answer that is still on its way', async () => {
      const [name, value, text] = given;
      room.hold();
      const element = inPage(configured());
      const [asked] = await room.questions(1);
      Object.assign(element, { [name]: value });
      await settledNext(element);
      expect(asked?.signal.aborted).to.equal(true);
      room.releaseAll();
      await element.updateComplete;
      expect(shown(element)).to.contain(text).and.not.to.contain(shows);
    });

    it('takes null from a framework for nothing handed over', async () => {
      const element = configured();
      Object.assign(element, { [given[0]]: null });
      await settledNext(inPage(element));
      expect(shown(element)).to.contain(shows);
    });

    it('is accessible when ready, from left to right and from right to left, light and dark', async () => {
      const element = await ready();
      await expect(element).to.be.accessible();
      element.parentElement!.dir = 'rtl';
      element.setAttribute('theme', 'dark');
      await element.updateComplete;
      await expect(element).to.be.accessible({ ignoredRules: ['color-contrast'] });
    });

    it('can be made a thousand times and thrown away, without a request left over', async () => {
      room.hold();
      const crowd = fixtureSync<HTMLElement>(html`<div></div>`);
      const many = Array.from({ length: 1000 }, () => configured());
      crowd.append(...many);
      await room.questions(1);
      crowd.replaceChildren();
      await Promise.resolve();
      expect(many.every(({ state }) => state === 'idle')).to.equal(true);
      expect(room.asked.every(({ signal }) => signal.aborted)).to.equal(true);
    });

    it('is the same when it is written in markup', async () => {
      const name = unsafeStatic(tag);
      const element = mounted<ContentHost>(
        tag,
        staticHtml`<${name} endpoint=${room.endpoint} source=${room.source} slug=${asks.slug ?? nothing}></${name}>`,
      );
      await settledNext(element);
      expect(element.state).to.equal('ready');
    });
  });
}
