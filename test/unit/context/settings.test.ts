import { expect } from 'chai';
import { mergeSettings } from '../../../src/model/settings.js';
import { settingsOf } from '../../../src/context/settings.js';
import { inferSource, resolveSource } from '../../../src/sources/shared/source-name.js';
import type { SubmitterFactory } from '../../../src/submitters/plan.js';
import { loadSource, registerSource, sourceNames } from '../../../src/context/source-registry.js';
import { loadSubmitter, registerSubmitter } from '../../../src/context/submitter-registry.js';
import { createMemorySource } from '../../../src/sources/memory/memory-source.js';

describe('mergeSettings', () => {
  const far = { endpoint: 'https://far.example', source: 'ghost', key: 'secret', theme: 'dark', locale: 'es' };

  it('prefers what is near', () => {
    expect(mergeSettings({ theme: 'light' }, far)).to.deep.equal({ ...far, theme: 'light' });
    expect(mergeSettings({}, far)).to.deep.equal(far);
    expect(mergeSettings(far, {})).to.deep.equal(far);
  });

  it('never sends a key to another endpoint than the one it was given for', () => {
    const near = { endpoint: 'https://near.example' };
    expect(mergeSettings(near, far)).to.deep.equal({ endpoint: 'https://near.example', theme: 'dark', locale: 'es' });
    expect(mergeSettings({ endpoint: far.endpoint, key: 'own' }, far)).to.deep.equal({
      endpoint: far.endpoint,
      key: 'own',
      theme: 'dark',
      locale: 'es',
    });
  });

  it('takes an endpoint that a template has left empty for none', () => {
    const far = { endpoint: 'https://a.example', key: 'secret' };
    expect(mergeSettings({ endpoint: '', theme: 'dark' }, far)).to.deep.equal({ ...far, theme: 'dark' });
  });

  it('changes neither', () => {
    const [near, distant] = [Object.freeze({ endpoint: 'x' }), Object.freeze({ ...far })];
    mergeSettings(near, distant);
    expect(distant).to.deep.equal(far);
  });
});

describe('settingsOf', () => {
  it('reads properties under the names of the attributes', () => {
    expect(
      settingsOf({ endpoint: 'https://x.example', articleUrl: '/a/{slug}', imageOrigins: 'https://cdn.example' }),
    ).to.deep.equal({
      endpoint: 'https://x.example',
      'article-url': '/a/{slug}',
      'image-origins': 'https://cdn.example',
    });
  });

  it('leaves out what is not set, and keeps what is set to nothing', () => {
    expect(settingsOf({ endpoint: undefined, locale: '' })).to.deep.equal({ locale: '' });
  });
});

describe('inferSource', () => {
  const cases: readonly (readonly [endpoint: string, name: string, key?: string])[] = [
    ['https://clinic.example', 'wordpress'],
    ['https://clinic.example/blog/', 'wordpress'],
    ['https://clinic.example/wp-json/wp/v2/programs', 'wordpress'],
    ['https://clinic.example/?rest_route=/', 'wordpress'],
    ['https://clinic.example/?feed=x.json', 'wordpress'],
    ['https://clinic.example/feed.json', 'json-feed'],
    ['/content/feed.JSON?v=2#x', 'json-feed'],
    ['feed.json', 'json-feed'],
    ['https://clinic.example/feed.json', 'json-feed', 'key'],
    ['https://clinic.example/feed/json', 'json-feed'],
    ['https://clinic.example/blog/feed/json/', 'json-feed'],
    ['https://clinic.example/json-feed', 'json-feed'],
    ['https://clinic.example/?feed=json', 'json-feed'],
    ['https://clinic.example/blog?lang=es&format=jsonfeed', 'json-feed'],
    ['https://clinic.example/json', 'wordpress'],
    ['https://clinic.example/wp/v2/sites/clinic.wordpress.example', 'wordpress'],
    ['https://clinic.example/feed', 'feed'],
    ['https://clinic.example/feed/', 'feed'],
    ['https://clinic.example/rss', 'feed'],
    ['https://clinic.example/index.xml', 'feed'],
    ['https://clinic.example/a.rss', 'feed'],
    ['https://clinic.example/a.atom', 'feed'],
    ['https://clinic.example/newsfeed', 'wordpress'],
    ['https://clinic.example', 'ghost', 'key'],
    ['https://clinic.example/ghost/api/content', 'ghost'],
    ['https://clinic.example/ghosts', 'wordpress'],
    ['https://clinic.example/?key=0123456789abcdef0123456789', 'ghost'],
    ['https://clinic.example/?key=secret', 'wordpress'],
    ['https://clinic.wordpress.com/', 'wordpress'],
  ];
  for (const [endpoint, name, key] of cases) {
    it(`takes ${endpoint}${key ? ' with a key' : ''} for ${name}`, () =>
      expect(inferSource(endpoint, key)).to.equal(name));
  }
});

