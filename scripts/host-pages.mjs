// npm run docs:hosts: puts the built elements under the style sheets of other pages, prints what holds, and publishes it
// as docs/host-pages.md; the test reads what is known from the file beside it.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { inspectHosts } from '../test/support/host-styles/inspect.mjs';
import { KNOWN, kindsOf, reportOf } from '../test/support/host-styles/report.mjs';
import { hostSheets } from '../test/support/host-styles/sheets.mjs';

const write = async (file, text) =>
  writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));

const sheets = hostSheets();
const results = await inspectHosts(sheets);

const known = {};
for (const [name, bySheet] of results) {
  const lost = [...bySheet].filter(([, problems]) => problems.length);
  known[name] = Object.fromEntries(lost.map(([sheet, problems]) => [sheet, kindsOf(problems)]));
  console.log(`${name}: holds under ${sheets.length - lost.length} of ${sheets.length} sheets`);
  for (const [sheet, problems] of lost) {
    const told = problems.slice(0, 3).map(({ kind, width, what }) => `${kind} at ${width}: ${what}`);
    console.log(`  ${sheet}: ${told.join('; ')}${problems.length > 3 ? `; ${problems.length - 3} more` : ''}`);
  }
}
await write(fileURLToPath(KNOWN), JSON.stringify(known));
await write(fileURLToPath(new URL('../docs/host-pages.md', import.meta.url)), reportOf(results, sheets));
