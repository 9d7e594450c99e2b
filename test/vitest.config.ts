import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { workers } from './support/workers.ts';

/** Tests that hold a time against a limit: alone on the machine, since what runs next to them would be measured with them. */
const timed = ['test/**/*.timed.test.ts'];
/** Tests that hold times against one another: besides, garbage must not be collected while they measure. */
const linear = ['test/**/*.linear.test.ts'];
/** Tests of the stand-in for Electron, not of the app. */
const runtime = ['test/runtime/**/*.test.ts'];
/** Tests that open the built renderer in Chromium. */
const renderer = ['test/renderer/**/*.test.ts'];
const buildRenderer = 'test/renderer/build-once.ts';
const buildWorkers = 'test/support/build-workers.ts';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    // Only so that what never ends does end: a busy machine takes many times as long as a quiet one.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    runner: 'test/support/platform-runner.ts',
    setupFiles: 'test/support/faked-platform.ts',
    maxWorkers: workers,
    // A condition that is waited for may take its time on a busy machine; what never comes still fails.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...runtime, ...renderer, ...timed, ...linear],
          globalSetup: buildWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: renderer,
          exclude: [...configDefaults.exclude, ...timed],
          globalSetup: buildRenderer,
        },
      },
      // It looks at focus, frames and seconds that other tests would take: one file at a time.
      {
        extends: true,
        test: {
          name: 'runtime',
          // macOS and Windows have Electron itself.
          include: process.platform === 'linux' ? runtime : [],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'timed',
          include: timed,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          globalSetup: [buildRenderer, buildWorkers],
        },
      },
      {
        extends: true,
        test: {
          name: 'linear',
          include: linear,
          // They count the processor's time, each at its best of several runs: a neighbour changes little. Each takes a gigabyte.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          execArgv: ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'],
        },
      },
    ],
  },
});
