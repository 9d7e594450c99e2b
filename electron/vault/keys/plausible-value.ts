import { vaultError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';

/** The number of the key that a fingerprint was made with: those of two keys can't be compared. */
const keyOf = (fingerprint: string): string => fingerprint.slice(0, fingerprint.indexOf(':'));

/**
 * Throws where a value that the keychain gave can't be this version's. Another one than was kept there is believed, for the person
 * may have changed it with another program; but only in the vault's own keychain, and not if it is the value of another version:
 * then somebody mixed up the keychain's items, and a copy would send one key's value where another's belongs.
 * @throws KEYCHAIN_OTHER, KEYCHAIN_FAILED
 */
export async function assertPlausible(
  { store, fingerprints }: Pick<Ports, 'store' | 'fingerprints'>,
  { keyId, number, fingerprint }: VersionRecord,
  value: Secret,
): Promise<void> {
  const found = await fingerprints.of(value, fingerprint);
  if (found === fingerprint) return;
  await fingerprints.probe();
  if (keyOf(found) !== keyOf(fingerprint)) return;
  const isOthers = store.versions
    .ofFingerprint(found)
    .some((version) => version.keyId !== keyId || version.number !== number);
  if (isOthers) throw vaultError('KEYCHAIN_FAILED', { reason: { code: 'HELD_OF_ANOTHER' } });
}
