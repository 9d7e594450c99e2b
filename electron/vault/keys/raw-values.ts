import { vaultError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { VersionRecord } from '../records.ts';
import { nameSome } from '../shown-text.ts';
import type { RawValuesRecord } from '../store-port.ts';
import { createIsIntact, versionAt } from './intact.ts';
import { accountOf } from './value-store.ts';

/**
 * Earlier versions kept values in the keychain as they are, in which some keyrings change line breaks, backslashes and blanks at
 * an end. Each value of before is looked at once, and encoded where it needs it.
 */
export interface RawValues {
  /** Does what can be done now; nobody is asked. What waits is tried again at the next call. @throws KEYCHAIN_* */
  check(): Promise<void>;
  /** Names the keys whose current value the keychain changed before it was encoded. */
  damaged(): { keyId: string; name: string }[];
}

type Stores = Pick<Ports, 'store' | 'keychain' | 'fingerprints' | 'changes' | 'takeTurn'>;

export function createRawValues({ store, keychain, fingerprints, changes, takeTurn }: Stores): RawValues {
  let running: Promise<void> | null = null;

  function versions(): VersionRecord[] {
    const keys = [...store.keys.listed(), ...store.keys.deleted()];
    return keys.flatMap(({ current, previous }) => (previous === null ? [current] : [current, previous]));
  }

  const isIntact = createIsIntact({ store, fingerprints });

  async function checkNow(): Promise<void> {
    // A vault that has no row yet may have been filled by an earlier version.
    const before = store.rawValues.get() ?? { waiting: versions().map(accountOf), damaged: [] };
    const done = new Set<string>();
    const damaged = new Set<string>();
    try {
      for (const account of before.waiting) {
        await takeTurn();
        const outcome = versionAt(store, account) === null ? 'harmless' : await keychain.encodeRaw(account, isIntact);
        if (outcome === 'changed') damaged.add(account);
        if (outcome !== 'waits') done.add(account);
      }
    } finally {
      learn(before, { done, damaged });
    }
  }

  /** What was recovered or restored meanwhile waits in the row, too. */
  function learn(before: RawValuesRecord, { done, damaged }: { done: Set<string>; damaged: Set<string> }): void {
    const now = store.rawValues.get();
    const waiting = (now ?? before).waiting.filter((account) => !done.has(account));
    const known = now?.damaged ?? [];
    if (now !== null && done.size === 0) return;
    store.rawValues.set({ waiting, damaged: [...new Set([...known, ...damaged])] });
    const names = namesOf([...damaged].filter((account) => !known.includes(account)));
    if (names.length > 0)
      changes.failed(vaultError('VALUES_DAMAGED', { names: nameSome(names.map(({ name }) => name)) }));
  }

  /** Of keys that are in use, and have this as their current value still. */
  function namesOf(accounts: readonly string[]): { keyId: string; name: string }[] {
    return accounts.flatMap((account) => {
      const listed = store.keys.find(versionAt(store, account)?.keyId ?? '');
      if (listed === null || listed.key.deletedAt !== null || accountOf(listed.current) !== account) return [];
      return [{ keyId: listed.key.id, name: listed.key.name }];
    });
  }

  return {
    check() {
      running ??= checkNow().finally(() => {
        running = null;
      });
      return running;
    },
    damaged: () => namesOf(store.rawValues.get()?.damaged ?? []),
  };
}

/** Whether the keychain was found to have changed this version's value. */
export function isDamaged(store: Ports['store'], version: VersionRecord): boolean {
  return store.rawValues.get()?.damaged.includes(accountOf(version)) ?? false;
}

/** A value that this version did not write is looked at as one of before. Within the commit that takes it. */
export function noteForeignValue(store: Ports['store'], version: VersionRecord): void {
  const now = store.rawValues.get();
  // Without a row every value waits.
  if (now !== null) store.rawValues.set({ ...now, waiting: [...new Set([...now.waiting, accountOf(version)])] });
}
