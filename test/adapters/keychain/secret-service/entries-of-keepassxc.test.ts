import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { collectionPath, type LyingService, openLyingService } from '../../../support/lying-secret-service.ts';

const service = 'Clavis Test';
let secrets: LyingService;
let keychain: OpenKeychain;

beforeEach(async () => {
  secrets = await openLyingService();
  keychain = openSecretService({ service }, secrets.env);
});
afterEach(async () => {
  await keychain.close();
  await secrets.stop();
});

/** What KeePassXC 2.7 tells of each entry. */
const told = ['Notes', 'Path', 'Title', 'URL', 'UserName', 'Uuid'].map((name): [string, string] => [name, 'x']);

function put(name: string, value: string, more: [string, string][]): void {
  const attributes: [string, string][] = [['service', service], ['username', 'a/1'], ...more];
  secrets.items.set(`${collectionPath}/${name}`, { attributes, value: Buffer.from(value), locked: false });
}

test('what KeePassXC adds to an entry does not make it another program’s: it is read, replaced and removed', async () => {
  // Found first: by replacing whatever has these attributes the service would take it.
  put('theirs', 'sk-theirs', [...told, ['more', '1']]);
  put('ours', 'sk-ours', told);
  expect((await keychain.read('a/1'))?.reveal()).toBe('sk-ours');
  await keychain.write('a/1', new Secret('sk-new'));
  expect((await keychain.read('a/1'))?.reveal()).toBe('sk-new');
  await keychain.remove('a/1');
  expect([...secrets.items.keys()]).toEqual([`${collectionPath}/theirs`]);
  expect(secrets.items.get(`${collectionPath}/theirs`)?.value.toString()).toBe('sk-theirs');
});

test('an entry that it refuses while the others are read is that entry’s trouble alone', async () => {
  put('ours', 'sk-ours', told);
  const attributes: [string, string][] = [['service', service], ['username', 'b/1'], ...told];
  secrets.items.set(`${collectionPath}/denied`, { attributes, value: Buffer.from('sk-denied'), locked: false });
  secrets.lieAt('GetSecrets', (call, honest, wire) =>
    `${call.body[0]}`.includes('denied')
      ? wire.refuse(call, 'org.freedesktop.Secret.Error.IsLocked')
      : wire.reply(call, honest()),
  );
  const outcomes = await keychain.readMany(['a/1', 'b/1']);
  const ours = outcomes.get('a/1');
  expect(ours?.ok && ours.value?.reveal()).toBe('sk-ours');
  expect(outcomes.get('b/1')).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_FAILED' } });
});

test('of several entries of other programs none is taken for ours', async () => {
  put('one', 'sk-one', [['more', '1']]);
  put('two', 'sk-two', [['more', '2']]);
  const error: unknown = await keychain.read('a/1').catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect(`${error}`).not.toMatch(/sk-/);
});

test('a keychain that is locked, and shows nothing of what it holds, is locked and not empty', async () => {
  secrets.locked = true;
  secrets.lieAt('SearchItems', (call, honest, wire) =>
    wire.reply(call, secrets.locked ? { signature: 'aoao', body: [[], []] } : honest()),
  );
  put('ours', 'sk-ours', told);
  await keychain.quietly(async () => {
    secrets.lieAt('Unlock', (call, _honest, wire) =>
      wire.reply(call, { signature: 'aoo', body: [[], '/org/freedesktop/secrets/prompt/p1'] }),
    );
    await expect(keychain.read('a/1')).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  });
  secrets.lieAt('Unlock', (call, honest, wire) => wire.reply(call, honest()));
  expect((await keychain.read('a/1'))?.reveal()).toBe('sk-ours');
});
