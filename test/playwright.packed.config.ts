import { defineConfig } from '@playwright/test';
import built from './playwright.config.ts';

/** The package that was made last, and the main job and git's runner on it, which mostly wait: side by side. */
export default defineConfig<object, { packed: boolean }>({
  ...built,
  testMatch: ['packed.spec.ts', 'main-job.spec.ts', 'git-runner.spec.ts'],
  testIgnore: [],
  fullyParallel: false,
  use: { packed: true },
});
