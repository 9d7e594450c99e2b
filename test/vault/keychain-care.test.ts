import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../support/test-vault.ts';
import { emptyTrash } from '../support/trash.ts';

const dayMs = 24 * 60 * 60 * 1000;
const other = { code: 'KEYCHAIN_OTHER' };
let test: TestVault;
let count = 0;
let fields = { ...someFields, name: '' };

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(() => {
  count += 1;
  fields = { ...someFields, name: `Key ${count}` };
  test.consent.agrees = false;
  test.consent.asked.length = 0;
});
afterEach(async () => {
  await test.keyring.restart();
  await test.vault.leases.end();
});

/** All that the database remembers of keys, to compare. */
const remembered = () => ({
  keys: test.ports.store.keys.listed(),
  deleted: test.ports.store.keys.deleted(),
  intents: test.ports.store.intents.all(),
  tombstones: test.ports.store.tombstones.all(),
});

describe('in another keychain', () => {
  it('nothing is reconciled: no tombstone, intent, ended grace or deletion goes, and no key counts as missing', async () => {
    const rotated = await test.vault.keys.add(fields, someValue('a'));
    await test.vault.rotation.rotate(rotated.id, someValue('b'));
    const deleted = await test.vault.keys.add({ ...fields, name: `${fields.name} deleted` }, someValue('c'));
    await test.vault.deletion.delete(deleted.id);
    const erased = { keyId: 'erased', number: 1 };
    const begun = { keyId: 'begun', number: 1 };
    await test.ports.keychain.write('erased/1', someValue('d'));
    await test.ports.keychain.write('begun/1', someValue('e'));
    test.ports.store.tombstones.add(erased);
    test.ports.store.intents.add(begun);
    await test.keyring.restart({ data: 'another' });

    const vault = await test.restart();
    test.clock.pass(30 * dayMs);
    const before = remembered();
    expect(await spendADay(test)).toMatchObject([other]);
    await expect(vault.copying.copy(rotated.id)).rejects.toMatchObject(other);
    expect(vault.keys.get(rotated.id).valueMissing).toBe(false);
    expect(remembered()).toEqual(before);

    await test.keyring.restart();
    expect(await test.lookup('erased/1')).not.toBeNull();
    expect(await spendADay(test)).toEqual([]);
    expect(await test.lookup('erased/1')).toBeNull();
    expect(await test.lookup('begun/1')).toBeNull();
    expect(await test.lookup(`${deleted.id}/1`)).toBeNull();
    expect(await test.lookup(`${rotated.id}/1`)).toBeNull();
    expect(await test.lookup(`${rotated.id}/2`)).toBe(someValue('b').reveal());
  });

  it('of a running app too, nothing is added, rotated or believed to be gone; back in the first one all is as it was', async () => {
    const { id } = await test.vault.keys.add(fields, someValue('f'));
    await test.keyring.restart({ data: 'another' });
    await expect(test.vault.keys.add({ ...fields, name: 'New' }, someValue('g'))).rejects.toMatchObject(other);
    await expect(test.vault.rotation.rotate(id, someValue('g'))).rejects.toMatchObject(other);
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject(other);
    expect(test.vault.keys.get(id)).toMatchObject({ version: 1, valueMissing: false, grant: 'ready' });
    await test.keyring.restart();
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(someValue('f').reveal());
  });
});

describe('a keychain in trouble', () => {
  it('leaves no trace of what it refused, and the list readable', async () => {
    const { id } = await test.vault.keys.add(fields, someValue('m'));
    const troubles = [
      { strike: () => test.keyring.lock(), lift: () => test.keyring.unlock() },
      { strike: () => test.keyring.kill(), lift: () => test.keyring.restart() },
      { strike: () => test.keyring.restart({ data: 'another' }), lift: () => test.keyring.restart() },
      { strike: async () => test.keyring.hang(), lift: async () => test.keyring.resume() },
    ];
    for (const { strike, lift } of troubles) {
      const before = remembered();
      await strike();
      await expect(test.vault.keys.add({ ...fields, name: 'New' }, someValue('n'))).rejects.toThrow();
      await expect(test.vault.rotation.rotate(id, someValue('n'))).rejects.toThrow();
      await expect(test.vault.copying.copy(id)).rejects.toThrow();
      expect(test.vault.keys.page('', 1_000).map(({ name }) => name)).toContain(fields.name);
      expect(remembered()).toEqual(before);
      await lift();
      await test.vault.keychain.tryAgain();
    }
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(someValue('m').reveal());
  });
});

