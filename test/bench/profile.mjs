// A CPU profile of Chromium, summed up by function, in the names of the source files where there is a source map.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/** Reads the source maps of a build that is served at `/dist/`, each once. */
const createMaps = (dist) => {
  const maps = new Map();
  return (pathname) => {
    if (!maps.has(pathname)) {
      const file = path.join(dist, `${pathname.slice('/dist/'.length)}.map`);
      const isOurs = pathname.startsWith('/dist/') && existsSync(file);
      maps.set(pathname, isOurs ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined);
    }
    return maps.get(pathname);
  };
};

const nameFrame = ({ functionName, url, lineNumber, columnNumber }, sourceMapOf) => {
  if (!url.startsWith('http')) return functionName || '(anonymous)';
  const { pathname } = new URL(url);
  const origin = sourceMapOf(pathname)?.findEntry(lineNumber, columnNumber);
  const place = origin?.originalSource
    ? `${origin.originalSource.replace(/^(\.\.\/)+/, '')}:${origin.originalLine + 1}`
    : `${pathname}:${lineNumber + 1}:${columnNumber}`;
  return `${functionName || '(anonymous)'} ${place}`;
};

/**
 * Per function: milliseconds in itself, and with all that it calls (once, however deep it recurses). `dist`: the folder of the
 * build, for its source maps.
 */
export const sumProfile = ({ nodes, samples, timeDeltas }, dist) => {
  const sourceMapOf = createMaps(dist);
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, nameFrame(callFrame, sourceMapOf)]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const sums = new Map();
  const add = (frame, kind, time) => {
    const sum = sums.get(frame) ?? { itself: 0, whole: 0 };
    sum[kind] += time;
    sums.set(frame, sum);
  };
  for (const [index, id] of samples.entries()) {
    const time = timeDeltas[index] / 1000;
    const stack = new Set();
    for (let node = id; node !== undefined; node = parents.get(node)) stack.add(frames.get(node));
    add(frames.get(id), 'itself', time);
    for (const frame of stack) add(frame, 'whole', time);
  }
  return sums;
};
