// The house in one table. A folder of src/ imports only from its own row's folder of the same name or from rows above
// it. Everything that the rules say about folders and packages is read from here.

/** Folders of src/, top row first. Two folders in one row never import each other. */
const rows = [
  ['model'],
  ['http'],
  ['html'],
  ['localize', 'hours', 'phone', 'data'],
  ['sources', 'submitters'],
  ['client', 'diagnosis'],
  ['styles'],
  ['events'],
  ['context'],
  ['controllers'],
  ['elements'],
  ['define'],
  ['loader'],
  ['server'],
];

/** Rows 1 to this one know nothing of Lit or of elements and run in Node too. */
export const lastRowWithoutLit = 6;

/** Folders in lower rows that do not know Lit either: what they need from a lower row has to move up. */
export const withoutLit = ['server'];

/** Pairs that a higher row would allow, but that only context/ may bring together. */
export const strangers = [['client', ['sources', 'submitters']]];

/** Folders whose subfolders do not import each other; `shared` and files beside the subfolders are for all of them. */
export const separateSubfolders = ['sources', 'submitters'];

const foldersFrom = (row) =>
  rows
    .slice(row - 1)
    .flat()
    .filter((folder) => !withoutLit.includes(folder));

/** Packages that src/ may import, and the folders that may do so. Files directly in src/ (the entries) may use all. */
export const packages = [
  { name: /^(lit|@lit\/.+|lit-html|lit-element)(\/|$)/, folders: foldersFrom(lastRowWithoutLit + 1) },
  { name: /^dompurify$/, folders: ['html', 'server'] },
  { name: /^(parse5|linkedom|hast-util-sanitize|hast)$/, folders: ['html', 'server'] }, // html/: types only
  { name: /^(feedsmith|fast-xml-parser)$/, folders: ['sources'] }, // of feed/, which no page loads
  { name: /^robots-parser$/, folders: ['server'] },
  { name: /^(sharp|node:.*)$/, folders: ['server'] },
  { name: /^virtual:files$/, folders: ['loader'] }, // made by the build
];

/** 1 for `model`; undefined for a folder that is not in the table. */
export const rowOf = (folder) => {
  const index = rows.findIndex((row) => row.includes(folder));
  return index < 0 ? undefined : index + 1;
};
