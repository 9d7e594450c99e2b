import { systemClock } from '../adapters/clock.ts';
import type { OpenStore } from '../adapters/store/store.ts';
import { startMaintenance } from '../shell/maintenance.ts';
import { createReminding } from '../shell/reminding.ts';
import type { MainWindow } from '../shell/window.ts';
import { createReminders } from '../vault/reminders.ts';
import type { OpenVault } from './open-vault.ts';

export interface MaintenanceParts {
  readonly window: MainWindow;
  /** Compares the projects' files with the vault again. */
  readonly lookAgain: () => void;
  /** Tells the person that the database could not be copied. */
  readonly fail: (error: unknown) => void;
}

/**
 * Now, and every hour: repairs what was left over, reminds of rotations, and makes the day's copy of the database. The person
 * asked for none of it: a locked keychain opens no prompt, and what waits for it is done once it is unlocked.
 */
export function maintainVault(
  { vault, keychain, diagnostics }: OpenVault,
  store: OpenStore,
  { window, lookAgain, fail }: MaintenanceParts,
): void {
  const reminders = createReminders({ store, clock: systemClock }, vault.settings);
  const remind = createReminding(reminders, { window, isLocked: vault.locking.isLocked, diagnostics });

  async function copyDaily(): Promise<void> {
    try {
      for (const error of await store.copyDaily(Date.now())) diagnostics.report('daily-copy', error);
    } catch (error) {
      fail(error);
      throw error;
    }
  }

  startMaintenance(
    [
      // It reports for itself what must wait, part by part.
      { area: 'keychain', run: () => keychain.quietly(vault.reconcile) },
      { area: 'drift', run: lookAgain },
      { area: 'reminders', run: remind },
      { area: 'daily-copy', run: copyDaily },
    ],
    diagnostics,
  );
}
