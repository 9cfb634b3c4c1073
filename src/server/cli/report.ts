import { styleText } from 'node:util';
import type { Problem } from '../renderer.js';
import type { FileResult, Result } from './render.js';

/** 0: all is well; 1: a file would change; 2: something was not filled; 3: no such file. */
export type ExitCode = 0 | 1 | 2 | 3;

export const exitCodeOf = ({ files, missing }: Result, isCheck: boolean): ExitCode => {
  if (missing.length) return 3;
  if (files.some(({ problems, error }) => error !== undefined || problems.length)) return 2;
  return isCheck && files.some(({ isChanged }) => isChanged) ? 1 : 0;
};

const WORDS: Readonly<Record<Problem['code'], string>> = {
  'not-configured': 'not configured',
  offline: 'no connection',
  network: 'the endpoint did not answer',
  timeout: 'the endpoint did not answer in time',
  'not-found': 'no such article',
  gone: 'withdrawn by its publisher',
  forbidden: 'the endpoint refused',
  protected: 'not public',
  'rate-limited': 'the endpoint wants to be asked later',
  server: 'the endpoint failed',
  malformed: 'the answer is not what the source promises',
  'too-large': 'the answer is too large',
  rejected: 'rejected',
  kept: 'left as it is',
};

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const problemLine = (path: string, { tag, line, code, detail, url = '' }: Problem): string =>
  oneLine(
    `${path}:${line} <${tag}> ${/^404\b/.test(detail) ? 'nothing is at this address' : WORDS[code]}${detail && `: ${detail}`} ${url}`,
  );

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

const NAME_ENDPOINT =
  'Write data-care-endpoint="https://…" on the script tag of the page, or --endpoint https://… behind the command.';

/** One line for each problem; the same advice is given once. */
const problemLines = (files: readonly FileResult[], paint: (text: string) => string): string[] => {
  const told = new Set<string>();
  return files.flatMap(({ path, problems, error }) => [
    ...(error === undefined ? [] : [paint(oneLine(`${path}: ${error}`))]),
    ...problems.map((problem) => {
      const advice = problem.detail === 'no endpoint' ? NAME_ENDPOINT : problem.advice;
      const matter = `${problem.detail} ${advice}`;
      if (!advice || told.has(matter)) return paint(problemLine(path, problem));
      told.add(matter);
      return `${paint(problemLine(path, problem))} | ${oneLine(advice)}`;
    }),
  ]);
};

/** For people: a line for each problem, and one that sums up. `isColored`: for a terminal. */
export const textReport = ({ files, missing }: Result, isCheck: boolean, isColored: boolean): string => {
  const red = (text: string): string => (isColored ? styleText('red', text, { validateStream: false }) : text);
  const lines = [
    ...missing.map((pattern) => red(`No file matches ${oneLine(pattern)}`)),
    ...problemLines(files, red),
    ...(isCheck ? files.filter(({ isChanged }) => isChanged).map(({ path }) => `${oneLine(path)} would change`) : []),
  ];
  const changed = files.filter(({ isChanged }) => isChanged).length;
  const sum = (of: (file: FileResult) => number): number => files.reduce((total, file) => total + of(file), 0);
  const failed = sum(({ problems, error }) => problems.length + (error === undefined ? 0 : 1));
  const summary = [
    `${count(files.length, 'file')}: ${changed} ${isCheck ? 'would change' : 'changed'}`,
    `${count(
      sum(({ rendered }) => rendered),
      'element',
    )} rendered`,
    ...(failed ? [red(count(failed, 'problem'))] : []),
  ];
  return [...lines, summary.join(', ')].join('\n');
};

/** For programs. */
export const jsonReport = ({ files, missing }: Result, exitCode: ExitCode): string =>
  JSON.stringify({
    exitCode,
    missing,
    files: files.map(({ path, isChanged, rendered, problems, error }) => ({
      path,
      changed: isChanged,
      rendered,
      problems,
      ...(error === undefined ? {} : { error }),
    })),
  });
