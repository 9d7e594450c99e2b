import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { vaultError } from '../../vault/errors.ts';
import { createKeyedSequencer } from '../../vault/keyed-sequencer.ts';
import type { Fingerprints, Keychain } from '../../vault/ports.ts';
import { Secret } from '../../vault/secret.ts';

const keyBytes = 32;

interface FingerprintKey {
  readonly number: number;
  /** Not its bytes: a hash of a value takes a quarter of the time without making a key of them each time. */
  readonly secret: KeyObject;
}

/** What is wrong with a keychain that answers: it is another one, or holds something else in the key's place. */
export type IdentityProblem = 'other' | 'failing';

export interface FingerprintOptions {
  /** Whether a key may be made where there is none: only while no stored fingerprint needs the one there was. */
  readonly mayMake: () => boolean;
  /** The highest number given to a key so far, 1 at first; what is set is on the disk when `set` returns. */
  readonly number: { get(): number; set(number: number): void };
  /** Hears, each time the keychain was asked for the key, what is wrong with it; null: nothing. */
  readonly onIdentityProblem?: (problem: IdentityProblem | null) => void;
}

const accountOf = (number: number): string => `fingerprint/${number}`;

/** The number of the key that a fingerprint was made with. */
const numberOf = (fingerprint: string): number => Number(/^([1-9]\d{0,8}):/.exec(fingerprint)?.[1] ?? 0);

/**
 * `<n>:<base64url of HMAC-SHA-256>`: n is the number of the key it was made with, kept under `fingerprint/n`. With another
 * key no stored fingerprint would ever match: where keys are and their key is not, this is another keychain, and only a
 * person makes it the vault's. Then it gets a key under the next number, committed before the key is written: no two
 * keys ever share one, and a crash between the two leaves everything as it was. Of several keys the newest counts.
 */
export function openFingerprints(
  keychain: Pick<Keychain, 'read' | 'write'>,
  options: FingerprintOptions,
): Fingerprints {
  const { mayMake, number, onIdentityProblem = () => {} } = options;
  /** Every key met so far: what was made with one can be compared after another took its place. */
  const known = new Map<number, FingerprintKey>();
  let present: FingerprintKey | null = null;
  let asking: Promise<FingerprintKey> | null = null;
  /** Who finds no key waits for whoever is making one, and looks again. */
  const inSequence = createKeyedSequencer();

  async function read(keyNumber: number): Promise<FingerprintKey | null> {
    const account = accountOf(keyNumber);
    const held = await keychain.read(account);
    if (held === null) return null;
    const bytes = parse(held.reveal());
    // What can't be read is reported, never replaced (invariant 4).
    if (bytes === null) {
      onIdentityProblem('failing');
      throw vaultError('KEYCHAIN_FAILED', { reason: { code: 'NO_LONGER_OURS', account } });
    }
    return { number: keyNumber, secret: createSecretKey(bytes) };
  }

  async function newest(): Promise<FingerprintKey | null> {
    for (let keyNumber = number.get(); keyNumber > 0; keyNumber -= 1) {
      const held = await read(keyNumber);
      if (held !== null) return held;
    }
    return null;
  }

  /** The newest key, or a new one under the present number. Of two that are made at the same moment the one that stayed. */
  function newestOrMade(): Promise<FingerprintKey> {
    return inSequence('make', async () => {
      const held = await newest();
      if (held !== null) return held;
      const made = number.get();
      const bytes = randomBytes(keyBytes);
      await keychain.write(accountOf(made), new Secret(bytes.toString('base64url')));
      return (await read(made)) ?? { number: made, secret: createSecretKey(bytes) };
    });
  }

  function settleOn(key: FingerprintKey): FingerprintKey {
    known.set(key.number, key);
    present = key;
    onIdentityProblem(null);
    return key;
  }

  async function askNow(): Promise<FingerprintKey> {
    const held = (await newest()) ?? (mayMake() ? await newestOrMade() : null);
    if (held !== null) return settleOn(held);
    onIdentityProblem('other');
    throw vaultError('KEYCHAIN_OTHER');
  }

  function ask(): Promise<FingerprintKey> {
    asking ??= askNow().finally(() => {
      asking = null;
    });
    return asking;
  }

  /** The key of an earlier fingerprint; the present one where it is nowhere to be found. */
  async function keyLike(fingerprint: string): Promise<FingerprintKey> {
    const now = present ?? (await ask());
    const wanted = numberOf(fingerprint);
    if (wanted === now.number || wanted === 0) return now;
    const held = known.get(wanted) ?? (await read(wanted));
    if (held !== null) known.set(wanted, held);
    return held ?? now;
  }

  return {
    async of(value, like) {
      const key = like === undefined ? (present ?? (await ask())) : await keyLike(like);
      return `${key.number}:${createHmac('sha256', key.secret).update(value.reveal(), 'utf8').digest('base64url')}`;
    },

    async probe() {
      await ask();
    },

    accounts: () => Array.from({ length: number.get() }, (_, at) => accountOf(at + 1)),

    isAmong: (accounts) =>
      accounts.some((account) => {
        const [, keyNumber] = /^fingerprint\/([1-9]\d{0,8})$/.exec(account) ?? [];
        return keyNumber !== undefined && Number(keyNumber) <= number.get();
      }),

    async adopt() {
      const held = await newest();
      if (held !== null) return void settleOn(held);
      number.set(number.get() + 1);
      settleOn(await newestOrMade());
    },
  };
}

function parse(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === keyBytes && bytes.toString('base64url') === text ? bytes : null;
}
