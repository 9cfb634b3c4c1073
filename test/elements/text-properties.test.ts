import { expect, fixtureSync, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-author.js';
import '../../src/define/care-benefits.js';
import '../../src/define/care-categories.js';
import '../../src/define/care-config.js';
import '../../src/define/care-contact.js';
import '../../src/define/care-newsletter.js';
import '../../src/define/care-post-nav.js';
import '../../src/define/care-urgent.js';
import type { SettingsElement } from '../../src/elements/shared/settings-element.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { articleOf } from '../support/reading-room.js';

// What frameworks hand over for a text: numbers, such as the id of a post, and `null` or `undefined` for nothing.

recordWarnings();
const ARTICLE = articleOf({ slug: 'iop', title: 'About the IOP' });
const GIVEN: Readonly<Record<string, object>> = {
  'care-article': { article: ARTICLE },
  'care-article-card': { article: ARTICLE },
  'care-article-list': { articles: [ARTICLE] },
  'care-author': { article: ARTICLE },
  'care-benefits': { benefits: [{ title: 'Structure' }] },
  'care-categories': { categories: [{ id: '1', slug: 'sleep', name: 'Sleep', count: 3 }] },
  'care-config': {},
  'care-contact': { phone: '+1 512 555 0142', hours: '24/7', timeZone: 'America/Chicago' },
  'care-newsletter': { action: '/subscribe' },
  'care-post-nav': { neighbors: { previous: ARTICLE } },
  'care-urgent': { reviewer: 'Robin Vale, LPC', reviewedOn: '2025-01-05' },
};

const make = async (tag: string): Promise<SettingsElement> => {
  const place: HTMLElement = fixtureSync(html`<div></div>`);
  const element = document.createElement(tag) as SettingsElement;
  Object.assign(element, GIVEN[tag]).innerHTML = '<p>Call us</p>';
  place.append(element);
  await element.updateComplete;
  return element;
};

/** Every property that is a text, with its attribute. */
const textsOf = ({ constructor }: SettingsElement): readonly (readonly [property: string, attribute: string])[] =>
  [...(constructor as typeof LitElement).elementProperties]
    .filter(([, { type, attribute, converter }]) => attribute !== false && !type && !converter)
    .map(([name, { attribute }]) => [String(name), typeof attribute === 'string' ? attribute : String(name)]);

describe('the texts of every element', () => {
  for (const tag of Object.keys(GIVEN)) {
    it(`may be taken away from a ${tag}, as an attribute or as a property`, async () => {
      const element = await make(tag);
      expect(textsOf(element)).to.not.be.empty;
      for (const [property, attribute] of textsOf(element)) {
        element.setAttribute(attribute, 'email');
        await element.updateComplete;
        element.removeAttribute(attribute);
        await element.updateComplete;
        for (const nothing of [null, undefined]) {
          Reflect.set(element, property, nothing);
          await element.updateComplete;
          expect(Reflect.get(element, property), `${property} = ${nothing}`).to.equal(undefined);
        }
      }
    });

    it(`may be handed to a ${tag} as numbers`, async () => {
      const element = await make(tag);
      for (const [property] of textsOf(element)) {
        Reflect.set(element, property, 5);
        await element.updateComplete;
        expect(Reflect.get(element, property)).to.equal('5');
      }
    });
  }

  it('leave the form of a newsletter with its one field where its fields are taken away', async () => {
    const element = await make('care-newsletter');
    Reflect.set(element, 'fields', 'email first-name');
    await element.updateComplete;
    expect(element.querySelectorAll('label[for$=name]')).to.have.length(1);
    Reflect.set(element, 'fields', undefined);
    await element.updateComplete;
    expect(element.querySelectorAll('label[for$=name]')).to.have.length(0);
    expect(element.querySelectorAll('input[type=email]')).to.have.length(1);
  });
});
