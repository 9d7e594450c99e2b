import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { openWrittenDiagnostics } from '../support/diagnostics-file.ts';

/** What the system refuses, as no test can have it refuse for real: looked for in the log's own file. */

const shown = vi.hoisted(() => [] as { emit(name: string): unknown }[]);
vi.mock('electron', () => ({
  Notification: class extends EventEmitter {
    static isSupported = () => true;
    show(): void {
      shown.push(this);
    }
  },
}));
vi.mock('node:child_process', async (original) => ({
  ...(await original<typeof import('node:child_process')>()),
  execFile: (_program: string, _args: string[], done: (error: Error) => void) => done(new TypeError('a value')),
}));
const { limitCoreDumps } = await import('../../electron/shell/core-dumps.ts');
const { lockWithNotice } = await import('../../electron/shell/locking.ts');

it('a system without the program that limits core dumps', async () => {
  const log = await openWrittenDiagnostics();
  limitCoreDumps('linux', log);
  expect(await log.written()).toEqual(
    process.platform === 'linux' ? ['core-dumps TypeError'] : ['core-dumps ENOENT', 'core-dumps TypeError'],
  );
  expect(await log.text()).not.toContain('a value');
});

/** What a lock uses of the windows; nothing of them is looked at. */
const windows = { main: { show() {} }, palette: { hide() {} }, questions: { callOff() {} } };

it('a notice of a lock that the system did not show', async () => {
  const log = await openWrittenDiagnostics();
  lockWithNotice({ lock: async () => true } as never, windows as never, log)('screen');
  await expect.poll(() => shown.length).toBe(1);
  shown[0]?.emit('failed');
  expect(await log.written()).toEqual(['notification NOTIFICATION_FAILED']);
});

it('a clipboard that a lock can’t clear', async () => {
  const log = await openWrittenDiagnostics();
  lockWithNotice({ lock: () => Promise.reject(new RangeError('a value')) } as never, windows as never, log)('screen');
  await expect.poll(() => log.written()).toEqual(['clipboard RangeError']);
});
