import { vaultError } from '../errors.ts';
import { accountOf } from '../keys/value-store.ts';
import type { KeychainItem, Ports } from '../ports.ts';
import type { KeyWithVersions, VersionRecord } from '../records.ts';
import { isWholeList, takeable, unknownValues } from './choice.ts';
import { createProposals, type Proposal } from './proposals.ts';
import { findSpare, type SpareItem } from './spare-items.ts';

/** A value that was found, by what tells whether it can still be taken. */
export interface FoundEntry {
  readonly keyId: string;
  /** Highest first. */
  readonly numbers: readonly number[];
  /** Null for another value of a key that is here. */
  readonly proposed: Proposal | null;
}

export interface FoundView {
  entryId: string;
  /** The key here that this is another value of; null: a key that the vault doesn't know. */
  nameHere: string | null;
  provider: string;
  name: string;
  envVar: string;
  /** When the newest was last changed, ms since the epoch; null: the keychain doesn't say. */
  changedAt: number | null;
  values: number;
}

export interface ScanResult {
  readonly found: readonly { readonly entry: FoundEntry; readonly view: FoundView }[];
  /** Keys whose current value the keychain doesn't hold. */
  readonly missing: readonly KeyWithVersions[];
  readonly spare: readonly SpareItem[];
}

function versionsOf({ current, previous }: KeyWithVersions): VersionRecord[] {
  return previous === null ? [current] : [current, previous];
}

/** Looks through the keychain: see `KeyRecovery`. By names and labels alone: no value is read. */
export function createScan(ports: Ports): () => Promise<ScanResult> {
  const { store, keychain, changes } = ports;

  /** `items`: of each found value the one that counts, highest number first. */
  function look(
    keyId: string,
    held: readonly (readonly [number, KeychainItem])[],
    propose: (label: string) => Proposal,
  ) {
    const [, newest] = held[0] ?? [];
    const numbers = held.map(([number]) => number);
    const listed = store.keys.find(keyId);
    if (newest === undefined || takeable(listed, numbers).length === 0) return [];
    const proposed = listed === null ? propose(newest.label) : null;
    const view: FoundView = {
      entryId: ports.newId(),
      nameHere: listed?.key.name ?? null,
      provider: listed?.key.provider ?? proposed?.provider ?? '',
      name: listed?.key.name ?? proposed?.name ?? '',
      envVar: listed?.key.envVar ?? proposed?.envVar ?? '',
      changedAt: newest.modifiedAt === 0 ? null : newest.modifiedAt,
      values: numbers.length,
    };
    return [{ entry: { keyId, numbers, proposed }, view }];
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
    if (!isWholeList(accounts)) throw vaultError('KEYCHAIN_FAILED', { reason: { code: 'LIST_NOT_WHOLE' } });
    const missing = learnMissing(before, new Set(accounts));
    const items = await keychain.items(accounts);
    const propose = createProposals(ports);
    const found = [...unknownValues(store, accounts)].flatMap(([keyId, numbers]) => {
      const held = numbers.flatMap((number) => {
        const newest = items.get(accountOf({ keyId, number }))?.[0];
        return newest === undefined ? [] : [[number, newest] as const];
      });
      return look(keyId, held, propose);
    });
    return { found, missing, spare: findSpare(ports, items) };
  };
}
