import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { readArguments, USAGE, UsageError } from './arguments.js';
import { CHECK_USAGE, readCheckArguments } from './check-arguments.js';
import { exitCodeOfCheck, textOfCheck } from './check-report.js';
import { check } from './check.js';
import { runSnapshot } from './snapshot.js';
import { renderFiles, type Progress } from './render.js';
import { exitCodeOf, jsonReport, textReport } from './report.js';
import { CareError } from '../../model/care-error.js';

const { stdout, stderr } = process;

// The reader of the report may close it early, as `head` does (EPIPE); and on a full disk a file takes no more of it.
for (const stream of [stdout, stderr])
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === stdout) stderr.write(`the report cannot be written: ${message}\n`);
  });

// Thousands of texts become trees and are dropped again. By default V8 takes three times the memory that this needs, and is
// no faster: 1,000 files 209 MB instead of 290.
setFlagsFromString('--semi-space-growth-factor=1');

/** The version in package.json, which is beside `dist/`; this file is in `dist/shared/`. */
const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** Progress as one line that is overwritten, on a terminal only. */
const onTerminal: Progress = (done, total) => {
  stderr.write(`\r\u001b[K${done < total ? `${done} of ${total} files` : ''}`);
};

const isColored = !!stdout.isTTY && !process.env.NO_COLOR;

const runCheck = async (argv: readonly string[]): Promise<number> => {
  const args = readCheckArguments(argv);
  if (args === 'help') {
    stdout.write(CHECK_USAGE);
    return 0;
  }
  const result = await check({ ...args, userAgent: `care-widgets/${version()}` });
  const exitCode = exitCodeOfCheck(result);
  stdout.write(`${args.isJson ? JSON.stringify({ exitCode, ...result }) : textOfCheck(result, isColored)}\n`);
  return exitCode;
};

const argv = process.argv.slice(2);
/** Where the command stands: options may come before it. */
const at = argv.findIndex((word) => !word.startsWith('-'));
const command = argv[at];

const main = async (): Promise<number> => {
  const rest = argv.toSpliced(at, 1);
  if (command === 'snapshot') return runSnapshot(rest, version());
  if (command === 'check') return runCheck(rest);
  const args = readArguments(argv);
  if (args === 'help') stdout.write(USAGE);
  if (args === 'version') stdout.write(`${version()}\n`);
  if (typeof args === 'string') return 0;
  const result = await renderFiles(args, stderr.isTTY ? onTerminal : undefined);
  const exitCode = exitCodeOf(result, args.isCheck);
  stdout.write(`${args.isJson ? jsonReport(result, exitCode) : textReport(result, args.isCheck, isColored)}\n`);
  return exitCode;
};

const fail = (error: string, exitCode: 2 | 3 = 3): typeof exitCode => {
  stderr.write(`${error}\n`);
  if (argv.includes('--json')) stdout.write(`${JSON.stringify({ exitCode, error })}\n`);
  return exitCode;
};

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof CareError) return fail(error.detail);
  // 1 is what Node ends with: it says "a file would change", or "warnings"
  if (!(error instanceof UsageError)) return fail(`This is a fault of care-widgets: ${(error as Error).stack}`, 2);
  const exitCode = fail(error.message);
  stderr.write(`\nSee care-widgets ${command === 'snapshot' || command === 'check' ? `${command} ` : ''}--help\n`);
  return exitCode;
});
