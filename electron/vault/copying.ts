import { vaultError } from './errors.ts';
import { accountOf } from './kept-values.ts';
import { foldName } from './key-fields.ts';
import { findKey, identify, type KeyView, viewOf } from './key-view.ts';
import type { Leases } from './leases.ts';
import type { Ports } from './ports.ts';
import type { LeaseRecord } from './records.ts';
import type { Secret } from './secret.ts';
import type { Serial } from './serial.ts';
import type { SettingsStore } from './settings.ts';

export interface Copying {
  /**
   * Spends a grant and puts the value on the clipboard.
   * @throws COPY_SPENT, VALUE_MISSING, CLIPBOARD_REFUSED, CLOSING, KEYCHAIN_*
   */
  copy(id: string): Promise<LeaseRecord>;
  /** Re-arms the grant, if the person agrees in main's own dialog. @throws NOT_CONFIRMED */
  allowOneMore(id: string): Promise<KeyView>;
  /** From now on nothing is copied: the clipboard is about to be cleared for good. */
  stop(): void;
}

export function createCopying(ports: Ports, serial: Serial, leases: Leases, settings: SettingsStore): Copying {
  const { store, clock, keychain, clipboard, changes } = ports;
  let stopped = false;

  /**
   * The grant is spent before the value shows, so that no crash gives a second copy (invariant 3). Gives how many grants
   * that took.
   */
  function spend(id: string, lease: LeaseRecord): number {
    return store.commit(() => {
      const { key, current } = findKey(store, id);
      const price = key.copyPolicy === 'once' ? 1 : 0;
      if (current.grants < price) throw vaultError('COPY_SPENT', { name: key.name });
      store.versions.update({ ...current, grants: current.grants - price });
      store.keys.update({ ...key, lastUsedAt: lease.startedAt }, foldName(key.name));
      store.lease.set(lease);
      store.activity.append({ at: lease.startedAt, kind: 'copied', keyId: id, subject: key.name, detail: '' });
      return price;
    });
  }

  /** The copy did not happen: the grant is there again, and an earlier value on the clipboard keeps its lease. */
  function giveBack(id: string, price: number, earlier: LeaseRecord | null): void {
    store.commit(() => {
      const { current } = findKey(store, id);
      store.versions.update({ ...current, grants: Math.min(1, current.grants + price) });
      store.lease.set(earlier);
    });
  }

  /**
   * Whether the system passed the write over without a word, as GNOME on Wayland does with an unfocused program: then the
   * clipboard holds what it held before. Anything else counts as copied, or a value could be there without a lease.
   */
  async function wasIgnored(value: Secret, before: Secret | null): Promise<boolean> {
    try {
      const held = (await clipboard.read('clipboard'))?.reveal();
      return held !== value.reveal() && held === before?.reveal();
    } catch {
      return false;
    }
  }

  async function put(value: Secret | null, before: Secret | null, name: string): Promise<void> {
    if (value === null) throw vaultError('VALUE_MISSING', { name });
    await clipboard.write(value);
    if (await wasIgnored(value, before)) throw vaultError('CLIPBOARD_REFUSED');
  }

  async function copyNow(id: string): Promise<LeaseRecord> {
    if (stopped) throw vaultError('CLOSING');
    const { key, current } = findKey(store, id);
    const earlier = leases.current();
    const { leaseSeconds } = settings.get();
    // The keychain and the clipboard answer while the grant is committed: each waits for another part of the machine.
    const reading = Promise.all([keychain.read(accountOf(current)), clipboard.read('clipboard').catch(() => null)]);
    reading.catch(() => {});
    const price = spend(id, leases.prepare(id, current.fingerprint, leaseSeconds));
    try {
      const [value, before] = await reading;
      await put(value, before, key.name);
    } catch (error) {
      giveBack(id, price, earlier);
      throw error;
    }
    // The time counts from when the value is there, however long the keychain took.
    const lease = leases.prepare(id, current.fingerprint, leaseSeconds);
    leases.begin(lease);
    changes.keys();
    if (earlier !== null) leases.leaveOthers(earlier);
    return lease;
  }

  return {
    // One clipboard: copies follow each other, whatever key they are of.
    copy: (id) => serial('clipboard', () => serial(id, () => copyNow(id))),
    stop() {
      stopped = true;
    },

    async allowOneMore(id) {
      const listed = findKey(store, id);
      const { name } = listed.key;
      const agreed = await ports.consent.ask({
        message: `Allow one more copy of “${name}”?`,
        detail: `${identify(listed)}It was copied once already. Each copy is one more place where the key may stay.`,
        action: 'Allow one copy',
      });
      if (!agreed) throw vaultError('NOT_CONFIRMED');
      store.commit(() => {
        store.versions.update({ ...findKey(store, id).current, grants: 1 });
        store.activity.append({ at: clock.now(), kind: 'allowed-copy', keyId: id, subject: name, detail: '' });
      });
      changes.keys();
      return viewOf(findKey(store, id));
    },
  };
}
