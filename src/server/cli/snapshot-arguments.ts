import type { SnapshotOptions } from '../snapshot/options.js';
import { checkPlain, checkSource, isAddress, noAddress, parse, plainAddress, UsageError } from './arguments.js';

/** What was written behind `care-widgets snapshot`. */
export type SnapshotArguments = Omit<SnapshotOptions, 'userAgent' | 'signal'> & { readonly isJson: boolean };

export const SNAPSHOT_USAGE = `Usage: care-widgets snapshot <address> --out <folder> [options]

Reads a whole blog and writes it into a folder, as JSON Feed that any file host
serves and source="json-feed" reads. A second run writes only what has changed.

  <address>            of the blog: https://clinic.example/

  --out FOLDER         where the files go; it is made if need be
  --source NAME        wordpress, wordpress.com, json-feed, ghost, feed (RSS,
                       Atom), squarespace or blogger; default: by the shape of
                       the address, else by what it answers
  --key KEY            public read key, as Ghost needs one
  --site URL           address that the folder is published at: addresses in the
                       files are absolute then
  --pictures           copies pictures in several widths (npm install sharp);
                       those within texts only with --site
  --html               writes an HTML page for each article; needs --site
  --refresh            reads every article again, not only what has changed
  --limit NUMBER       articles at most, the newest; default 5000
  --allow-private      addresses of this machine and the local network, too
  --ignore-robots      although robots.txt forbids it: for your own site
  --allow-withdrawals  although most articles have disappeared at the source
  --json               one JSON object on standard output
  --help

Exit codes
  0    the snapshot is complete, whether or not something has changed
  2    something could not be read or written; the older files stay
  3    wrong arguments
  130  interrupted (Ctrl+C); the next run goes on from there
`;

/** Enough for any clinic; a list that never ends is left there. */
const DEFAULT_LIMIT = 5000;

/** @throws UsageError with one sentence. */
export const readSnapshotArguments = (argv: readonly string[]): SnapshotArguments | 'help' => {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = {
    ...{ out: text, source: text, key: text, site: text, limit: text },
    ...{ pictures: flag, html: flag, refresh: flag, json: flag },
    ...{ 'allow-private': flag, 'ignore-robots': flag, 'allow-withdrawals': flag },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parse(argv, options);
  const [endpoint, ...more] = positionals;
  if (values.help) return 'help';
  if (!endpoint) throw new UsageError('No address: write care-widgets snapshot https://clinic.example/ --out snapshot');
  if (more.length) throw new UsageError(`One address at a time, not also '${more[0]}'`);
  if (!isAddress(endpoint)) throw noAddress(endpoint);
  if (!values.out) throw new UsageError('No folder: write --out and the folder that the files go to');
  if (values.site !== undefined && !isAddress(values.site)) {
    throw noAddress(values.site, '--site ');
  }
  if (values.site !== undefined) checkPlain(values.site, '--site');
  if (values.html && !values.site)
    throw new UsageError('--html needs --site: the address that the folder is published at');
  checkSource(values.source);
  const limit = Number(values.limit ?? DEFAULT_LIMIT);
  if (!(limit >= 1)) throw new UsageError(`--limit '${values.limit}' is no number above 0`);
  const site = values.site === undefined ? undefined : new URL(values.site.replace(/\/?$/, '/')).href;
  const { url, credentials } = plainAddress(endpoint);
  return {
    ...{ endpoint: url, credentials },
    ...{ out: values.out, source: values.source, key: values.key, site, limit: Math.floor(limit) },
    ...{ hasPictures: !!values.pictures, hasHtml: !!values.html, isRefresh: !!values.refresh, isJson: !!values.json },
    allowsPrivate: !!values['allow-private'],
    ignoresRobots: !!values['ignore-robots'],
    allowsWithdrawals: !!values['allow-withdrawals'],
  };
};
