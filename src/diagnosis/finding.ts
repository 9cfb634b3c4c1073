/** `error`: something is not shown; `warning`: something is not as meant, or soon will not be; `note`: good to know. */
export type Level = 'error' | 'warning' | 'note';

/** What is wrong, or good to know. Plain data, so that a console, a panel and a command line show the same. */
export interface Finding {
  /** Stable: also the heading of its section in docs/troubleshooting.md. */
  readonly id: string;
  readonly level: Level;
  /** What was met, in plain English. May quote the page. */
  readonly what: string;
  /** What it does to visitors, or why it matters. */
  readonly why: string;
  /** What to write or to do instead. */
  readonly write: string;
  /** Where it was met: a URL, or a tag with its line. */
  readonly where?: string;
}

/** Level and reason by id. The first are about elements, the others about endpoints and pages. */
const KINDS = {
  'unknown-attribute': ['warning', 'It has no effect, so the default holds.'],
  'unknown-value': ['warning', 'It does not do what was meant: mostly the default holds.'],
  'unknown-tag': ['error', 'Nothing is loaded for it: visitors see what stands inside the tag, or nothing.'],
  'curly-quotes': ['warning', 'HTML knows straight quotation marks only, and takes curly ones as part of the value.'],
  'tag-not-closed': ['error', 'The rest of the page stands inside the element.'],
  'no-fallback': [
    'warning',
    'Without JavaScript, and where the endpoint does not answer, visitors have no way to the content.',
  ],
  'empty-filter': ['warning', 'Visitors read that there is nothing yet.'],
  'no-categories': ['warning', 'Visitors get no topics to choose from.'],
  'not-an-article': ['error', 'What a property holds cannot be shown: its attributes and the fallback take its place.'],
  'page-endpoint': ['error', 'Content is read at the address of a whole site or of a feed, not at one of its pages.'],
  'not-wordpress': [
    'error',
    'Without the REST API of WordPress, or a feed, there is nothing to read the articles from.',
  ],
  'rss-endpoint': [
    'error',
    'Browsers may read a feed of another site only where that allows it, and RSS feeds rarely do.',
  ],
  'mixed-content': ['error', 'Browsers refuse to load http on a page of https.'],
  'rest-closed': ['error', 'The articles are public, but no program may read them.'],
  'plain-permalinks': [
    'note',
    'The REST API answers at ?rest_route= only: the widgets find it by themselves, one request later.',
  ],
  unreachable: ['error', 'Visitors see the fallback only.'],
  redirected: [
    'warning',
    'The widgets follow no redirect to a host that nobody named: it would tell that host who reads.',
  ],
  cors: ['error', 'Browsers let a page of another site read an answer only where it allows that.'],
  'hidden-from-search': [
    'warning',
    'Search engines may not read the articles, so they do not see what the widgets show.',
  ],
  'needs-snapshot': ['error', 'A browser cannot read the articles there; a program of your own can, ahead of time.'],
  'content-policy': ['error', 'The browser refuses what the policy does not name.'],
  'integrity-policy': ['error', 'The browser refuses every script without a hash.'],
  'trusted-types': ['error', 'The browser refuses policies that the header does not name, and no element renders.'],
  'two-copies': ['warning', 'Only the first one counts: the other is loaded in vain, or hides a newer version.'],
  'two-endpoints': [
    'error',
    'The first tag counts: widgets that are meant for another site show the articles of the first.',
  ],
  'missing-file': ['error', 'What needs the file keeps its fallback.'],
  'wrong-type': ['error', 'Browsers run scripts of this kind only where they are served as JavaScript.'],
  'import-map': ['error', 'No script is checked: a changed file would run.'],
  'no-script': ['error', 'Without a script the elements show their fallback only.'],
  'not-a-module': ['error', 'The script ends with a syntax error: the elements show their fallback only.'],
  'no-endpoint': ['error', 'The elements do not know where to get their content.'],
  'heading-order': [
    'warning',
    'People who listen to a page find their way by its headings; a level that is left out misleads them.',
  ],
  'root-font-size': ['note', 'A size in pixels ignores the text size that visitors have chosen in their browser.'],
  'large-pictures': ['warning', 'Visitors on a slow line wait for bytes that their screen cannot show.'],
  'long-feed': ['warning', 'Visitors do not see the articles that stand behind that.'],
  'no-articles': ['warning', 'Visitors read that there is nothing yet.'],
  'no-reviewer': ['note', 'Readers and search engines look for who stands behind a text on health.'],
  'review-overdue': ['warning', 'A text on health that was to be reviewed may be out of date.'],
  tracker: ['warning', 'Who reads about treatment is health information: others learn of it.'],
} as const satisfies Readonly<Record<string, readonly [Level, string]>>;

export type FindingId = keyof typeof KINDS;

export const FINDING_IDS = Object.keys(KINDS) as readonly FindingId[];

/** A finding of that kind. */
export const finding = (id: FindingId, what: string, write: string, where?: string | undefined): Finding => {
  const [level, why] = KINDS[id];
  return { id, level, what, why, write, ...(where ? { where } : {}) };
};

/** A message of the console as a finding. Where its id is unknown, the whole message is `what`. */
export const findingOfLine = (line: string): Finding => {
  const [id = '', what = '', write = '', where] = line.split(' | ');
  if (Object.hasOwn(KINDS, id)) return finding(id as FindingId, what, write, where);
  const [kind, met] = /^[a-z-]+$/.test(id) ? [id, [what, write, where]] : ['', [id, what, write, where]];
  return { id: kind, level: 'warning', what: met.filter(Boolean).join(' | '), why: '', write: '' };
};

/** One line for a console: the kind, what was met, what to write. */
export const lineOf = ({ id, what, write, where }: Omit<Finding, 'level' | 'why'>): string =>
  [id, what, write, where].filter(Boolean).join(' | ');
