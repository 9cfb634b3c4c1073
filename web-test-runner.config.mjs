// FILES=test/elements/x.test.ts  BROWSERS=chromium,firefox,webkit  COVERAGE=1
// TIMED=1: only the tests that measure time, or that meet the time limits of a service. Nothing else should run beside them.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArgs, findChromium, findFirefox } from './scripts/browsers.mjs';
import { summaryReporter } from './scripts/wtr-summary-reporter.mjs';
import { xssCorpusMiddleware } from './test/conformance/sanitiser.corpus.mjs';
import { fakeWordPressMiddleware } from './test/support/fake-wordpress.mjs';
import { formServerPlugin } from './test/support/form-server.mjs';
import { tamperedDistMiddleware } from './test/support/tampered-dist.mjs';

const wanted = (process.env.BROWSERS || 'chromium').split(',');

const launchers = {
  chromium: () => chromeLauncher({ launchOptions: { executablePath: findChromium(), args: chromiumArgs } }),
  firefox: async () => {
    const { puppeteerLauncher } = await import('@web/test-runner-puppeteer');
    const launchOptions = { browser: 'firefox', executablePath: findFirefox(), headless: true };
    return puppeteerLauncher({ launchOptions, concurrency: 1 });
  },
  webkit: async () => (await import('./scripts/webkit-launcher.mjs')).webkitLauncher(),
};

/** The sample endpoint has the same address as in Storybook and in the demo: /content/... */
const sampleContent = (context, next) => {
  if (context.url.startsWith('/content/')) context.url = `/stories${context.url}`;
  return next();
};

const FOLDERS = 'test/{unit,elements,conformance,guards}/**';
const filesByDefault = process.env.TIMED
  ? [`${FOLDERS}/*.timed.test.ts`]
  : [`${FOLDERS}/*.test.ts`, `!${FOLDERS}/*.timed.test.ts`];

export default {
  files: process.env.FILES ? process.env.FILES.split(',') : filesByDefault,
  nodeResolve: { exportConditions: ['production', 'browser'] },
  // esnext: with es2022 esbuild drops import attributes (`with { type: 'json' }`).
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'esnext' }), formServerPlugin()],
  middleware: [sampleContent, fakeWordPressMiddleware(), xssCorpusMiddleware(), tamperedDistMiddleware()],
  browsers: await Promise.all(wanted.map((name) => launchers[name]())),
  // one page at a time: a page in the background gets no frames, no intersections and no focus
  concurrency: 1,
  coverage: Boolean(process.env.COVERAGE),
  coverageConfig: {
    include: ['src/**/*.ts'],
    reportDir: 'coverage',
    reporters: ['lcovonly', 'text'],
    threshold: { statements: 90, branches: 85, functions: 90, lines: 90 },
  },
  testFramework: { config: { timeout: 10_000 } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), summaryReporter()],
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
};
