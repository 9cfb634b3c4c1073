import { expect } from 'chai';
import { attributeFindings, isForeign } from '../../../src/diagnosis/attributes.js';
import { adviceByDetail, endpointFindings } from '../../../src/diagnosis/error-advice.js';
import { nearest } from '../../../src/diagnosis/nearest.js';
import { policyFindings } from '../../../src/diagnosis/policy.js';
import { trackerFindings } from '../../../src/diagnosis/trackers.js';
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
    for (const slug of ['"iop"', "'iop'", '"iop']) expect(adviceFor(slug), slug).to.match(/one pair of straight ones/);
    for (const slug of ['iop', "what's-new"]) expect(adviceFor(slug), slug).to.equal(undefined);
  });

  it('is not suspected where it is right, or has failed by itself', () => {
    expect(idsOf('https://clinic.example/', { code: 'network' })).to.eql([]);
    expect(idsOf('https://clinic.example/blog/x/', { code: 'server', status: 500 })).to.eql([]);
    expect(idsOf('/feed.json', { code: 'not-found', url: 'https://page.example/feed.json' })).to.eql([]);
  });
});
