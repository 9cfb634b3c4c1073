import { parseUrl } from '../model/parse-url.js';
import { finding, type Finding } from './finding.js';
import { nearest } from './nearest.js';
import { TAGS } from './vocabulary.js';

/** For an unknown tag that resembles ours. Empty where no known tag is near: it may be the page's own. */
export const tagFindings = (tag: string): Finding[] => {
  if (TAGS.includes(tag)) return [];
  const meant = nearest(tag, TAGS);
  return meant ? [finding('unknown-tag', `<${tag}> is no tag of care-widgets`, `Write <${meant}>…</${meant}>.`)] : [];
};

/** The same for `<div data-care-widget="…">`, where nobody else's name can stand. */
export const widgetFindings = (name: string): Finding[] => {
  const names = TAGS.map((tag) => tag.slice('care-'.length));
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/^care[-_ ]?/, '');
  if (names.includes(bare)) return [];
  const meant = nearest(bare, names);
  return [
    finding(
      'unknown-tag',
      `data-care-widget="${name}" names no widget`,
      meant ? `Write data-care-widget="${meant}".` : `Write one of ${names.join(', ')}.`,
    ),
  ];
};

/** An import map that has hashes, but none for this script. */
export const uncheckedScript = (script: string): Finding =>
  finding(
    'import-map',
    `the import map has hashes, but none for ${script}`,
    'Paste dist/import-map.html as it is, and replace /care-widgets/ in it by the folder of the script. integrity.json itself is no import map.',
  );

/** For the endpoints that several tags name, in the order of the page: those that differ from the first are ignored. */
export const endpointFindings = ([first, ...others]: readonly string[], base: string): Finding[] => {
  const resolved = (endpoint: string): string => parseUrl(endpoint, base)?.href ?? endpoint;
  return [...new Set(others)]
    .filter((other) => first !== undefined && resolved(other) !== resolved(first))
    .map((other) =>
      finding(
        'two-endpoints',
        `data-care-endpoint="${other}" does not hold: an earlier tag has "${first}"`,
        `Write endpoint="${other}" on the widgets that are meant for it, or <care-config endpoint="${other}"> around them.`,
      ),
    );
};

/** A tag that holds what is no fallback (a form, a landmark, an `h1`, another widget): its end is missing. */
export const notClosed = (tag: string, inside: string): Finding =>
  finding(
    'tag-not-closed',
    `its tag holds a <${inside}>, which is no fallback and stays visible`,
    `HTML has no self-closing custom tags: write </${tag}> where the element ends.`,
  );
