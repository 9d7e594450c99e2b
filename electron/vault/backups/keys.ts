import { type BackupKey, type BackupVersion, currentOf, previousOf } from '../backup-content.ts';
import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { eraseOrWait } from '../keys/erasure.ts';
import { freeName } from '../keys/free-name.ts';
import type { CopyPolicy } from '../keys/key-choices.ts';
import { foldName, parseKeyFields } from '../keys/key-fields.ts';
import { labelOf } from '../keys/key-label.ts';
import { findKey } from '../keys/key-view.ts';
import { grantsLeft, newVersion } from '../keys/new-version.ts';
import { accountOf, storeValues, type ValueOfVersion } from '../keys/value-store.ts';
import { asPrevious, isInGrace, replaceCurrent } from '../keys/versions.ts';
import type { KeyRecord, KeyWithVersions, ValueRef, VersionRecord } from '../records.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { isGuessable, parseValue } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { compareValue } from './compare.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** The longest grace a setting allows; a backup may say what it likes. */
const mostGraceMs = 90 * dayMs;

/** What the person allowed for this restore. */
export interface Allowed {
  /** Keys may come back with the policy `always`. */
  readonly always: boolean;
  /** Accounts of previous values that may go although the rotations that left them can still be undone. */
  readonly erasable: ReadonlySet<string>;
  /** The vault had no key yet, as on a new computer: nothing can be found out about it. */
  readonly isMoving: boolean;
  /** The backup's name, for the record of what happened. */
  readonly from: string;
}

export interface KeyRestore {
  /** A key that isn't here, under its own id where that is free. Returns the id it has here. @throws VALUE_*, KEYCHAIN_* */
  insert(key: BackupKey, allowed: Allowed): Promise<string>;
  /**
   * Takes the backup's fields, and its value where it is another one: as a rotation, which can be undone. A value that the
   * keychain lost comes back. @throws BACKUP_UNKNOWN where the version here is no longer `seen`; VALUE_*, KEYCHAIN_*
   */
  change(key: BackupKey, seen: VersionRecord, allowed: Allowed): Promise<void>;
}

/** Whether restoring it loosens a protection, which only the person may (invariant 2). */
export function downgradesProtection(key: BackupKey, here: KeyWithVersions | null): boolean {
  return key.copyPolicy === 'always' && here?.key.copyPolicy !== 'always';
}

