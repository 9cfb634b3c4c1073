// What the published table and the test make of the problems that were found.
import { readFileSync } from 'node:fs';

export const KNOWN = new URL('./known.json', import.meta.url);

/** `{ [case]: { [sheet]: ['overflow@320'] } }`: what is known not to hold, as published. */
export const readKnown = () => JSON.parse(readFileSync(KNOWN, 'utf8'));

/** The problems of one element under one sheet, without repetition, such as `contrast@1280`. */
export const kindsOf = (problems) => [...new Set(problems.map(({ kind, width }) => `${kind}@${width}`))].sort();

const LETTERS = { overflow: 'o', hidden: 'h', contrast: 'c', target: 't', selection: 's' };

const cellOf = (kinds) =>
  kinds.length ? [...new Set(kinds.map((kind) => LETTERS[kind.split('@')[0]]))].join(' ') : '✓';

const rowOf = (cells) => `| ${cells.join(' | ')} |`;
const tableOf = (head, rows) => [head, head.map(() => '---'), ...rows].map(rowOf).join('\n');

/**
 * docs/host-pages.md.
 *
 * @param {Map<string, Map<string, { kind: string, width: number }[]>>} results by case, then by sheet
 * @param {readonly { name: string, isHostile: boolean }[]} sheets
 */
export const reportOf = (results, sheets) => {
  const kinds = (name, sheet) => kindsOf(results.get(name).get(sheet));
  const names = [...results.keys()];
  const summary = names.map((name) => {
    const all = sheets.map((sheet) => kinds(name, sheet.name));
    const holds = all.filter((each) => !each.length).length;
    const wide = all.filter((each) => each.includes('overflow@320')).length;
    return [name, `${holds} of ${sheets.length}`, String(wide)];
  });
  const matrix = (isHostile) =>
    tableOf(
      ['sheet', ...names],
      sheets
        .filter((sheet) => sheet.isHostile === isHostile)
        .map(({ name: sheet }) => [sheet, ...names.map((name) => cellOf(kinds(name, sheet)))]),
    );
  return `# Host pages

The elements in pages that carry the style sheets of others: ${sheets.filter((sheet) => !sheet.isHostile).length} frameworks, resets and
WordPress' own, and ${sheets.filter((sheet) => sheet.isHostile).length} hostile ones, each of which does one thing that real pages do
([\`test/support/host-styles/hostile/\`](../test/support/host-styles/hostile/)). Each element is looked at in windows of 1280 and
of 320 pixels. \`npm run docs:hosts\` makes this page; \`test/pages/host-styles.test.mjs\` fails where an element loses what is
published here, and where it has gained something that is not.

An element holds under a sheet where nothing of this is met:

| sign | what it means                                                                                              |
| ---- | ---------------------------------------------------------------------------------------------------------- |
| o    | overflow: the page can be scrolled sideways, and could not without the element                             |
| h    | hidden: words, images or controls are not to be seen that are there without the sheet                      |
| c    | contrast: text has less than 4.5 (large text 3), where the page's own text of that kind has more           |
| t    | target: a link, button or field is much smaller than without the sheet, or takes no clicks                 |
| s    | selection: text in the shadow root cannot be selected                                                      |

## Summary

${tableOf(['element', 'holds under', 'overflows at 320 px under'], summary)}

## Frameworks, resets, WordPress

${matrix(false)}

## Hostile sheets

${matrix(true)}
`;
};
