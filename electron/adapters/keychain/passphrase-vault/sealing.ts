import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

const nonceBytes = 12;
export const tagBytes = 16;
const cipher = 'aes-256-gcm';

/** How long so many bytes are once they are sealed. */
export const sealedLength = (plain: number): number => nonceBytes + plain + tagBytes;

/** Nonce, ciphertext and tag of AES-256-GCM; it opens with the same key and the same context alone. */
export function seal(key: Buffer, plain: Uint8Array, context: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(context);
  return Buffer.concat([nonce, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
}

/** What was sealed, in a buffer of its own that the caller wipes; null: it is not what was sealed with this key and context. */
export function unseal(key: Buffer, sealed: Uint8Array, context: Uint8Array): Buffer | null {
  if (sealed.length < sealedLength(0)) return null;
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAAD(context).setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = opening.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    opening.final();
    return plain;
  } catch {
    // GCM says no more than that; what came out by then is not to be used.
    plain.fill(0);
    return null;
  }
}

export interface Stretching {
  readonly work: { readonly log2N: number; readonly r: number; readonly p: number };
  readonly salt: Uint8Array;
}

/** scrypt did not run: where its parameters are right, it got no memory. Says nothing of the passphrase. */
export class StretchingFailed extends Error {
  /** What it needs, MiB. */
  readonly mebibytes: number;

  constructor(mebibytes: number) {
    super('no memory');
    this.mebibytes = mebibytes;
  }
}

/** The key that scrypt makes of a passphrase, on a thread of its own; the caller wipes it. @throws StretchingFailed */
export async function stretch(passphrase: string, { work: { log2N, r, p }, salt }: Stretching): Promise<Buffer> {
  const typed = Buffer.from(passphrase.normalize('NFC'), 'utf8');
  const N = 2 ** log2N;
  try {
    return await new Promise((resolve, reject) =>
      scrypt(typed, salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
        error === null ? resolve(key) : reject(error),
      ),
    );
  } catch {
    // The parameters are ours, or were checked: memory alone can be missing, which OpenSSL tells by codes of many kinds.
    throw new StretchingFailed(Math.ceil((128 * N * r) / 2 ** 20));
  } finally {
    typed.fill(0);
  }
}
