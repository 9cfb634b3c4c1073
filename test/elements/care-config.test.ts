import { expect, fixtureSync, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import '../../src/define/care-article-card.js';
import '../../src/define/care-config.js';
import { registerSource } from '../../src/context/source-registry.js';
import type { CareArticleCard } from '../../src/elements/care-article-card/care-article-card.js';
import type { CareConfig } from '../../src/elements/care-config/care-config.js';
import { createMemorySource } from '../../src/sources/memory/memory-source.js';
import type { SourceOptions } from '../../src/sources/shared/source-options.js';
import {
  broken,
  FakeSite,
  inside,
  mount,
  ready,
  recordWarnings,
  settled,
  textIn,
} from '../support/fake-wordpress.client.js';

const said = recordWarnings();

let site: FakeSite;
let other: FakeSite;
beforeEach(() => {
  site = new FakeSite();
  other = new FakeSite();
});

const createCard = (slug: string): CareArticleCard => {
  const card = document.createElement('care-article-card');
  card.slug = slug;
  return card;
};

/** Every `SourceOptions` that the source `probe` was made with. */
const probed: SourceOptions[] = [];
registerSource('probe', (options) => {
  probed.push(options);
  return createMemorySource([]);
});

describe('care-config', () => {
  it('takes no room of its own', async () => {
    const config = fixtureSync<CareConfig>(html`<care-config theme="dark"><p>x</p></care-config>`);
    await config.updateComplete;
    expect(getComputedStyle(config).display).to.equal('contents');
    expect(config.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(config.querySelector('p') && getComputedStyle(config.querySelector('p') as Element).colorScheme).to.equal(
      'dark',
    );
  });

  it('gives its settings to the elements inside', async () => {
    const card = await ready(
      html`<care-config endpoint=${site.endpoint} locale="es" article-url="/leer/{slug}">
        <section><care-article-card slug="post-1"></care-article-card></section>
      </care-config>`,
    );
    expect(textIn(card, '[part=date]')).to.equal('24 jun 2025');
    expect(inside<HTMLAnchorElement>(card, 'a')?.pathname).to.equal('/leer/post-1');
    expect(await site.log()).to.have.length(1);
  });

  it('leaves the last word to the element', async () => {
    const card = await ready(
      html`<care-config endpoint=${other.endpoint} locale="es">
        <care-article-card endpoint=${site.endpoint} locale="en" slug="post-1"></care-article-card>
      </care-config>`,
    );
    expect(textIn(card, '[part=date]')).to.equal('Jun 24, 2025');
    expect(await other.log()).to.have.length(0);
  });

  it('completes itself from the one around it', async () => {
    const card = await ready(
      html`<care-config endpoint=${site.endpoint} locale="en">
        <care-config locale="es"><care-article-card slug="post-1"></care-article-card></care-config>
      </care-config>`,
    );
    expect(textIn(card, '[part=date]')).to.equal('24 jun 2025');
  });

  it('reaches into shadow roots, and out of the one that it stands in', async () => {
    const config = fixtureSync<CareConfig>(html`<care-config endpoint=${site.endpoint}><div></div></care-config>`);
    const outer = config.querySelector('div')?.attachShadow({ mode: 'open' });
    const middle = document.createElement('div');
    outer?.append(middle);
    const card = createCard('post-1');
    middle.attachShadow({ mode: 'closed' }).append(card);
    await settled(card);
    expect(textIn(card, 'a')).to.equal('Post 1');

    const shell = fixtureSync<HTMLElement>(html`<div></div>`);
    const root = shell.attachShadow({ mode: 'open' });
    const inner = document.createElement('care-config');
    inner.endpoint = site.endpoint;
    inner.append(document.createElement('slot'));
    root.append(inner);
    await inner.updateComplete;
    const slotted = createCard('post-2');
    shell.append(slotted);
    await settled(slotted);
    expect(textIn(slotted, 'a')).to.equal('Post 2');
  });

  it('may come after the elements that it is put around', async () => {
    const card = await broken(html`<div><care-article-card slug="post-1"></care-article-card></div>`);
    const config = document.createElement('care-config');
    config.endpoint = site.endpoint;
    card.before(config);
    config.append(card);
    await settled(card);
    expect(textIn(card, 'a')).to.equal('Post 1');
  });

  it('is not followed by an element that has moved to another one', async () => {
    const around = fixtureSync<HTMLElement>(
      html`<div>
        <care-config endpoint=${site.endpoint}><care-article-card slug="post-1"></care-article-card></care-config>
        <care-config endpoint=${other.endpoint}></care-config>
      </div>`,
    );
    const [left, entered] = around.querySelectorAll('care-config');
    const card = around.querySelector('care-article-card')!;
    await settled(card);
    entered?.append(card);
    await settled(card);
    left?.setAttribute('endpoint', '/fake/never');
    await left?.updateComplete;
    await card.updateComplete;
    expect(card.settings.endpoint).to.equal(other.endpoint);
  });

  it('hands its elements over to a nearer one, and gives them up when they leave', async () => {
    const card = await ready(
      html`<care-config endpoint=${site.endpoint}>
        <div><care-article-card slug="post-1"></care-article-card></div>
      </care-config>`,
    );
    const nearer = document.createElement('care-config');
    nearer.endpoint = other.endpoint;
    card.before(nearer);
    nearer.append(card);
    await settled(card);
    expect((await other.log()).length).to.equal(1);
    const far = card
      .closest<CareConfig>('care-config[endpoint], div > care-config')
      ?.parentElement?.closest('care-config');
    far?.setAttribute('locale', 'es');
    far?.setAttribute('endpoint', '/fake/never');
    await card.updateComplete;
    expect(card.state).to.equal('ready');
    expect(textIn(card, 'a')).to.equal('Post 1');
    expect((await other.log()).length).to.equal(1);
  });

  it('changes live: the endpoint asks again, the rest does not', async () => {
    const card = await ready(
      html`<care-config endpoint=${site.endpoint}>
        <care-config><care-article-card slug="post-1"></care-article-card></care-config>
      </care-config>`,
    );
    const config = card.parentElement?.parentElement as CareConfig;
    config.articleUrl = '/read/{slug}';
    await config.updateComplete;
    await (card.parentElement as CareConfig).updateComplete;
    await card.updateComplete;
    expect(inside<HTMLAnchorElement>(card, 'a')?.pathname).to.equal('/read/post-1');
    expect(await site.log()).to.have.length(1);
    config.setAttribute('endpoint', other.endpoint);
    await oneEvent(card, 'care-load');
    expect(await other.log()).to.have.length(1);
    config.removeAttribute('endpoint');
    await oneEvent(card, 'care-error');
    expect(card.error?.code).to.equal('not-configured');
  });

  it('lends no source to another endpoint', async () => {
    const card = await ready(
      html`<care-config endpoint="${other.endpoint}/feed.json" source="json-feed" key="secret">
        <care-config endpoint=${site.endpoint}><care-article-card slug="post-1"></care-article-card></care-config>
      </care-config>`,
    );
    expect(textIn(card, 'a')).to.equal('Post 1');
  });

  it('lends no key to another endpoint', async () => {
    probed.length = 0;
    const around = fixtureSync<HTMLElement>(
      html`<care-config endpoint="https://one.invalid/" source="probe" key="secret">
        <care-article-card slug="a"></care-article-card>
        <care-config endpoint="https://two.invalid/" source="probe">
          <care-article-card slug="a"></care-article-card>
        </care-config>
        <care-article-card endpoint="https://three.invalid/" source="probe" slug="a"></care-article-card>
      </care-config>`,
    );
    await Promise.all([...around.querySelectorAll('care-article-card')].map(settled));
    const keys = new Map(probed.map(({ endpoint, key }) => [new URL(endpoint).host, key]));
    expect(Object.fromEntries(keys)).to.deep.equal({
      'one.invalid': 'secret',
      'two.invalid': undefined,
      'three.invalid': undefined,
    });
  });

  it('leaves elements alone that have left the page', async () => {
    const card = await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    await ready(html`<care-article-card endpoint=${site.endpoint} slug="post-2"></care-article-card>`);
    card.remove();
    let asked = 0;
    card.addEventListener('context-request', () => asked++);
    document.dispatchEvent(new Event('context-provider'));
    expect(asked).to.equal(0);
  });

  it('makes one request for elements of several configs with one endpoint', async () => {
    const around = fixtureSync<HTMLElement>(
      html`<div>
        <care-config endpoint=${site.endpoint}><care-article-card slug="post-1"></care-article-card></care-config>
        <care-config endpoint=${site.endpoint}><care-article-card slug="post-2"></care-article-card></care-config>
        <care-article-card endpoint=${site.endpoint} slug="post-3"></care-article-card>
      </div>`,
    );
    await Promise.all([...around.querySelectorAll('care-article-card')].map(settled));
    expect(await site.log()).to.have.length(1);
  });
});

describe('settings of the page', () => {
  it('come from the element that bears data-care-endpoint, below every care-config', async () => {
    const page = fixtureSync<HTMLElement>(
      html`<meta data-care-endpoint=${site.endpoint} data-care-locale="es" data-care-article-url="/leer/{id}" />`,
    );
    const card = await ready(html`<care-article-card slug="post-1"></care-article-card>`);
    expect(textIn(card, '[part=date]')).to.equal('24 jun 2025');
    expect(inside<HTMLAnchorElement>(card, 'a')?.pathname).to.equal('/leer/1');
    const inConfig = await ready(
      html`<care-config endpoint=${other.endpoint}><care-article-card slug="post-1"></care-article-card></care-config>`,
    );
    expect(textIn(inConfig, '[part=date]')).to.equal('24 jun 2025');
    expect(await other.log()).to.have.length(1);
    page.remove();
  });

  it('come from a script tag without an endpoint too, where no other element bears one', async () => {
    const script = fixtureSync<HTMLElement>(html`<template data-care-theme="dark" data-care-locale="es"></template>`);
    const card = mount(html`<care-article-card endpoint=${site.endpoint} slug="post-1"></care-article-card>`);
    await settled(card);
    expect(textIn(card, '[part=date]')).to.equal('24 jun 2025');
    expect(getComputedStyle(card).colorScheme).to.equal('dark');
    script.remove();

    const others = fixtureSync<HTMLElement>(
      html`<div>
        <template data-care-locale="es"></template>
        <template data-care-endpoint=${site.endpoint}></template>
      </div>`,
    );
    const second = await ready(html`<care-article-card slug="post-1"></care-article-card>`);
    expect(textIn(second, '[part=date]')).to.equal('Jun 24, 2025');
    others.remove();
  });

  it('are heeded when they come later, also as an attribute', async () => {
    const page = fixtureSync<HTMLElement>(html`<div data-care-theme="dark"></div>`);
    const cards = ['post-1', 'post-2'].map((slug) => mount(html`<care-article-card slug=${slug}></care-article-card>`));
    await Promise.all(cards.map(settled));
    expect(cards.map(({ error }) => error?.code)).to.deep.equal(['not-configured', 'not-configured']);
    await nextFrame(); // the endpoint comes by itself, after another setting
    page.dataset['careEndpoint'] = site.endpoint;
    await Promise.all(cards.map(settled));
    expect(cards.map((card) => textIn(card, 'a'))).to.deep.equal(['Post 1', 'Post 2']);
    expect(await site.log()).to.have.length(1);
    page.remove();

    const card = await broken(html`<care-article-card slug="post-3"></care-article-card>`);
    const added = document.createElement('meta');
    added.dataset['careEndpoint'] = site.endpoint;
    document.head.append(added);
    await settled(card);
    expect(textIn(card, 'a')).to.equal('Post 3');
    let told = 0;
    const count = () => told++;
    document.addEventListener('context-provider', count);
    fixtureSync(html`<p></p>`);
    await nextFrame();
    document.removeEventListener('context-provider', count);
    expect(told, 'nobody waits any more').to.equal(0);
    added.remove();
  });

  it('may be missing: that is said once, and nothing is thrown', async () => {
    const around = fixtureSync<HTMLElement>(
      html`<div>
        <care-article-card slug="post-1"></care-article-card>
        <care-config><care-article-card slug="post-1"></care-article-card></care-config>
      </div>`,
    );
    await Promise.all([...around.querySelectorAll('care-article-card')].map(settled));
    expect(said.filter((words) => words.includes('data-care-endpoint='))).to.have.length.at.most(1);
    expect(mount(html`<care-article-card></care-article-card>`).state).to.equal('idle');
  });
});

describe('a source that is registered late', () => {
  it('is asked by the elements that have looked for it in vain', async () => {
    const card = await broken(html`<care-article-card endpoint="/x" source="late" slug="a"></care-article-card>`);
    expect(card.error?.code).to.equal('not-configured');
    registerSource('late', () =>
      createMemorySource([
        {
          id: '1',
          slug: 'a',
          title: 'Late',
          excerpt: '',
          authors: [],
          reviewers: [],
          categories: [],
          tags: [],
          isProtected: false,
        },
      ]),
    );
    await settled(card);
    expect(textIn(card, '[part=title]')).to.equal('Late');
  });
});

describe('theme', () => {
  const looks = (card: Element) => {
    const { colorScheme, color, backgroundColor } = getComputedStyle(card);
    return { colorScheme, color, backgroundColor };
  };
  const isDark = (card: Element) => looks(card).colorScheme === 'dark';

  for (const [where, template] of [
    [
      'as an attribute',
      () => html`<care-article-card endpoint=${site.endpoint} slug="a" theme="dark"></care-article-card>`,
    ],
    [
      'as a property',
      () => html`<care-article-card endpoint=${site.endpoint} slug="a" .theme=${'dark'}></care-article-card>`,
    ],
    [
      'on care-config',
      () =>
        html`<care-config theme="dark"
          ><care-article-card endpoint=${site.endpoint} slug="a"></care-article-card
        ></care-config>`,
    ],
    [
      'on the page',
      () =>
        html`<div data-care-endpoint=${site.endpoint} data-care-theme="dark">
          <care-article-card slug="a"></care-article-card>
        </div>`,
    ],
  ] as const) {
    it(`${where}: brings colours of its own, text and background`, async () => {
      const card = mount(template());
      await waitUntil(() => isDark(card) && looks(card).backgroundColor !== 'rgba(0, 0, 0, 0)');
      const probe = fixtureSync<HTMLElement>(
        html`<p style="color-scheme: dark; color: canvastext; background: canvas">x</p>`,
      );
      expect(looks(card)).to.deep.equal(looks(probe));
    });
  }

  it('changes live, and what is no theme follows the page', async () => {
    const card = mount(html`<care-article-card slug="a" .theme=${'dark'}></care-article-card>`);
    await waitUntil(() => isDark(card));
    card.theme = 'light';
    await waitUntil(() => looks(card).colorScheme === 'light');
    for (const theme of ['auto', 'dark', 'toString', 'light', undefined]) {
      card.theme = theme;
      const expected = theme === 'dark' || theme === 'light' ? theme : 'normal';
      await waitUntil(() => looks(card).colorScheme === expected, String(theme));
      if (expected === 'normal') expect(looks(card).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    }
  });

  it('leaves what else stands in a care-config readable on the page', async () => {
    const config = fixtureSync<CareConfig>(
      html`<care-config theme="dark"
        ><p>x</p>
        <care-article-card slug="a"></care-article-card
      ></care-config>`,
    );
    const card = config.querySelector('care-article-card') as Element;
    await waitUntil(() => looks(card).backgroundColor !== 'rgba(0, 0, 0, 0)');
    expect(looks(config.querySelector('p') as Element).color).to.equal(getComputedStyle(document.body).color);
  });
});
