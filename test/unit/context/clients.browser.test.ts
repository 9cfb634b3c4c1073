import { expect } from 'chai';
import { clientFor } from '../../../src/context/clients.js';
import { nearestLanguage } from '../../../src/context/language.js';
import { registerSource } from '../../../src/context/source-registry.js';
import { ContentClient } from '../../../src/client/content-client.js';
import { CareError } from '../../../src/model/care-error.js';
import { createMemorySource } from '../../../src/sources/memory/memory-source.js';
import type { SourceOptions } from '../../../src/sources/shared/source-options.js';
import { attributeSettings, surroundingSettings } from '../../../src/context/settings.js';
import type { Settings } from '../../../src/model/settings.js';
import { rejection } from '../../support/fake-transport.js';

/** Registers a source under this name that notes what it is made from. */
const register = (name: string): SourceOptions[] => {
  const made: SourceOptions[] = [];
  registerSource(name, (options) => {
    made.push(options);
    return createMemorySource([]);
  });
  return made;
};

describe('clientFor', () => {
  it('makes one client for equal settings', async () => {
    const made = register('unit-one');
    const settings = { endpoint: 'https://x.example/', source: 'unit-one' };
    const client = await clientFor(settings);
    expect(client).to.be.instanceOf(ContentClient);
    expect(await clientFor({ ...settings, theme: 'dark', locale: 'es' })).to.equal(client);
    expect(made).to.have.length(1);
  });

  it('makes another for another endpoint, key, timeout or origins of pictures', async () => {
    const made = register('unit-other');
    const settings = { endpoint: 'https://x.example/', source: 'unit-other' };
    const others = [
      {},
      { endpoint: 'https://y.example/' },
      { key: 'k' },
      { timeout: '500' },
      { 'image-origins': 'https://cdn.example' },
    ];
    const clients = await Promise.all(others.map((other) => clientFor({ ...settings, ...other })));
    expect(new Set(clients).size).to.equal(others.length);
    expect(made).to.have.length(others.length);
  });

  it('hands on an absolute endpoint, the key, and the origins that pictures may come from', async () => {
    const made = register('unit-parts');
    await clientFor({
      endpoint: '/content/feed.json',
      source: 'unit-parts',
      key: 'k',
      'image-origins': ' https://cdn.example/x  nonsense ',
    });
    const { endpoint, key, origins } = made[0]!;
    expect(endpoint).to.equal(new URL('/content/feed.json', document.baseURI).href);
    expect(key).to.equal('k');
    expect([...new Set(origins)]).to.have.members([location.origin, 'https://cdn.example']);
  });

  it('lets no picture of the page itself load for another endpoint', async () => {
    const made = register('unit-origins');
    await clientFor({ endpoint: 'https://clinic.example/', source: 'unit-origins' });
    await clientFor({ endpoint: 'https://clinic.example/', source: 'unit-origins', 'image-origins': location.origin });
    expect(made.map(({ origins }) => [...origins])).to.eql([
      ['https://clinic.example'],
      ['https://clinic.example', location.origin],
    ]);
  });

  it('reads an address that may be of any feed as JSON, and asks an address itself only where nobody named a source', async () => {
    const asked: string[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (input) => {
      asked.push(new URL(String(input)).pathname);
      return Promise.resolve(new Response('{}', { status: 404 }));
    };
    const { signal } = new AbortController();
    const ask = async (settings: Settings): Promise<readonly string[]> => {
      asked.length = 0;
      const client = await clientFor(settings);
      await rejection(client.listCategories({ signal }));
      return [...new Set(asked)];
    };
    try {
      expect(await ask({ endpoint: 'https://clinic.example/blog/feed' })).to.deep.equal(['/blog/feed']);
      expect(await ask({ endpoint: 'https://clinic.example/news' })).to.include('/news');
      expect(await ask({ endpoint: 'https://clinic.example/news', source: 'wordpress' })).not.to.include('/news');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('says what to write where there is no usable endpoint', async () => {
    for (const endpoint of [undefined, '', 'javascript:alert(1)', 'https://', 'ftp://x.example/']) {
      const error = await rejection(clientFor(endpoint === undefined ? {} : { endpoint }));
      expect(error, endpoint).to.be.instanceOf(CareError).and.include({ code: 'not-configured' });
      expect((error as CareError).detail).to.include(endpoint || 'endpoint');
    }
  });

  it('keeps no failure: who asks again after the code of a source has failed is answered', async () => {
    const failure = new Error('the chunk did not arrive');
    let isFailing = true;
    registerSource('unit-failing', () => {
      if (isFailing) throw failure;
      return createMemorySource([]);
    });
    const settings = { endpoint: 'https://x.example/', source: 'unit-failing' };
    expect(await rejection(clientFor(settings))).to.equal(failure);
    isFailing = false;
    expect(await clientFor(settings)).to.be.instanceOf(ContentClient);
  });

  it('says which sources there are, and asks again once one has been registered', async () => {
    const settings = { endpoint: 'https://x.example/', source: 'unit-late' };
    const error = await rejection(clientFor(settings));
    expect(error).to.include({ code: 'not-configured' });
    expect((error as CareError).detail)
      .to.include('unit-late')
      .and.include('wordpress')
      .and.include('json-feed');
    register('unit-late');
    expect(await clientFor(settings)).to.be.instanceOf(ContentClient);
  });
});

describe('settings in the markup', () => {
  const stages: HTMLElement[] = [];
  const stage = (html: string): HTMLElement => {
    const element = document.createElement('div');
    element.innerHTML = html;
    document.body.append(element);
    stages.push(element);
    return element;
  };
  afterEach(() => {
    for (const element of stages.splice(0)) element.remove();
  });

  it('are read from attributes', () => {
    const element = stage('<p endpoint="/x" article-url="/a/{slug}" debug class="c"></p>').firstElementChild!;
    expect(attributeSettings(element)).to.deep.equal({ endpoint: '/x', 'article-url': '/a/{slug}', debug: '' });
  });

  it('come from the nearest config, the farther ones, the page', async () => {
    await Promise.resolve(); // what an earlier test read of the page is forgotten
    const element = stage(
      '<script type="text/plain" data-care-endpoint="/page" data-care-key="page" data-care-theme="dark" data-care-locale="es"></script>' +
        '<care-config theme="light" article-url="/far/{slug}"><care-config article-url="/near/{slug}"><p></p></care-config></care-config>',
    ).querySelector('p')!;
    expect(surroundingSettings(element)).to.deep.equal({
      endpoint: '/page',
      key: 'page',
      theme: 'light',
      locale: 'es',
      'article-url': '/near/{slug}',
    });
  });

  it('reach into shadow roots and slots, and keep a key from another endpoint', () => {
    const host = stage('<care-config endpoint="/far" key="secret"><div></div></care-config>').querySelector('div')!;
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<care-config endpoint="/near"><p></p></care-config><span></span>';
    expect(surroundingSettings(root.querySelector('span')!)).to.include({ endpoint: '/far', key: 'secret' });
    expect(surroundingSettings(root.querySelector('p')!))
      .to.deep.include({ endpoint: '/near' })
      .and.not.have.property('key');
    host.innerHTML = '<b slot="near" lang=""></b>';
    root.innerHTML = '<care-config endpoint="/around" lang="es"><slot name="near"></slot></care-config>';
    const slotted = host.querySelector('b')!;
    expect(surroundingSettings(slotted)).to.include({ endpoint: '/around' });
    expect(nearestLanguage(slotted)).to.equal('es');
  });
});
