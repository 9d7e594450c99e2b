import { Decrypter, Encrypter } from 'age-encryption';

/**
 * The age format, version 1 (age-encryption.org/v1), with a passphrase: what `age -p` makes and `age -d` opens. Both
 * functions block their thread for the time of one scrypt, about a second at age's own work factor.
 */

/** As a power of two. At 20 scrypt takes 1 GiB and some seconds; what a file asks for beyond that is not granted. */
const mostWork = 20;

/** How every such file begins. */
const opening = 'age-encryption.org/v1\n-> scrypt ';

export type Opened =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  /** The passphrase is not the one, or what it protects was changed. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'damaged' | 'foreign'; readonly reason: string };

/** Encrypts so that each guess at the passphrase costs 2 to the power of `work` steps of scrypt. */
export function seal(plain: Uint8Array, passphrase: string, work: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return encrypter.encrypt(plain);
}

/** Gives all of it or nothing: each part carries its own proof, and the last one that it is the last. */
export async function open(sealed: Uint8Array, passphrase: string): Promise<Opened> {
  const unfit = judge(sealed);
  if (unfit !== null) return unfit;
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
    return { kind: 'opened', bytes: await decrypter.decrypt(sealed) };
  } catch (error) {
    // There is not enough memory for the work it asks for.
    if (error instanceof RangeError) throw error;
    return matched ? { kind: 'damaged', reason: 'parts of it were changed or are missing' } : { kind: 'locked' };
  }
}

/** What is wrong with the first lines, before any work is done; null where nothing is. */
function judge(sealed: Uint8Array): Exclude<Opened, { kind: 'opened' }> | null {
  const start = Array.from(sealed.subarray(0, 100), (byte) => String.fromCharCode(byte)).join('');
  const read = start.slice(0, opening.length);
  const wrong = [...read].filter((character, index) => character !== opening[index]).length;
  // A bit or two that turned are damage; another beginning is another kind of file.
  if (wrong * 8 > read.length) {
    const foreign = start.startsWith('age-encryption.org/') ? 'it is encrypted to keys, not with a passphrase' : null;
    return { kind: 'foreign', reason: foreign ?? 'it is no age file' };
  }
  const header = new RegExp(`^${opening}[A-Za-z0-9+/]{22} ([1-9][0-9]*)\n`).exec(start);
  if (header === null) return { kind: 'damaged', reason: 'its beginning was changed or is cut off' };
  const work = Number(header[1]);
  return work > mostWork ? { kind: 'damaged', reason: `its work factor is ${work}, ${mostWork} is the most` } : null;
}
