import type { StorybookConfig } from '@storybook/web-components-vite';

// Vite prepares these before the start: one that it meets later makes it reload in the middle of a test run.
const dependencies = ['lit', 'lit/directive-helpers.js', 'lit/directives/keyed.js', '@lit/context', 'dompurify'];

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // The sample endpoint: stories and host pages ask for /content/...
  staticDirs: [{ from: '../stories/content', to: '/content' }],
  viteFinal: (vite) => ({
    ...vite,
    build: { ...vite.build, target: 'es2022' },
    optimizeDeps: { ...vite.optimizeDeps, include: [...(vite.optimizeDeps?.include ?? []), ...dependencies] },
  }),
};

export default config;
