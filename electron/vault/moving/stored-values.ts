import { labelOf } from '../keys/key-label.ts';
import { accountOf } from '../keys/value-store.ts';
import type { Ports, ReadOutcome } from '../ports.ts';
import type { KeyWithVersions, VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';

/** Read and written together. */
export const atOnce = 100;

/** A value that the database names: a version's, or a key of the fingerprints. */
export interface StoredValue {
  readonly account: string;
  /** What people see of it in other programs. */
  readonly label: string | undefined;
  /** null: a key of the fingerprints. */
  readonly version: VersionRecord | null;
  /** What the person knows it by. */
  readonly name: string;
}

/** Every value that the database names, in Trash too: first what fingerprints are made with, by which a keychain is known again. */
export function storedValues({
  store,
  fingerprints,
  detection,
}: Pick<Ports, 'store' | 'fingerprints' | 'detection'>): StoredValue[] {
  const keys: StoredValue[] = fingerprints
    .accounts()
    .map((account) => ({ account, label: undefined, version: null, name: account }));
  const ofKey = ({ key, current, previous }: KeyWithVersions): StoredValue[] =>
    (previous === null ? [current] : [current, previous]).map((version) => ({
      account: accountOf(version),
      label: labelOf(key, detection),
      version,
      name: key.name,
    }));
  return [...keys, ...[...store.keys.listed(), ...store.keys.deleted()].flatMap(ofKey)];
}

export function isSame(one: Secret | null, other: Secret | null): boolean {
  return one !== null && other !== null && one.reveal() === other.reveal();
}

/** Slices of a list that are read and written together. */
export function slicesOf<T>(list: readonly T[], size = atOnce): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

/** What was read of an account; null: nothing is there. @throws why it can't be read */
export function valueIn(outcomes: ReadonlyMap<string, ReadOutcome>, account: string): Secret | null {
  const outcome = outcomes.get(account);
  if (outcome === undefined) return null;
  if (!outcome.ok) throw outcome.error;
  return outcome.value;
}
