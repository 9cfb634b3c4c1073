import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-contact.js';
import '../../src/define/care-newsletter.js';
import '../../src/define/care-urgent.js';
import { tellTag } from '../../src/diagnosis/in-page.js';
import type { SettingsElement } from '../../src/elements/shared/settings-element.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { articleOf, ReadingRoom } from '../support/reading-room.js';

// What `debug` shows in the page.

recordWarnings();
const ARTICLE = articleOf({ slug: 'iop', title: 'About the IOP' });

const panelIn = (element: Element): HTMLElement | null => element.shadowRoot?.querySelector('[part=diagnosis]') ?? null;
const wordsIn = (element: Element): string => panelIn(element)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const shown = async (element: Element): Promise<string> => {
  await waitUntil(() => panelIn(element), 'no panel');
  return wordsIn(element);
};

describe('debug', () => {
  it('tells below an element that is shown what is wrong with it, why it matters and what to write', async () => {
    const card = fixtureSync<SettingsElement>(
      html`<care-article-card debug lay-out="compact" .article=${ARTICLE}><a href="/iop">IOP</a></care-article-card>`,
    );
    const words = await shown(card);
    expect(words).to.contain('care-article-card: 1 finding');
    expect(words).to.contain('warning unknown-attribute: care-article-card has no attribute lay-out');
    expect(words).to.contain('the default holds').and.to.contain('Write layout="compact".');
  });

  it('tells of the page as a whole on one element only, and on the next one where that leaves', async () => {
    const place = fixtureSync<HTMLElement>(
      html`<div>
        <h1>Page</h1>
        <h4>Deep</h4>
        <care-contact debug phone="+1 512 555 0142"></care-contact>
        <care-contact debug phone="+1 512 555 0143"></care-contact>
      </div>`,
    );
    const [first, second] = [...place.querySelectorAll<SettingsElement>('care-contact')];
    await shown(first!);
    await shown(second!);
    expect(wordsIn(first!)).to.contain('This page:').and.to.contain('heading-order');
    expect(wordsIn(second!)).not.to.contain('This page:');
    first!.remove();
    second!.requestUpdate();
    await second!.updateComplete;
    expect(wordsIn(second!)).to.contain('This page:');
  });

  for (const [mistake, template, words] of [
    [
      'what is written on an element that cannot be used',
      html`<care-contact debug phone="+1 512 555 0142" email="nobody"></care-contact>`,
      ['1 finding', 'email="nobody" is no address'],
    ],
    [
      'what care-urgent lacks',
      html`<care-urgent debug heading="Call 911 if someone:"><p>cannot be woken</p></care-urgent>`,
      ['1 finding', 'write reviewer="Name, letters"'],
    ],
    [
      'what a property holds',
      html`<care-article-card debug .article=${{ name: 'no article' }}></care-article-card>`,
      ['not-an-article', 'an object with name'],
    ],
  ] as const)
    it(`tells ${mistake}, as the console does`, async () => {
      const element = fixtureSync<SettingsElement>(template);
      await waitUntil(() => words.every((one) => wordsIn(element).includes(one)), wordsIn(element));
    });

  it('tells what an answer shows, as the console does', async () => {
    const { source, endpoint } = new ReadingRoom();
    const list = fixtureSync<SettingsElement>(
      html`<care-article-list debug source=${source} endpoint=${endpoint} category="nope"
        ><a href="/blog">Our articles</a></care-article-list
      >`,
    );
    await waitUntil(() => wordsIn(list).includes('empty-filter'), wordsIn(list));
    expect(wordsIn(list)).to.contain('care-article-list: 1 finding');
    expect(wordsIn(list), 'where it was met').to.contain(endpoint);
  });

  it('tells what another element of the page has wrong', async () => {
    const place = fixtureSync<HTMLElement>(
      html`<div>
        <care-contact debug phone="+1 512 555 0142"></care-contact>
        <care-articlecard></care-articlecard>
      </div>`,
    );
    const contact = place.querySelector<SettingsElement>('care-contact')!;
    await shown(contact);
    tellTag(place.querySelector('care-articlecard')!);
    await waitUntil(() => /This page:.*Write <care-article-card>/.test(wordsIn(contact)), wordsIn(contact));
    expect(wordsIn(contact)).to.contain('care-contact: nothing to mend');
  });

  for (const layout of ['vertical', 'horizontal', 'compact'] as const)
    it(`stands below a ${layout} card that is as high as its row, and on nothing else`, async () => {
      const row = fixtureSync<HTMLElement>(
        html`<div style="display: grid; inline-size: 20rem">
          ${[1, 2].map(
            () => html`<care-article-card debug layout=${layout} lay-out="x" .article=${ARTICLE}></care-article-card>`,
          )}
        </div>`,
      );
      const [first, second] = [...row.querySelectorAll('care-article-card')];
      await shown(first!);
      await shown(second!);
      const top = second!.getBoundingClientRect().top;
      expect(panelIn(first!)!.getBoundingClientRect().bottom).to.be.at.most(top + 1);
    });

  it('sees a tracker by the address of its script, and sends nothing', async () => {
    const script = document.createElement('script');
    script.type = 'text/plain'; // is not run
    script.src = 'https://www.googletagmanager.com/gtm.js?id=GTM-X';
    const contact = fixtureSync<SettingsElement>(
      html`<div>${script}<care-contact debug phone="+1 512 555 0142"></care-contact></div>`,
    ).querySelector<SettingsElement>('care-contact')!;
    expect(await shown(contact)).to.contain('Google Tag Manager is on this page');
  });

  it('goes where it is taken away, and stays away with "false"', async () => {
    const contact = fixtureSync<SettingsElement>(html`<care-contact debug phone="+1 512 555 0142"></care-contact>`);
    await shown(contact);
    contact.setAttribute('debug', 'false');
    await contact.updateComplete;
    expect(panelIn(contact)).to.equal(null);
  });

  it('can be used by everybody', async () => {
    for (const template of [
      html`<care-article-card debug theme="Dark"></care-article-card>`,
      html`<care-contact debug theme="dark" phone="+1 512 555 0142" heading-level="h2"></care-contact>`,
      html`<care-newsletter debug action="/subscribe" consent="yes"></care-newsletter>`,
    ]) {
      const element = fixtureSync<SettingsElement>(template);
      await shown(element);
      await expect(element).to.be.accessible();
      expect(panelIn(element)?.localName).to.equal('details');
      expect(panelIn(element)?.lang).to.equal('en');
    }
  });
});
