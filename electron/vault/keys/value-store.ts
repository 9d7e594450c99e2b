import { vaultError } from '../errors.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { ValueRef, VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import { last4Of } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { assertPlausible } from './plausible-value.ts';

type Stores = Pick<Ports, 'store' | 'keychain'>;
type ReportingStores = Stores & Pick<VaultPorts, 'diagnostics' | 'waitingValues'>;

/** The keychain account of a version. */
export function accountOf(ref: ValueRef): string {
  return `${ref.keyId}/${ref.number}`;
}

function isCommitted({ store }: Stores, ref: ValueRef): boolean {
  const listed = store.keys.find(ref.keyId);
  return listed?.current.number === ref.number || listed?.previous?.number === ref.number;
}

type Reading = Pick<Ports, 'store' | 'keychain' | 'fingerprints' | 'changes'>;

/** A version's value, and the version as it is kept from now on. */
export interface ReadVersion {
  readonly value: Secret;
  readonly version: VersionRecord;
}

/**
 * A version's value, and the version as it is kept from now on: whether its value is missing, and a fingerprint of the
 * value as it is there, by today's key. A value is shown or written only with that one, or nobody would know it again.
 * @throws VALUE_MISSING, KEYCHAIN_*; KEYCHAIN_FAILED, too, where it is the value of another version
 */
export async function readVersion(ports: Reading, version: VersionRecord): Promise<ReadVersion> {
  return asRead(ports, version, await ports.keychain.read(accountOf(version)));
}

/** The same for several, by account, each with an outcome of its own. @throws KEYCHAIN_* */
export async function readVersions(
  ports: Reading,
  versions: readonly VersionRecord[],
): Promise<ReadonlyMap<string, Outcome<ReadVersion>>> {
  const outcomes = await ports.keychain.readMany(versions.map(accountOf));
  const read = new Map<string, Outcome<ReadVersion>>();
  for (const version of versions) {
    const account = accountOf(version);
    const outcome = outcomes.get(account) ?? { ok: false, error: vaultError('INTERNAL') };
    read.set(account, outcome.ok ? await outcomeOf(asRead(ports, version, outcome.value)) : outcome);
  }
  return read;
}

/** Brings what is kept of the version up to date with what the keychain holds of it. @throws VALUE_MISSING */
async function asRead(
  { store, fingerprints, changes }: Omit<Reading, 'keychain'>,
  version: VersionRecord,
  value: Secret | null,
): Promise<ReadVersion> {
  if (value !== null) await assertPlausible({ store, fingerprints }, version, value);
  const seen =
    value === null
      ? { missing: true }
      : { missing: false, last4: last4Of(value), fingerprint: await fingerprints.of(value) };
  const listed = store.keys.find(version.keyId);
  const kept = [listed?.current, listed?.previous].find((one) => one?.number === version.number);
  const now = { ...(kept ?? version), ...seen };
  const isAsKept = kept?.missing === now.missing && kept.last4 === now.last4 && kept.fingerprint === now.fingerprint;
  if (kept && !isAsKept) {
    store.commit(() => store.versions.update(now));
    changes.keys([version.keyId]);
  }
  if (value === null) throw vaultError('VALUE_MISSING', { name: listed?.key.name ?? '' });
  return { value, version: now };
}

/**
 * The first place from this one on where the keychain holds nothing: next to a database that came back from an older copy it
 * may hold later values of a key than that knows, which are never overwritten (invariant 4). Asked before anything is
 * committed, so that a keychain in trouble leaves no trace. @throws KEYCHAIN_*
 */
export async function firstFreeSlot({ keychain }: Stores, { keyId, number }: ValueRef): Promise<ValueRef> {
  const ref = { keyId, number };
  while ((await keychain.read(accountOf(ref))) !== null) ref.number += 1;
  return ref;
}

/** A value, and the version that it is to be. */
export interface ValueOfVersion<Version extends ValueRef = ValueRef> {
  readonly version: Version;
  readonly value: Secret;
  /** What people see of the item in other programs. */
  readonly label: string;
}

/**
 * Puts values into the keychain and commits what belongs to them: intents, values, commit (invariant 4). A crash or an
 * error at any instant leaves the old state or the new one; what is left over is reconciled at the next start.
 */
export async function storeValues(
  stores: ReportingStores,
  kept: readonly ValueOfVersion[],
  commit: () => void,
): Promise<void> {
  const { store, keychain } = stores;
  store.commit(() => {
    for (const { version } of kept) store.intents.add(version);
  });
  try {
    for (const { version, value, label } of kept) await keychain.write(accountOf(version), value, label);
    store.commit(() => {
      commit();
      for (const { version } of kept) {
        store.intents.remove(version);
        store.unseenValues.add(version);
      }
    });
  } catch (error) {
    for (const { version } of kept) {
      await reconcileIntent(stores, version).catch((left: unknown) => {
        // The intent stays, and is reconciled later; the first error is the one to tell.
        stores.diagnostics.report('intents', left, [version.keyId]);
        stores.waitingValues.note([], [version]);
      });
    }
    throw error;
  }
}

/** Finishes or takes back what an intent stands for. */
export async function reconcileIntent(stores: Stores, ref: ValueRef): Promise<void> {
  const { store, keychain } = stores;
  if (!isCommitted(stores, ref)) await keychain.remove(accountOf(ref));
  store.commit(() => store.intents.remove(ref));
}
