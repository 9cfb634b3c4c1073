// npm test: every suite, one after the other, and one line that adds them up.
//   npm test -- units stories     only those suites
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { findFirefox, findWebKit } from './browsers.mjs';

const nodeTests = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => `${folder}/${name}`);

/**
 * Each suite: its command, and whether it counts its tests; a check without tests of its own counts as one. `isHere`: what
 * the suite needs and not every developer's machine has.
 */
const suites = {
  lint: { run: 'npm run -s lint' },
  types: { run: 'npm run -s typecheck' },
  build: { run: 'npm run -s build' },
  size: { run: 'npm run -s size' },
  // without the cold load, whose few milliseconds above its budget may be a busy machine's
  bench: { run: 'npm run -s bench -- --only=many,stability,article --rounds=3' },
  guards: { run: `node --test ${nodeTests('test/guards').join(' ')}`, counts: true },
  node: { run: 'npm run -s test:node', counts: true },
  elements: { run: 'npx wtr', counts: true },
  firefox: { run: 'BROWSERS=firefox npx wtr', counts: true, isHere: findFirefox },
  webkit: { run: 'BROWSERS=webkit npx wtr', counts: true, isHere: findWebKit },
  pages: { run: `node --test --test-concurrency=1 ${nodeTests('test/pages').join(' ')}`, counts: true },
  stories: { run: 'npm run -s test:stories', counts: true },
  wordpress: { run: 'npm run -s test:wordpress', counts: true },
};

/** The closing lines of the runners in use: `name: 3 passed, 0 failed` of ours, `# pass 3` of Node's. */
const countsIn = (output) => {
  const ours = [...output.matchAll(/^\w+: (\d+) passed, (\d+) failed/gm)].pop();
  if (ours) return { passed: +ours[1], failed: +ours[2] };
  const last = (word) => +([...output.matchAll(new RegExp(`^(?:#|ℹ) ${word} (\\d+)`, 'gm'))].pop()?.[1] ?? 0);
  return { passed: last('pass'), failed: last('fail') + last('cancelled') };
};

const run = (command) =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
        process.stdout.write(data);
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
const summary = [];
for (const name of wanted) {
  console.log(`\n=== ${name}: ${suites[name].run}`);
  const started = Date.now();
  const { code, output } = await run(suites[name].run);
  const counts = suites[name].counts ? countsIn(output) : { passed: code ? 0 : 1, failed: 0 };
  // a runner that fails without naming a test, or passes without running one, has failed once
  if (code ? !counts.failed : !counts.passed) counts.failed += 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  summary.push(
    `${name.padEnd(10)} ${counts.passed} passed, ${counts.failed} failed, ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
}
const absent = asked.length ? [] : Object.keys(suites).filter((name) => !isHere(name));
if (absent.length) summary.push(`not run, since this machine lacks the browser: ${absent.join(', ')}`);
console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
