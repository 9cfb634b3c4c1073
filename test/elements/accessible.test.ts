import { expect, fixtureSync, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-author.js';
import '../../src/define/care-benefits.js';
import '../../src/define/care-contact.js';
import '../../src/define/care-newsletter.js';
import type { CareArticle } from '../../src/elements/care-article/care-article.js';
import type { CareArticleCard } from '../../src/elements/care-article-card/care-article-card.js';
import type { CareArticleList } from '../../src/elements/care-article-list/care-article-list.js';
import { articleBody } from '../../src/html/article-body.js';
import { CareError } from '../../src/model/care-error.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { articleOf, articlesOf, ReadingRoom, words } from '../support/reading-room.js';

// What the table in docs/accessibility.md says is mended.

recordWarnings(); // failures that are meant
const form = (element: Element): HTMLFormElement => element.querySelector('form') as HTMLFormElement;

describe('names', () => {
  for (const layout of ['card', 'sticky', 'inline']) {
    it(`tell calling from texting: a contact as ${layout}`, async () => {
      const element: HTMLElement = fixtureSync(
        html`<care-contact layout=${layout} phone="+15125550142" crisis-region="us"></care-contact>`,
      );
      await waitUntil(() => element.shadowRoot?.querySelector('[href="sms:988"]'));
      const links = [...(element.shadowRoot?.querySelectorAll('[part=crisis] a') ?? [])];
      const name = (scheme: string) => words(links.find((link) => link.matches(`[href="${scheme}:988"]`)));
      expect([name('tel'), name('sms')]).to.eql(['Call 988', 'Text 988']);
    });
  }

  it('tell one form from another', async () => {
    const place: HTMLElement = fixtureSync(
      html`<div>
        <care-newsletter action="/a"></care-newsletter><care-newsletter action="/b"></care-newsletter>
        <care-newsletter action="/c" heading="For families"></care-newsletter
        ><care-newsletter action="/d"></care-newsletter>
      </div>`,
    );
    await waitUntil(() => place.querySelectorAll('form').length === 4);
    const names = () => Array.from(place.querySelectorAll('form'), (each) => each.ariaLabel);
    const expected = [
      'Sign up for our newsletter',
      'Sign up for our newsletter 2',
      'For families',
      'Sign up for our newsletter 3',
    ];
    expect(names()).to.eql(expected);
    for (const element of place.querySelectorAll('care-newsletter')) {
      element.requestUpdate();
      await element.updateComplete;
    }
    expect(names()).to.eql(expected);
  });
});

/** By which voice a screen reader says it: the nearest `lang` around it. */
const voiceOf = (element: Element | null | undefined): string | undefined => {
  for (let around = element; around; around = around.parentElement ?? (around.getRootNode() as ShadowRoot).host)
    if (around.hasAttribute('lang')) return around.getAttribute('lang') ?? '';
  return undefined;
};

describe('in a page whose language the widgets do not speak', () => {
  const inArabic = (template: TemplateResult): HTMLElement =>
    fixtureSync<HTMLElement>(html`<div lang="ar" dir="rtl">${template}</div>`).firstElementChild as HTMLElement;

  it('what an author wrote into a contact without a heading is read as the page is, our words in English', async () => {
    const contact = inArabic(
      html`<care-contact
        phone="+15125550142"
        who-answers="نحن هنا"
        cost-note="مجانا"
        crisis-region="us"
      ></care-contact>`,
    );
    const part = (name: string) => contact.shadowRoot?.querySelector(`[part=${name}]`);
    await waitUntil(() => part('crisis'));
    expect(['who-answers', 'cost-note', 'crisis'].map((name) => voiceOf(part(name)))).to.eql(['ar', 'ar', 'en']);
    expect(voiceOf(contact.querySelector('a'))).to.equal('en');
  });

  it('the heading of the built-in text is read in English, one of the author’s own as the page is', async () => {
    const built = inArabic(html`<care-benefits></care-benefits>`);
    await waitUntil(() => built.querySelector('h2 > span'));
    expect(voiceOf(built.querySelector('h2 > span'))).to.equal('en');
    const own = inArabic(html`<care-benefits heading="ماذا يقدم البرنامج"></care-benefits>`);
    await waitUntil(() => own.querySelector('h2 > span'));
    expect(voiceOf(own.querySelector('h2 > span'))).to.equal('ar');
  });

  it('"All topics" is read in English, a topic as the page is', async () => {
    const list = inArabic(
      html`<care-article-list with-filter .articles=${articlesOf(3)}></care-article-list>`,
    ) as CareArticleList;
    await waitUntil(() => list.shadowRoot?.querySelectorAll('[part=topic] > bdi').length === 3);
    const topics = [...(list.shadowRoot?.querySelectorAll('[part=topic] > bdi') ?? [])];
    expect(topics.map((topic) => [words(topic), voiceOf(topic)])).to.eql([
      ['All topics', 'en'],
      ['Family & friends', 'ar'],
      ['Recovery', 'ar'],
    ]);
  });
});

describe('a table in an article', () => {
  it('is a stop of the tab key only where it scrolls', async () => {
    const cells = '<td>Sessions</td>'.repeat(5);
    const body = await articleBody(`<table><tr>${cells}</tr></table><table><tr><td>x</td></tr></table>`, {
      url: 'https://clinic.example/',
    });
    const element = fixtureSync<CareArticle>(html`<care-article style="inline-size: 320px"></care-article>`);
    element.article = articleOf({ slug: 'a', body });
    const stops = () =>
      Array.from(element.querySelectorAll('[role=region]'), (region) => region.getAttribute('tabindex'));
    await waitUntil(() => String(stops()) === '0,');
    element.style.inlineSize = '2000px';
    await waitUntil(() => String(stops()) === ',');
    element.style.inlineSize = '320px';
    await waitUntil(() => String(stops()) === '0,');
  });
});

describe('box and field of a sign-up form', () => {
  it('are large enough, known as required, and not wrong before anything was done', async () => {
    const element: HTMLElement = fixtureSync(
      html`<div style="font-size: 12px">
        <care-newsletter action="/a" consent="required"></care-newsletter>
      </div>`,
    );
    await waitUntil(() => element.querySelector('[type=checkbox]'));
    const box = element.querySelector('[type=checkbox]') as HTMLInputElement;
    await nextFrame();
    const { width, height } = box.getBoundingClientRect();
    expect([width >= 24, height >= 24]).to.eql([true, true]);
    expect(box.ariaRequired).to.equal('true');
    expect(element.querySelector('[type=email]')?.ariaRequired).to.equal('true');
    expect(element.querySelectorAll(':invalid').length).to.equal(0);
    await expect(form(element)).to.be.accessible();
    (element.querySelector('[type=email]') as HTMLInputElement).value = 'ada@example.org';
    form(element).requestSubmit();
    await waitUntil(() => box.ariaInvalid === 'true');
    expect(words(element.querySelector('[data-care-problem]'))).to.contain('tick this box');
    box.click();
    await waitUntil(() => !box.hasAttribute('aria-invalid'));
  });
});

describe('the search of a list', () => {
  for (const width of [320, 1280]) {
    it(`has a button beside its field at ${width} px`, async () => {
      const list = fixtureSync<CareArticleList>(
        html`<care-article-list with-search .articles=${articlesOf(3)}></care-article-list>`,
      );
      list.style.cssText = `display: block; inline-size: ${width}px`;
      await waitUntil(() => list.shadowRoot?.querySelector('[part=search] button'));
      const find = (selector: string) => list.shadowRoot?.querySelector(selector) as HTMLElement;
      const [button, field] = [find('[part=search] button'), find('[part=search] input')];
      expect([words(button), (button as HTMLButtonElement).type]).to.eql(['Search', 'submit']);
      const [one, other] = [field.getBoundingClientRect(), button.getBoundingClientRect()];
      expect(one.right <= other.left && Math.abs(one.top - other.top) < 1).to.equal(true);
      expect(Math.abs(one.height - other.height)).to.be.lessThan(1);
      expect(one.width).to.be.greaterThan(150);
      expect(find('[part=search]').scrollWidth).to.be.at.most(width);
      (field as HTMLInputElement).value = 'Post 2';
      button.click();
      await waitUntil(() => list.shadowRoot?.querySelectorAll('[part~=card]').length === 1);
    });
  }
});

describe('a failure', () => {
  it('is announced at first, and again where asking again fails', async () => {
    const room = new ReadingRoom();
    room.failure = new CareError('network');
    room.hold();
    const card = fixtureSync<CareArticleCard>(
      html`<care-article-card endpoint=${room.endpoint} source=${room.source} slug="post-1"></care-article-card>`,
    );
    const find = <E extends Element>(selector: string) => card.shadowRoot?.querySelector<E>(selector);
    await waitUntil(() => room.asked.length === 1 && find('[role=status]'));
    const status = find('[role=status]') as Element;
    expect([words(status), card.state]).to.eql(['', 'loading']);
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(words(status)));
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    room.releaseAll();
    await waitUntil(() => find('[part=retry]'));
    expect(find('[role=status]')).to.equal(status);
    expect(heard.at(-1)).to.equal('This could not be loaded right now.');
    find<HTMLButtonElement>('[part=retry]')?.focus();
    find<HTMLButtonElement>('[part=retry]')?.click();
    await waitUntil(() => heard.includes('Loading…'));
    expect(card.shadowRoot?.activeElement).to.equal(find('[part=retry]'));
    await waitUntil(() => card.state === 'error' && heard.at(-1) === 'This could not be loaded right now.');
    expect(find('[role=status]')).to.equal(status);
    observer.disconnect();
  });

  /** An element that has failed, whose button has the focus, and which is tried again until it is shown. */
  const retried = async (template: (room: ReadingRoom) => TemplateResult, meanwhile = (): void => undefined) => {
    const room = new ReadingRoom();
    const url = 'https://clinic.example/';
    room.articles[0] = articleOf({ slug: 'post-1', body: await articleBody('<h2>One</h2><p>Evenings.</p>', { url }) });
    room.failure = new CareError('network');
    const place: HTMLElement = fixtureSync(html`<div>${template(room)}<button id="elsewhere"></button></div>`);
    const element = place.firstElementChild as CareArticle;
    const find = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
    await waitUntil(() => find('[part=retry]'));
    room.failure = undefined;
    room.hold();
    find('[part=retry]')?.focus();
    find('[part=retry]')?.click();
    await room.questions(2);
    meanwhile();
    room.releaseAll();
    await waitUntil(() => element.state !== 'error' && element.state !== 'loading');
    await element.updateComplete;
    await nextFrame();
    return element;
  };

  it('that is over leaves the focus where the visitor has gone in the meantime', async () => {
    const goOn = () => document.getElementById('elsewhere')?.focus();
    await retried(
      ({ endpoint, source }) => html`<care-article-list endpoint=${endpoint} source=${source}></care-article-list>`,
      goOn,
    );
    expect(document.activeElement?.id).to.equal('elsewhere');
  });

  it('that is over leads to the beginning of a text, not to the link at its end, and to names without a link', async () => {
    const explainer = await retried(
      ({ endpoint, source }) =>
        html`<care-benefits endpoint=${endpoint} source=${source} slug="post-1"></care-benefits>`,
    );
    expect(explainer.shadowRoot?.querySelector('[part=more]')).not.to.equal(null);
    const beginning = explainer.shadowRoot?.activeElement as HTMLElement;
    expect(beginning.getAttribute('part')).to.equal('explainer');
    expect(getComputedStyle(beginning).outlineStyle, 'a ring around the whole text').to.equal('none');
    const author = await retried(
      ({ endpoint, source }) => html`<care-author endpoint=${endpoint} source=${source} slug="post-1"></care-author>`,
    );
    expect(author.shadowRoot?.activeElement?.getAttribute('part')).to.equal('authors');
    const article = await retried(
      ({ endpoint, source }) => html`<care-article endpoint=${endpoint} source=${source} slug="post-1"></care-article>`,
    );
    expect(article.shadowRoot?.activeElement?.getAttribute('part')).to.equal('article');
  });
});