describe('going on with another keychain', () => {
  it('is asked of the person, with the number of keys; refused, nothing is made there', async () => {
    await test.vault.keys.add(fields, someValue('h'));
    const keys = test.vault.keys.page('', 1_000).length;
    await test.keyring.restart({ data: 'another' });
    await expect(test.vault.keychain.adopt()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.consent.asked).toEqual(['Go on with this keychain?']);
    expect(keys).toBeGreaterThan(0);
    for (const number of [1, 2]) expect(await test.lookup(`fingerprint/${number}`)).toBeNull();
    await expect(test.vault.copying.copy('any')).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
  });

  it('is not asked where the keychain is the vault’s own', async () => {
    await test.vault.keychain.adopt();
    expect(test.consent.asked).toEqual([]);
  });

  it('shows every key as missing until it is rotated; the first keychain’s values serve again where that comes back', async () => {
    const { id } = await test.vault.keys.add(fields, someValue('i'));
    await test.vault.copying.copy(id);
    await test.keyring.restart({ data: 'another' });
    test.consent.agrees = true;
    await test.vault.keychain.adopt();
    // What was on the clipboard is gone with the keychain that knew it.
    expect(test.clipboard.held.clipboard).toBeNull();
    expect(test.vault.keys.get(id).valueMissing).toBe(true);
    await test.vault.copying.allowOneMore(id);
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'VALUE_MISSING' });

    const added = await test.vault.keys.add({ ...fields, name: `${fields.name} there` }, someValue('j'));
    await test.vault.copying.copy(added.id);
    expect(test.clipboard.held.clipboard).toBe(someValue('j').reveal());
    // The same value as before: the other keychain has it, this one takes it as new.
    const rotated = await test.vault.rotation.rotate(id, someValue('i'));
    expect(rotated).toMatchObject({ version: 2, valueMissing: false });
    expect(await test.lookup(`${id}/2`)).toBe(someValue('i').reveal());

    await test.keyring.restart();
    await test.restart();
    expect(await test.vault.reconcile()).toEqual([]);
    expect(await test.lookup(`${id}/1`)).toBe(someValue('i').reveal());
    await test.vault.rotation.undo(id);
    await test.vault.copying.allowOneMore(id);
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(someValue('i').reveal());
    expect(test.vault.keys.get(id).valueMissing).toBe(false);
  });

  it('leaves no lease that can’t be cleared: a value found under an older key’s fingerprint is known by the present one’s', async () => {
    const { id } = await test.vault.keys.add(fields, someValue('k'));
    const value = someValue('k').reveal();
    await test.keyring.restart({ data: 'another' });
    test.consent.agrees = true;
    await test.vault.keychain.adopt();
    await test.keyring.store('Clavis Test', `${id}/1`, value);
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(value);
    expect(test.vault.keys.get(id).valueMissing).toBe(false);
    // A crash: the lease that it leaves must know the value again at the next start.
    const vault = await test.restart();
    expect(await vault.reconcile()).toEqual([]);
    expect(test.clipboard.held.clipboard).toBeNull();
  });
});

describe('trying again', () => {
  it('tells nothing but the state while it is locked, and does what had to wait once it is unlocked', async () => {
    await test.vault.keys.add(fields, someValue('k'));
    const { id } = await test.vault.keys.add({ ...fields, name: `${fields.name} deleted` }, someValue('l'));
    await test.vault.deletion.delete(id);
    await test.keyring.lock();
    await emptyTrash(test);
    await test.vault.keychain.tryAgain();
    expect(test.ports.store.tombstones.all()).toEqual([{ keyId: id, number: 1 }]);
    expect(test.vault.keys.page('', 1_000).map(({ name }) => name)).toContain(fields.name);
    await test.keyring.unlock();
    test.clock.pass(3_000);
    await test.vault.keychain.tryAgain();
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });

  it('any number of times opens one prompt, and an answer to it is enough', async () => {
    await test.keyring.lock();
    test.clock.pass(3_000);
    const prompts = await test.keyring.leavePromptsOpen();
    const tries = Promise.all([1, 2, 3].map(() => test.vault.keychain.tryAgain()));
    await expect.poll(() => prompts.opened()).toBe(1);
    await tries;
    const another = test.vault.keychain.tryAgain();
    test.clock.pass(3_000);
    await another;
    expect(prompts.opened()).toBe(1);
    prompts();
  });
});
