import { randomBytes } from 'node:crypto';
import type { TestKeyring } from './keyring.ts';

/** Makes the keyring that of a seeded vault: without its fingerprint key it would be another one. */
export async function makeOwn(keyring: TestKeyring, service = 'Clavis'): Promise<void> {
  await keyring.store(service, 'fingerprint/1', randomBytes(32).toString('base64url'));
}
