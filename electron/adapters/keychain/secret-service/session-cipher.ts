import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SessionLost } from './failures.ts';

const algorithm = 'aes-128-cbc';
const blockBytes = 16;

/** A value as it goes over the bus. */
export interface SealedValue {
  readonly parameters: Uint8Array;
  readonly value: Uint8Array;
}

/** How values are sealed on their way between the service and Clavis. Throws `SessionLost` once its key is forgotten. */
export interface SessionCipher {
  /** Leaves `plain` as it is. */
  seal(plain: Uint8Array): SealedValue;
  /** The value in bytes of its own. Null where it was not sealed in this session, or was cut off. */
  open(sealed: SealedValue): Buffer | null;
  /** Wipes the key. */
  forget(): void;
}

/** With the key that `beginKeyExchange` came to; PKCS #7 is what OpenSSL pads by. */
export function encryptedCipher(key: Buffer): SessionCipher {
  let isForgotten = false;
  // Everybody knows a key of zeros, and an answer may come with the news that the session is over.
  const assertKnown = () => {
    if (isForgotten) throw new SessionLost();
  };
  return {
    seal(plain) {
      assertKnown();
      const parameters = randomBytes(blockBytes);
      const cipher = createCipheriv(algorithm, key, parameters);
      return { parameters, value: Buffer.concat([cipher.update(plain), cipher.final()]) };
    },
    open({ parameters, value }) {
      assertKnown();
      if (parameters.length !== blockBytes) return null;
      const cipher = createDecipheriv(algorithm, key, parameters);
      const first = cipher.update(value);
      try {
        const last = cipher.final();
        const plain = Buffer.concat([first, last]);
        last.fill(0);
        return plain;
      } catch {
        // Its padding is wrong. What was read so far goes with it.
        return null;
      } finally {
        first.fill(0);
      }
    },
    forget() {
      isForgotten = true;
      key.fill(0);
    },
  };
}

/** For a service that encrypts nothing: values are as open to whoever reads the bus as that service made them. */
export const plainCipher: SessionCipher = {
  seal: (plain) => ({ parameters: new Uint8Array(), value: Uint8Array.from(plain) }),
  open({ value }) {
    const plain = Buffer.from(value);
    value.fill(0);
    return plain;
  },
  forget: () => {},
};
