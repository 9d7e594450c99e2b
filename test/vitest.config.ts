import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that hold a time against a limit: alone on the machine, since what runs next to them would be measured with them. */
const timed = ['test/**/*.timed.test.ts'];
/** Tests that hold times against one another: besides, garbage must not be collected while they measure. */
const linear = ['test/**/*.linear.test.ts'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    // Only so that what never ends does end: a busy machine takes many times as long as a quiet one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // A condition that is waited for may take its time on a busy machine; what never comes still fails.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, ...timed, ...linear],
        },
      },
      {
        extends: true,
        test: { name: 'timed', include: timed, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'linear',
          include: linear,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          execArgv: ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'],
        },
      },
    ],
  },
});
