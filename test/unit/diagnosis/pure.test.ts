import { expect } from 'chai';
import { attributeFindings, isForeign } from '../../../src/diagnosis/attributes.js';
import { adviceByDetail, endpointFindings, errorFinding } from '../../../src/diagnosis/error-advice.js';
import { nearest } from '../../../src/diagnosis/nearest.js';
import { policyFindings } from '../../../src/diagnosis/policy.js';
import { trackerFindings } from '../../../src/diagnosis/trackers.js';
import { CareError } from '../../../src/model/care-error.js';
import { VOCABULARY } from '../../../src/diagnosis/vocabulary.js';

describe('the nearest known word', () => {
  const known = ['slug', 'article-id', 'layout', 'per-page', 'page', 'heading-level', 'category', 'category-url'];
  for (const [written, meant] of [
    ['slugg', 'slug'],
    ['lay-out', 'layout'],
    ['perpage', 'per-page'],
    ['per_page', 'per-page'],
    ['articleid', 'article-id'],
    ['headinglevel', 'heading-level'],
    ['categories', 'category'],
    ['heading', 'heading-level'],
    ['color', undefined],
    ['x', undefined],
    ['', undefined],
  ] as const)
    it(`to "${written}" is ${meant ?? 'none'}`, () => expect(nearest(written, known)).to.equal(meant));
});

describe('attributes of everybody', () => {
  it('are known, and are none of ours', () => {
    const foreign =
      'class id style slot part hidden lang dir title role is nonce tabindex popover inert exportparts data-x aria-label onclick x-show v-cloak @click :class ng-if _ngcontent-abc-c1 itemprop contenteditable wire:model hx-get';
    for (const name of foreign.split(' ')) expect(isForeign(name), name).to.equal(true);
    for (const rules of Object.values(VOCABULARY))
      for (const name of Object.keys(rules)) expect(isForeign(name), name).to.equal(false);
  });

  it('with a place for the slug in other words are told with {slug} in it', () => {
    for (const [value, filled] of [
      ['/a?b={ slug }', '/a?b={slug}'],
      ['/a?b=%s', '/a?b={slug}'],
      ['/a/{slugs}', '/a/{slug}'],
    ] as const) {
      const [found] = attributeFindings({
        localName: 'care-article-list',
        attributes: [{ name: 'article-url', value }],
      });
      expect(found?.write, value).to.contain(`article-url="${filled}"`);
    }
    for (const value of ['/a?b={slug}', '/a/%7Bslug%7D', '/a/{id}'])
      expect(
        attributeFindings({ localName: 'care-article-list', attributes: [{ name: 'article-url', value }] }),
      ).to.eql([]);
  });

  it('make no finding on any element, and neither do the words that attributes take', () => {
    for (const [localName, rules] of Object.entries(VOCABULARY)) {
      const attributes = Object.entries(rules).flatMap(([name, rule]) =>
        Array.isArray(rule) ? (rule as string[]).map((value) => ({ name, value })) : [{ name, value: '' }],
      );
      const found = attributeFindings({ localName, attributes: [...attributes, { name: 'class', value: 'x' }] });
      expect(found.filter(({ what }) => !/="" is no value/.test(what))).to.eql([]);
    }
  });
});

describe('a Content-Security-Policy', () => {
  const found = (policy: string, endpoint = 'https://clinic.example/') =>
    policyFindings({
      page: 'https://partner.example/a/',
      policy,
      integrityPolicy: '',
      endpoints: [endpoint],
      scripts: [{ url: 'https://partner.example/care-widgets.js', hasIntegrity: false, hasNonce: false }],
    }).map(({ write }) => write);

  for (const policy of [
    '',
    "default-src 'self' https://clinic.example",
    "script-src 'self'; connect-src https:; img-src *",
    "default-src 'none'; script-src 'self'; connect-src *.example clinic.example; img-src https://clinic.example/",
    'script-src https://partner.example/care-widgets.js; trusted-types lit-html',
  ])
    it(`"${policy}" refuses nothing`, () => expect(found(policy)).to.eql([]));

  it('that refuses something gets the line to write', () => {
    expect(found("default-src 'none'; script-src 'self'; img-src data:")).to.eql([
      'Write connect-src https://clinic.example.',
      'Write img-src data: https://clinic.example.',
    ]);
    expect(found('script-src https://cdn.example')).to.eql(["Write script-src https://cdn.example 'self'."]);
    expect(found("trusted-types 'none'")).to.eql([
      'Write trusted-types lit-html care-widgets care-widgets-data dompurify.',
    ]);
  });

  it('counts together with a second one', () => {
    expect(found("connect-src *, connect-src 'self'")).to.eql(["Write connect-src 'self' https://clinic.example."]);
  });
});

