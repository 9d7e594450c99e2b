import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ports } from '../../../electron/vault/ports.ts';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';

const dayMs = 24 * 60 * 60 * 1000;
let test: TestVault;
let count = 0;
/** What the database said of a value when the keychain was asked to remove it. */
let atRemoval: { account: string; tombstones: number; known: boolean }[] = [];

function wrap(ports: Ports): Ports {
  const { keychain, store } = ports;
  const remove = async (account: string): Promise<void> => {
    const known = store.keys.find(account.split('/')[0] ?? '') !== null;
    atRemoval.push({ account, tombstones: store.tombstones.all().length, known });
    await keychain.remove(account);
  };
  return { ...ports, keychain: { ...keychain, remove } };
}

beforeAll(async () => {
  test = await openTestVault({ wrap });
});
afterAll(() => test.stop());
beforeEach(async () => {
  await emptyTrash(test);
  test.consent.agrees = false;
  test.consent.asked.length = 0;
  test.consent.details.length = 0;
  atRemoval = [];
});

async function trashedKey(name = `Key ${count++}`): Promise<string> {
  const { id } = await test.vault.keys.add({ ...someFields, name }, someValue(`of ${name}`));
  await test.vault.deletion.delete(id);
  return id;
}

const inTrash = (): string[] => test.vault.trash.list(null, 1_000).map(({ id }) => id);

describe('Trash', () => {
  it('shows each key masked, since when it is there and until when, the one deleted last first, in pages', async () => {
    const ids = [await trashedKey('First')];
    test.clock.pass(1_000);
    ids.push(await trashedKey('Second'), await trashedKey('Third'));
    expect(test.vault.trash.count()).toBe(3);
    const [newest, ...older] = test.vault.trash.list(null, 1);
    expect(older).toEqual([]);
    const last = test.vault.trash.list(newest ?? null, 10);
    expect([newest, ...last].map((key) => key?.id).sort()).toEqual(ids.sort());
    expect(last.at(-1)).toEqual({
      id: test.vault.trash.list(null, 10).at(-1)?.id,
      name: 'First',
      provider: 'openai',
      envVar: 'OPENAI_API_KEY',
      last4: '3f9A',
      deletedAt: test.clock.now() - 1_000,
      expiresAt: test.clock.now() - 1_000 + 30 * dayMs,
      files: 0,
    });
    expect(test.vault.trash.list(last.at(-1) ?? null, 10)).toEqual([]);
  });

  it('tells who follows of each key that comes or goes', async () => {
    let told = 0;
    test.follow({
      trash: () => {
        told += 1;
      },
    });
    const id = await trashedKey();
    test.vault.trash.restore(id);
    await test.vault.deletion.delete(id);
    await emptyTrash(test);
    expect(told).toBe(4);
  });
});

describe('a restored key', () => {
  it('is as it was: its value, its previous value, its spent grant, its pin', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Back' }, someValue('back'));
    await test.vault.rotation.rotate(id, someValue('back again'));
    await test.vault.copying.copy(id);
    await test.vault.leases.end();
    test.vault.keys.pin(id, true);
    const before = test.vault.keys.get(id);
    await test.vault.deletion.delete(id);
    await test.restart();
    expect(test.vault.trash.restore(id)).toEqual({ ...before, lost: [] });
    expect(before).toMatchObject({ grant: 'spent', pinned: true, version: 2 });
    expect(inTrash()).toEqual([]);
    test.clock.pass(31 * dayMs);
    await spendADay(test);
    expect(await test.lookup(`${id}/2`)).toBe(someValue('back again').reveal());
    expect(test.vault.activity.latest(100, id).map(({ kind }) => kind)).toContain('delete-undone');
  });

  it('gets the next free name where another key has its own by now, and the activity says which it had', async () => {
    const id = await trashedKey('Name');
    await test.vault.keys.add({ ...someFields, name: 'name' }, someValue('other'));
    expect(test.vault.trash.restore(id).name).toBe('Name 2');
    expect(test.vault.activity.latest(1, id)).toMatchObject([
      { kind: 'delete-undone', subject: 'Name 2', detail: 'was Name' },
    ]);
  });

  it('deleted again begins its time in Trash again', async () => {
    const id = await trashedKey();
    test.clock.pass(20 * dayMs);
    test.vault.trash.restore(id);
    await test.vault.deletion.delete(id);
    test.clock.pass(20 * dayMs);
    await spendADay(test);
    expect(inTrash()).toEqual([id]);
  });

  it('is none that is not in Trash', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Here' }, someValue('here'));
    expect(() => test.vault.trash.restore(id)).toThrow(expect.objectContaining({ code: 'KEY_UNKNOWN' }));
    expect(() => test.vault.trash.restore('made-up')).toThrow(expect.objectContaining({ code: 'KEY_UNKNOWN' }));
  });
});

