import { expect, onTestFinished, test, vi } from 'vitest';
import { startMaintenance } from '../../electron/shell/maintenance.ts';
import { vaultError } from '../../electron/vault/errors.ts';
import { createTestDiagnostics } from '../support/diagnostics.ts';

test('a part of the maintenance that fails is noted, keeps no other back, and is tried again an hour later', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const diagnostics = createTestDiagnostics();
  const done: string[] = [];
  startMaintenance(
    [
      { area: 'drift', run: () => Promise.reject(vaultError('KEYCHAIN_LOCKED')) },
      {
        area: 'reminders',
        run() {
          throw vaultError('DATABASE_FAILED', { reason: { code: 'SYSTEM', errno: 'ENOSPC' } });
        },
      },
      { area: 'daily-copy', run: () => done.push('copied') },
    ],
    diagnostics,
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(['copied']);
  expect(diagnostics.words()).toEqual(['drift KEYCHAIN_LOCKED', 'reminders DATABASE_FAILED']);
  await vi.advanceTimersByTimeAsync(60 * 60 * 1000);
  expect(done).toEqual(['copied', 'copied']);
  expect(diagnostics.failures).toHaveLength(4);
});
