import { vaultError } from './errors.ts';
import { accountOf } from './kept-values.ts';
import { foldName } from './key-fields.ts';
import { findKey, type KeyView, viewOf } from './key-view.ts';
import type { Leases } from './leases.ts';
import type { Ports } from './ports.ts';
import type { LeaseRecord } from './records.ts';
import type { Secret } from './secret.ts';
import type { Serial } from './serial.ts';
import type { SettingsStore } from './settings.ts';

export interface Copying {
  /** Spends a grant and puts the value on the clipboard. @throws COPY_SPENT, VALUE_MISSING, CLIPBOARD_REFUSED, KEYCHAIN_* */
  copy(id: string): Promise<LeaseRecord>;
  /** Re-arms the grant, if the person agrees in main's own dialog. @throws NOT_CONFIRMED */
  allowOneMore(id: string): Promise<KeyView>;
}

export function createCopying(ports: Ports, serial: Serial, leases: Leases, settings: SettingsStore): Copying {
  const { store, clock, keychain, clipboard, changes } = ports;

  /** The grant is spent before the value shows, so that no crash gives a second copy (invariant 3). */
  function spend(id: string, lease: LeaseRecord): void {
    store.commit(() => {
      const { key, current } = findKey(store, id);
      if (key.copyPolicy === 'once') {
        if (current.grants < 1) throw vaultError('COPY_SPENT', { name: key.name });
        store.versions.update({ ...current, grants: current.grants - 1 });
      }
      store.keys.update({ ...key, lastUsedAt: lease.startedAt }, foldName(key.name));
      store.lease.set(lease);
      store.activity.append({ at: lease.startedAt, kind: 'copied', keyId: id, subject: key.name, detail: '' });
    });
  }

  /** The copy did not happen: the grant is there again, and an earlier value on the clipboard keeps its lease. */
  function giveBack(id: string, earlier: LeaseRecord | null): void {
    store.commit(() => {
      const { key, current } = findKey(store, id);
      if (key.copyPolicy === 'once') store.versions.update({ ...current, grants: current.grants + 1 });
      store.lease.set(earlier);
    });
  }

  async function put(value: Secret | null, name: string): Promise<void> {
    if (value === null) throw vaultError('VALUE_MISSING', { name });
    await clipboard.write(value);
    // Some systems ignore an unfocused program without a word (GNOME on Wayland).
    const held = await clipboard.read('clipboard');
    if (held?.reveal() !== value.reveal()) throw vaultError('CLIPBOARD_REFUSED');
  }

  return {
    copy(id) {
      // One clipboard: copies follow each other, whatever key they are of.
      return serial('clipboard', () =>
        serial(id, async () => {
          const { key, current } = findKey(store, id);
          const earlier = leases.current();
          const lease = leases.prepare(id, current.fingerprint, settings.get().leaseSeconds);
          // The keychain answers while the grant is committed: each waits for another part of the machine.
          const reading = keychain.read(accountOf(current));
          reading.catch(() => {});
          spend(id, lease);
          try {
            await put(await reading, key.name);
          } catch (error) {
            giveBack(id, earlier);
            throw error;
          }
          leases.begin(lease);
          changes.keys();
          if (earlier !== null) leases.leaveOthers(earlier);
          return lease;
        }),
      );
    },

    async allowOneMore(id) {
      const { name } = findKey(store, id).key;
      const agreed = await ports.consent.ask({
        message: `Allow one more copy of “${name}”?`,
        detail: 'It was copied once already. Each copy is one more place where the key may stay.',
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