describe('a permanent deletion', () => {
  it('asks the person about the very key, and does nothing without a yes', async () => {
    const id = await trashedKey('Production');
    await expect(test.vault.trash.deletePermanently(id)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.consent.asked).toEqual(['Delete this key permanently?']);
    expect(test.consent.details[0]).toMatch(/^Production\nOpenAI · ends in 3f9A · current since/);
    expect(inTrash()).toEqual([id]);
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
    test.consent.agrees = true;
    expect(await test.vault.trash.deletePermanently(id)).toEqual({ keys: 1, waiting: 0 });
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(inTrash()).toEqual([]);
    expect(test.vault.activity.latest(1, id)).toMatchObject([{ kind: 'erased', subject: 'Production' }]);
    await expect(test.vault.trash.deletePermanently(id)).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
  });

  it('ends in the order that loses nothing: the key and a tombstone in one commit, its value, the tombstone', async () => {
    const id = await trashedKey();
    expect(test.ports.store.tombstones.all()).toEqual([]);
    test.consent.agrees = true;
    await test.vault.trash.deletePermanently(id);
    expect(atRemoval).toEqual([{ account: `${id}/1`, tombstones: 1, known: false }]);
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });

  it('also removes the previous version’s value', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Rotated' }, someValue('c'));
    await test.vault.rotation.rotate(id, someValue('d'));
    await test.vault.deletion.delete(id);
    await emptyTrash(test);
    for (const number of [1, 2]) expect(await test.lookup(`${id}/${number}`)).toBeNull();
  });

  it.each([
    ['restored', (id: string) => void test.vault.trash.restore(id)],
    [
      'restored and deleted again',
      async (id: string) => {
        test.vault.trash.restore(id);
        test.clock.pass(1);
        await test.vault.deletion.delete(id);
      },
    ],
  ])('of a key that is %s while the person is asked erases nothing', async (_what, change) => {
    const id = await trashedKey();
    const { ask } = test.consent;
    test.consent.ask = async () => {
      test.consent.ask = ask;
      await change(id);
      return true;
    };
    await expect(test.vault.trash.deletePermanently(id)).rejects.toMatchObject({
      code: expect.stringMatching(/NOT_CONFIRMED|KEY_UNKNOWN/),
    });
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
  });

  it('of a key that is in use is none', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'In use' }, someValue('in use'));
    test.consent.agrees = true;
    await expect(test.vault.trash.deletePermanently(id)).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
    expect(test.consent.asked).toEqual([]);
  });

  it('with the keychain locked takes the key away, says what waits, and erases its value once it answers', async () => {
    const id = await trashedKey();
    test.consent.agrees = true;
    await test.keyring.lock();
    expect(await test.vault.trash.deletePermanently(id)).toEqual({ keys: 1, waiting: 1 });
    expect(test.ports.store.tombstones.all()).toEqual([{ keyId: id, number: 1 }]);
    expect(inTrash()).toEqual([]);
    await test.keyring.unlock();
    await test.vault.reconcile();
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });

  it('under way at closing, with a keychain that hangs, holds nothing up, and is finished at the next start', async () => {
    const ids = [await trashedKey(), await trashedKey()];
    test.consent.agrees = true;
    test.keyring.hang();
    const emptying = test.vault.trash.empty();
    await expect
      .poll(() =>
        test.ports.store.tombstones
          .all()
          .map(({ keyId }) => keyId)
          .sort(),
      )
      .toEqual(ids.sort());
    expect(test.ports.store.keys.deleted()).toEqual([]);
    const closing = test.vault.close().then(() => 'closed');
    // Emptying goes on until the keychain's time-out.
    expect(await Promise.race([closing, emptying.then(() => 'emptied')])).toBe('closed');
    await emptying;
    test.keyring.resume();
    const vault = await test.restart();
    expect(await vault.reconcile()).toEqual([]);
    for (const id of ids) expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });
});

