import { styleText } from 'node:util';
import type { Level } from '../../diagnosis/finding.js';
import type { CheckResult } from './check.js';

/** 0: nothing but notes; 1: warnings; 2: errors. */
export const exitCodeOfCheck = ({ findings }: CheckResult): 0 | 1 | 2 =>
  findings.some(({ level }) => level === 'error') ? 2 : findings.some(({ level }) => level === 'warning') ? 1 : 0;

const COLORS: Readonly<Record<Level, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', note: 'cyan' };

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** For people: what was met, why it matters, what to write. `isColored`: for a terminal. */
export const textOfCheck = ({ url, platform, access, widgets, findings }: CheckResult, isColored: boolean): string => {
  const paint = (level: Level): string =>
    isColored ? styleText(COLORS[level], level, { validateStream: false }) : level;
  const head = [
    oneLine(url),
    [platform, widgets ? `${widgets} element${widgets === 1 ? '' : 's'} of care-widgets` : '']
      .filter(Boolean)
      .join(', '),
    oneLine(access),
  ];
  const items = findings.map(({ id, level, what, why, write, where }) =>
    [
      `${paint(level)} ${id}: ${oneLine(what)}`,
      `  ${why}`,
      `  ${oneLine(write)}`,
      ...(where ? [`  ${oneLine(where)}`] : []),
    ].join('\n'),
  );
  const counts = (['error', 'warning', 'note'] as const).map((level) => {
    const number = findings.filter((one) => one.level === level).length;
    return `${number} ${level}${number === 1 ? '' : 's'}`;
  });
  return [head.filter(Boolean).join('\n'), ...items, counts.join(', ')].join('\n\n');
};
