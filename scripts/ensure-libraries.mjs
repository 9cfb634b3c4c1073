// node scripts/ensure-libraries.mjs: installs the old libraries that the tests put on a page beside ours, where they are
// absent and that is possible; says what to do where it is not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isRoot } from './browsers.mjs';

/** Debian package -> a file that it brings. */
const packages = {
  'libjs-prototype': '/usr/share/javascript/prototype/prototype.js',
  'libjs-mootools': '/usr/share/javascript/mootools/mootools-core.min.js',
};
const missing = () => Object.keys(packages).filter((name) => !existsSync(packages[name]));

const run = (...args) =>
  spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

if (missing().length && isRoot && existsSync('/usr/bin/apt-get')) {
  run('update');
  run('install', '-y', '--no-install-recommends', ...missing());
}
for (const [name, file] of Object.entries(packages)) {
  console.log(`ensure-libraries: ${name}: ${existsSync(file) ? file : 'not found'}`);
}
if (missing().length) {
  console.error(`ensure-libraries: as root, run: apt-get install ${missing().join(' ')}`);
  process.exit(1);
}
