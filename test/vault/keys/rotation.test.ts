import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vaultError } from '../../../electron/vault/errors.ts';
import type { Ports } from '../../../electron/vault/ports.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';

const dayMs = 24 * 60 * 60 * 1000;
let test: TestVault;
let count = 0;
/** From now on the keychain takes values and gives none of them up. */
let refusesRemovals = false;

function wrap(ports: Ports): Ports {
  const { keychain } = ports;
  const remove = async (account: string): Promise<void> => {
    if (refusesRemovals) throw vaultError('KEYCHAIN_FAILED', { reason: { code: 'KEYCHAIN_UNKNOWN' } });
    await keychain.remove(account);
  };
  return { ...ports, keychain: { ...keychain, remove } };
}

beforeAll(async () => {
  test = await openTestVault({ wrap });
  // Two rotations within a grace erase a value that could be gone back to.
  test.consent.agrees = true;
});
afterAll(() => test.stop());

/** Values of its own for each test's key: the vault knows a value that it has. */
const its = (seed: string): Secret => someValue(`${seed}${count}`);

async function addKey(): Promise<string> {
  count += 1;
  return (await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, its('a'))).id;
}

/** The numbers of the key's values that the keychain holds. */
async function heldOf(id: string): Promise<number[]> {
  const held = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => test.lookup(`${id}/${number}`)));
  return held.flatMap((value, at) => (value === null ? [] : [at + 1]));
}