export function createKeyRestore(ports: VaultPorts, inSequence: KeyedSequencer, settings: SettingsStore): KeyRestore {
  const { store, keychain, clock, trustedTime, newId } = ports;

  /** What a person said of it, checked as if it were typed now. */
  function fieldsOf(key: BackupKey, here: KeyWithVersions | null, allowed: Allowed) {
    const { name, provider, envVar, rotateEveryDays, note, tags } = key;
    const copyPolicy: CopyPolicy = downgradesProtection(key, here) && !allowed.always ? 'once' : key.copyPolicy;
    return parseKeyFields({ name, provider, envVar, copyPolicy, rotateEveryDays, note, tags }, ports.envDocuments);
  }

  /** Copies may have been made while the keychain wrote. */
  function withGrantsLeft({ version, value }: ValueOfVersion<VersionRecord>): VersionRecord {
    return { ...version, grants: Math.min(version.grants, grantsLeft(store, value, version.fingerprint)) };
  }

  /** Never more grants than the backup says, nor than are left on that value here (invariant 3). */
  async function keptOf(
    { label, ...ref }: ValueRef & { readonly label: string },
    from: BackupVersion,
    { isMoving }: Allowed,
  ): Promise<ValueOfVersion<VersionRecord>> {
    const { value, grants, createdAt } = from;
    const now = clock.now();
    const checked = parseValue(value.reveal(), ports.valueLimit);
    const fingerprint = await ports.fingerprints.of(checked);
    const version = { ...newVersion(store, ref, checked, fingerprint, now), createdAt: Math.min(createdAt, now) };
    // Of one that could be guessed nobody is told whether it is here, and so not whether it was copied here.
    const leftHere = isMoving ? (store.versions.fewestGrants(fingerprint) ?? 1) : 0;
    const most = isGuessable(checked) ? leftHere : version.grants;
    return { version: { ...version, grants: Math.min(version.grants, most, grants) }, value: checked, label };
  }

  function log(key: KeyRecord, here: KeyWithVersions | null, { from }: Allowed): void {
    const entry = { at: clock.now(), keyId: key.id, subject: key.name };
    store.activity.append({ ...entry, kind: 'restored', detail: `from ${from}` });
    if (key.copyPolicy === 'once' || here?.key.copyPolicy === 'always') return;
    store.activity.append({ ...entry, kind: 'loosened', detail: 'always' });
  }

  /** Nothing that the keychain holds is written over: an account there may be all that is left of a lost database. */
  async function isFree(id: string, versions: readonly BackupVersion[]): Promise<boolean> {
    // The vault's own ids alone: an account can also be something else, such as the fingerprints' key.
    if (!/^[0-9a-f]{32}$/.test(id) || store.keys.find(id) !== null) return false;
    if ([...store.intents.all(), ...store.tombstones.all()].some(({ keyId }) => keyId === id)) return false;
    for (const { number, value } of versions) {
      const held = await keychain.read(accountOf({ keyId: id, number }));
      if (held !== null && held.reveal() !== value.reveal()) return false;
    }
    const next = Math.max(...versions.map(({ number }) => number)) + 1;
    return (await keychain.read(accountOf({ keyId: id, number: next }))) === null;
  }

  async function insert(key: BackupKey, allowed: Allowed): Promise<string> {
    const now = clock.now();
    const fields = fieldsOf(key, null, allowed);
    const previous = previousOf(key, now);
    const current = currentOf(key);
    const id = (await isFree(key.id, previous === null ? [current] : [current, previous])) ? key.id : newId();
    const label = labelOf(fields, ports.detection);
    const kept = [await keptOf({ keyId: id, number: current.number, label }, current, allowed)];
    if (previous !== null) {
      const { version, value } = await keptOf({ keyId: id, number: previous.number, label }, previous, allowed);
      const graceEndsAt = Math.min(previous.graceEndsAt ?? now, now + mostGraceMs);
      kept.push({ version: asPrevious(version, graceEndsAt), value, label });
    }
    await storeValues(ports, kept, () => {
      const name = freeName(store, fields.name, { ownId: id });
      const { pinned } = key;
      // A backup may be from a clock that ran ahead.
      const [createdAt, updatedAt] = [Math.min(key.createdAt, now), Math.min(key.updatedAt, now)];
      const lastUsedAt = key.lastUsedAt === null ? null : Math.min(key.lastUsedAt, now);
      const record: KeyRecord = { ...fields, id, name, pinned, createdAt, updatedAt, lastUsedAt, deletedAt: null };
      store.keys.insert(record, foldName(name));
      for (const one of kept) store.versions.insert(withGrantsLeft(one));
      log(record, null, allowed);
    });
    return id;
  }

  function updateFields(key: BackupKey, here: KeyWithVersions, allowed: Allowed): void {
    const fields = fieldsOf(key, here, allowed);
    const { id } = here.key;
    const name = freeName(store, fields.name, { ownId: id });
    // The backup's own time: what was changed there since must count as newer the next time.
    const record: KeyRecord = {
      ...findKey(store, id).key,
      ...fields,
      name,
      updatedAt: Math.min(key.updatedAt, clock.now()),
    };
    store.keys.update(record, foldName(name));
    log(record, here, allowed);
  }

  /** The version that is here gets its value back, or has it still. */
  async function fix(key: BackupKey, here: KeyWithVersions, isLost: boolean, allowed: Allowed): Promise<void> {
    const kept = await keptOf({ ...here.current, label: labelOf(here.key, ports.detection) }, currentOf(key), allowed);
    const { value } = kept;
    const commit = (): void => {
      const { last4, fingerprint, grants, currentSince } = withGrantsLeft(kept);
      const { current } = findKey(store, here.key.id);
      const back = { last4, fingerprint, currentSince, grants: Math.min(current.grants, grants) };
      store.versions.update({ ...current, ...(isLost ? back : {}), missing: false });
      updateFields(key, here, allowed);
    };
    if (isLost) await storeValues(ports, [{ version: here.current, value, label: kept.label }], commit);
    else store.commit(commit);
  }

  /** As `rotate` does, so that it can be undone as long as any rotation. */
  async function rotate(key: BackupKey, here: KeyWithVersions, allowed: Allowed): Promise<void> {
    const { id } = here.key;
    const ref = { keyId: id, number: store.versions.highestNumber(id) + 1, label: labelOf(here.key, ports.detection) };
    const kept = await keptOf(ref, currentOf(key), allowed);
    const marked: VersionRecord[] = [];
    await storeValues(ports, [kept], () => {
      const { current, previous } = findKey(store, id);
      if (previous !== null) {
        const isKept = isInGrace(previous, trustedTime) && !allowed.erasable.has(accountOf(previous));
        if (isKept) throw vaultError('NOT_CONFIRMED');
      }
      const grace = { now: trustedTime.forStart(), graceDays: settings.get().graceDays };
      marked.push(...replaceCurrent(store, { current, previous }, withGrantsLeft(kept), grace));
      updateFields(key, here, allowed);
    });
    await eraseOrWait(ports, marked);
  }

  return {
    insert,

    change(key, seen, allowed) {
      return inSequence(seen.keyId, async () => {
        const here = findKey(store, seen.keyId);
        if (here.current.number !== seen.number) throw vaultError('BACKUP_UNKNOWN');
        const value = compareValue(key, here, await keychain.read(accountOf(here.current)));
        if (value === 'other') await rotate(key, here, allowed);
        else await fix(key, here, value === 'lost', allowed);
      });
    },
  };
}