describe('emptying Trash', () => {
  it('names the keys and asks once; refused, every one stays', async () => {
    for (let at = 0; at < 15; at += 1) await trashedKey(`Old ${at}`);
    await expect(test.vault.trash.empty()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.consent.asked).toEqual(['Delete 15 keys permanently?']);
    expect(test.consent.details[0]).toContain('Old 1');
    expect(test.consent.details[0]).toContain('and 4 more');
    expect(test.vault.trash.count()).toBe(15);
    test.consent.agrees = true;
    expect(await test.vault.trash.empty()).toEqual({ keys: 15, waiting: 0 });
    expect(test.vault.trash.count()).toBe(0);
  });

  it('says what each value ends in, and names those first that were renamed just now', async () => {
    const id = await trashedKey('Production');
    const other = await trashedKey('Test');
    test.vault.trash.restore(id);
    await test.vault.keys.edit(id, { ...someFields, name: 'Throwaway' });
    await test.vault.deletion.delete(id);
    test.clock.pass(1_000);
    test.vault.trash.restore(other);
    await test.vault.deletion.delete(other);
    await expect(test.vault.trash.empty()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    const lines = test.consent.details[0]?.split('\n') ?? [];
    expect(lines[0]).toMatch(/^“?Throwaway”?, ends in 3f9A, renamed less than a minute ago, before: “?Production”?$/);
    expect(lines[1]).toMatch(/^“?Test”?, ends in 3f9A$/);
  });

  it('asks nothing where nothing is there', async () => {
    expect(await test.vault.trash.empty()).toEqual({ keys: 0, waiting: 0 });
    expect(test.consent.asked).toEqual([]);
  });

  it('leaves what came to Trash, and what left it, while the person was asked', async () => {
    const [gone, back] = [await trashedKey(), await trashedKey()];
    const { ask } = test.consent;
    let late = '';
    test.consent.ask = async () => {
      test.consent.ask = ask;
      test.vault.trash.restore(back);
      late = await trashedKey();
      return true;
    };
    expect(await test.vault.trash.empty()).toEqual({ keys: 1, waiting: 0 });
    expect(inTrash()).toEqual([late]);
    expect(test.vault.keys.find(back)).not.toBeNull();
    expect(await test.lookup(`${gone}/1`)).toBeNull();
    for (const id of [back, late]) expect(await test.lookup(`${id}/1`)).not.toBeNull();
  });
});

describe('a key’s time in Trash', () => {
  it('ends after as many days as the settings say, within a day of use, and not before', async () => {
    const id = await trashedKey();
    test.clock.pass(29 * dayMs - 1);
    await spendADay(test);
    test.clock.pass(1);
    expect(inTrash()).toEqual([id]);
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
    await spendADay(test);
    expect(inTrash()).toEqual([]);
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(test.vault.activity.latest(1, id)).toMatchObject([{ kind: 'erased', detail: 'after 30 days in Trash' }]);
    expect(test.consent.asked).toEqual([]);
  });

  it('follows the setting: a longer one keeps what would have gone, a shorter one lets go of it at the next maintenance', async () => {
    const id = await trashedKey();
    await test.vault.settings.set({ trashDays: 90 });
    test.clock.pass(60 * dayMs);
    await spendADay(test);
    expect(inTrash()).toEqual([id]);
    test.consent.agrees = true;
    await test.vault.settings.set({ trashDays: 7 });
    expect(inTrash()).toEqual([id]);
    await test.vault.reconcile();
    expect(inTrash()).toEqual([]);
    await test.vault.settings.set({ trashDays: 30 });
  });

  it('does not end in another keychain', async () => {
    const id = await trashedKey();
    await test.keyring.restart({ data: 'another' });
    test.clock.pass(31 * dayMs);
    await test.restart();
    expect(await spendADay(test)).toMatchObject([{ code: 'KEYCHAIN_OTHER' }]);
    expect(inTrash()).toEqual([id]);
    await test.keyring.restart();
    expect(await test.vault.reconcile()).toEqual([]);
    expect(inTrash()).toEqual([id]);
    expect(await test.lookup(`${id}/1`)).not.toBeNull();
  });
});
