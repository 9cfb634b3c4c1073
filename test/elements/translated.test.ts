import { expect, fixtureSync, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-benefits.js';
import '../../src/define/care-contact.js';
import '../../src/define/care-newsletter.js';
import '../../src/define/care-urgent.js';
import type { CareArticle } from '../../src/elements/care-article/care-article.js';
import type { CareArticleCard } from '../../src/elements/care-article-card/care-article-card.js';
import type { CareArticleList } from '../../src/elements/care-article-list/care-article-list.js';
import type { CareBenefits } from '../../src/elements/care-benefits/care-benefits.js';
import type { CareContact } from '../../src/elements/care-contact/care-contact.js';
import type { CareNewsletter } from '../../src/elements/care-newsletter/care-newsletter.js';
import type { CareUrgent } from '../../src/elements/care-urgent/care-urgent.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { articleOf } from '../support/reading-room.js';

// Pages that the browser, or a plugin of the site, has translated: what elements say next is true all the same.

const said = recordWarnings();

const textsIn = (root: Node): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() && !/^(?:style|script)$/.test(text.parentElement?.localName ?? '')) texts.push(text);
  }
  return texts;
};

/** As Google Translate does it: another element takes the place of each text, in the page's own tree only. */
const likeGoogle = (element: Element): void => {
  for (const text of textsIn(element)) {
    const font = document.createElement('font');
    font.append(`«${text.data}»`);
    text.replaceWith(font);
  }
};

const isInline = (element: Element): boolean => /^inline|^none|^contents/.test(getComputedStyle(element).display);

const mergeLikeFirefox = (element: Element): void => {
  const nodes = [...element.childNodes];
  for (const node of nodes) node.remove();
  for (const node of nodes) {
    if (node instanceof Text) {
      if (node.data.trim()) node.data = `«${node.data}»`;
      element.append(node);
    } else if (node instanceof Element) {
      element.append(node);
      if (node.localName !== 'svg' && node.localName !== 'slot') mergeLikeFirefox(node);
    }
  }
};

/** As Firefox does it: a block's texts and elements are taken out and put back, comments are not; in shadow roots, too. */
const likeFirefox = (root: Element | ShadowRoot): void => {
  if (root instanceof Element && root.shadowRoot) likeFirefox(root.shadowRoot);
  for (const child of root.children) {
    if (/^(?:style|svg|slot|input)$/.test(child.localName)) continue;
    const isBlockOfText =
      !child.shadowRoot && !child.querySelector('slot') && [...child.querySelectorAll('*')].every(isInline);
    if (!isBlockOfText) likeFirefox(child);
    else if (textsIn(child).length) mergeLikeFirefox(child);
  }
};

const TRANSLATORS = { 'Google Translate': likeGoogle, Firefox: likeFirefox };

/** What visitors read. */
const wordsOf = (element: Element): string => {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLSlotElement) return node.assignedNodes().map(read).join(' ');
    if (!(node instanceof Element) || node.localName === 'style' || !node.checkVisibility()) return '';
    return [...(node.shadowRoot ?? node).childNodes].map(read).join(' ');
  };
  return read(element).replace(/\s+/g, ' ');
};

