import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'packed.spec.ts',
  outputDir: '../test-results',
  // Only so that what never ends does end: a busy machine takes many times as long as a quiet one.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  // Each worker has a display of its own, each test a bus, a keyring and a home.
  // A start of the app keeps a core busy, and with more of them some tests ran into their limits.
  workers: Math.max(2, availableParallelism()),
  fullyParallel: true,
  forbidOnly: true,
  globalSetup: './support/print-runtime.ts',
  reporter: [
    ['list'],
    ...(process.env['CLAVIS_E2E_REPORT'] === undefined
      ? []
      : [['json', { outputFile: process.env['CLAVIS_E2E_REPORT'] }] as const]),
  ],
});
