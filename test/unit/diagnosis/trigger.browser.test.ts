import { expect } from 'chai';
import { isWithoutEffect } from '../../../src/controllers/diagnose.js';
import { attributeFindings } from '../../../src/diagnosis/attributes.js';
import { VOCABULARY } from '../../../src/diagnosis/vocabulary.js';

// What elements carry decides whether the knowledge is loaded; the knowledge decides whether something is said.

const VALUES =
  'light|dark|auto|Dark|eager|lazy|lasy|1|6|7|h3|12|5s|abc|100|101|500|3|en|es-MX|fr|fr-CA|spanish|en_US|/a?b={slug}|/a/%7Bid%7D/|/a/{{slug}}|/a|www.a.example|a.com|a.com/b|www.a.example/b|index.php/b|../a.html/b|a/b.com/c|a.com.html|no|off|0|-5|1d|5,5|https://a.example|a.example|article|?article|none|optional|required|yes|email first-name|email, last-name|email phone|false|true|'.split(
    '|',
  );

/** The elements look at these themselves. */
const ELSEWHERE = ['layout', 'crisis-region'];

describe('what loads the diagnosis', () => {
  it('are the values that it has something to say of, and no others', () => {
    for (const [localName, rules] of Object.entries(VOCABULARY)) {
      for (const [name, rule] of Object.entries(rules)) {
        if (rule === 'text' || rule === 'switch' || ELSEWHERE.includes(name)) continue;
        for (const value of VALUES.filter(Boolean)) {
          const isTold = attributeFindings({ localName, attributes: [{ name, value }] }).length > 0;
          expect(isWithoutEffect(name, value), `${localName} ${name}="${value}"`).to.equal(isTold);
        }
      }
    }
  });
});
