import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../electron/vault/secret.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

const dayMs = 24 * 60 * 60 * 1000;
let test: TestVault;
let count = 0;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());

/** Values of its own for each test's key: the vault knows a value that it has. */
const its = (seed: string): Secret => someValue(`${seed}${count}`);

async function addKey(): Promise<string> {
  count += 1;
  return (await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, its('a'))).id;
}

describe('a rotation', () => {
  it('makes a new current version that can be copied, and keeps the previous value', async () => {
    const id = await addKey();
    await test.vault.copying.copy(id);
    const view = await test.vault.rotation.rotate(id, its('b'));
    expect(view).toMatchObject({ version: 2, grant: 'ready' });
    expect(await test.lookup(`${id}/1`)).toBe(its('a').reveal());
    expect(await test.lookup(`${id}/2`)).toBe(its('b').reveal());
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(its('b').reveal());
  });

  it('to the same value is refused', async () => {
    const id = await addKey();
    await expect(test.vault.rotation.rotate(id, its('a'))).rejects.toMatchObject({ code: 'VALUE_SAME' });
  });

  it('with a bad value changes nothing', async () => {
    const id = await addKey();
    await expect(test.vault.rotation.rotate(id, new Secret('a\0b'))).rejects.toMatchObject({
      code: 'VALUE_CONTROL_CHARACTER',
    });
    expect(test.vault.keys.get(id).version).toBe(1);
  });

  it('undone brings the previous value back, its spent grant still spent; undone again, the new one', async () => {
    const id = await addKey();
    await test.vault.copying.copy(id);
    await test.vault.rotation.rotate(id, its('b'));
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 1, grant: 'spent' });
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 2, grant: 'ready' });
  });

  it('leaves at most two values in the keychain', async () => {
    const id = await addKey();
    await test.vault.rotation.rotate(id, its('b'));
    await test.vault.rotation.rotate(id, its('c'));
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(await test.lookup(`${id}/2`)).toBe(its('b').reveal());
    expect(await test.lookup(`${id}/3`)).toBe(its('c').reveal());
    expect(test.vault.keys.list().filter((key) => key.id === id)).toHaveLength(1);
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 2 });
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 3 });
  });

  it('keeps the previous value for seven days, not longer', async () => {
    const id = await addKey();
    await test.vault.rotation.rotate(id, its('b'));
    test.clock.pass(7 * dayMs - 1);
    await test.vault.settle();
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
    test.clock.pass(1);
    await test.vault.settle();
    expect(await test.lookup(`${id}/1`)).toBeNull();
    await expect(test.vault.rotation.undo(id)).rejects.toMatchObject({ code: 'ROTATION_NOT_UNDOABLE' });
  });

  it('finished now removes the previous value at once', async () => {
    const id = await addKey();
    await test.vault.rotation.rotate(id, its('b'));
    expect((await test.vault.rotation.finish(id)).undoRotationUntil).toBeNull();
    expect(await test.lookup(`${id}/1`)).toBeNull();
  });

  it('is due when its days are over', async () => {
    const id = await addKey();
    const { rotationDueAt, createdAt } = test.vault.keys.get(id);
    expect(rotationDueAt).toBe(createdAt + 90 * dayMs);
  });
});
