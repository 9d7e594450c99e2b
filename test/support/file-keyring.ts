import { afterAll, beforeAll } from 'vitest';
import { startKeyring, type TestKeyring } from './keyring.ts';

/** A keyring for the tests of one file, on the bus that this process speaks to from the first test on. */
export function keyringOfFile(): () => TestKeyring {
  let keyring: TestKeyring | null = null;
  beforeAll(async () => {
    keyring = await startKeyring();
    Object.assign(process.env, keyring.env);
  });
  afterAll(() => keyring?.stop());
  return () => {
    if (keyring === null) throw new Error('the keyring starts before the first test');
    return keyring;
  };
}
