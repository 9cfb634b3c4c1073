import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';
import { chromiumArgs, findChromium, isRoot } from './scripts/browsers.mjs';

process.env.STORYBOOK_DISABLE_TELEMETRY = '1';
// In UTC a date that is shown in the visitor's zone by mistake would look right.
process.env.TZ ??= 'America/Los_Angeles';

// Reading Storybook's configuration takes seconds: not for the tests in Node.
const withStories = !process.argv.includes('--project=node');

/** `node: 12 passed, 0 failed`: for scripts that add the runs up. */
const closingLine: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (!module.ok() && module.children.size === 0) counts.failed += 1; // it broke before its first test
    }
    const [name] = (modules[0]?.project.name ?? 'vitest').split(' ');
    console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
  },
};

const stories = () => ({
  plugins: [storybookTest({ configDir: '.storybook' })],
  test: {
    name: 'storybook',
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: findChromium(), chromiumSandbox: !isRoot, args: chromiumArgs },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    passWithNoTests: false,
    projects: [
      {
        // Rows 1 to 6 in Node, whose tests run in the browser under web-test-runner too; and the renderer.
        test: {
          name: 'node',
          environment: 'node',
          globals: true, // describe and it, as mocha gives them in the browser
          include: ['test/unit/**/*.test.ts', 'test/server/**/*.test.ts'],
          exclude: ['test/unit/**/*.browser.test.ts'],
          testTimeout: 10_000,
        },
      },
      ...(withStories ? [stories()] : []),
    ],
  },
});
