import { expect } from 'chai';
import { probingSource } from '../../../src/context/probing-source.js';
import { createHttp } from '../../../src/http/http.js';
import type { Article } from '../../../src/model/article.js';
import { createWordPressSource } from '../../../src/sources/wordpress/wordpress-source.js';
import { fakeTransport, rejection, type Reply } from '../../support/fake-transport.js';
import { ManualClock } from '../../support/manual-clock.js';

const ENDPOINT = 'https://clinic.example/newsfeed';
const FRESH = () => new AbortController().signal;

const setUp = (reply: Reply) => {
  const transport = fakeTransport(reply);
  const options = { endpoint: ENDPOINT, http: createHttp({ transport, clock: new ManualClock() }), origins: [] };
  return { source: probingSource(createWordPressSource(options), options), requests: transport.requests };
};
const notFound = () => new Response('<title>404</title>', { status: 404 });

describe('probingSource', () => {
  it('reads an address that answers as a JSON Feed as one, from then on at once', async () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: 'a', url: '/hope/', title: 'Hope' }] };
    const { source, requests } = setUp(({ url }) => (url === ENDPOINT ? feed : notFound()));
    const [[found], list] = await Promise.all([
      source.getArticles([{ slug: 'hope' }], 'summary', FRESH()),
      source.listArticles({ page: 1, perPage: 6 }, FRESH()),
    ]);
    expect([(found as Article).title, list.articles.length]).to.deep.equal(['Hope', 1]);
    const before = requests.length;
    await source.listCategories(FRESH());
    expect(requests.slice(before).map(({ url }) => url)).to.deep.equal([ENDPOINT]);
  });

  it('keeps the failure of a site that is none, and asks it once', async () => {
    const { source, requests } = setUp(notFound);
    for (let time = 0; time < 3; time++) {
      expect(await rejection(source.getArticles([{ slug: 'a' }], 'summary', FRESH()))).to.include({
        code: 'not-found',
      });
    }
    expect(requests.filter(({ url }) => url === ENDPOINT)).to.have.length(1);
  });

  it('asks nothing more of a WordPress that has answered', async () => {
    let isUp = true;
    const { source, requests } = setUp(() => (isUp ? [] : notFound()));
    await source.listCategories(FRESH());
    isUp = false;
    await rejection(source.listCategories(FRESH()));
    expect(requests.map(({ url }) => url)).not.to.include(ENDPOINT);
  });
});
