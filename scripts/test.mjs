// npm test: every suite, two at a time where the machine has two cores, and one line that adds them up.
//   npm test -- units stories     only those suites
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { findFirefox, findWebKit } from './browsers.mjs';

/** A test that takes ten minutes hangs. */
const NODE_TEST = 'node --test --test-timeout=600000';

const nodeTests = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => `${folder}/${name}`);

const pagesWithout = (name) =>
  `${NODE_TEST} --test-concurrency=1 ${nodeTests('test/pages')
    .filter((file) => !file.endsWith(`/${name}.test.mjs`))
    .join(' ')}`;

/**
 * Each suite: its command, and whether it counts its tests; a check without tests of its own counts as one. `alone`: it writes
 * what others read, or measures time (`measures`). `isHere`: what the suite needs and not every developer's machine has. Suites that run
 * side by side stand with the longest first, so that both lanes end at about the same time.
 */
const suites = {
  build: { run: 'npm run -s build', alone: true },
  size: { run: 'npm run -s size', alone: true },
  // without the cold load, whose few milliseconds above its budget may be a busy machine's, and without the long text,
  // which `timed` measures in every engine
  bench: { run: 'npm run -s bench -- --only=many,stability --quick', alone: true, measures: true },
  timed: { run: 'TIMED=1 npx wtr', counts: true, alone: true, measures: true },
  'timed-firefox': {
    ...{ run: 'TIMED=1 BROWSERS=firefox npx wtr', counts: true, alone: true, measures: true },
    isHere: findFirefox,
  },
  'timed-webkit': {
    ...{ run: 'TIMED=1 BROWSERS=webkit npx wtr', counts: true, alone: true, measures: true },
    isHere: findWebKit,
  },
  pages: { run: pagesWithout('host-styles'), counts: true },
  firefox: { run: 'BROWSERS=firefox npx wtr', counts: true, isHere: findFirefox },
  elements: { run: 'npx wtr', counts: true },
  webkit: { run: 'BROWSERS=webkit npx wtr', counts: true, isHere: findWebKit },
  hosts: { run: `${NODE_TEST} test/pages/host-styles.test.mjs`, counts: true },
  wordpress: { run: 'npm run -s test:wordpress', counts: true },
  stories: { run: 'npm run -s test:stories', counts: true },
  lint: { run: 'npm run -s lint' },
  node: { run: 'npm run -s test:node', counts: true },
  guards: { run: `${NODE_TEST} ${nodeTests('test/guards').join(' ')}`, counts: true },
  types: { run: 'npm run -s typecheck' },
};

/** The closing lines of the runners in use: `name: 3 passed, 0 failed` of ours, `# pass 3` of Node's. */
const countsIn = (output) => {
  const ours = [...output.matchAll(/^\w+: (\d+) passed, (\d+) failed/gm)].pop();
  if (ours) return { passed: +ours[1], failed: +ours[2] };
  const last = (word) => +([...output.matchAll(new RegExp(`^(?:#|ℹ) ${word} (\\d+)`, 'gm'))].pop()?.[1] ?? 0);
  return { passed: last('pass'), failed: last('fail') + last('cancelled') };
};

/** What web-test-runner says where a browser's process ended before the tests did. */
const LOST_BROWSER = /Tests were interrupted because the browser disconnected/;

/** What the runners print of the tests that failed, each with the lines that say why. */
const failuresIn = (output) => {
  const printed = stripVTControlCharacters(output).split('\n');
  const starts = [...printed.keys()].filter((index) => /^\W*(❌|✖|×|FAIL|error TS)/.test(printed[index]));
  const shown = new Set(starts.slice(0, 20).flatMap((start) => Array.from({ length: 8 }, (_, index) => start + index)));
  // a suite that ended before its first test says why in its last lines
  if (!shown.size) return printed.slice(-20).join('\n').trim();
  return printed.filter((_, index) => shown.has(index)).join('\n');
};

/**
 * How often the whole machine stood still for more than a minute, as a virtual one does that its host suspends. Time limits
 * that passed meanwhile say nothing about what was tested.
 */
let standstills = 0;
let lastTick = performance.now();
setInterval(() => {
  const now = performance.now();
  if (now - lastTick > 60_000) standstills += 1;
  lastTick = now;
}, 1000).unref();

/** Runs a command; what it prints is passed on at once, or given back whole where two of them run side by side. */
const run = (command, isLive) =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
        if (isLive) process.stdout.write(data);
      });
    }
    child.on('close', (code) => resolve({ code, output }));
  });

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length) {
  console.error(`No suite ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}
const isHere = (name) => suites[name].isHere?.() ?? !suites[name].isHere;
const wanted = asked.length ? asked : Object.keys(suites).filter(isHere);
if (!existsSync('dist/care-widgets.js') && !wanted.includes('build')) wanted.unshift('build');

const total = { passed: 0, failed: 0 };
const lines = new Map();
const failures = [];
const runSuite = async (name, isLive) => {
  console.log(`\n=== ${name}: ${suites[name].run}`);
  const started = Date.now();
  const standstillsBefore = standstills;
  const first = await run(suites[name].run, isLive);
  // an engine that crashes, a machine that stood still, or one measure of time beyond its limit is no failed test: the suite
  // is run once more, and what fails twice has failed
  const whyOnceMore =
    (LOST_BROWSER.test(first.output) && 'the browser ended') ||
    (first.code && standstills > standstillsBefore && 'the machine stood still') ||
    (first.code && suites[name].measures && 'measured again');
  const { code, output } = whyOnceMore ? await run(suites[name].run, isLive) : first;
  const counts = suites[name].counts ? countsIn(output) : { passed: code ? 0 : 1, failed: 0 };
  // a runner that fails without naming a test, or passes without running one, has failed once
  if (code ? !counts.failed : !counts.passed) counts.failed += 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed) failures.push(`--- ${name}, what failed:\n${failuresIn(output)}`);
  const took = ((Date.now() - started) / 1000).toFixed(0);
  lines.set(
    name,
    `${name.padEnd(13)} ${counts.passed} passed, ${counts.failed} failed, ${took} s${whyOnceMore ? `, once more: ${whyOnceMore}` : ''}`,
  );
  if (!isLive) console.log(`\n=== ${name}, what it printed:\n${whyOnceMore ? first.output : ''}${output}`);
};

const queue = wanted.filter((name) => !suites[name].alone);
const lanes = Math.min(2, availableParallelism(), queue.length);
for (const name of wanted.filter((each) => suites[each].alone)) await runSuite(name, true);
const runLane = async () => {
  for (let name; (name = queue.shift());) await runSuite(name, lanes === 1);
};
await Promise.all(Array.from({ length: lanes }, runLane));

const summary = wanted.map((name) => lines.get(name));
const absent = asked.length ? [] : Object.keys(suites).filter((name) => !isHere(name));
if (absent.length) summary.push(`not run, since this machine lacks the browser: ${absent.join(', ')}`);
if (failures.length) console.log(`\n${failures.join('\n')}`);
console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
