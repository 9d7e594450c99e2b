import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { KeyRecord, LeaseRecord, VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { isGuessable } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { foldName } from './key-fields.ts';
import { askedKey, isStillAsked } from './key-question.ts';
import { findKey, type KeyView, viewOf } from './key-view.ts';
import type { Leases } from './leases.ts';
import { readVersion } from './value-store.ts';

export interface Copying {
  /**
   * Consumes a grant and puts the value on the clipboard.
   * @throws COPY_SPENT, VALUE_MISSING, CLIPBOARD_REFUSED, CLOSING, VAULT_LOCKED, KEYCHAIN_*
   */
  copy(id: string): Promise<LeaseRecord>;
  /** Re-arms the grant, if the person agrees in main's own dialog. @throws NOT_CONFIRMED */
  allowOneMore(id: string): Promise<KeyView>;
  /** From now on nothing is copied: the clipboard is about to be cleared permanently. */
  stop(): void;
}

const mostRefunds = 3;
const refundMinuteMs = 60_000;

/** How many grants a copy takes. */
function grantsRequired({ copyPolicy }: KeyRecord): number {
  return copyPolicy === 'once' ? 1 : 0;
}

export function createCopying(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  leases: Leases,
  settings: SettingsStore,
  isLocked: () => boolean,
): Copying {
  const { store, clock, clipboard, changes } = ports;
  let stopped = false;
  let refunds: number[] = [];

  /**
   * The grant is spent before the value shows, so that no crash gives a second copy (invariant 3). So are those of other
   * keys that hold the very value, unless it could be guessed: they would tell that it is the same. Returns the versions whose
   * grants that took, as they were.
   */
  function consumeGrants(id: string, value: Secret, lease: LeaseRecord): VersionRecord[] {
    return store.commit(() => {
      const { key, current } = findKey(store, id);
      const required = grantsRequired(key);
      if (current.grants < required) throw vaultError('COPY_SPENT', { name: key.name });
      const alike = isGuessable(value) ? [current] : store.versions.ofFingerprint(current.fingerprint);
      const consumed = alike.filter(({ grants }) => required > 0 && grants > 0);
      for (const version of consumed) store.versions.update({ ...version, grants: 0 });
      store.keys.update({ ...key, lastUsedAt: lease.startedAt }, foldName(key.name));
      store.lease.set(lease);
      store.activity.append({ at: lease.startedAt, kind: 'copied', keyId: id, subject: key.name, detail: '' });
      return consumed;
    });
  }

  /** A page that overwrites each copy at once would make a value show as often as it likes: a few in a minute are refunded. */
  function mayRefund(): boolean {
    const now = clock.now();
    refunds = refunds.filter((at) => now - at < refundMinuteMs);
    refunds.push(now);
    return refunds.length <= mostRefunds;
  }

  /** The copy did not happen: the grants are there again, and an earlier value on the clipboard keeps its lease. */
  function refundGrants(consumed: readonly VersionRecord[], earlier: LeaseRecord | null): void {
    const refunded = mayRefund() ? consumed : [];
    store.commit(() => {
      for (const { keyId, number, fingerprint, grants } of refunded) {
        const now = store.versions
          .ofFingerprint(fingerprint)
          .find((one) => one.keyId === keyId && one.number === number);
        if (now !== undefined) store.versions.update({ ...now, grants });
      }
      store.lease.set(earlier);
    });
  }

  /**
   * Whether the system passed the write over without a word, as GNOME on Wayland does with an unfocused program: then the
   * clipboard holds what it held before. Anything else counts as copied, or a value could be there without a lease. A value
   * that could be guessed is not compared: a page that put a guess there would hear whether it was right.
   */
  async function wasIgnored(value: Secret, before: Secret | null): Promise<boolean> {
    if (isGuessable(value)) return false;
    try {
      const held = (await clipboard.read('clipboard'))?.reveal();
      return held !== value.reveal() && held === before?.reveal();
    } catch (error) {
      ports.diagnostics.report('clipboard', error);
      return false;
    }
  }

  /** Asked again before a value shows: a lock or a quit may have come while the keychain was busy. */
  function assertStillAllowed(): void {
    if (stopped) throw vaultError('CLOSING');
    if (isLocked()) throw vaultError('VAULT_LOCKED');
  }

  /** In line with what else touches the clipboard: a clear that a lock asks for comes after this, or before it. */
  async function writeUnderLease(id: string, { fingerprint }: VersionRecord, value: Secret, before: Secret | null) {
    assertStillAllowed();
    const earlier = leases.current();
    const { leaseSeconds } = settings.get();
    const consumed = consumeGrants(id, value, leases.prepare(id, fingerprint, leaseSeconds));
    try {
      await clipboard.write(value);
      if (await wasIgnored(value, before)) throw vaultError('CLIPBOARD_REFUSED');
    } catch (error) {
      refundGrants(consumed, earlier);
      throw error;
    }
    // The time counts from when the value is there, however long that took.
    const lease = leases.prepare(id, fingerprint, leaseSeconds);
    leases.begin(lease);
    changes.keys([id, ...consumed.flatMap(({ keyId }) => (keyId === id ? [] : [keyId]))]);
    if (earlier !== null) leases.leaveOthers(earlier);
    return lease;
  }

  /** What is there before a copy; null also where that can't be read: then a write that was passed over counts as a copy. */
  async function readBefore(): Promise<Secret | null> {
    try {
      return await clipboard.read('clipboard');
    } catch (error) {
      ports.diagnostics.report('clipboard', error);
      return null;
    }
  }

  async function copyNow(id: string): Promise<LeaseRecord> {
    assertStillAllowed();
    const { key, current } = findKey(store, id);
    if (current.grants < grantsRequired(key)) throw vaultError('COPY_SPENT', { name: key.name });
    // Before anything is spent: a keychain that is locked, hangs or has no such value leaves all as it is.
    const reading = [readVersion(ports, current), readBefore()] as const;
    const [{ value, version }, before] = await Promise.all(reading);
    return inSequence('clipboard', () => writeUnderLease(id, version, value, before));
  }

  return {
    // One clipboard: copies follow each other, whatever key they are of. A clear waits for no keychain.
    copy: (id) => inSequence('copy', () => inSequence(id, () => copyNow(id))),
    stop() {
      stopped = true;
    },

    async allowOneMore(id) {
      const listed = findKey(store, id);
      const { name } = listed.key;
      const facts = { key: askedKey(ports, listed) };
      if (!(await ports.consent.ask({ kind: 'copyOnceMore', facts }))) throw vaultError('NOT_CONFIRMED');
      store.commit(() => {
        const now = findKey(store, id);
        if (!isStillAsked(listed, now)) throw vaultError('NOT_CONFIRMED');
        store.versions.update({ ...now.current, grants: 1 });
        store.activity.append({ at: clock.now(), kind: 'allowed-copy', keyId: id, subject: name, detail: '' });
      });
      changes.keys([id]);
      return viewOf(findKey(store, id));
    },
  };
}
