import type { Ports, Selection } from './ports.ts';
import type { LeaseRecord } from './records.ts';
import { Secret } from './secret.ts';
import type { Serial } from './serial.ts';

export interface Leases {
  current(): LeaseRecord | null;
  /** The lease of a copy about to be made; stored with that copy's commit, so that a crash can't leave it behind. */
  prepare(keyId: string, fingerprint: string, seconds: number): LeaseRecord;
  /** The value is on the clipboard: its time runs, and is remembered as it is. */
  begin(lease: LeaseRecord): void;
  /** Takes the value off the clipboard now, where it is still ours. */
  end(): Promise<void>;
  /** The same, but only while this very lease is the current one. */
  endThis(lease: LeaseRecord): Promise<void>;
  /** A second copy took the clipboard: the first one's value leaves the selections that this did not overwrite. */
  leaveOthers(replaced: LeaseRecord): void;
}

/** The one owner of the time that a value spends on the clipboard (invariant 3). */
export function createLeases(ports: Ports, serial: Serial): Leases {
  const { store, clock, clipboard, fingerprints, changes } = ports;
  let stopTimer: () => void = () => {};

  async function isOurs(selection: Selection, fingerprint: string): Promise<boolean> {
    // The key for comparing may have to be fetched first: nothing may happen between this look and the clear.
    await fingerprints.of(new Secret(''));
    const held = await clipboard.read(selection);
    return held !== null && (await fingerprints.of(held)) === fingerprint;
  }

  /** Each selection is judged for itself: what somebody else put there stays. */
  async function clearOurs(lease: LeaseRecord, selections: readonly Selection[]): Promise<boolean> {
    let cleared = false;
    for (const selection of selections) {
      if (await isOurs(selection, lease.fingerprint)) {
        await clipboard.clear(selection);
        cleared = true;
      }
    }
    return cleared;
  }

  async function clear(lease: LeaseRecord): Promise<void> {
    const cleared = await clearOurs(lease, clipboard.selections);
    stopTimer();
    store.commit(() => {
      store.lease.set(null);
      if (!cleared) return;
      const subject = store.keys.find(lease.keyId)?.key.name ?? '';
      store.activity.append({ at: clock.now(), kind: 'clipboard-cleared', keyId: lease.keyId, subject, detail: '' });
    });
    changes.lease(null);
  }

  /** In line with copies, so that a value copied meanwhile is not taken for the old one. */
  function endIf(isMeant: (lease: LeaseRecord) => boolean): Promise<void> {
    return serial('clipboard', async () => {
      const lease = store.lease.get();
      if (lease !== null && isMeant(lease)) await clear(lease);
    });
  }

  const endThis = (meant: LeaseRecord): Promise<void> => endIf((lease) => lease.startedAt === meant.startedAt);

  return {
    current: () => store.lease.get(),
    prepare(keyId, fingerprint, seconds) {
      const now = clock.now();
      return { keyId, fingerprint, startedAt: now, endsAt: now + seconds * 1000 };
    },
    begin(lease) {
      stopTimer();
      store.lease.set(lease);
      const endWhenOver = (): void => {
        endThis(lease).catch(() => {
          // The keychain may be locked just now; the value must go all the same.
          stopTimer = clock.after(1000, endWhenOver);
        });
      };
      stopTimer = clock.after(lease.endsAt - clock.now(), endWhenOver);
      changes.lease(lease);
    },
    end: () => endIf(() => true),
    endThis,
    leaveOthers(replaced) {
      const others = clipboard.selections.filter((selection) => selection !== 'clipboard');
      void serial('clipboard', () => clearOurs(replaced, others)).catch(() => {
        // PRIMARY follows what the person selects; the clipboard itself holds the newer value already.
      });
    },
  };
}
