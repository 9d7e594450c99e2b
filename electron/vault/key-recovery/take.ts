import { vaultError } from '../errors.ts';
import { eraseOrWait } from '../keys/erasure.ts';
import { foldName, type KeyFields } from '../keys/key-fields.ts';
import { asPrevious, graceEnd, markForErasure } from '../keys/versions.ts';
import type { KeyWithVersions, VersionRecord } from '../records.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { last4Of } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { isSpokenFor, readFit, takeable } from './choice.ts';
import type { FoundEntry } from './scan.ts';

/** A value just found again is not erased before a person could look at it, however short the grace is set. */
const leastGraceDays = 7;

/** Takes one key's found values where they are: one commit. Returns how many; only in line with what else is done to it. */
export function createTake(ports: VaultPorts, settings: SettingsStore) {
  const { store, fingerprints, clock, trustedTime } = ports;

  const endOfGrace = (): number =>
    graceEnd({ now: trustedTime.forStart(), graceDays: Math.max(settings.get().graceDays, leastGraceDays) });

  /** How often a found value was copied nobody knows: it counts as copied. */
  async function current(keyId: string, number: number): Promise<VersionRecord[]> {
    const value = await readFit(ports, { keyId, number });
    if (value === null) return [];
    const now = clock.now();
    return [
      {
        keyId,
        number,
        state: 'current',
        last4: last4Of(value),
        fingerprint: await fingerprints.of(value),
        grants: 0,
        createdAt: now,
        currentSince: now,
        graceEndsAt: null,
        missing: false,
      },
    ];
  }

  function log(keyId: string, subject: string, detail: string): void {
    store.activity.append({ at: clock.now(), kind: 'recovered', keyId, subject, detail });
  }

  function addKey(keyId: string, fields: KeyFields, [newest, older]: VersionRecord[]): number {
    if (newest === undefined) return 0;
    const now = clock.now();
    return store.commit(() => {
      if (store.keys.idByFoldedName(foldName(fields.name)) !== null)
        throw vaultError('NAME_TAKEN', { name: fields.name });
      const times = { createdAt: now, updatedAt: now, lastUsedAt: null, deletedAt: null };
      store.keys.insert({ ...fields, id: keyId, pinned: false, ...times }, foldName(fields.name));
      store.versions.insert(newest);
      if (older !== undefined) store.versions.insert(asPrevious(older, endOfGrace()));
      log(keyId, fields.name, older === undefined ? '' : 'with its previous value');
      return older === undefined ? 1 : 2;
    });
  }

  /** Returns the version that had to go, where the key had two already. */
  function addVersion({ key, current: now, previous }: KeyWithVersions, found: VersionRecord): VersionRecord | null {
    const isNewer = found.number > now.number;
    return store.commit(() => {
      if (isNewer && previous !== null) markForErasure(store, previous);
      if (isNewer) store.versions.update(asPrevious(now, endOfGrace()));
      store.versions.insert(isNewer ? found : asPrevious(found, endOfGrace()));
      log(key.id, key.name, isNewer ? 'a later value' : 'its previous value');
      return isNewer ? previous : null;
    });
  }

  /** `fields`: of a key that the vault doesn't know; null: it does. */
  return async function take({ keyId, numbers }: FoundEntry, fields: KeyFields | null): Promise<number> {
    const found: VersionRecord[] = [];
    for (const number of takeable(store.keys.find(keyId), numbers)) found.push(...(await current(keyId, number)));
    // From here on nothing is waited for until the commit.
    const listed = store.keys.find(keyId);
    const free = found.filter((version) => !isSpokenFor(store, version));
    if (listed === null && fields !== null) return addKey(keyId, fields, free);
    if (listed === null || fields !== null || listed.key.deletedAt !== null) throw vaultError('RECOVERY_UNKNOWN');
    const fitting = free.find(({ number }) => takeable(listed, [number]).length > 0);
    if (fitting === undefined) return 0;
    const gone = addVersion(listed, fitting);
    if (gone !== null) await eraseOrWait(ports, [gone]);
    return 1;
  };
}
