import { fileNameOf } from '../backup-content.ts';
import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { Secret } from '../secret.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { lookInto, type OpenedBackup, type RestoreView, viewOpened } from './opened.ts';
import { createProjectRestoring } from './projects.ts';
import { createTaking, type RestoreChoice, type Restored } from './taking.ts';

/** How long an opened backup's values are held for a choice that doesn't come. */
const heldMs = 10 * 60 * 1000;

export interface Restoring {
  /** Remembers a file that the person picked; the window names it by this id alone (invariant 2). */
  picked(path: string): { pickedId: string; file: string };
  /** What the backup holds beside what is here; changes nothing. @throws BACKUP_*, KEYCHAIN_* */
  preview(pickedId: string, passphrase: Secret): Promise<RestoreView>;
  /** Takes what was chosen of it. @throws BACKUP_UNKNOWN where that preview is over; what `createTaking` says */
  restore(choice: RestoreChoice & { readonly restoreId: string }): Promise<Restored>;
  /** Lets go of the values that a preview holds. */
  forget(): void;
}

export function createRestoring(ports: VaultPorts, inSequence: KeyedSequencer, settings: SettingsStore): Restoring {
  const { backups, clock, newId } = ports;
  const projects = createProjectRestoring(ports);
  const take = createTaking(ports, inSequence, settings, projects);
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
        const opened = await lookInto(ports, fileNameOf(path), await backups.open(path, passphrase));
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