/** Rotates the key to 'b'; the hitch comes after the keychain wrote and before it says so. */
async function rotateWithHitch(id: string, hitch: () => Promise<void>) {
  const { write } = test.ports.keychain;
  Object.assign(test.ports.keychain, {
    write: async (...args: Parameters<typeof write>) => {
      await write(...args);
      await hitch();
    },
  });
  try {
    return await test.vault.rotation.rotate(id, its('b'));
  } finally {
    Object.assign(test.ports.keychain, { write });
  }
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

  it('to the same value is what brings one back that the keychain lost', async () => {
    const id = await addKey();
    await test.ports.keychain.remove(`${id}/1`);
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'VALUE_MISSING' });
    expect(test.vault.keys.get(id).valueMissing).toBe(true);
    expect(await test.vault.rotation.rotate(id, its('a'))).toMatchObject({ version: 2, valueMissing: false });
    expect(await test.lookup(`${id}/2`)).toBe(its('a').reveal());
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
    expect(test.vault.keys.page('', 1_000).filter((key) => key.id === id)).toHaveLength(1);
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 2 });
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 3 });
  });

  it('keeps the previous value for seven days, not longer', async () => {
    const id = await addKey();
    await test.vault.rotation.rotate(id, its('b'));
    test.clock.pass(6 * dayMs - 1);
    await spendADay(test);
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
    await spendADay(test);
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

describe('the grace of a rotation', () => {
  it('is as long as the settings say from then on; one that runs keeps its end', async () => {
    const [before, after] = [await addKey(), await addKey()];
    const ends = test.clock.now() + 7 * dayMs;
    expect((await test.vault.rotation.rotate(before, its('b'))).undoRotationUntil).toBe(ends);
    await test.vault.settings.set({ graceDays: 2 });
    expect((await test.vault.rotation.rotate(after, its('c'))).undoRotationUntil).toBe(test.clock.now() + 2 * dayMs);
    expect(test.vault.keys.get(before).undoRotationUntil).toBe(ends);
    test.clock.pass(2 * dayMs);
    await spendADay(test);
    expect(await heldOf(after)).toEqual([2]);
    expect(await heldOf(before)).toEqual([1, 2]);
    expect((await test.vault.rotation.undo(before)).undoRotationUntil).toBe(test.clock.now() + 2 * dayMs);
    await test.vault.settings.set({ graceDays: 7 });
  });

  it('of no days keeps no previous value, and nothing can be undone', async () => {
    const id = await addKey();
    await test.vault.rotation.rotate(id, its('b'));
    await test.vault.settings.set({ graceDays: 0 });
    const view = await test.vault.rotation.rotate(id, its('c'));
    await test.vault.settings.set({ graceDays: 7 });
    expect(view).toMatchObject({ version: 3, undoRotationUntil: null });
    expect(await heldOf(id)).toEqual([3]);
    expect(test.ports.store.tombstones.all()).toEqual([]);
    await expect(test.vault.rotation.undo(id)).rejects.toMatchObject({ code: 'ROTATION_NOT_UNDOABLE' });
  });

  it('of no days, undone while an earlier grace runs, brings that value back and keeps no other', async () => {
    const id = await addKey();
    await test.vault.rotation.rotate(id, its('b'));
    await test.vault.settings.set({ graceDays: 0 });
    const view = await test.vault.rotation.undo(id);
    await test.vault.settings.set({ graceDays: 7 });
    expect(view).toMatchObject({ version: 1, undoRotationUntil: null });
    expect(await heldOf(id)).toEqual([1]);
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(its('a').reveal());
  });
});

describe('a keychain that gives no value up', () => {
  it('never fills with the values of one key: the next rotation waits until the older value is gone', async () => {
    const id = await addKey();
    await test.vault.rotation.rotate(id, its('b'));
    refusesRemovals = true;
    expect((await test.vault.rotation.rotate(id, its('c'))).version).toBe(3);
    const third = test.vault.rotation.rotate(id, its('d'));
    await expect(third).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
    expect(await heldOf(id)).toEqual([1, 2, 3]);
    expect(test.vault.keys.get(id)).toMatchObject({ version: 3, grant: 'ready' });
    expect(test.ports.store.intents.all()).toEqual([]);

    // Both that are kept can be read.
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(its('c').reveal());
    expect((await test.vault.rotation.undo(id)).version).toBe(2);
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(its('b').reveal());

    refusesRemovals = false;
    expect((await test.vault.rotation.rotate(id, its('d'))).version).toBe(4);
    expect(await heldOf(id)).toEqual([2, 4]);
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });

  it('nor with one whose rotation failed after it was written', async () => {
    const id = await addKey();
    refusesRemovals = true;
    const rotated = rotateWithHitch(id, async () => {
      throw vaultError('KEYCHAIN_TIMEOUT');
    });
    await expect(rotated).rejects.toMatchObject({ code: 'KEYCHAIN_TIMEOUT' });
    expect(await heldOf(id)).toEqual([1, 2]);
    await expect(test.vault.rotation.rotate(id, its('c'))).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
    refusesRemovals = false;
    await test.vault.rotation.rotate(id, its('c'));
    expect(await heldOf(id)).toEqual([1, 3]);
  });
});

describe('a value that was copied and rotated away', () => {
  it.each(['kept', 'gone'])('brings no new copy when it is added as another key, its old version %s', async (which) => {
    const id = await addKey();
    await test.vault.copying.copy(id);
    await test.vault.rotation.rotate(id, its('b'));
    if (which === 'gone') await test.vault.rotation.finish(id);
    const again = await test.vault.keys.add({ ...someFields, name: `Again ${count}` }, its('a'));
    expect(again.grant).toBe('spent');
    await expect(test.vault.copying.copy(again.id)).rejects.toMatchObject({ code: 'COPY_SPENT' });
  });

  it('brings no new copy when its key is rotated back to it', async () => {
    const id = await addKey();
    await test.vault.copying.copy(id);
    await test.vault.rotation.rotate(id, its('b'));
    expect((await test.vault.rotation.rotate(id, its('a'))).grant).toBe('spent');
  });
});

describe('a rotation next to other work on the key', () => {
  it('keeps a name that was given while the keychain wrote, and is known under it', async () => {
    const id = await addKey();
    const view = await rotateWithHitch(id, async () => {
      await test.vault.keys.edit(id, { ...someFields, name: `Renamed ${count}` });
    });
    expect(view).toMatchObject({ name: `Renamed ${count}`, version: 2 });
    expect(test.vault.activity.latest(1, id)).toMatchObject([{ kind: 'rotated', subject: `Renamed ${count}` }]);
  });

  it('is over before a deletion that came later, and the deletion takes both values', async () => {
    const id = await addKey();
    await Promise.all([test.vault.rotation.rotate(id, its('b')), test.vault.deletion.delete(id)]);
    expect(await heldOf(id)).toHaveLength(2);
    await emptyTrash(test);
    expect(await heldOf(id)).toEqual([]);
  });
});
