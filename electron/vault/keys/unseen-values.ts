import { type VaultError, vaultError } from '../errors.ts';
import type { ReadOutcome } from '../ports.ts';
import type { ValueRef, VersionRecord } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { accountOf } from './value-store.ts';

/** Read together. */
const atOnce = 100;
/** So many names are said. */
const mostNames = 5;

type Wrong = 'missing' | 'other';

export interface UnseenValues {
  /**
   * Reads what an earlier run kept and no run has seen since: a keychain that saves later may have ended before it did. What
   * is missing, or another value, is told to the person. What can't be read yet stays for the next call. @throws KEYCHAIN_*
   */
  check(): Promise<void>;
}

export function createUnseenValues(ports: VaultPorts): UnseenValues {
  const { store, keychain, fingerprints, changes, readsQuietly } = ports;
  // What is kept from now on is for the next run to see.
  let left = store.unseenValues.all();

  function versionOf({ keyId, number }: ValueRef) {
    const listed = store.keys.find(keyId);
    const version = [listed?.current, listed?.previous].find((one) => one?.number === number);
    return listed && version ? { key: listed.key, version } : null;
  }

  /** Null where it is as it was kept, or where nobody can tell: a fingerprint of another key than today's. */
  async function judge(version: VersionRecord, outcome: ReadOutcome & { ok: true }): Promise<Wrong | null> {
    if (outcome.value === null) return 'missing';
    const now = await fingerprints.of(outcome.value, version.fingerprint);
    const isComparable = now.split(':')[0] === version.fingerprint.split(':')[0];
    return isComparable && now !== version.fingerprint ? 'other' : null;
  }

  /** The name of the key whose value is wrong, unless it is in Trash. Within a commit. */
  function note(ref: ValueRef, wrong: Wrong | null): string | null {
    store.unseenValues.remove(ref);
    const found = versionOf(ref);
    if (found === null || wrong === null) return null;
    if (wrong === 'missing') store.versions.update({ ...found.version, missing: true });
    return found.key.deletedAt === null ? found.key.name : null;
  }

  async function checkSome(refs: readonly ValueRef[], names: Record<Wrong, string[]>): Promise<void> {
    const outcomes = await keychain.readMany(refs.map(accountOf));
    const judged = new Map<ValueRef, Wrong | null>();
    for (const ref of refs) {
      const outcome = outcomes.get(accountOf(ref));
      if (outcome?.ok !== true) continue;
      const found = versionOf(ref);
      judged.set(ref, found && (await judge(found.version, outcome)));
    }
    // Reconciliation may run twice at a time, as at a start and when the keychain is ready.
    const news = [...judged].filter(([ref]) => left.includes(ref));
    if (news.length === 0) return;
    // In one commit: main stands still for each, and this is when the first copies are made.
    const noted = store.commit(() => news.map(([ref, wrong]) => ({ wrong, name: note(ref, wrong) })));
    left = left.filter((ref) => !judged.has(ref));
    for (const { wrong, name } of noted) if (wrong !== null && name !== null) names[wrong].push(name);
    const missing = news.flatMap(([{ keyId }, wrong]) => (wrong === 'missing' ? [keyId] : []));
    if (missing.length > 0) changes.keys(missing);
  }

  return {
    async check() {
      if (!readsQuietly) {
        // The system might ask for each of them.
        store.commit(() => left.forEach(store.unseenValues.remove));
        left = [];
      }
      const names: Record<Wrong, string[]> = { missing: [], other: [] };
      try {
        const refs = left;
        for (let at = 0; at < refs.length; at += atOnce) await checkSome(refs.slice(at, at + atOnce), names);
      } finally {
        for (const error of errorsOf(names)) changes.failed(error);
      }
    },
  };
}

function errorsOf({ missing, other }: Record<Wrong, readonly string[]>): VaultError[] {
  const changed = other.map((name) => vaultError('VALUE_NOT_KEPT', { name }));
  if (missing.length > 1) return [vaultError('VALUES_NOT_KEPT', { names: quoted(missing) }), ...changed];
  return [...missing.map((name) => vaultError('VALUE_MISSING', { name })), ...changed];
}

function quoted(names: readonly string[]): string {
  const said = names.slice(0, mostNames).map((name) => `“${name}”`);
  const rest = names.length - said.length;
  return rest > 0 ? `${said.join(', ')} and ${rest} more` : said.join(', ');
}
