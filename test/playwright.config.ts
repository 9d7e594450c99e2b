import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'packed.spec.ts',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // With two at a time a page was seen to keep another colour scheme than the app chose; Playwright emulates one, too.
  workers: 1,
  forbidOnly: true,
  globalSetup: './support/print-runtime.ts',
  reporter: [
    ['list'],
    ...(process.env['CLAVIS_E2E_REPORT'] === undefined
      ? []
      : [['json', { outputFile: process.env['CLAVIS_E2E_REPORT'] }] as const]),
  ],
});
