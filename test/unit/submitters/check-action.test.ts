import { expect } from 'chai';
import { CareError } from '../../../src/model/care-error.js';
import { checkAction } from '../../../src/submitters/check-action.js';

const check = (action: string | null, isSecure = true): string => {
  const result = checkAction(action, { base: 'https://clinic.example/blog/page', isSecure });
  return result instanceof CareError ? `${result.code}: ${result.detail} ${result.url}` : result.href;
};

describe('checkAction', () => {
  const accepted: [string, string][] = [
    ['https://lists.example/subscribe?id=1', 'https://lists.example/subscribe?id=1'],
    [' https://lists.example/subscribe#form ', 'https://lists.example/subscribe'],
    ['//lists.example/subscribe', 'https://lists.example/subscribe'],
    ['/subscribe', 'https://clinic.example/subscribe'],
    ['subscribe', 'https://clinic.example/blog/subscribe'],
    ['http://localhost:8000/x', 'http://localhost:8000/x'],
    ['http://127.0.0.1/x', 'http://127.0.0.1/x'],
    ['http://[::1]/x', 'http://[::1]/x'],
  ];
  for (const [action, expected] of accepted) {
    it(`accepts "${action}"`, () => expect(check(action)).to.equal(expected));
  }

  const refused: [string | null, string][] = [
    [null, 'is missing'],
    ['', 'is missing'],
    ['  ', 'is missing'],
    ['https://', 'not an address'],
    ['javascript:alert(1)', 'begins with javascript:'],
    [' java\nscript:alert(1)', 'begins with javascript:'],
    ['data:text/html,x', 'begins with data:'],
    ['mailto:a@b.example', 'begins with mailto:'],
    ['https://user:secret@lists.example/', 'password'],
    ['https://token@lists.example/', 'password'],
    ['https://:secret@lists.example/', 'password'],
    ['http://lists.example/subscribe', 'http on an https page'],
    ['http://localhost.evil.example/', 'http on an https page'],
  ];
  for (const [action, reason] of refused) {
    it(`refuses ${JSON.stringify(action)}`, () => {
      expect(check(action))
        .to.match(/^not-configured: /)
        .and.to.include(reason);
    });
  }

  it('never repeats a password', () => {
    expect(check('https://user:secret@lists.example/')).to.not.include('secret');
  });

  it('leaves http alone on an http page', () => {
    expect(check('http://lists.example/', false)).to.equal('http://lists.example/');
  });
});
