import { randomUUID } from 'node:crypto';
import { AsyncEntry } from '@napi-rs/keyring';
import { expect, test } from 'vitest';
import { openKeychain } from '../../../electron/adapters/keychain/open-keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';

const service = `Clavis Test ${randomUUID()}`;
test('without a session bus a value is refused, and the kernel’s keyring, which forgets, gets nothing (invariant 6)', async () => {
  for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY']) delete process.env[name];
  const keychain = openKeychain('linux', { service });
  await expect(keychain.write('a/1', new Secret('sk-nowhere'))).rejects.toMatchObject({ code: 'KEYCHAIN_MISSING' });
  await expect(keychain.read('a/1')).rejects.toMatchObject({ code: 'KEYCHAIN_MISSING' });
  await keychain.close();

  const kernel = new AsyncEntry(service, 'a/1', { linux: { store: 'keyutils' } });
  expect(await kernel.getSecret()).toBeNull();
});
