import { Decrypter, Encrypter } from 'age-encryption';
import type { Reason } from '../../vault/reasons.ts';
import { readHeader } from './age-header.ts';
import { unarmour } from './armour.ts';

/**
 * The age format, version 1 (age-encryption.org/v1), with a passphrase: what `age -p` makes and `age -d` opens. Both
 * functions block their thread for the time of one scrypt, about a second at age's own work factor.
 */

export type Opened =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  /** The passphrase is not the one, or what it protects was changed. */
  | { readonly kind: 'locked' }
  /** A later version of the format: "v2". */
  | { readonly kind: 'newer'; readonly version: string }
  | { readonly kind: 'damaged' | 'foreign'; readonly reason: Reason };

/** Encrypts so that each guess at the passphrase costs 2 to the power of `work` steps of scrypt. */
export function seal(plain: Uint8Array, passphrase: string, work: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return encrypter.encrypt(plain);
}

/**
 * Opens the file, armoured or not. The passphrase is tried as it was typed, then with its accented letters as one character each
 * and as two (NFC, NFD): keyboards and systems differ, and what looks the same must open the same.
 */
export async function open(sealed: Uint8Array, passphrase: string): Promise<Opened> {
  const unarmoured = unarmour(sealed);
  if (unarmoured.kind !== 'bytes') return unarmoured;
  const { bytes } = unarmoured;
  const header = readHeader(bytes);
  if (header.kind === 'fit') return tryForms(bytes, passphrase);
  if (header.kind !== 'newer') return header;
  const { version, asFirst } = header;
  // Where it opens as the version there is, a bit of the number turned.
  const first = asFirst === null || readHeader(asFirst).kind !== 'fit' ? null : await tryForms(asFirst, passphrase);
  return first === null || first.kind === 'locked' ? { kind: 'newer', version } : damaged;
}

const damaged = { kind: 'damaged', reason: { code: 'PARTS_DAMAGED' } } as const;

async function tryForms(bytes: Uint8Array, passphrase: string): Promise<Opened> {
  for (const form of new Set([passphrase, passphrase.normalize('NFC'), passphrase.normalize('NFD')])) {
    const opened = await tryOne(bytes, form);
    if (opened.kind !== 'locked') return opened;
  }
  return { kind: 'locked' };
}

/** Gives all of it or nothing: each part carries its own proof, and the last one that it is the last. */
async function tryOne(bytes: Uint8Array, passphrase: string): Promise<Opened> {
  let matched = true;
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  // Asked only when the passphrase didn't match.
  decrypter.addIdentity({
    unwrapFileKey() {
      matched = false;
      return null;
    },
  });
  try {
    return { kind: 'opened', bytes: await decrypter.decrypt(bytes) };
  } catch (error) {
    // There is not enough memory for the work it asks for.
    if (error instanceof RangeError) throw error;
    return matched ? damaged : { kind: 'locked' };
  }
}
