// npm run release -- X.Y.Z: sets the version everywhere, builds, checks, and makes every file of a release in release/X.Y.Z.
// It commits, tags and publishes nothing: the last lines say how.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadZip } from './release/download.mjs';
import { siteZip } from './release/site-zip.mjs';
import { entriesOf, isNext, releasedChangelog } from './release/versions.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');
const write = (file, text) => writeFileSync(path.join(ROOT, file), text);
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e9 });
const stop = (why) => {
  console.error(why);
  process.exit(2);
};

const [version = ''] = process.argv.slice(2);
const before = JSON.parse(read('package.json')).version;
if (!isNext(version, before)) {
  stop(`npm run release -- X.Y.Z, a version after ${before}; got "${version}"`);
}
if (run('git', 'status', '--porcelain').trim())
  stop('There are changes that are not committed: a release is made of a commit.');

// the version, wherever it is named
write('CHANGELOG.md', releasedChangelog(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10)));
run('npm', 'version', version, '--no-git-tag-version', '--ignore-scripts');
for (const file of ['src/define/version.ts', 'docs/npm-and-frameworks.md'])
  write(file, read(file).replaceAll(before, version));

console.log(`care-widgets ${version}: builds and checks`);
run('npm', 'run', '-s', 'build');
run('npm', 'run', '-s', 'size');
run('npx', 'publint', '--strict');
// files for the script tag and for style sheets have no types
const forPages = ['care-widgets.js', 'care-widgets.classic.js', 'care-widgets.css', 'care-widgets.looks.css'];
run('npx', 'attw', '--pack', '.', '--profile', 'esm-only', '--exclude-entrypoints', ...forPages);

const target = path.join(ROOT, 'release', version);
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
run('npm', 'pack', '--ignore-scripts', '--pack-destination', target);
writeFileSync(path.join(target, `care-widgets-${version}.zip`), downloadZip({ root: ROOT, version }));
copyFileSync(
  path.join(ROOT, 'dist/wordpress/care-widgets.zip'),
  path.join(target, `care-widgets-wordpress-${version}.zip`),
);
run('npm', 'run', '-s', 'build:storybook');
run('npm', 'run', '-s', 'site');
writeFileSync(path.join(target, `care-widgets-site-${version}.zip`), siteZip({ root: ROOT, version }));
copyFileSync(path.join(ROOT, 'dist/integrity.json'), path.join(target, 'integrity.json'));
writeFileSync(path.join(target, 'sbom.cdx.json'), run('npm', 'sbom', '--sbom-format=cyclonedx', '--omit=dev'));
writeFileSync(path.join(target, 'CHANGES.md'), `${entriesOf(read('CHANGELOG.md'), version)}\n`);
const files = readdirSync(target).sort();
const sums = files.map((file) => {
  const hash = createHash('sha256').update(readFileSync(path.join(target, file)));
  return `${hash.digest('hex')}  ${file}\n`;
});
writeFileSync(path.join(target, 'SHA256SUMS'), sums.join(''));

for (const file of [...files, 'SHA256SUMS']) {
  console.log(`${String(statSync(path.join(target, file)).size).padStart(10)} bytes  release/${version}/${file}`);
}
console.log(`
Look at it, then:
  git commit -am "chore: release ${version}" && git tag v${version} && git push --follow-tags
The workflow in .github/workflows/release.yml publishes the tag to npm; upload the other files beside it.`);
