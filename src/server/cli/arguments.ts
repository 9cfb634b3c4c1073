import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../../diagnosis/nearest.js';
import { decodeSlug } from '../../model/slug.js';
import type { Credentials } from '../net/node-transport.js';
import { OWN_SOURCES } from '../sources.js';

/** What was written behind `care-widgets`. */
export interface Arguments {
  readonly patterns: readonly string[];
  readonly endpoint?: string | undefined;
  readonly source?: string | undefined;
  readonly key?: string | undefined;
  readonly locale?: string | undefined;
  readonly site?: string | undefined;
  readonly isCheck: boolean;
  readonly isJson: boolean;
}

export const USAGE = `Usage: care-widgets render <files> [options]
       care-widgets snapshot <address> --out <folder>: see snapshot --help
       care-widgets check <url>: see check --help

Writes the text of every care-* element into HTML files, in place.

  <files>            paths, folders or patterns: site 'site/**/*.html'

  --endpoint URL     for elements whose page names none
  --source NAME      wordpress, wordpress.com, json-feed, ghost, feed,
                     squarespace or blogger; default: by the endpoint's shape
  --key KEY          public read key of that endpoint, as Ghost needs one
  --locale LANGUAGE  of the widgets' own words; default: the nearest lang
  --site URL         address that the folder is published at: relative endpoints
                     start there, and its own articles bear no attribution
  --check            writes nothing; exit code 1 where a file would change
  --json             one JSON object on standard output
  --help, --version

Exit codes
  0  every element has its text, or its source lists nothing for it
  1  with --check: a file would change
  2  an element was not filled, or a file could not be read or written;
     the older text stays, unless it was withdrawn
  3  wrong arguments, or no such file
`;

/** A mistake in the arguments. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The end of a sentence about an unknown name: the known ones, or the nearest. */
const choice = (written: string, known: readonly string[]): string => {
  const meant = nearest(written, known);
  return meant ? `did you mean ${meant}?` : `it is none of ${known.join(', ')}`;
};

/** @throws UsageError for a `--source` that does not exist. */
export const checkSource = (name: string | undefined): void => {
  const known = [...Object.keys(OWN_SOURCES), 'wordpress.com'];
  if (name !== undefined && !known.includes(name)) throw new UsageError(`--source '${name}': ${choice(name, known)}`);
};

/** Options and what stands beside them. @throws UsageError with one sentence. */
export const parse = <T extends NonNullable<ParseArgsConfig['options']>>(argv: readonly string[], options: T) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    const { message } = error as Error;
    const unknown = /^Unknown option '(--[^']+)'/.exec(message)?.[1];
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(
      unknown ? `Unknown option '${unknown}': ${choice(unknown, known)}` : (message.split('. ')[0] ?? ''),
    );
  }
};

/** A name and a password in front of a host: whoever reads a report or a log must not read them. */
const hidden = (text: string): string => text.replace(/[^/\s@]*:[^/\s@]*@/, '');

/**
 * A URL without its password, so that it may be written anywhere, and the credentials for its server. A fragment is dropped:
 * it is for browsers only.
 */
export const plainAddress = (text: string): { readonly url: string; readonly credentials?: Credentials } => {
  const url = new URL(text);
  const { username, password, origin } = url;
  Object.assign(url, { username: '', password: '', hash: '' });
  if (!username && !password) return { url: url.href };
  const pair = [username, password].map(decodeSlug).join(':');
  return {
    url: url.href,
    credentials: { origin, authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
  };
};

/**
 * @throws UsageError for a URL with a password in it, since it would be written down. `option`: the option that it belongs
 * to.
 */
export const checkPlain = (address: string, option: string): void => {
  if (plainAddress(address).credentials)
    throw new UsageError(
      `${option}: an address with a name and a password in it is not written into pages: leave them out`,
    );
};

/** A host and what follows it, without a scheme or with a misspelt one; the name of a file looks alike. */
const HOST = /^(?:[a-z]*:?\/+)?(?![^/]+\.(?:json|xml|rss|html?)$)([^/\s]+\.\S+)$/i;

/** The error for an argument that is not a URL, with how to write it. `option`: the option that it belongs to. */
export const noAddress = (written: string, option = ''): UsageError => {
  const text = hidden(written);
  const host = HOST.exec(text)?.[1];
  const full = host === undefined ? 'as https://your-clinic.example/' : `https://${host}`;
  return new UsageError(`${option}'${text}' is no http(s) address: write it in full, ${full}`);
};

export const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:/i.test(text);

/** @throws UsageError with one sentence. */
export const readArguments = (argv: readonly string[]): Arguments | 'help' | 'version' => {
  const options = {
    endpoint: { type: 'string' },
    source: { type: 'string' },
    key: { type: 'string' },
    locale: { type: 'string' },
    site: { type: 'string' },
    check: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  } as const;
  const { values, positionals } = parse(argv, options);
  const [command, ...patterns] = positionals;
  if (values.version) return 'version';
  if (values.help || !command) return 'help';
  if (command !== 'render')
    throw new UsageError(`Unknown command '${command}': ${choice(command, ['render', 'snapshot', 'check'])}`);
  if (!patterns.length) throw new UsageError("No files: write care-widgets render 'site/**/*.html'");
  for (const name of ['endpoint', 'site'] as const) {
    const address = values[name];
    if (address !== undefined && !isAddress(address)) {
      throw noAddress(address, `--${name} `);
    }
    if (address !== undefined) checkPlain(address, `--${name}`);
  }
  checkSource(values.source);
  const { endpoint, source, key, locale, site } = values;
  return { patterns, endpoint, source, key, locale, site, isCheck: !!values.check, isJson: !!values.json };
};
