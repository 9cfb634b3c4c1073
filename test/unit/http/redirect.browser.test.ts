import { expect } from 'chai';
import { errorFinding } from '../../../src/diagnosis/error-advice.js';
import { createHttp } from '../../../src/http/http.js';
import { movedWithin } from '../../../src/http/private.js';
import { CareError } from '../../../src/model/care-error.js';
import { FakeSite } from '../../support/fake-wordpress.client.js';
import { rejection } from '../../support/fake-transport.js';

const FRESH = () => new AbortController().signal;
/** The same server under another name: another origin. */
const elsewhere = (path: string): string => {
  const url = new URL(path, location.href);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.href;
};
const redirecting = (site: string, to: string): string =>
  `${site}/wp-json/wp/v2/posts?mode=redirect&to=${encodeURIComponent(to)}`;

describe('a redirect', () => {
  for (const [from, endpoint] of [
    ['the page’s own origin', (path: string) => path],
    ['another origin', elsewhere],
  ] as const) {
    it(`of ${from} to one that nobody configured is not followed`, async () => {
      const [site, target] = [new FakeSite(), new FakeSite()];
      const to = endpoint === elsewhere ? `${location.origin}${target.endpoint}` : elsewhere(target.endpoint);
      const url = redirecting(new URL(endpoint(site.endpoint), location.href).href, `${to}/wp-json/wp/v2/posts`);
      const error = await rejection(createHttp({ timeout: 3000 }).get(url, FRESH()));
      expect(error).to.be.instanceOf(CareError).and.include({ code: 'network' });
      expect(await site.log()).to.have.length.above(0);
      expect(await target.log()).to.deep.equal([]);
    });
  }

  it('within the page’s own origin is followed', async () => {
    const [site, target] = [new FakeSite(), new FakeSite()];
    const url = redirecting(new URL(site.endpoint, location.href).href, `${target.endpoint}/wp-json/wp/v2/posts`);
    expect((await createHttp().get(url, FRESH())).text).to.include('post-1');
    expect(await target.log()).to.have.length(1);
  });
});

describe('movedWithin', () => {
  it('stays at the same site', () => {
    expect(movedWithin('http://clinic.example/feed/json?x=1')).to.deep.equal([
      'http://clinic.example/feed/json/?x=1',
      'https://clinic.example/feed/json?x=1',
      'https://www.clinic.example/feed/json?x=1',
    ]);
    expect(movedWithin('https://www.clinic.example/feed.json')).to.deep.equal(['https://clinic.example/feed.json']);
    expect(movedWithin('http://127.0.0.1:8000/')).to.deep.equal([]);
  });
});

describe('a script of the page that stands before fetch', () => {
  it('is named, with the headers that such scripts add', async () => {
    const transport = () => Promise.reject(new TypeError('Failed to fetch'));
    const failure = async () =>
      (await rejection(createHttp({ transport }).get('https://x.example/', FRESH()))) as CareError;
    expect((await failure()).detail).to.equal('');
    const native = globalThis.fetch;
    globalThis.fetch = (...words) => native(...words);
    try {
      const error = await failure();
      expect(error.detail).to.include('has replaced fetch');
      expect(errorFinding(error, { endpoint: 'https://x.example/' }).write)
        .to.include('traceparent')
        .and.include('sentry-trace');
    } finally {
      globalThis.fetch = native;
    }
  });
});
