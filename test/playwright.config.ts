import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'packed.spec.ts',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // On Linux each test has a display, a clipboard and a bus of its own; elsewhere they share the person's.
  workers: process.platform === 'linux' ? 2 : 1,
  forbidOnly: true,
  globalSetup: './support/say-runtime.ts',
  reporter: [
    ['list'],
    ...(process.env['CLAVIS_E2E_REPORT'] === undefined
      ? []
      : [['json', { outputFile: process.env['CLAVIS_E2E_REPORT'] }] as const]),
  ],
});
