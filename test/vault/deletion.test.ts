import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

let test: TestVault;
let count = 0;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());

async function addKey(name = `Key ${count++}`): Promise<string> {
  return (await test.vault.keys.add({ ...someFields, name }, someValue('a'))).id;
}

const names = (): string[] => test.vault.keys.list().map(({ name }) => name);

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
    await test.vault.settle();
    expect(await test.lookup(`${id}/1`)).toBe(someValue('a').reveal());
  });

  it('undone and made again counts its ten seconds anew', async () => {
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
    expect((await test.vault.deletion.undo(id)).name).toBe('Name (2)');
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
    await vault.settle();
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
    test.clock.pass(10_000);
    await vault.settle();
    expect(await test.lookup(`${id}/1`)).toBeNull();
  });

  it('is finished at closing', async () => {
    const id = await addKey('Closing');
    await test.vault.deletion.delete(id);
    await test.vault.close();
    expect(await test.lookup(`${id}/1`)).toBeNull();
  });

  it('with the keychain locked waits under its tombstone, and is finished once it answers', async () => {
    const id = await addKey('Locked');
    await test.vault.deletion.delete(id);
    await test.keyring.lock();
    test.clock.pass(10_000);
    await expect.poll(() => test.ports.store.tombstones.all()).toEqual([{ keyId: id, number: 1 }]);
    await test.keyring.unlock();
    await test.vault.settle();
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });
});
