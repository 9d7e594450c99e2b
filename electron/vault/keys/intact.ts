import type { IsIntact, Ports } from '../ports.ts';
import type { VersionRecord } from '../records.ts';
import type { Store } from '../store-port.ts';
import { accountOf } from './value-store.ts';

/** The version whose value is kept under this account, also of a key in Trash; null: none. */
export function versionAt(store: Store, account: string): VersionRecord | null {
  const listed = store.keys.find(account.slice(0, account.lastIndexOf('/')));
  const versions = listed === null ? [] : [listed.current, listed.previous];
  return versions.find((one) => one !== null && accountOf(one) === account) ?? null;
}

/** Compares a value with the fingerprint of what was kept. Null where its key is gone, or the vault knows no such version. */
export function createIsIntact({ store, fingerprints }: Pick<Ports, 'store' | 'fingerprints'>): IsIntact {
  const keyNumber = (fingerprint: string): string => fingerprint.slice(0, fingerprint.indexOf(':'));
  return async (account, value) => {
    const version = versionAt(store, account);
    if (version === null) return null;
    const seen = await fingerprints.of(value, version.fingerprint);
    if (seen === version.fingerprint) return true;
    return keyNumber(seen) === keyNumber(version.fingerprint) ? false : null;
  };
}
