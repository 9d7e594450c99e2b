import { type BackupKey, currentOf } from '../backup-content.ts';
import { accountOf } from '../keys/value-store.ts';
import type { Ports } from '../ports.ts';
import type { KeyWithVersions } from '../records.ts';
import type { Secret } from '../secret.ts';
import { isGuessable } from '../value.ts';

/** How a key of a backup compares with the vault; `newer-there`: the backup's was made later, or the value here is lost. */
export type KeyState = 'new' | 'same' | 'newer-here' | 'newer-there';

export interface Compared {
  readonly state: KeyState;
  /** The key that restoring would change; null: it would be a new one. */
  readonly here: KeyWithVersions | null;
  /** Restoring it brings another value than the one that is here. */
  readonly isOther: boolean;
}

type Compares = Pick<Ports, 'store' | 'keychain' | 'fingerprints'>;

/**
 * A key is the same one by its id, and else by its current value. A previous value, which is there for days only, makes no
 * difference. @throws KEYCHAIN_*
 */
export async function compareKey(ports: Compares, key: BackupKey): Promise<Compared> {
  const here = ports.store.keys.find(key.id);
  if (here === null || here.key.deletedAt !== null) {
    const holder = await keyWithValue(ports, currentOf(key).value);
    return { state: holder === null ? 'new' : 'same', here: holder, isOther: false };
  }
  const held = await ports.keychain.read(accountOf(here.current));
  const value = compareValue(key, here, held);
  if (value === 'same' && hasSameFields(key, here)) return { state: 'same', here, isOther: false };
  // Of two that were made at the same moment, what is lost here counts as the older one.
  const made = value === 'same' ? 0 : currentOf(key).createdAt - here.current.createdAt;
  const newer = made === 0 ? held === null || key.updatedAt > here.key.updatedAt : made > 0;
  return { state: newer ? 'newer-there' : 'newer-here', here, isOther: value === 'other' };
}

/**
 * `lost`: the keychain doesn't hold that very value any more. Told by the version, not by its fingerprint: what that was
 * made with may have been lost as well. A value that could be guessed is told by it alone. `held`: what the keychain has
 * for the current version.
 */
export function compareValue(
  key: BackupKey,
  { current }: KeyWithVersions,
  held: Secret | null,
): 'same' | 'other' | 'lost' {
  const { value, number, createdAt } = currentOf(key);
  const isVersion = number === current.number && createdAt === current.createdAt;
  if (held === null) return isVersion ? 'lost' : 'other';
  const isSame = isGuessable(value) ? isVersion : held.reveal() === value.reveal();
  return isSame ? 'same' : 'other';
}

/** What was compared, in a word that changes where it would have to be compared again. */
export function markOf({ state, here }: Compared): string {
  return JSON.stringify([state, here?.key.id, here?.current.number, here?.key.updatedAt]);
}

async function keyWithValue({ store, fingerprints }: Compares, value: Secret): Promise<KeyWithVersions | null> {
  if (isGuessable(value)) return null;
  const fingerprint = await fingerprints.of(value);
  const keyId = store.versions.keyIdByFingerprint(fingerprint);
  const listed = keyId === null ? null : store.keys.find(keyId);
  return listed?.current.fingerprint === fingerprint ? listed : null;
}

/** What a person says of a key; where it is pinned and when it was used is this vault's own affair. */
function hasSameFields(key: BackupKey, { key: here }: KeyWithVersions): boolean {
  const said = ({ name, provider, envVar, copyPolicy, rotateEveryDays, note, tags }: typeof key | typeof here) =>
    JSON.stringify([name, provider, envVar, copyPolicy, rotateEveryDays, note, tags]);
  return said(key) === said(here);
}
