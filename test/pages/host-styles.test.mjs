// The built elements under the style sheets of other pages: what is published in docs/host-pages.md, no less and no more.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CASES, inspectCase, openHost } from '../support/host-styles/inspect.mjs';
import { kindsOf, readKnown } from '../support/host-styles/report.mjs';
import { hostSheets } from '../support/host-styles/sheets.mjs';

const sheets = hostSheets();
const known = readKnown();

let host;
before(async () => {
  host = await openHost();
});
after(() => host.close());

describe('under the style sheets of other pages', () => {
  it('are tried at least sixty-six sheets', () => {
    assert.ok(sheets.length >= 66, `${sheets.length}`);
  });

  for (const name of Object.keys(CASES)) {
    it(`${name}: holds where docs/host-pages.md says so; else run npm run docs:hosts, and look at what it tells`, async (t) => {
      const results = await inspectCase(name, sheets, host);
      const found = [];
      for (const [sheet, problems] of results) {
        const expected = known[name]?.[sheet] ?? [];
        const kinds = kindsOf(problems);
        for (const kind of kinds.filter((each) => !expected.includes(each))) {
          const first = problems.find((problem) => kind === `${problem.kind}@${problem.width}`);
          found.push(`${sheet}: ${kind} ${first.what}`);
        }
        for (const kind of expected.filter((each) => !kinds.includes(each))) found.push(`${sheet}: ${kind} is mended`);
      }
      t.diagnostic(
        `holds under ${[...results.values()].filter((problems) => !problems.length).length} of ${sheets.length}`,
      );
      assert.deepEqual(found, []);
    });
  }
});
