import { createHmac, randomBytes } from 'node:crypto';
import { vaultError } from '../vault/errors.ts';
import type { Fingerprints, Keychain } from '../vault/ports.ts';
import { Secret } from '../vault/secret.ts';

const account = 'fingerprint/1';
const keyBytes = 32;

/**
 * `1:<base64url of HMAC-SHA-256>`: the number is that of the key it was made with. The key is made when the keychain
 * says that it has none, and never again: with another key no stored fingerprint would ever match.
 */
export function openFingerprints(keychain: Keychain): Fingerprints {
  let loading: Promise<Buffer> | null = null;

  const loadKey = () => {
    loading ??= readOrMake(keychain).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  return {
    async of(value) {
      const key = await loadKey();
      return `1:${createHmac('sha256', key).update(value.reveal(), 'utf8').digest('base64url')}`;
    },
  };
}

async function readOrMake(keychain: Keychain): Promise<Buffer> {
  const held = await keychain.read(account);
  if (held !== null) return parse(held.reveal());
  const made = randomBytes(keyBytes);
  await keychain.write(account, new Secret(made.toString('base64url')));
  return made;
}

/** What can't be read is reported, never replaced (invariant 4). */
function parse(text: string): Buffer {
  const key = Buffer.from(text, 'base64url');
  if (key.length !== keyBytes || key.toString('base64url') !== text) {
    throw vaultError('KEYCHAIN_FAILED', { reason: `what it holds under ${account} is not Clavis’ own any more` });
  }
  return key;
}