describe('trackers', () => {
  it('are told once each, by address or by what they leave on the page', () => {
    const urls = [
      'https://connect.facebook.net/en_US/fbevents.js',
      'https://www.facebook.com/tr?id=1',
      'https://a.example/x.js',
    ];
    const found = trackerFindings({ urls, hasGlobal: (name) => name === 'hj' || name === 'fbq' });
    expect(found.map(({ what }) => what.split(' is on')[0])).to.eql(['Meta Pixel', 'Hotjar']);
  });
});

describe('an endpoint that has failed', () => {
  const idsOf = (endpoint: string, error: Parameters<typeof endpointFindings>[1], base = 'https://page.example/') =>
    endpointFindings({ endpoint, base }, error).map(({ id, write }) => `${id}: ${write}`);

  it('on a page of https is told to be mixed content where it is http', () => {
    expect(idsOf('http://clinic.example/', { code: 'network' })).to.eql([
      'mixed-content: Write https://clinic.example/.',
    ]);
  });

  it('of Ghost is told where its key is, and nothing of WordPress', () => {
    for (const detail of [
      '401 Unknown Content API Key',
      'Ghost needs key="…", the Content API key of a custom integration',
    ])
      expect(adviceByDetail({ detail }), detail).to.match(/^Ghost shows it under Settings, Integrations/);
    expect(adviceByDetail({ detail: '401 Unauthorized' })).to.equal(undefined);
  });

  it('for a slug with quotation marks of its own is told to be right, and the slug wrong', () => {
    const adviceFor = (slug: string) =>
      adviceByDetail({ detail: `nothing published under ${JSON.stringify({ slug })}` });
    for (const slug of ['"iop"', "'iop'", '"iop', '“what', '&quot;iop&quot;'])
      expect(adviceFor(slug), slug).to.match(/one pair of straight ones/);
    for (const slug of ['iop', "what's-new"]) expect(adviceFor(slug), slug).to.equal(undefined);
  });

  it('behind what nobody sees, or beside another, is told as it is written', () => {
    const lost = { code: 'not-found', status: 404, url: 'https://page.example/x/wp-json/' } as const;
    const right = 'https://clinic.example/';
    for (const before of ['"', '\u00a0', '\u200b', '\ufeff', ' “'])
      expect(idsOf(before + right, lost).join(), JSON.stringify(before)).to.match(
        /^page-endpoint: .*write endpoint="https:\/\/clinic\.example\/" anew\.$/,
      );
    for (const between of [', ', ' ', ';'])
      expect(idsOf(`${right}${between}https://b.example/`, lost).join()).to.match(
        /^page-endpoint: An element reads from one: write endpoint="https:\/\/clinic\.example\/"/,
      );
    // a proxy takes an address as a parameter
    for (const proxy of [`/proxy?url=${right}`, `https://proxy.example/?url=${right}`])
      expect(idsOf(proxy, lost).join()).not.to.match(/anew|more than one/);
  });

  it('that was asked as a Ghost is told why', () => {
    const url = 'https://clinic.example/ghost/api/content/posts/?key=x';
    expect(errorFinding(new CareError('network', { url }), {}).write).to.match(/^It was asked as a Ghost: .*leave key/);
    expect(errorFinding(new CareError('network', { url: 'https://clinic.example/' }), {}).write).not.to.match(/Ghost/);
  });

  it('of RSS by its name is told what can be read', () => {
    for (const name of ['rss', 'RSS', 'feed', 'atom'])
      expect(adviceByDetail({ detail: `source="${name}" is none of wordpress` })).to.match(/care-widgets snapshot/);
  });

  it('is not suspected where it is right, or has failed by itself', () => {
    expect(idsOf('https://clinic.example/', { code: 'network' })).to.eql([]);
    expect(idsOf('https://clinic.example/blog/x/', { code: 'server', status: 500 })).to.eql([]);
    expect(idsOf('/feed.json', { code: 'not-found', url: 'https://page.example/feed.json' })).to.eql([]);
  });
});