describe('resolveSource', () => {
  it('takes an endpoint as it is, and infers what nobody wrote', () => {
    const endpoint = 'https://clinic.example/feed.json';
    expect(resolveSource(endpoint)).to.deep.equal({ source: 'json-feed', endpoint });
    expect(resolveSource(endpoint, 'wordpress')).to.deep.equal({ source: 'wordpress', endpoint });
  });

  const root = 'https://public-api.wordpress.com/wp/v2/sites';
  for (const [endpoint, address] of [
    ['https://www.clinic.example/', `${root}/www.clinic.example`],
    ['https://clinic.example/wp-json/', `${root}/clinic.example`],
    ['https://clinic.example/wp-json/wp/v2/programs?lang=es', `${root}/clinic.example/programs?lang=es`],
    ['https://clinic.example/?rest_route=/', `${root}/clinic.example`],
    ['https://clinic.wordpress.com/', `${root}/clinic.wordpress.com`],
    [`${root}/123/programs`, `${root}/123/programs`],
  ] as const) {
    it(`takes ${endpoint} at WordPress.com for ${address}`, () =>
      expect(resolveSource(endpoint, 'wordpress.com')).to.deep.equal({ source: 'wordpress', endpoint: address }));
  }
});

describe('registerSource', () => {
  it('teaches a further name', async () => {
    expect(loadSource('unit-a')).to.equal(undefined);
    const create = () => createMemorySource([]);
    registerSource('unit-a', create);
    expect(await loadSource('unit-a')).to.equal(create);
    expect(sourceNames()).to.include.members(['wordpress', 'json-feed', 'unit-a']);
  });

  it('replaces a name', async () => {
    const second = () => createMemorySource([]);
    registerSource('unit-b', () => createMemorySource([]));
    registerSource('unit-b', second);
    expect(await loadSource('unit-b')).to.equal(second);
  });

  it('knows WordPress, JSON Feed and Ghost from the start', async () => {
    for (const name of ['wordpress', 'json-feed', 'ghost']) expect(await loadSource(name), name).to.be.a('function');
  });

  it('replaces one of those, too', async () => {
    const create = () => createMemorySource([]);
    registerSource('ghost', create);
    expect(await loadSource('ghost')).to.equal(create);
    expect(sourceNames().filter((name) => name === 'ghost')).to.have.length(1);
  });
});

describe('registerSubmitter', () => {
  it('teaches a further name, and replaces one that is known', async () => {
    const create: SubmitterFactory = () => ({ submit: () => Promise.resolve({ outcome: 'stored' }) });
    expect(loadSubmitter('unit-a')).to.equal(undefined);
    expect(await loadSubmitter('json')).to.be.a('function');
    for (const name of ['unit-a', 'json']) {
      registerSubmitter(name, create);
      expect(await loadSubmitter(name), name).to.equal(create);
    }
  });
});
