// Lets the test runner drive Debian's WebKitGTK: starts WebKitWebDriver, and Xvfb where there is no display, and stops both.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { findWebKit } from './browsers.mjs';

const children = new Set();
const start = (command, args, options) => {
  const child = spawn(command, args, options);
  children.add(child);
  return child;
};
const stopAll = () => {
  for (const child of children) child.kill();
  children.clear();
};
process.once('exit', stopAll);

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Settles with the display's name, which Xvfb writes to its fourth file once it is ready. */
const startDisplay = () =>
  new Promise((resolve, reject) => {
    const display = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    display.once('error', reject);
    display.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    display.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
  });

/** Settles once WebKitWebDriver answers; waits ten seconds at most. */
const untilReady = async (url) => {
  for (let tries = 100; tries; tries--) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not start');
};

export const webkitLauncher = async () => {
  const binary = findWebKit();
  if (!binary) throw new Error('WebKitGTK is missing: node scripts/ensure-browsers.mjs webkit');
  const port = await freePort();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    connectionRetryCount: 1,
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  });
  const { initialize, stop } = launcher;
  launcher.initialize = async (config) => {
    const DISPLAY = process.env.DISPLAY || (await startDisplay());
    // a machine without a graphics card
    const software = { GDK_BACKEND: 'x11', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
    start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, ...software, DISPLAY },
    });
    await untilReady(`http://127.0.0.1:${port}/status`);
    await initialize.call(launcher, config);
    launcher.name = 'WebKitGTK';
  };
  launcher.stop = async () => {
    await stop.call(launcher);
    stopAll();
  };
  return launcher;
};
