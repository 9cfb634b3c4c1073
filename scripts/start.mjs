/**
 * `npm start`: builds the library and the documentation where they are missing or older than their sources, then serves the demo. The address is
 * the last line that it prints.
 */
import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDemoServer } from './serve.mjs';
import { ensureSite } from './site.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FIRST_PORT = 8100;
const LAST_PORT = 8149;

class Plain extends Error {}

try {
  const wanted = readPort(process.env.PORT);
  if (await isBuildNeeded()) await build();
  await ensureSite(() => console.log('Building the documentation ...'));
  const server = await listen(wanted);
  const partner = await createDemoServer({ root: ROOT, clinicUrl: server.url });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      void server.close();
      void partner.close();
    });
  console.log(`\nThe documentation, with the builder: ${server.url}site/`);
  console.log(`\nA partner's site, which embeds the clinic's articles: ${partner.url}`);
  console.log(`\nThe demo of care-widgets is ready (Ctrl+C ends it):\n${server.url}`);
} catch (error) {
  console.error(error instanceof Plain ? error.message : error);
  process.exitCode = 1;
}

function readPort(text) {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Plain(`PORT is "${text}", but must be a whole number from 0 to 65535. Example: PORT=8200 npm start`);
}

async function isBuildNeeded() {
  const built = await stat(path.join(ROOT, 'dist/care-widgets.js')).catch(() => undefined);
  return !built || built.mtimeMs < (await newestSource());
}

async function newestSource() {
  const folders = ['src', 'scripts/build'].map((folder) =>
    readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true }),
  );
  const entries = (await Promise.all(folders)).flat();
  const names = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of ['package.json', 'rollup.config.mjs', 'custom-elements-manifest.config.mjs'])
    names.push(path.join(ROOT, file));
  const times = await Promise.all(
    names.map((name) =>
      stat(name)
        .then((s) => s.mtimeMs)
        .catch(() => 0),
    ),
  );
  return Math.max(...times);
}

function build() {
  console.log('Building the library ...');
  // `npm_execpath` is the npm that runs this script: the one on PATH may be another, or a .cmd file that cannot be spawned.
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, 'run', 'build'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: !npm && process.platform === 'win32',
    });
    child.once('error', (cause) => reject(new Plain(`The build could not be started: ${cause.message}`)));
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(
            new Plain(
              `The build failed (${signal ?? `exit code ${code}`}); the lines above say why. Nothing is served. ` +
                'Mend it, or run "npm run build" alone to see only its words.',
            ),
          ),
    );
  });
}

async function listen(wanted) {
  if (wanted !== undefined) {
    try {
      return await createDemoServer({ root: ROOT, port: wanted });
    } catch (error) {
      throw explain(error, wanted);
    }
  }
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    try {
      return await createDemoServer({ root: ROOT, port });
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw explain(error, port);
    }
  }
  throw new Plain(`Ports ${FIRST_PORT} to ${LAST_PORT} are all taken. Choose another: PORT=9000 npm start`);
}

function explain(error, port) {
  if (error.code === 'EADDRINUSE') {
    return new Plain(`Port ${port} is taken by another program. Choose another, or leave PORT out to take a free one.`);
  }
  if (error.code === 'EACCES') return new Plain(`This account may not open port ${port}. Choose one above 1023.`);
  return error;
}
