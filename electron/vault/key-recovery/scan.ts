import { vaultError } from '../errors.ts';
import { nameLike } from '../keys/free-name.ts';
import { foldName } from '../keys/key-fields.ts';
import { accountOf } from '../keys/value-store.ts';
import type { Ports } from '../ports.ts';
import type { KeyWithVersions, VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import { last4Of } from '../value.ts';
import { isWholeList, readFit, takeable, unknownValues } from './choice.ts';

/** A value that was found, by what tells whether it can still be taken. */
export interface FoundEntry {
  readonly keyId: string;
  /** Highest first. */
  readonly numbers: readonly number[];
  readonly isKnown: boolean;
  readonly provider: string;
}

export interface FoundView {
  entryId: string;
  /** The key here that this is another value of; null: a key that the vault doesn't know. */
  nameHere: string | null;
  label: string;
  provider: string;
  name: string;
  envVar: string;
  last4: string | null;
  values: number;
}

export interface ScanResult {
  readonly found: readonly { readonly entry: FoundEntry; readonly view: FoundView }[];
  /** Keys whose current value the keychain doesn't hold. */
  readonly missing: readonly KeyWithVersions[];
}

/** Names proposed so far, and how many of each kind: a thousand keys of one provider must not each try a thousand names. */
interface GivenNames {
  readonly folded: Set<string>;
  readonly counts: Map<string, number>;
}

const unrecognised = { provider: '', label: '', name: 'Recovered key', envVar: 'API_KEY' };

function versionsOf({ current, previous }: KeyWithVersions): VersionRecord[] {
  return previous === null ? [current] : [current, previous];
}

/** Looks through the keychain: see `KeyRecovery`. */
export function createScan(ports: Ports): () => Promise<ScanResult> {
  const { store, keychain, detection, changes } = ports;

  function freeFor(wanted: string, given: GivenNames): string {
    for (let count = given.counts.get(wanted) ?? 0; ; count += 1) {
      const name = nameLike(wanted, 'recovered', count);
      const folded = foldName(name);
      if (given.folded.has(folded) || store.keys.idByFoldedName(folded) !== null) continue;
      given.folded.add(folded);
      given.counts.set(wanted, count + 1);
      return name;
    }
  }

  async function look(keyId: string, held: readonly number[], given: GivenNames): Promise<ScanResult['found']> {
    const numbers: number[] = [];
    let newest: Secret | null = null;
    for (const number of held) {
      const value = await readFit(ports, { keyId, number });
      if (value === null) continue;
      newest ??= value;
      numbers.push(number);
    }
    const listed = store.keys.find(keyId);
    if (newest === null || takeable(listed, numbers).length === 0) return [];
    // A value of its own: an assignment in it is a part of it.
    const detected = detection.detect(newest);
    const { provider, label, name, envVar } =
      detected.kind === 'secret' && detected.variable === '' ? detected : unrecognised;
    const view = {
      entryId: ports.newId(),
      nameHere: listed?.key.name ?? null,
      label,
      provider,
      name: listed?.key.name ?? freeFor(name, given),
      envVar: listed?.key.envVar ?? envVar,
      last4: last4Of(newest),
      values: numbers.length,
    };
    return [{ entry: { keyId, numbers, isKnown: listed !== null, provider }, view }];
  }

  /** `before`: the keys as they were before the keychain was asked; what came since says nothing. */
  function learnMissing(before: readonly KeyWithVersions[], accounts: ReadonlySet<string>): KeyWithVersions[] {
    const asked = new Set(before.flatMap(versionsOf).map(accountOf));
    const isAsked = (version: VersionRecord): boolean => asked.has(accountOf(version));
    const isMissing = (version: VersionRecord): boolean => !accounts.has(accountOf(version));
    const now = store.keys.listed();
    const changed = now.flatMap(versionsOf).filter((one) => isAsked(one) && one.missing !== isMissing(one));
    if (changed.length > 0) {
      store.commit(() => {
        for (const version of changed) store.versions.update({ ...version, missing: !version.missing });
      });
      changes.keys();
    }
    return now.filter(({ current }) => isAsked(current) && isMissing(current));
  }

  return async function scan() {
    const before = store.keys.listed();
    const accounts = await keychain.accounts();
    if (!isWholeList(accounts)) throw vaultError('KEYCHAIN_FAILED', { reason: 'it does not list what it holds' });
    const missing = learnMissing(before, new Set(accounts));
    const given: GivenNames = { folded: new Set(), counts: new Map() };
    const found: ScanResult['found'][number][] = [];
    for (const [keyId, numbers] of unknownValues(store, accounts)) found.push(...(await look(keyId, numbers, given)));
    return { found, missing };
  };
}
