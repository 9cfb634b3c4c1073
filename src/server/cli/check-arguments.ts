import { existsSync } from 'node:fs';
import type { Credentials } from '../net/node-transport.js';
import { isAddress, noAddress, parse, plainAddress, UsageError } from './arguments.js';

/** What was written behind `care-widgets check`. */
export interface CheckArguments {
  readonly url: string;
  readonly credentials?: Credentials;
  readonly allowPrivate: boolean;
  readonly isJson: boolean;
}

export const CHECK_USAGE = `Usage: care-widgets check <url> [options]

Says in plain words what is wrong with a page that holds care-* elements, or
whether a blog can be read, by what and from where.

  --allow-private    addresses of this machine and of the local network too
  --json             one JSON object on standard output

Exit codes
  0  nothing to mend
  1  warnings
  2  errors: something is not shown
  3  wrong arguments
`;

/** @throws UsageError with one sentence. */
export const readCheckArguments = (argv: readonly string[]): CheckArguments | 'help' => {
  const options = {
    'allow-private': { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parse(argv, options);
  if (values.help) return 'help';
  const [written, ...others] = positionals;
  if (!written || others.length)
    throw new UsageError('One address is checked: write care-widgets check https://your-site.example/');
  if (/^file:/i.test(written) || existsSync(written))
    throw new UsageError(
      `'${written}' is a file, and pages are checked as a server sends them: write the address that it is published at, or with --allow-private the one that your own server gives it`,
    );
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  if (!isAddress(url)) throw noAddress(written);
  return { ...plainAddress(url), allowPrivate: !!values['allow-private'], isJson: !!values.json };
};
