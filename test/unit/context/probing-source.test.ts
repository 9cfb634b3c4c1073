import { expect } from 'chai';
import { mayBeFeed, probingSource } from '../../../src/context/probing-source.js';
import { createHttp } from '../../../src/http/http.js';
import type { Article } from '../../../src/model/article.js';
import type { Clock } from '../../../src/http/transport.js';
import type { CareError } from '../../../src/model/care-error.js';
import { createWordPressSource } from '../../../src/sources/wordpress/wordpress-source.js';
import { fakeTransport, rejection, type Reply } from '../../support/fake-transport.js';
import { ManualClock } from '../../support/manual-clock.js';

const ENDPOINT = 'https://clinic.example/newsfeed';
const FRESH = () => new AbortController().signal;

/** The pause before a second attempt is over at once, and no deadline comes. */
const hurried: Clock = {
  now: () => 0,
  after(ms, run) {
    if (ms < 1000) queueMicrotask(run);
    return () => undefined;
  },
};

const setUp = (reply: Reply, clock: Clock = new ManualClock()) => {
  const transport = fakeTransport(reply);
  const options = { endpoint: ENDPOINT, http: createHttp({ transport, clock }), origins: [] };
  return { source: probingSource(createWordPressSource(options), options), requests: transport.requests };
};
const notFound = () => new Response('<title>404</title>', { status: 404 });

describe('mayBeFeed', () => {
  for (const [address, answer] of [
    ['/', false],
    ['/?lang=es', false],
    ['/?feed=x', true],
    ['/newsfeed', true],
    ['/api/articles/', true],
    ['/wp-json/', false],
    ['/blog/wp-json/wp/v2/programs', false],
    ['/wp/v2/sites/1', false],
    ['/blog/?rest_route=/', false],
  ] as const) {
    it(`${address}: ${answer}`, () => expect(mayBeFeed(`https://clinic.example${address}`)).to.equal(answer));
  }
});

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
    expect(source.batchSize).to.equal(Infinity);
  });

  it('looks once, although a question asked before is refused only after that', async () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: 'a', url: '/hope/', title: 'Hope' }] };
    const late = Promise.withResolvers<Response>();
    const { source, requests } = setUp(({ url }) =>
      url === ENDPOINT ? feed : url.includes('/categories') ? late.promise : notFound(),
    );
    const categories = source.listCategories(FRESH());
    await source.getArticles([{ slug: 'hope' }], 'summary', FRESH());
    const before = requests.filter(({ url }) => url === ENDPOINT).length;
    late.resolve(notFound());
    expect(await categories).to.deep.equal([]);
    expect(requests.filter(({ url }) => url === ENDPOINT)).to.have.length(before + 1);
  });

  it('still finds the feed where whoever asked first has left while it looked', async () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: 'a', url: '/hope/', title: 'Hope' }] };
    const leaving = new AbortController();
    const { source } = setUp(({ url }) => {
      if (url !== ENDPOINT) return notFound();
      leaving.abort();
      return feed;
    });
    const page = { page: 1, perPage: 6 };
    expect(await rejection(source.listArticles(page, leaving.signal))).to.equal(leaving.signal.reason);
    expect((await source.listArticles(page, FRESH())).articles).to.have.length(1);
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

  const XML: Readonly<Record<string, string>> = {
    'RSS 2.0':
      '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<rss version="2.0"><channel></channel></rss>',
    'RSS 1.0': '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>',
    Atom: '\ufeff<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>',
  };
  for (const [kind, text] of Object.entries(XML)) {
    it(`says so where the address is a feed in XML (${kind}), and asks once`, async () => {
      const { source, requests } = setUp(({ url }) => (url === ENDPOINT ? text : notFound()));
      for (let time = 0; time < 3; time++) {
        const error = await rejection(source.listArticles({ page: 1, perPage: 6 }, FRESH()));
        expect(error).to.include({ code: 'malformed' });
        expect((error as CareError).detail).to.include('RSS or Atom feed');
      }
      expect(requests.filter(({ url }) => url === ENDPOINT)).to.have.length(1);
    });
  }

  it('takes a page in XHTML for no feed', async () => {
    const page =
      '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><title>Home</title></html>';
    const { source } = setUp(({ url }) => (url === ENDPOINT ? page : notFound()));
    expect(await rejection(source.listCategories(FRESH()))).to.include({ code: 'not-found' });
  });

  it('looks once more where no answer came the first time', async () => {
    let isUp = false;
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: 'a', url: '/hope/', title: 'Hope' }] };
    const { source } = setUp(({ url }) => {
      if (!isUp) throw new TypeError('Failed to fetch');
      return url === ENDPOINT ? feed : notFound();
    }, hurried);
    expect(await rejection(source.listArticles({ page: 1, perPage: 6 }, FRESH()))).to.include({ code: 'network' });
    isUp = true;
    expect((await source.listArticles({ page: 1, perPage: 6 }, FRESH())).articles).to.have.length(1);
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
