import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 20_000,
    pool: 'forks',
    // A condition that is waited for may take its time on a busy machine; what never comes still fails.
    expect: { poll: { timeout: 10_000 } },
  },
});
