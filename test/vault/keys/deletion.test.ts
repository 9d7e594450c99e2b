import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ports } from '../../../electron/vault/ports.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
let count = 0;
/** What the database said of a value when the keychain was asked to remove it. */
let atRemoval: { account: string; buried: number; known: boolean }[] = [];

function wrap(ports: Ports): Ports {
  const { keychain, store } = ports;
  const remove = async (account: string): Promise<void> => {
    const known = store.keys.find(account.split('/')[0] ?? '') !== null;
    atRemoval.push({ account, buried: store.tombstones.all().length, known });
    await keychain.remove(account);
  };
  return { ...ports, keychain: { ...keychain, remove } };
}

beforeAll(async () => {
  test = await openTestVault({ wrap });
});
afterAll(() => test.stop());

async function addKey(name = `Key ${count++}`): Promise<string> {
  return (await test.vault.keys.add({ ...someFields, name }, someValue('a'))).id;
}

const names = (): string[] => test.vault.keys.page('', 1_000).map(({ name }) => name);

describe('a deletion', () => {
  it('takes the key off the list at once and keeps its value while it can be undone', async () => {
    const id = await addKey('Gone');
    await test.vault.deletion.delete(id);
    expect(names()).not.toContain('Gone');
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
    test.clock.pass(9_999);
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
    test.clock.pass(1);
    await expect.poll(() => test.lookup(`${id}/1`)).toBeNull();
    await expect(test.vault.deletion.undo(id)).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });

  it('undone brings the key back with its value, its spent grant still spent', async () => {
    const id = await addKey('Back');
    await test.vault.copying.copy(id);
    await test.vault.deletion.delete(id);
    expect(await test.vault.deletion.undo(id)).toMatchObject({ name: 'Back', grant: 'spent' });
    test.clock.pass(60_000);
    await test.vault.reconcile();
    expect(await test.lookup(`${id}/1`)).toBe(someValue('a').reveal());
  });

  it('ends in the order that loses nothing: the key and a tombstone in one commit, its value, the tombstone', async () => {
    const id = await addKey('Ordered');
    await test.vault.deletion.delete(id);
    expect(test.ports.store.tombstones.all()).toEqual([]);
    atRemoval = [];
    test.clock.pass(10_000);
    await expect.poll(() => test.lookup(`${id}/1`)).toBeNull();
    expect(atRemoval).toEqual([{ account: `${id}/1`, buried: 1, known: false }]);
    await expect.poll(() => test.ports.store.tombstones.all()).toEqual([]);
    expect(test.vault.activity.latest(1, id)).toMatchObject([{ kind: 'erased', subject: 'Ordered' }]);
  });

  it('of a value that was copied leaves no new copy of it: added again, it comes spent', async () => {
    const value = someValue('copied-once');
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Copied' }, value);
    await test.vault.copying.copy(id);
    await test.vault.deletion.delete(id);
    test.clock.pass(10_000);
    await expect.poll(() => test.lookup(`${id}/1`)).toBeNull();
    await test.restart();
    const again = await test.vault.keys.add({ ...someFields, name: 'Copied' }, value);
    expect(again.grant).toBe('spent');
    await expect(test.vault.copying.copy(again.id)).rejects.toMatchObject({ code: 'COPY_SPENT' });
    const fresh = await test.vault.keys.add({ ...someFields, name: 'Fresh' }, someValue('never-copied'));
    expect(fresh.grant).toBe('ready');
  });

  it('undone and made again counts its ten seconds again', async () => {
    const id = await addKey('Twice');
    await test.vault.deletion.delete(id);
    test.clock.pass(5_000);
    await test.vault.deletion.undo(id);
    await test.vault.deletion.delete(id);
    test.clock.pass(5_000);
    expect(await test.vault.deletion.undo(id)).toMatchObject({ name: 'Twice' });
  });

  it('undone after its name was taken comes back under a name of its own', async () => {
    const id = await addKey('Name');
    await test.vault.deletion.delete(id);
    await addKey('name');
    expect((await test.vault.deletion.undo(id)).name).toBe('Name 2');
  });

  it('leaves no key to rename; undone, a name taken meanwhile stays with the one that took it', async () => {
    const id = await addKey('Mine');
    const other = await addKey('Other');
    await test.vault.deletion.delete(id);
    const renaming = test.vault.keys.edit(id, { ...someFields, name: 'Mine too' });
    await expect(renaming).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
    expect((await test.vault.keys.edit(other, { ...someFields, name: 'Mine' })).name).toBe('Mine');
    expect((await test.vault.deletion.undo(id)).name).toBe('Mine 2');
    expect(names().filter((name) => name.startsWith('Mine'))).toEqual(['Mine', 'Mine 2']);
  });

  it('that comes while main asks about an edit wins, and the edit changes nothing', async () => {
    const id = await addKey('Asked');
    const ask = test.consent.ask;
    Object.assign(test.consent, {
      ask: async () => {
        await test.vault.deletion.delete(id);
        return true;
      },
    });
    const editing = test.vault.keys.edit(id, { ...someFields, name: 'Asked again', copyPolicy: 'always' });
    await expect(editing).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
    Object.assign(test.consent, { ask });
    expect(await test.vault.deletion.undo(id)).toMatchObject({ name: 'Asked', copyPolicy: 'once' });
  });

  it('also removes the previous version’s value', async () => {
    const id = await addKey('Rotated');
    await test.vault.rotation.rotate(id, someValue('b'));
    await test.vault.deletion.delete(id);
    test.clock.pass(10_000);
    await expect.poll(() => test.lookup(`${id}/2`)).toBeNull();
    await expect.poll(() => test.lookup(`${id}/1`)).toBeNull();
  });

  it('whose time ran out while Clavis was not running is finished at the next start', async () => {
    const id = await addKey('Late');
    await test.vault.deletion.delete(id);
    const vault = await test.restart();
    await vault.reconcile();
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
    test.clock.pass(10_000);
    await vault.reconcile();
    expect(await test.lookup(`${id}/1`)).toBeNull();
  });

  it('is finished at closing', async () => {
    const id = await addKey('Closing');
    await test.vault.deletion.delete(id);
    await test.vault.close();
    expect(await test.lookup(`${id}/1`)).toBeNull();
  });

  it('under way at closing, with a keychain that hangs, holds nothing up, and is finished at the next start', async () => {
    await test.restart();
    const ids = [await addKey('Hanging'), await addKey('Hanging too')];
    for (const id of ids) await test.vault.deletion.delete(id);
    test.keyring.hang();
    const began = performance.now();
    const closing = test.vault.close();
    // What a quit that doesn't wait for the keychain leaves behind.
    await expect
      .poll(() =>
        test.ports.store.tombstones
          .all()
          .map(({ keyId }) => keyId)
          .sort(),
      )
      .toEqual(ids.sort());
    expect(test.ports.store.keys.deleted()).toEqual([]);
    await closing;
    // Less than the app's time-out of a quit.
    expect(performance.now() - began).toBeLessThan(5_000);
    test.keyring.resume();
    const vault = await test.restart();
    expect(await vault.reconcile()).toEqual([]);
    for (const id of ids) expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });

  it('with the keychain locked waits under its tombstone, and is finished once it answers', async () => {
    const id = await addKey('Locked');
    await test.vault.deletion.delete(id);
    await test.keyring.lock();
    test.clock.pass(10_000);
    await expect.poll(() => test.ports.store.tombstones.all()).toEqual([{ keyId: id, number: 1 }]);
    await test.keyring.unlock();
    await test.vault.reconcile();
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });
});
