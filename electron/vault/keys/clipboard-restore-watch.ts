import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { Ports } from '../ports.ts';
import type { LeaseRecord } from '../records.ts';

/** What the watch needs of the one owner of the clipboard. */
export interface KeptSteps {
  isBack(lease: LeaseRecord): Promise<boolean>;
  clear(lease: LeaseRecord): Promise<unknown>;
  /** Whether a person may be told that it is back: of one that could be guessed a page would hear that it was right. */
  mayTell(lease: LeaseRecord): boolean;
}

/** Pauses before each look, in ms: most managers answer an empty clipboard at once, some on their next round. */
const pauses = [1_000, 2_000];

/**
 * Looks for a while whether a value that was just cleared comes back, as from a clipboard manager that skips nothing. Then
 * it is cleared again; if it comes again, the person is told, who alone can empty that manager's history.
 */
export function createClipboardRestoreWatch(
  { clock, store, changes, diagnostics }: Pick<Ports, 'clock' | 'store' | 'changes' | 'diagnostics'>,
  inSequence: KeyedSequencer,
  { isBack, clear, mayTell }: KeptSteps,
): (lease: LeaseRecord) => void {
  function look(lease: LeaseRecord, again: boolean, [pause, ...later]: readonly number[]): void {
    if (pause === undefined) return;
    clock.after(pause, () => {
      inSequence('clipboard', async () => {
        if (!(await isBack(lease))) look(lease, again, later);
        else if (again) {
          if (mayTell(lease)) changes.failed(vaultError('CLIPBOARD_KEPT', { name: nameOf(lease) }));
        } else {
          await clear(lease);
          look(lease, true, pauses);
        }
        // It can't be read just now: nothing was seen.
      }).catch((error: unknown) => diagnostics.report('clipboard', error));
    });
  }

  function nameOf({ keyId }: LeaseRecord): string {
    return store.keys.find(keyId)?.key.name ?? 'a deleted key';
  }

  return (lease) => look(lease, false, pauses);
}
