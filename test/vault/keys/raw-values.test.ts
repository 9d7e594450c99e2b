import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../electron/vault/secret.ts';
import { startKeyring, type TestKeyring } from '../../support/keyring.ts';
import { seenItems } from '../../support/seen-items.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

const service = 'Clavis Test';
const pem = '-----BEGIN PRIVATE KEY-----\nQUJD\nREVG\n-----END PRIVATE KEY-----';
/** Comes back with a line break where it had a backslash and a letter; line breaks would make the whole file unreadable. */
const changing = 'pass\\nword-of-some-length';
let keyring: TestKeyring;
let test: TestVault;
let failures: unknown[];

beforeEach(async () => {
  // A text file, which changes what is in it at the daemon's next start.
  keyring = await startKeyring({ passwordless: true });
  test = await openTestVault({ keyring });
  failures = [];
  test.follow({ failed: (error) => failures.push(error) });
});
afterEach(async () => {
  await test.stop();
  await keyring.stop();
});

/** A key whose value lies there as an earlier version left it: as it is, and nothing looked at yet. */
async function addRaw(name: string, value: string): Promise<string> {
  const { id } = await test.vault.keys.add({ ...someFields, name }, new Secret(value));
  await keyring.clear(service, `${id}/1`);
  await keyring.store(service, `${id}/1`, value);
  // That version did not note what is to be seen again, either.
  test.ports.store.commit(() => test.ports.store.unseenValues.remove({ keyId: id, number: 1 }));
  return id;
}

/** The next start of Clavis, of a version that knows nothing of what was looked at. */
async function start(between: () => Promise<void> = async () => {}): Promise<unknown[]> {
  const vault = await test.restart({ between });
  return vault.reconcile();
}

async function value(id: string): Promise<string | null> {
  await test.vault.copying.copy(id);
  return test.clipboard.held.clipboard;
}

const encodings = async (id: string) =>
  (await seenItems(keyring.env, service, `${id}/1`)).map(({ attributes }) => attributes['clavis-encoding'] ?? 'none');

describe('a value that an earlier version kept as it was', () => {
  it('is encoded at the next start, outlives the keyring’s, and is not looked at again', async () => {
    const id = await addRaw('Deploy', pem);
    const plain = await addRaw('Plain', someValue().reveal());
    expect(await start()).toEqual([]);
    expect(await encodings(id)).toEqual(['base64']);
    expect(await encodings(plain)).toEqual(['none']);
    expect(test.ports.store.rawValues.get()).toEqual({ waiting: [], damaged: [] });
    await keyring.restart();
    expect(await value(id)).toBe(pem);
    // As another program may put it there later: that is its own matter.
    await addRaw('Later', pem);
    expect(await start()).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('that the keyring changed is named, left as it is, and no longer named once the key is rotated', async () => {
    const id = await addRaw('Deploy', changing);
    // Without the check of this start.
    test.ports.store.rawValues.set({ waiting: [`${id}/1`], damaged: [] });
    expect(await start(() => keyring.restart())).toEqual([]);
    expect(await encodings(id)).toEqual(['none']);
    const kept = await keyring.lookup(service, `${id}/1`);
    expect(kept).toBe('pass\nword-of-some-length');
    expect(failures).toMatchObject([{ code: 'VALUES_DAMAGED', details: { names: 'Deploy' } }]);
    expect((await test.vault.keyRecovery.scan()).damaged).toEqual([{ keyId: id, name: 'Deploy' }]);
    // Named once, and remembered.
    expect(await start()).toEqual([]);
    expect(failures).toHaveLength(1);
    expect((await test.vault.keyRecovery.scan()).damaged).toHaveLength(1);
    expect(await keyring.lookup(service, `${id}/1`)).toBe(kept);
    await test.vault.rotation.rotate(id, new Secret(changing));
    expect((await test.vault.keyRecovery.scan()).damaged).toEqual([]);
  });

  it('waits where the keychain is away, and asks nobody', async () => {
    const id = await addRaw('Deploy', changing);
    const vault = await test.restart({ between: () => keyring.kill() });
    expect(await vault.reconcile()).toContainEqual(expect.objectContaining({ code: 'KEYCHAIN_MISSING' }));
    expect(test.ports.store.rawValues.get()).not.toEqual({ waiting: [], damaged: [] });
    await keyring.restart();
    // What the file changed is lost: Clavis was not there in time.
    await test.vault.reconcile();
    expect((await test.vault.keyRecovery.scan()).damaged).toEqual([{ keyId: id, name: 'Deploy' }]);
  });

  it('that is recovered by this version is looked at, too', async () => {
    await start();
    await test.ports.fingerprints.probe();
    await keyring.store(service, 'found/1', pem);
    const view = await test.vault.keyRecovery.scan();
    const chosen = view.found.map(({ entryId, name, envVar }) => ({ entryId, name, envVar }));
    expect(await test.vault.keyRecovery.take(view.recoveryId, chosen)).toEqual({ kept: 1, left: 0 });
    expect(await encodings('found')).toEqual(['none']);
    await test.vault.reconcile();
    expect(await encodings('found')).toEqual(['base64']);
  });
});

it('nothing in the database, nor in an error, quotes a value', async () => {
  const id = await addRaw('Deploy', changing);
  test.ports.store.rawValues.set({ waiting: [`${id}/1`], damaged: [] });
  await start(() => keyring.restart());
  const file = path.join(test.folder, 'vault.db');
  for (const one of [file, `${file}-wal`])
    expect((await readFile(one).catch(() => Buffer.alloc(0))).includes('word-of-some')).toBe(false);
  expect(failures).toHaveLength(1);
  expect(JSON.stringify(failures)).not.toContain('word-of-some');
});
