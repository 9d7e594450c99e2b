import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MainWindow } from '../../electron/shell/window.ts';
import { openWrittenDiagnostics } from '../support/diagnostics-file.ts';

/** A quit whose steps fail or never end, up to the lines of the log. */

const electron = vi.hoisted(() => ({ quits: 0, listeners: new Map<string, (event: unknown) => void>() }));
vi.mock('electron', () => ({
  app: {
    on: (name: string, listener: (event: unknown) => void) => electron.listeners.set(name, listener),
    quit() {
      electron.quits += 1;
    },
  },
}));
const { followLifecycle } = await import('../../electron/shell/lifecycle.ts');

beforeEach(() => {
  electron.quits = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

async function quitWith(steps: { before: () => Promise<void>; last?: () => void }): Promise<string[]> {
  const log = await openWrittenDiagnostics();
  // Only what a quit uses of it; the rest of a window is Electron's.
  const window: Pick<MainWindow, 'show' | 'letClose'> = { show() {}, letClose() {} };
  followLifecycle(window as never, {
    last() {},
    ...steps,
    failed: (error) => log.report('quit', error),
    mustWait: () => false,
  });
  electron.listeners.get('before-quit')?.({ preventDefault() {} });
  await vi.advanceTimersByTimeAsync(4_900);
  await vi.advanceTimersByTimeAsync(200);
  return log.written();
}

it('what never ends is waited for five seconds, then noted, and the app quits', async () => {
  expect(await quitWith({ before: () => new Promise(() => {}) })).toEqual(['quit QUIT_TIMEOUT']);
  expect(electron.quits).toBe(1);
});

it('what fails before the end or at it is noted, and keeps nothing open', async () => {
  const failed = {
    before: () => Promise.reject(new TypeError('a value')),
    last() {
      throw new RangeError('a value');
    },
  };
  expect(await quitWith(failed)).toEqual(['quit TypeError', 'quit RangeError']);
  expect(electron.quits).toBe(1);
});

it('what ends in time leaves no line', async () => {
  expect(await quitWith({ before: async () => {} })).toEqual([]);
  expect(electron.quits).toBe(1);
});