for (const [name, translate] of Object.entries(TRANSLATORS)) {
  describe(`on a page that ${name} has translated`, () => {
    it('an article has its own title above its text', async () => {
      const article = fixtureSync<CareArticle>(
        html`<care-article .article=${articleOf({ slug: 'one', title: 'The first' })}></care-article>`,
      );
      await article.updateComplete;
      translate(article);
      expect(wordsOf(article)).to.contain('«The first»');
      article.article = articleOf({ slug: 'two', title: 'The second' });
      await article.updateComplete;
      expect(wordsOf(article)).to.contain('The second').and.not.contain('The first');
      expect(article.state).to.equal('ready');
    });

    it('a card bears the title of the article that it leads to', async () => {
      const card = fixtureSync<CareArticleCard>(
        html`<care-article-card .article=${articleOf({ slug: 'one', title: 'The first' })}></care-article-card>`,
      );
      await card.updateComplete;
      translate(card);
      card.article = articleOf({ slug: 'two', title: 'The second' });
      await card.updateComplete;
      expect(wordsOf(card)).to.contain('The second').and.not.contain('The first');
      expect(card.state).to.equal('ready');
    });

    it('a list says how many articles there are, and keeps the field in which a visitor types', async () => {
      const articles = ['one', 'two', 'three'].map((slug) => articleOf({ slug, title: `Title ${slug}` }));
      const list = fixtureSync<CareArticleList>(
        html`<care-article-list with-search with-more per-page="2" .articles=${articles}></care-article-list>`,
      );
      await list.updateComplete;
      translate(list);
      const field = list.shadowRoot!.querySelector('input')!;
      field.focus();
      list.shadowRoot!.querySelector<HTMLElement>('[part=more]')!.click();
      await list.updateComplete;
      expect(wordsOf(list)).to.contain('3 articles').and.contain('Title three');
      expect(list.shadowRoot!.querySelector('input')).to.equal(field);
    });

    it('a contact says what is true by now', async () => {
      const contact = fixtureSync<CareContact>(
        html`<care-contact
          phone="+15125550142"
          hours="24/7"
          time-zone="America/Chicago"
          heading="Call"
        ></care-contact>`,
      );
      await contact.updateComplete;
      translate(contact);
      contact.hours = 'Mo-Su off';
      contact.heading = 'Write to us';
      await contact.updateComplete;
      expect(wordsOf(contact)).to.contain('Closed for now').and.contain('Write to us').and.not.contain('day and night');
    });

    it('urgent advice has its own heading', async () => {
      const urgent = fixtureSync<CareUrgent>(
        html`<care-urgent heading="Call 911 if" reviewer="Ada Roe, MD" reviewed-on="2026-01-02"
          ><p>they sleep</p></care-urgent
        >`,
      );
      await urgent.updateComplete;
      translate(urgent);
      urgent.heading = 'Call us if';
      await urgent.updateComplete;
      expect(wordsOf(urgent)).to.contain('Call us if').and.not.contain('911');
    });

    it('a form says that it was sent, what was typed stays, and its fields are named in the language of the page', async () => {
      const form = fixtureSync<CareNewsletter>(
        html`<care-newsletter
          action="/subscribe"
          consent="optional"
          .submitter=${() => Promise.resolve()}
        ></care-newsletter>`,
      );
      await form.updateComplete;
      translate(form);
      const press = () => form.querySelector<HTMLElement>('button')!.click();
      press();
      await waitUntil(() => form.state === 'invalid');
      await form.updateComplete;
      translate(form);
      const field = form.querySelector<HTMLInputElement>('input[type=email]')!;
      field.value = 'ada@example.org';
      form.locale = 'es';
      await waitUntil(() => wordsOf(form).includes('Correo electrónico'));
      expect(wordsOf(form)).to.contain('Suscribirse').and.contain('No envíe información médica');
      expect(form.querySelector('input[type=email]')).to.equal(field);
      expect(field.value).to.equal('ada@example.org');
      press();
      await waitUntil(() => form.state === 'success');
      await form.updateComplete;
      await nextFrame();
      expect(wordsOf(form)).to.contain('Gracias').and.not.contain('sent').and.not.contain('enviado');
    });

    it('nothing is complained of', () => {
      expect(said).to.eql([]);
    });
  });
}

describe('on a page that Firefox has translated into a language of ours', () => {
  it('an explainer speaks the language of the page', async () => {
    const benefits = fixtureSync<CareBenefits>(html`<care-benefits with-faq layout="accordion"></care-benefits>`);
    await waitUntil(() => benefits.state === 'ready');
    likeFirefox(benefits);
    benefits.locale = 'es';
    await waitUntil(() => wordsOf(benefits).includes('programa ambulatorio intensivo'));
    expect(wordsOf(benefits)).not.to.contain('«');
    expect(benefits.state).to.equal('ready');
  });
});

describe('on a page whose language changes', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  it('elements speak the new one, unless they have one of their own', async () => {
    const place = fixtureSync(
      html`<div>
        <care-contact phone="+15125550142"></care-contact>
        <care-contact phone="+15125550142" locale="en"></care-contact>
        <div lang="en"><care-contact phone="+15125550142"></care-contact></div>
      </div>`,
    );
    const [page, own, near] = place.querySelectorAll('care-contact');
    await page!.updateComplete;
    document.documentElement.lang = 'es-US';
    await waitUntil(() => wordsOf(page!).includes('Llamar al'));
    expect(wordsOf(own!)).to.contain('Call');
    expect(wordsOf(near!)).to.contain('Call');
    document.documentElement.lang = 'fr';
    await waitUntil(() => wordsOf(page!).includes('Call'));
  });
});
