import { fileNameOf } from '../backup-content.ts';
import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { Secret } from '../secret.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { createApplyRestore, type RestoreChoice, type Restored } from './apply-restore.ts';
import { compareBackup, type OpenedBackup, type RestoreView, viewOpened } from './opened.ts';
import { createProjectRestore } from './projects.ts';

/** How long an opened backup's values are held for a choice that doesn't come. */
const heldMs = 10 * 60 * 1000;

export interface BackupRestore {
  /** Remembers a file that the person picked; the window names it by this id alone (invariant 2). */
  picked(path: string): { pickedId: string; file: string };
  /** What the backup holds compared with what is here; changes nothing. @throws BACKUP_*, KEYCHAIN_* */
  preview(pickedId: string, passphrase: Secret): Promise<RestoreView>;
  /** Takes what was chosen of it. @throws BACKUP_UNKNOWN where that preview is over; what `createApplyRestore` says */
  restore(choice: RestoreChoice & { readonly restoreId: string }): Promise<Restored>;
  /** Lets go of the values that a preview holds. */
  forget(): void;
}

export function createBackupRestore(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  settings: SettingsStore,
): BackupRestore {
  const { backups, clock, newId } = ports;
  const projects = createProjectRestore(ports);
  const take = createApplyRestore(ports, inSequence, settings, projects);
  let last: { readonly pickedId: string; readonly path: string } | null = null;
  let held: OpenedBackup | null = null;
  let stopHolding = (): void => {};
  /** How often it was forgotten: a preview that comes too late is not held. */
  let forgotten = 0;

  function forget(): void {
    forgotten += 1;
    held = null;
    stopHolding();
  }

  return {
    picked(path) {
      last = { pickedId: newId(), path };
      return { pickedId: last.pickedId, file: fileNameOf(path) };
    },

    preview(pickedId, passphrase) {
      return inSequence('backup', async () => {
        if (last?.pickedId !== pickedId) throw vaultError('BACKUP_UNKNOWN');
        const { path } = last;
        forget();
        const asked = forgotten;
        const opened = await compareBackup(ports, fileNameOf(path), await backups.open(path, passphrase));
        const view = await viewOpened(ports.takeTurn, opened, projects, settings);
        if (forgotten !== asked) throw vaultError('BACKUP_UNKNOWN');
        held = opened;
        stopHolding = clock.after(heldMs, forget);
        return view;
      });
    },

    restore(choice) {
      return inSequence('backup', async () => {
        if (held?.restoreId !== choice.restoreId) throw vaultError('BACKUP_UNKNOWN');
        const restored = await take(held, choice);
        forget();
        return restored;
      });
    },

    forget,
  };
}
