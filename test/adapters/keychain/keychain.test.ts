import { readdirSync, readlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openKeychain } from '../../../electron/adapters/keychain/open-keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { keyringOfFile } from '../../support/file-keyring.ts';

keyringOfFile();

test('hundreds of accounts share one connection', async () => {
  const keychain = openKeychain('linux', { service: 'Clavis Test' });
  const text = async (account: string) => (await keychain.read(account))?.reveal() ?? null;
  const accounts = Array.from({ length: 100 }, (_, index) => `many/${index}`);
  await Promise.all(accounts.map((account) => keychain.write(account, new Secret(`of ${account}`))));
  expect(await Promise.all(accounts.map(text))).toEqual(accounts.map((account) => `of ${account}`));
  const before = openSockets();
  for (let index = 0; index < 150; index += 1) {
    expect(await text(`absent/${index}`)).toBeNull();
  }
  expect(openSockets()).toBe(before);
  await keychain.close();
});

function openSockets(): number {
  const folder = '/proc/self/fd';
  return readdirSync(folder).filter((name) => {
    try {
      return readlinkSync(`${folder}/${name}`).startsWith('socket:');
    } catch {
      return false;
    }
  }).length;
}
