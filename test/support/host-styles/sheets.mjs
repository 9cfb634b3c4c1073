/**
 * The style sheets that the elements are put under: frameworks and resets from npm, WordPress' own where one is at hand,
 * and hostile ones in `hostile/`, each of which does one thing that real pages do.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const HOSTILE = fileURLToPath(new URL('./hostile/', import.meta.url));

const PACKAGES = {
  Bootstrap: 'bootstrap/dist/css/bootstrap.css',
  'Bootstrap Reboot': 'bootstrap/dist/css/bootstrap-reboot.css',
  Bulma: 'bulma/css/bulma.css',
  Foundation: 'foundation-sites/dist/css/foundation.css',
  Pico: '@picocss/pico/css/pico.css',
  'Pico classless': '@picocss/pico/css/pico.classless.css',
  Materialize: 'materialize-css/dist/css/materialize.css',
  'Semantic UI': 'semantic-ui-css/semantic.css',
  UIkit: 'uikit/dist/css/uikit.css',
  'Water.css light': 'water.css/out/light.css',
  'Water.css dark': 'water.css/out/dark.css',
  'Tailwind Preflight': 'tailwindcss/preflight.css',
  Milligram: 'milligram/dist/milligram.css',
  Skeleton: 'skeleton-css/css/skeleton.css',
  Pure: 'purecss/build/pure.css',
  Spectre: 'spectre.css/dist/spectre.css',
  Picnic: 'picnic/picnic.css',
  Tachyons: 'tachyons/css/tachyons.css',
  Chota: 'chota/dist/chota.css',
  Marx: 'marx-css/css/marx.css',
  'MVP.css': 'mvp.css/mvp.css',
  Sakura: 'sakura.css/css/sakura.css',
  'Sakura dark': 'sakura.css/css/sakura-dark.css',
  'Simple.css': 'simpledotcss/simple.css',
  'new.css': '@exampledev/new.css/new.css',
  Primer: '@primer/css/dist/primer.css',
  'GOV.UK Frontend': 'govuk-frontend/dist/govuk/govuk-frontend.min.css',
  'Beer CSS': 'beercss/dist/cdn/beer.css',
  PaperCSS: 'papercss/dist/paper.css',
  'NES.css': 'nes.css/css/nes.css',
  'LaTeX.css': 'latex.css/style.css',
  'W3.CSS': 'w3-css/w3.css',
  'GitHub Markdown': 'github-markdown-css/github-markdown-light.css',
  'normalize.css': 'normalize.css/normalize.css',
  'modern-normalize': 'modern-normalize/modern-normalize.css',
  'sanitize.css': 'sanitize.css/sanitize.css',
  'reset.css': 'reset-css/reset.css',
  'the-new-css-reset': 'the-new-css-reset/css/reset.css',
  'destyle.css': 'destyle.css/destyle.css',
};

/** Folders that may hold a WordPress: the one of `npm run test:wordpress`, the one of Debian. */
const WORDPRESS = [
  `${process.env.LAB_VAR ?? path.join(ROOT, 'var/wordpress')}/wp-files/latest/wordpress`,
  '/usr/share/wordpress',
];

const WORDPRESS_SHEETS = {
  'WordPress blocks': ['wp-includes/css/dist/block-library/style.css', 'wp-includes/css/dist/block-library/theme.css'],
  'WordPress classic theme': ['wp-includes/css/dist/block-library/style.css', 'wp-includes/css/classic-themes.css'],
};

/** Nothing is loaded: what stands at those addresses is not what is tested, and no page of ours asks a stranger. */
const withoutRequests = (css) =>
  css.replace(/@import[^;]+;/g, '').replace(/url\((?!\s*["']?data:)[^)]*\)/g, 'url("data:,")');

const read = (files) => withoutRequests(files.map((file) => readFileSync(file, 'utf8')).join('\n'));

const wordPressSheets = () => {
  const found = WORDPRESS.find((folder) => existsSync(path.join(folder, 'wp-includes/css')));
  if (!found) return [];
  return Object.entries(WORDPRESS_SHEETS)
    .map(([name, files]) => ({ name, files: files.map((file) => path.join(found, file)).filter(existsSync) }))
    .filter(({ files }) => files.length === 2);
};

/**
 * @returns {{ name: string, isHostile: boolean, css: string }[]} in the order of the published table
 */
export const hostSheets = () => [
  ...[
    ...Object.entries(PACKAGES).map(([name, file]) => ({ name, files: [path.join(ROOT, 'node_modules', file)] })),
    ...wordPressSheets(),
  ].map(({ name, files }) => ({ name, isHostile: false, css: read(files) })),
  ...readdirSync(HOSTILE)
    .sort()
    .map((file) => ({
      name: file.replace('.css', ''),
      isHostile: true,
      css: read([path.join(HOSTILE, file)]),
    })),
];
