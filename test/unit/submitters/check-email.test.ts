import { expect } from 'chai';
import { checkEmail } from '../../../src/submitters/check-email.js';

const check = (typed: string): string => {
  const checked = checkEmail(typed);
  return 'email' in checked ? checked.email : `(${checked.problem})`;
};

describe('checkEmail', () => {
  const typed: [string, string][] = [
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.Roe+news@Example.org\n', 'Ada.Roe+news@Example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
    ['\u200bada@example.org\u200b', 'ada@example.org'],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ada@example.org'],
    ['ada@müller.example', 'ada@xn--mller-kva.example'],
    ['ada@例え.jp', 'ada@xn--r8jz45g.jp'],
    ['jörg@example.org', 'jörg@example.org'],
    ["o'hara@example.org", "o'hara@example.org"],
    ['ada@example.org.', 'ada@example.org'],
    ['ada@example.org;', 'ada@example.org'],
    ['\u202aada@example.org\u202c', 'ada@example.org'],
    ['ada@example..org', '(incomplete)'],
    ['ada@mail.example,org', '(incomplete)'],
    ['ada,eve@example.org', '(incomplete)'],
    ['<ada@example.org>', '(incomplete)'],
    ['', '(missing)'],
    ['   ', '(missing)'],
    ['ada', '(incomplete)'],
    ['ada@', '(incomplete)'],
    ['@example.org', '(incomplete)'],
    ['ada@example', '(incomplete)'],
    ['ada@example.', '(incomplete)'],
    ['ada@.org', '(incomplete)'],
    ['ada@@example.org', '(incomplete)'],
    ['ada@example.org/x', '(incomplete)'],
    ['ada@exam%70le.org', '(incomplete)'],
    ['ada@exam|ple.org', '(incomplete)'],
    ['ada roe@example.org', '(spaces)'],
    ['ada@example .org', '(spaces)'],
    [`${'a'.repeat(288)}@example.org`, '(too-long)'],
    [`${'a'.repeat(65)}@example.org`, '(too-long)'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
    [`ada@${'abcdefgh.'.repeat(33)}org`, '(too-long)'],
  ];
  for (const [text, expected] of typed) {
    it(`reads ${JSON.stringify(text.slice(0, 40))}`, () => expect(check(text)).to.equal(expected));
  }
});
