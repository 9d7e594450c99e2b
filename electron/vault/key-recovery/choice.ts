import { isVaultError } from '../errors.ts';
import { accountOf } from '../keys/value-store.ts';
import type { Ports } from '../ports.ts';
import type { KeyWithVersions, ValueRef } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { Store } from '../store-port.ts';
import { parseValue } from '../value.ts';

/** Which of the keychain's accounts are values that the database doesn't know, and which of them a key can take. */

/** Ids are letters and digits; other programs' accounts, and the fingerprint keys', are none of the vault's values. */
function parseAccount(account: string): ValueRef | null {
  const [, keyId, number] = /^([\w-]{1,64})\/([1-9]\d{0,8})$/.exec(account) ?? [];
  return keyId === undefined || keyId === 'fingerprint' ? null : { keyId, number: Number(number) };
}

/** Whether these are the accounts of the keychain that was asked before: the vault's own key is among them. */
export function isWholeList(accounts: readonly string[]): boolean {
  return accounts.some((account) => account.startsWith('fingerprint/'));
}

/** Values that are being written, or are to be removed, can't be recovered. */
function spokenFor(store: Store): ValueRef[] {
  return [...store.intents.all(), ...store.tombstones.all()];
}

export function isSpokenFor(store: Store, { keyId, number }: ValueRef): boolean {
  return spokenFor(store).some((ref) => ref.keyId === keyId && ref.number === number);
}

/** The unknown values' numbers by key id, highest first. Keys in Trash are left out. */
export function unknownValues(store: Store, accounts: readonly string[]): Map<string, number[]> {
  const kept = store.keys.listed().flatMap(({ current, previous }) => (previous ? [current, previous] : [current]));
  const known = new Set([...kept, ...spokenFor(store)].map(accountOf));
  const deleted = new Set(store.keys.deleted().map(({ key }) => key.id));
  const found = new Map<string, number[]>();
  for (const account of new Set(accounts)) {
    const ref = known.has(account) ? null : parseAccount(account);
    if (ref === null || deleted.has(ref.keyId)) continue;
    found.set(
      ref.keyId,
      [...(found.get(ref.keyId) ?? []), ref.number].sort((a, b) => b - a),
    );
  }
  return found;
}

/**
 * The numbers that a key has room for. Of an unknown key the two highest: its current and its previous value. Of a known
 * one the highest, if that is above the current one's or there is no previous one. `numbers`: highest first.
 */
export function takeable(listed: KeyWithVersions | null, numbers: readonly number[]): number[] {
  if (listed === null) return numbers.slice(0, 2);
  const { current, previous } = listed;
  const fits = (number: number): boolean => number > current.number || (previous === null && number < current.number);
  return numbers.slice(0, 1).filter(fits);
}

/** What a key could hold; null where there is no such value, or an unreadable one, which stays where it is. */
export async function readFit(ports: Ports, ref: ValueRef): Promise<Secret | null> {
  try {
    const value = await ports.keychain.read(accountOf(ref));
    if (value !== null) parseValue(value.reveal(), ports.valueLimit);
    return value;
  } catch (error) {
    if (!isVaultError(error) || !/^(KEYCHAIN_FAILED|VALUE_.*)$/.test(error.code)) throw error;
    // Whether it is this value alone, or the keychain.
    await ports.fingerprints.probe();
    return null;
  }
}
