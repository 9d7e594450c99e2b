import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { Ports, Selection } from '../ports.ts';
import type { LeaseRecord } from '../records.ts';
import { Secret } from '../secret.ts';
import { createClipboardRestoreWatch } from './clipboard-restore-watch.ts';

export interface Leases {
  current(): LeaseRecord | null;
  /** The lease of a copy about to be made; stored with that copy's commit, so that a crash can't leave it behind. */
  prepare(keyId: string, fingerprint: string, seconds: number): LeaseRecord;
  /** The value is on the clipboard: its time runs, and is remembered as it is. */
  begin(lease: LeaseRecord): void;
  /** Takes the value off the clipboard now, where it is still ours; gives whether it was. */
  end(): Promise<boolean>;
  /** The same, but only while this very lease is the current one. */
  endThis(lease: LeaseRecord): Promise<boolean>;
  /** A second copy took the clipboard: the first one's value leaves the selections that this did not overwrite. */
  leaveOthers(replaced: LeaseRecord): void;
}

const againMs = 1_000;

/** The one owner of the time that a value spends on the clipboard (invariant 3). */
export function createLeases(ports: Ports, inSequence: KeyedSequencer): Leases {
  const { store, clock, clipboard, fingerprints, changes, diagnostics } = ports;
  const report = (error: unknown): void => diagnostics.report('clipboard', error);
  /** The lease whose time runs here; one that a crash left has none. */
  let running: LeaseRecord | null = null;
  let stopTimer: () => void = () => {};
  const leftAt = store.lease.get()?.startedAt ?? null;

  /**
   * A lease that a crash left was perhaps committed before its value took the clipboard from an earlier copy's: then any
   * value of the vault is ours.
   */
  async function isOurs(selection: Selection, { fingerprint, startedAt }: LeaseRecord): Promise<boolean> {
    const isLeft = startedAt === leftAt;
    // The key for comparing may have to be fetched first: nothing may happen between this look and the clear.
    await fingerprints.of(new Secret(''), fingerprint);
    const held = await clipboard.read(selection);
    if (held === null) return false;
    const found = await fingerprints.of(held, fingerprint);
    return found === fingerprint || (isLeft && store.versions.fewestGrants(found) !== null);
  }

  /** Each selection is judged for itself: what somebody else put there stays. */
  async function clearOurs(lease: LeaseRecord, selections: readonly Selection[]): Promise<boolean> {
    let cleared = false;
    for (const selection of selections) {
      if (await isOurs(selection, lease)) {
        await clipboard.clear(selection);
        cleared = true;
      }
    }
    return cleared;
  }

  async function isBack(lease: LeaseRecord): Promise<boolean> {
    // Copied again, it is there by right.
    if (store.lease.get()?.fingerprint === lease.fingerprint) return false;
    for (const selection of clipboard.selections) if (await isOurs(selection, lease)) return true;
    return false;
  }

  const watchKept = createClipboardRestoreWatch(ports, inSequence, {
    isBack,
    clear: (lease) => clearOurs(lease, clipboard.selections),
    mayTell: (lease) => !couldBeGuessed(lease),
  });

  /** A page puts a guess on the clipboard and ends the lease: that it was cleared would tell that the guess was right. */
  function couldBeGuessed({ keyId, fingerprint }: LeaseRecord): boolean {
    const listed = store.keys.find(keyId);
    const copied = [listed?.current, listed?.previous].find((version) => version?.fingerprint === fingerprint);
    return (copied?.last4 ?? null) === null;
  }

  async function clear(lease: LeaseRecord): Promise<boolean> {
    const cleared = await clearOurs(lease, clipboard.selections);
    stopTimer();
    running = null;
    store.commit(() => {
      store.lease.set(null);
      if (!cleared || couldBeGuessed(lease)) return;
      const subject = store.keys.find(lease.keyId)?.key.name ?? '';
      store.activity.append({ at: clock.now(), kind: 'clipboard-cleared', keyId: lease.keyId, subject, detail: '' });
    });
    changes.lease(null);
    if (cleared) watchKept(lease);
    return cleared;
  }

  /** In line with what else touches the clipboard, so that a value copied meanwhile is not taken for the old one. */
  function endIf(isMeant: (lease: LeaseRecord) => boolean): Promise<boolean> {
    return inSequence('clipboard', async () => {
      const lease = store.lease.get();
      if (lease === null || !isMeant(lease)) return false;
      try {
        return await clear(lease);
      } catch (error) {
        // Another program may hold the clipboard just now; the value must go all the same.
        if (running?.startedAt === lease.startedAt) endAfter(lease, againMs);
        throw error;
      }
    });
  }

  const endThis = (meant: LeaseRecord): Promise<boolean> => endIf((lease) => lease.startedAt === meant.startedAt);

  function endAfter(lease: LeaseRecord, ms: number): void {
    stopTimer();
    stopTimer = clock.after(ms, () => {
      // It is tried again by then.
      endThis(lease).catch(report);
    });
  }

  return {
    current: () => store.lease.get(),
    prepare(keyId, fingerprint, seconds) {
      const now = clock.now();
      return { keyId, fingerprint, startedAt: now, endsAt: now + seconds * 1000 };
    },
    begin(lease) {
      running = lease;
      store.lease.set(lease);
      endAfter(lease, lease.endsAt - clock.now());
      changes.lease(lease);
    },
    end: () => endIf(() => true),
    endThis,
    leaveOthers(replaced) {
      const others = clipboard.selections.filter((selection) => selection !== 'clipboard');
      // PRIMARY follows what the person selects; the clipboard itself holds the newer value already.
      inSequence('clipboard', () => clearOurs(replaced, others)).catch(report);
    },
  };
}
