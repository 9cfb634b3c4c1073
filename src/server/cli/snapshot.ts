import { CareError } from '../../model/care-error.js';
import type { SnapshotResult } from '../snapshot/options.js';
import { sentenceOf } from '../snapshot/sentence.js';
import { snapshot } from '../snapshot/snapshot.js';
import { StoreError } from '../snapshot/store.js';
import { readSnapshotArguments, SNAPSHOT_USAGE } from './snapshot-arguments.js';

const { stdout, stderr } = process;

/** 0: complete; 2: something is missing. 3 is for wrong arguments. */
type ExitCode = 0 | 2 | 130;
const INTERRUPTED = 130;
/** Sent by Ctrl+C, a shutdown, and a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

const textReport = ({ articles, read, withdrawn, changes, problems }: SnapshotResult): string =>
  [
    ...problems.map(oneLine),
    [
      `${count(articles, 'article')}: ${read} read`,
      ...(withdrawn ? [`${withdrawn} withdrawn`] : []),
      `${count(changes, 'file')} changed`,
      ...(problems.length ? [count(problems.length, 'problem')] : []),
    ].join(', '),
  ].join('\n');

/** Progress as one line that is overwritten, on a terminal only: a scheduler would send each line by mail. */
const onTerminal = (done: number, found: number): void => {
  stderr.write(`\r\u001b[K${done} of ${found} articles read`);
};

/** Why nothing more was read or written, in one line. */
const lineOf = (error: unknown): string => {
  if (error instanceof CareError) return oneLine(sentenceOf(error));
  if (error instanceof StoreError) return oneLine(error.message);
  throw error;
};

/** The command. @throws UsageError */
export const runSnapshot = async (argv: readonly string[], version: string): Promise<ExitCode> => {
  const args = readSnapshotArguments(argv);
  if (args === 'help') {
    stdout.write(SNAPSHOT_USAGE);
    return 0;
  }
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new Error('interrupted'));
  for (const signal of SIGNALS) process.once(signal, interrupt);
  const clear = (): unknown => stderr.isTTY && stderr.write('\r\u001b[K');
  const report = (exitCode: ExitCode, result: Partial<SnapshotResult> & { error?: string }): ExitCode => {
    clear();
    if (args.isJson) stdout.write(`${JSON.stringify({ exitCode, ...result })}\n`);
    return exitCode;
  };
  try {
    const result = await snapshot({
      ...args,
      userAgent: `care-widgets/${version}`,
      signal: stop.signal,
      ...(stderr.isTTY ? { progress: onTerminal } : {}),
    });
    const exitCode = report(result.problems.length ? 2 : 0, result);
    if (!args.isJson) stdout.write(`${textReport(result)}\n`);
    return exitCode;
  } catch (error) {
    if (stop.signal.aborted) {
      const code = report(INTERRUPTED, { error: 'interrupted' });
      stderr.write('Interrupted: the next run goes on from here.\n');
      return code;
    }
    const reason = lineOf(error);
    const code = report(2, { error: reason });
    stderr.write(`${reason}\n`);
    return code;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
};
