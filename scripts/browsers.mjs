// Where the browsers are on this machine. Used by the test runners and by ensure-browsers.mjs.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const isWindows = process.platform === 'win32';

const onPath = (name) => {
  try {
    const found = execFileSync(isWindows ? 'where' : 'which', [name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return found.split(/\r?\n/)[0] || undefined;
  } catch {
    return undefined;
  }
};

const first = (paths) => paths.find((path) => path && existsSync(path));

const inProgramFiles = (tail) =>
  [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => `${folder}\\${tail}`);

const fromPlaywright = (name) => {
  try {
    return createRequire(import.meta.url)('playwright')[name].executablePath();
  } catch {
    return undefined;
  }
};

export const isRoot = process.getuid?.() === 0;

/**
 * Path of a Chromium, Chrome or Edge; `CHROME_PATH` wins. Undefined where there is none. The headless shell is the same engine
 * without a browser's windows: a page of its own costs a quarter of the processor's time.
 */
export const findChromium = () =>
  first([
    process.env.CHROME_PATH,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...inProgramFiles('Google\\Chrome\\Application\\chrome.exe'),
    ...inProgramFiles('Microsoft\\Edge\\Application\\msedge.exe'),
    onPath('chromium'),
    onPath('google-chrome'),
    fromPlaywright('chromium'),
  ]);

/** Path of a Firefox; `FIREFOX_PATH` wins. Undefined where there is none. */
export const findFirefox = () =>
  first([
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...inProgramFiles('Mozilla Firefox\\firefox.exe'),
    onPath('firefox'),
  ]);

/** Path of WebKitGTK's MiniBrowser; `MINIBROWSER_PATH` wins. Undefined where it or what drives it is missing. */
export const findWebKit = () => {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib']
    .filter((root) => existsSync(root))
    .flatMap((root) =>
      readdirSync(root)
        .filter((name) => /^webkit2?gtk-\d/.test(name))
        .map((name) => `${root}/${name}`),
    );
  const found = first([process.env.MINIBROWSER_PATH, ...folders.map((folder) => `${folder}/MiniBrowser`)]);
  return onPath('WebKitWebDriver') && (process.env.DISPLAY || onPath('Xvfb')) ? found : undefined;
};

/** Chromium refuses its sandbox to root; the other flags keep it from calling home during a test. */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // letters as a browser with windows draws them
  '--font-render-hinting=slight',
];
