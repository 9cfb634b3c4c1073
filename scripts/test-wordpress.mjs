// npm run test:wordpress: the built elements against a real WordPress on this machine, started and seeded for it, stopped
// after it. The first run fetches WordPress (67 MB) and needs PHP; what is there already is used again.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const LAB = fileURLToPath(new URL('../test/support/wordpress/wp-lab.sh', import.meta.url));
const PARTNER = 3;
const SAVED = `${process.env.LAB_VAR ?? `${ROOT}var/wordpress`}/run/port`;

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** Of the two sites: the clinic's, and the partner's three above it. */
const areFree = async (port) => (await isFree(port)) && (await isFree(port + PARTNER));
/** Below the ports that systems hand out: one of those may be taken, by a suite beside this one, before PHP listens to it. */
const freePort = async () => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await areFree(port)) return port;
  }
};

const env = { ...process.env, LAB_SITES: 'clinic partner' };
const lab = (...words) =>
  spawnSync('bash', [LAB, ...words], { cwd: ROOT, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const giveUp = (why) => {
  console.error(`test:wordpress: no real WordPress to be had here: ${why}`);
  console.error(
    'It needs bash, PHP 8 with the extensions of test/support/wordpress/wp-lab.sh, and npm packages from the net.',
  );
  process.exit(1);
};

const status = lab('status');
if (status.error) giveUp(status.error.message);
const wasUp = /^clinic up/m.test(status.stdout);
const saved = existsSync(SAVED) ? Number(readFileSync(SAVED, 'utf8')) : 0;
// its address is in its database: another port costs some seconds
const port = wasUp ? saved : (saved && (await areFree(saved)) && saved) || (await freePort());

let code = 1;
try {
  for (const words of [['start', String(port)], ['seed']]) {
    const { status: failed, stdout } = lab(...words);
    process.stdout.write(stdout);
    if (failed) giveUp(`wp-lab.sh ${words[0]} ended with ${failed}.`);
  }
  const tests = ['wordpress', 'reading', 'plugin-files', 'plugin', 'plugin-safety', 'pictures'].map((name) =>
    fileURLToPath(new URL(`../test/support/wordpress/${name}.test.mjs`, import.meta.url)),
  );
  // one after the other: the last suite of the first file gives the blog other addresses for a while
  code = spawnSync(process.execPath, ['--test', '--test-concurrency=1', ...tests], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...env, WORDPRESS: `http://127.0.0.1:${port}`, PARTNER: `http://127.0.0.1:${port + PARTNER}` },
  }).status;
} finally {
  if (!wasUp) lab('stop');
}
process.exit(code ?? 1);
