import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Keychain } from '../../electron/vault/ports.ts';
import { breakKeychain, restartAndSettle } from '../support/breaking-keychain.ts';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../support/test-vault.ts';
import { emptyTrash } from '../support/trash.ts';

/** Where the keychain breaks, of what it is asked for keys. */
let breaking: 'before-write' | 'after-write' | 'before-remove' | 'never' = 'never';
let test: TestVault;
let count = 0;
let fields = { ...someFields, name: '' };
const names = (): string[] => test.vault.keys.page('', 1_000).map(({ name }) => name);

const wrap = breakKeychain((call, account) => {
  if (account.startsWith('fingerprint/') || !breaking.endsWith(call)) return null;
  return breaking.startsWith('before') ? 'before' : 'after';
});

beforeAll(async () => {
  test = await openTestVault({ wrap });
});
afterAll(() => test.stop());
beforeEach(() => {
  breaking = 'never';
  count += 1;
  fields = { ...someFields, name: `Key ${count}` };
});

const restart = (): Promise<void> => {
  breaking = 'never';
  return restartAndSettle(test);
};

describe('a crash', () => {
  it.each(['before-write', 'after-write'] as const)('%s of an added value leaves no key and no value', async (at) => {
    breaking = at;
    void test.vault.keys.add(fields, someValue());
    await expect.poll(() => test.ports.store.intents.all()).toHaveLength(1);
    const ref = test.ports.store.intents.all()[0];
    if (at === 'after-write') await expect.poll(() => test.lookup(`${ref?.keyId}/1`)).not.toBeNull();
    await restart();
    expect(names()).not.toContain(fields.name);
    expect(await test.lookup(`${ref?.keyId}/1`)).toBeNull();
  });

  it('after the new value of a rotation was written leaves the old value current', async () => {
    const { id } = await test.vault.keys.add(fields, someValue('a'));
    breaking = 'after-write';
    void test.vault.rotation.rotate(id, someValue('b'));
    await expect.poll(() => test.lookup(`${id}/2`)).not.toBeNull();
    await restart();
    expect(test.vault.keys.get(id).version).toBe(1);
    expect(await test.lookup(`${id}/1`)).toBe(someValue('a').reveal());
    expect(await test.lookup(`${id}/2`)).toBeNull();
  });

  it('between the end of a key and the removal of its value removes the value at the next start', async () => {
    const { id } = await test.vault.keys.add(fields, someValue('a'));
    await test.vault.deletion.delete(id);
    breaking = 'before-remove';
    void emptyTrash(test);
    await expect.poll(() => test.ports.store.tombstones.all()).toHaveLength(1);
    await restart();
    expect(await test.lookup(`${id}/1`)).toBeNull();
  });

  it('between a second rotation and the removal of the oldest value removes it at the next start', async () => {
    const { id } = await test.vault.keys.add(fields, someValue('a'));
    await test.vault.rotation.rotate(id, someValue('b'));
    test.consent.agrees = true;
    breaking = 'before-remove';
    void test.vault.rotation.rotate(id, someValue('c'));
    await expect.poll(() => test.vault.keys.get(id).version).toBe(3);
    await restart();
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(await test.lookup(`${id}/2`)).toBe(someValue('b').reveal());
    expect(test.vault.keys.get(id).version).toBe(3);
  });

  it('is not mistaken for work under way: reconciling during a slow add leaves its value alone', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const real = test.ports.keychain.write;
    Object.assign(test.ports.keychain, {
      write: async (...args: Parameters<Keychain['write']>) => {
        await real(...args);
        await held;
      },
    });
    const adding = test.vault.keys.add(fields, someValue());
    await expect.poll(() => test.ports.store.intents.all()).toHaveLength(1);
    const settling = test.vault.reconcile();
    release();
    await settling;
    const { id } = await adding;
    expect(await test.lookup(`${id}/1`)).toBe(someValue().reveal());
  });
});

describe('a locked keychain', () => {
  it('leaves what a crash left as it is until it is open, and holds up no other repair', async () => {
    const deleted = await test.vault.keys.add({ ...fields, name: `${fields.name} deleted` }, someValue('d'));
    await test.vault.deletion.delete(deleted.id);
    breaking = 'after-write';
    void test.vault.keys.add(fields, someValue());
    await expect.poll(() => test.ports.store.intents.all()).toHaveLength(1);
    const [ref] = test.ports.store.intents.all();
    await expect.poll(() => test.lookup(`${ref?.keyId}/1`)).not.toBeNull();
    breaking = 'never';
    const vault = await test.restart();
    await test.keyring.lock();
    test.clock.pass(30 * 24 * 60 * 60 * 1000);
    expect(await spendADay(test)).toContainEqual(expect.objectContaining({ code: 'KEYCHAIN_LOCKED' }));
    expect(test.ports.store.intents.all()).toEqual([ref]);
    // The deletion behind it went as far as the database goes.
    expect(test.ports.store.tombstones.all()).toContainEqual({ keyId: deleted.id, number: 1 });
    await test.keyring.unlock();
    expect(await vault.reconcile()).toEqual([]);
    expect(test.ports.store.intents.all()).toEqual([]);
    expect(await test.lookup(`${ref?.keyId}/1`)).toBeNull();
    expect(await test.lookup(`${deleted.id}/1`)).toBeNull();
  });

  it('refuses to add with KEYCHAIN_LOCKED; unlocked, nothing of the attempt is left', async () => {
    await test.vault.keys.add(fields, someValue());
    await test.keyring.lock();
    const adding = test.vault.keys.add({ ...fields, name: 'Second' }, someValue('b'));
    await expect(adding).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    expect(names()).toContain(fields.name);
    expect(names()).not.toContain('Second');
    await test.keyring.unlock();
    await restart();
    expect(names()).toContain(fields.name);
    expect(names()).not.toContain('Second');
  });
});
