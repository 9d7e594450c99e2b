import { hkdfSync, randomBytes } from 'node:crypto';

/** RFC 2409, “Second Oakley Group”: its prime; the generator is 2. */
const prime = BigInt(
  '0xffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd' +
    'ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed' +
    'ee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381ffffffffffffffff',
);
const groupBytes = 128;
/** Twice what the group itself withstands. */
const exponentBytes = 32;
const keyBytes = 16;

export interface KeyExchange {
  /** As long as the prime: KWallet refuses one without its leading zeros. */
  readonly publicKey: Buffer;
  /**
   * The AES-128 key that both sides come to; null where the other's public key is none. `again`: what it would be made of begins
   * with zeros, once in 256 times, and KWallet leaves them away where others don't: another exchange leaves no doubt.
   */
  finish(theirs: Uint8Array): Buffer | 'again' | null;
}

/**
 * Our side of `dh-ietf1024-sha256-aes128-cbc-pkcs7` (Secret Service API, “Transfer of Secrets”). In big integers: Node's own
 * Diffie-Hellman checks the prime each time, in 100 ms of the main thread where this takes 3, and Electron's BoringSSL has no
 * group of this size by name. That it doesn't take the same time for every exponent tells nobody anything: each is used once.
 */
export function beginKeyExchange(): KeyExchange {
  const exponent = toNumber(randomBytes(exponentBytes));
  return {
    publicKey: toBytes(power(2n, exponent)),
    finish(theirs) {
      // KWallet sends a sign byte where the first bit is set.
      if (theirs.length === 0 || theirs.length > groupBytes + 1) return null;
      const number = toNumber(theirs);
      // 0, 1 and p-1 would make a key that everybody knows.
      if (number <= 1n || number >= prime - 1n) return null;
      const shared = toBytes(power(number, exponent));
      if (shared[0] === 0) return 'again';
      const key = Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), Buffer.alloc(0), keyBytes));
      shared.fill(0);
      return key;
    },
  };
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function toBytes(number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(2 * groupBytes, '0'), 'hex');
}
