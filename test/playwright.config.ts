import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'packed.spec.ts',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Two at a time were tried: at times the page's colour scheme is then Playwright's, which attaches after the app chose.
  workers: 1,
  forbidOnly: true,
  globalSetup: './support/say-runtime.ts',
  reporter: [
    ['list'],
    ...(process.env['CLAVIS_E2E_REPORT'] === undefined
      ? []
      : [['json', { outputFile: process.env['CLAVIS_E2E_REPORT'] }] as const]),
  ],
});
