// `integrity.json` and `import-map.html`: the hashes of every script for browsers. Run by `npm run build` after Rollup, which
// writes the scripts in several builds.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const hashOf = (code, algorithm) => `${algorithm}-${createHash(algorithm).update(code).digest('base64')}`;

const files = readdirSync('dist', { recursive: true })
  .filter((file) => /^(?:chunks\/)?[^/]*\.js$/.test(file))
  .sort();
const hashes = Object.fromEntries(files.map((file) => [file, hashOf(readFileSync(`dist/${file}`), 'sha384')]));
const map = JSON.stringify({
  integrity: Object.fromEntries(files.map((file) => [`/care-widgets/${file}`, hashes[file]])),
});

writeFileSync('dist/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`);
writeFileSync(
  'dist/import-map.html',
  `<!-- Content-Security-Policy: script-src '${hashOf(map, 'sha256')}' -->\n<script type="importmap">${map}</script>\n`,
);
