// node scripts/ensure-browsers.mjs [chromium] [firefox] [webkit]: does nothing where they are installed already, fails where
// one cannot be had. Without names: all three, and only Chromium must be had.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox, findWebKit, isRoot } from './browsers.mjs';

const find = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit };
const debianPackages = {
  chromium: ['chromium-headless-shell'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

const named = process.argv.slice(2);
const wanted = named.length ? named : Object.keys(find);
const needed = named.length ? named : ['chromium'];
const unknown = wanted.filter((browser) => !(browser in find));
if (unknown.length) {
  console.error(`ensure-browsers: unknown browser ${unknown.join(', ')}; write ${Object.keys(find).join(' or ')}`);
  process.exit(1);
}

const run = (command, args, env = {}) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  }).status === 0;

const missing = wanted.filter((browser) => !find[browser]());
if (missing.length) {
  console.log(`ensure-browsers: missing ${missing.join(', ')}`);
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    // An image's own package lists name a browser of months ago.
    run('apt-get', ['update'], env);
    run('apt-get', ['install', '-y', '--no-install-recommends', ...missing.flatMap((b) => debianPackages[b])], env);
  } else if (missing.includes('chromium')) {
    run('npx', ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  }
}

for (const browser of wanted) console.log(`ensure-browsers: ${browser}: ${find[browser]() ?? 'not found'}`);
if (needed.some((browser) => !find[browser]())) {
  console.error(
    'ensure-browsers: install the missing browser, or set CHROME_PATH / FIREFOX_PATH / MINIBROWSER_PATH to its program',
  );
  process.exit(1);
}
