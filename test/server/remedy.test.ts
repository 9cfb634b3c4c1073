import { expect } from 'chai';
import { CareError, type CareErrorCode } from '../../src/model/care-error.js';
import { noAddress } from '../../src/server/cli/arguments.js';
import { textReport } from '../../src/server/cli/report.js';
import { remedyOf } from '../../src/server/remedy.js';
import { sentenceOf } from '../../src/server/snapshot/sentence.js';

const url = 'https://clinic.example/feed.xml';
const ofStatus = (code: CareErrorCode, status: number, at = url): CareError =>
  new CareError(code, { status, detail: `${status} Title`, url: at });
const ofDetail = (code: CareErrorCode, detail: string): CareError => new CareError(code, { detail, url });

describe('what cannot be read', () => {
  it('is told with what to do', () => {
    const rest = 'https://clinic.example/wp-json/wp/v2/posts';
    const cases: readonly (readonly [CareError, RegExp])[] = [
      [ofStatus('rate-limited', 429), /try again in some minutes/],
      [ofStatus('server', 500), /server itself fails/],
      [ofStatus('server', 418), /firewall/],
      [ofStatus('forbidden', 403), /firewall/],
      [ofStatus('forbidden', 401, rest), /plugin that closed its REST API/],
      [ofStatus('not-found', 404), /spelt right/],
      [ofStatus('not-found', 404, rest), /no WordPress .* npx care-widgets check https:\/\/clinic\.example\//],
      [ofDetail('network', 'redirects in a circle: a → b'), /address that it arrives at/],
      [ofDetail('network', 'its certificate has expired (CERT_HAS_EXPIRED)'), /valid certificate/],
      [ofDetail('malformed', 'XML that is ill-formed in line 1, column 2: x'), /validator\.w3\.org/],
      [ofDetail('malformed', 'not a feed, but a page titled "x"'), /Open it in a browser/],
      [ofDetail('not-found', 'nothing published under {"slug":"x"}'), /Check the slug/],
      [ofDetail('timeout', 'no answer within 30000 ms'), /Try again/],
    ];
    for (const [error, remedy] of cases) {
      expect(remedyOf(error, error.detail), error.detail).to.match(remedy);
      const [what, where, todo] = sentenceOf(error).split(' | ');
      expect([what, where]).to.deep.equal([error.detail, error.url]);
      expect(todo).to.match(remedy);
    }
  });

  it('is told once where its own words say what to do', () => {
    const detail = 'an address of this machine or its local network; if that is meant, write --allow-private';
    expect(sentenceOf(ofDetail('not-configured', detail))).to.equal(`${detail} | ${url}`);
    const robots = 'robots.txt of https://clinic.example does not want programs to read this; write --ignore-robots';
    expect(sentenceOf(ofDetail('forbidden', robots))).to.equal(`${robots} | ${url}`);
  });

  it('of Ghost names the option of the command', () => {
    const sentence = sentenceOf(ofDetail('not-configured', 'Ghost needs key="…", the Content API key'));
    expect(sentence)
      .to.include('--key KEY')
      .and.to.include('Settings, Integrations')
      .and.not.to.include('data-care-key');
  });

  it('stands in the report of render behind the first problem of its kind', () => {
    const problem = { tag: 'care-article', line: 1, code: 'not-found', detail: '404 x', advice: 'Do this.' } as const;
    const other = { ...problem, detail: 'nothing published under {}' };
    const file = { path: 'a.html', isChanged: false, rendered: 0, problems: [problem, problem, other] };
    expect(textReport({ files: [file], missing: [] }, false, false).split('\n')).to.deep.equal([
      'a.html:1 <care-article> nothing is at this address: 404 x | Do this.',
      'a.html:1 <care-article> nothing is at this address: 404 x',
      'a.html:1 <care-article> no such article: nothing published under {} | Do this.',
      '1 file: 0 changed, 0 elements rendered, 3 problems',
    ]);
  });
});

describe('what is no address', () => {
  it('is told as it is written', () => {
    for (const [text, full] of [
      ['clinic.example', 'https://clinic.example'],
      ['www.clinic.example/blog', 'https://www.clinic.example/blog'],
      ['htps://clinic.example/', 'https://clinic.example/'],
      ['//clinic.example', 'https://clinic.example'],
      ['/blog/feed.json', 'as https://your-clinic.example/'],
      ['feed.json', 'as https://your-clinic.example/'],
      ['', 'as https://your-clinic.example/'],
    ] as const)
      expect(noAddress(text).message).to.equal(`'${text}' is no http(s) address: write it in full, ${full}`);
  });
});
