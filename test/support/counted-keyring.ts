import { afterAll, afterEach, beforeAll } from 'vitest';
import type { OpenKeychain } from '../../electron/adapters/keychain/keychain.ts';
import { openSecretService } from '../../electron/adapters/keychain/secret-service/keychain.ts';
import { type CountedBus, openCountedBus } from './counted-bus.ts';
import { type KeyringOptions, startKeyring, type TestKeyring } from './keyring.ts';

/** A keyring, and between it and Clavis a bus that counts what Clavis calls. */
export interface CountedKeyring {
  readonly keyring: TestKeyring;
  readonly bus: CountedBus;
  /** A keychain that reaches the keyring through that bus; closed after the test where the test didn't close it. */
  openKeychain(): OpenKeychain;
}

/** One for the tests of a file, under this service's name, from the first test on. */
export function countedKeyringOfFile(service: string, options: KeyringOptions = {}): () => CountedKeyring {
  const opened: OpenKeychain[] = [];
  let counted: CountedKeyring | null = null;
  beforeAll(async () => {
    const keyring = await startKeyring(options);
    const bus = await openCountedBus(keyring.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
    const openKeychain = () => {
      const keychain = openSecretService({ service }, bus.env);
      opened.push(keychain);
      return keychain;
    };
    counted = { keyring, bus, openKeychain };
  });
  afterEach(async () => {
    for (const keychain of opened.splice(0)) await keychain.close();
  });
  afterAll(async () => {
    await counted?.bus.stop();
    await counted?.keyring.stop();
  });
  return () => {
    if (counted === null) throw new Error('the keyring starts before the first test');
    return counted;
  };
}
