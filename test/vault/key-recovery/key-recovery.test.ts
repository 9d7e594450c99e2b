import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeyRecoveryView } from '../../../electron/vault/key-recovery/key-recovery.ts';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../../support/test-vault.ts';

const service = 'Clavis Test';
const dayMs = 24 * 60 * 60 * 1000;
let test: TestVault;

/** One process knows one bus: each test has a login's data of its own on it. */
let login = 'own';
let count = 0;

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  login = `login ${count}`;
  test.consent.agrees = false;
  await test.keyring.restart({ data: login });
  await loseDatabase();
});

/** As after a disk that lost the user data and not the keychain. */
async function loseDatabase(): Promise<void> {
  await test.restart({
    between: async () => {
      for (const file of ['vault.db', 'vault.db-wal', 'vault.db-shm'])
        await rm(path.join(test.folder, file), { force: true });
    },
  });
}

const chosen = ({ found }: KeyRecoveryView) => found.map(({ entryId, name, envVar }) => ({ entryId, name, envVar }));
const take = (view: KeyRecoveryView) => test.vault.keyRecovery.take(view.recoveryId, chosen(view));

describe('after a lost database', () => {
  it('every key is offered by its label, without its value, and comes back under its id with both values, as copied', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'My OpenAI' }, someValue('a'));
    await test.vault.rotation.rotate(id, someValue('b'));
    await test.vault.keys.add({ ...someFields, name: 'Second' }, someValue('c'));
    await test.vault.keys.add({ ...someFields, name: 'Short' }, someValue('d'));
    await test.keyring.store(service, 'short/1', 'swordfish');
    await test.keyring.store(service, 'unlabelled/1', someValue('e').reveal());
    await loseDatabase();
    expect(test.vault.keys.page('', 1_000)).toEqual([]);

    const view = await test.vault.keyRecovery.scan();
    expect(view).toMatchObject({ missing: [], damaged: [], spare: [] });
    expect(view.found).toEqual(
      [
        { name: 'My OpenAI', envVar: 'OPENAI_API_KEY', provider: '', values: 2 },
        { name: 'Recovered key', envVar: 'API_KEY', provider: '', values: 1 },
        { name: 'Recovered key (recovered)', envVar: 'API_KEY', provider: '', values: 1 },
        { name: 'Second', envVar: 'OPENAI_API_KEY', provider: 'openai', values: 1 },
        { name: 'Short', envVar: 'OPENAI_API_KEY', provider: 'openai', values: 1 },
      ].map((one) => ({ ...one, entryId: expect.any(String), nameHere: null, changedAt: expect.any(Number) })),
    );
    for (const seed of ['a', 'b', 'c', 'd', 'e']) expect(JSON.stringify(view)).not.toContain(someValue(seed).reveal());

    expect(await take(view)).toEqual({ kept: 6, left: 0 });
    // Nothing but its value told what it is.
    const names = test.vault.keys.page('', 1_000).map(({ name, envVar, provider }) => [name, envVar, provider]);
    expect(names).toContainEqual(['OpenAI', 'OPENAI_API_KEY', 'openai']);
    expect(names.filter(([name]) => name?.startsWith('Recovered key'))).toEqual([[expect.any(String), 'API_KEY', '']]);
    expect(test.vault.keys.get(id)).toMatchObject({ version: 2, grant: 'spent', last4: '3f9A', provider: 'openai' });
    expect(test.vault.activity.latest(10, id).map(({ kind }) => kind)).toEqual(['recovered']);
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'COPY_SPENT' });
    await test.vault.rotation.undo(id);
    test.consent.agrees = true;
    await test.vault.copying.allowOneMore(id);
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(someValue('a').reveal());
    const rotated = await test.vault.rotation.rotate(id, someValue('e'));
    expect(rotated.version).toBe(3);

    expect((await test.vault.keyRecovery.scan()).found).toEqual([]);
  });

  it('a name that is taken is refused before anything is taken, and can be fixed', async () => {
    await test.vault.keys.add({ ...someFields, name: 'One' }, someValue('a'));
    await test.vault.keys.add({ ...someFields, name: 'Two' }, someValue('b'));
    await loseDatabase();
    const view = await test.vault.keyRecovery.scan();
    const same = chosen(view).map((one) => ({ ...one, name: 'The same' }));
    await expect(test.vault.keyRecovery.take(view.recoveryId, same)).rejects.toMatchObject({
      code: 'FIELDS_INVALID',
      details: { [`${same[1]?.entryId}.name`]: 'NAME_TAKEN' },
    });
    const wrong = chosen(view).map((one, at) => (at === 0 ? one : { ...one, envVar: 'not valid' }));
    await expect(test.vault.keyRecovery.take(view.recoveryId, wrong)).rejects.toMatchObject({
      code: 'FIELDS_INVALID',
      details: { [`${wrong[1]?.entryId}.envVar`]: 'ENV_VAR_INVALID' },
    });
    expect(test.vault.keys.page('', 1_000)).toEqual([]);
    expect(await take(view)).toEqual({ kept: 2, left: 0 });
    // Again by mistake: they are there already.
    expect(await take(view)).toEqual({ kept: 0, left: 0 });
    expect(test.vault.keys.page('', 1_000)).toHaveLength(2);
  });

  it('what no key could hold, and what is not of Clavis’ form, is left alone', async () => {
    await test.vault.keys.add({ ...someFields, name: 'One' }, someValue('a'));
    for (const account of ['by hand', 'fingerprint/7', 'x/0', 'x/01', 'a/b/1', `${'y'.repeat(65)}/1`]) {
      await test.keyring.store(service, account, 'not a key of Clavis');
    }
    await test.keyring.store(service, 'control/1', 'with \u0007 a bell');
    await test.keyring.store(service, 'bytes/1', Uint8Array.of(0xff, 0xfe, 0x41));
    await test.keyring.store(service, 'twice/1', 'one of two that nobody can tell apart', ['more', '1']);
    await test.keyring.store(service, 'twice/1', 'the other', ['more', '2']);
    const view = await test.vault.keyRecovery.scan();
    expect(view).toMatchObject({ found: [{ values: 1 }, { values: 1 }], missing: [] });
    // Only a value that was read shows that no key can have it.
    expect(await take(view)).toEqual({ kept: 0, left: 2 });
    expect(test.vault.keys.page('', 1_000)).toHaveLength(1);
    expect(await test.lookup('control/1')).toBe('with \u0007 a bell');
  });

  it('a value recovered while the grace is set to none is not erased at once', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'One' }, someValue('a'));
    await test.vault.rotation.rotate(id, someValue('b'));
    await loseDatabase();
    test.consent.agrees = true;
    await test.vault.settings.set({ leaseSeconds: 30, graceDays: 0 });
    await take(await test.vault.keyRecovery.scan());
    test.clock.pass(5 * dayMs);
    await spendADay(test);
    expect(await test.lookup(`${id}/1`)).toBe(someValue('a').reveal());
  });
});

describe('next to a database that knows the key', () => {
  it('a later value becomes the current one, the former one the previous', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Mine' }, someValue('a'));
    await test.keyring.store(service, `${id}/4`, someValue('b').reveal());
    const view = await test.vault.keyRecovery.scan();
    expect(view.found).toMatchObject([{ nameHere: 'Mine', name: 'Mine', values: 1 }]);
    expect(await take(view)).toEqual({ kept: 1, left: 0 });
    expect(test.vault.keys.get(id)).toMatchObject({ name: 'Mine', version: 4, grant: 'spent' });
    expect((await test.vault.rotation.undo(id)).version).toBe(1);
    expect(await test.lookup(`${id}/1`)).toBe(someValue('a').reveal());
    expect(await test.lookup(`${id}/4`)).toBe(someValue('b').reveal());
  });

  it('an earlier value becomes the previous one, and is not offered where there is one', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Mine' }, someValue('a'));
    await test.vault.rotation.rotate(id, someValue('b'));
    test.consent.agrees = true;
    await test.vault.rotation.rotate(id, someValue('c'));
    await test.keyring.store(service, `${id}/1`, someValue('d').reveal());
    expect((await test.vault.keyRecovery.scan()).found).toEqual([]);
    await test.vault.rotation.finish(id);
    const view = await test.vault.keyRecovery.scan();
    expect(await take(view)).toEqual({ kept: 1, left: 0 });
    expect(test.vault.keys.get(id).version).toBe(3);
    expect((await test.vault.rotation.undo(id)).version).toBe(1);
  });

  it('only the third value of a key that can have two has to go', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Mine' }, someValue('a'));
    await test.vault.rotation.rotate(id, someValue('b'));
    await test.keyring.store(service, `${id}/3`, someValue('c').reveal());
    await take(await test.vault.keyRecovery.scan());
    expect(test.vault.keys.get(id).version).toBe(3);
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(await test.lookup(`${id}/2`)).toBe(someValue('b').reveal());
  });

  it('values that are being written or removed, or belong to a deleted key, can’t be recovered', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Mine' }, someValue('a'));
    const deleted = await test.vault.keys.add({ ...someFields, name: 'Deleted' }, someValue('b'));
    await test.keyring.store(service, `${deleted.id}/2`, someValue('c').reveal());
    await test.vault.deletion.delete(deleted.id);
    await test.keyring.store(service, 'begun/1', someValue('d').reveal());
    await test.keyring.store(service, 'buried/1', someValue('e').reveal());
    test.ports.store.intents.add({ keyId: 'begun', number: 1 });
    test.ports.store.tombstones.add({ keyId: 'buried', number: 1 });
    expect(await test.vault.keyRecovery.scan()).toMatchObject({ found: [], missing: [] });
    expect(test.vault.keys.get(id).valueMissing).toBe(false);
  });

  it('a value that came under a tombstone or changed its standing since is not taken', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Mine' }, someValue('a'));
    await test.keyring.store(service, `${id}/2`, someValue('b').reveal());
    await test.keyring.store(service, 'lost/1', someValue('c').reveal());
    const view = await test.vault.keyRecovery.scan();
    test.ports.store.tombstones.add({ keyId: 'lost', number: 1 });
    await test.keyring.store(service, `${id}/2`, someValue('b').reveal());
    await test.vault.rotation.rotate(id, someValue('d'));
    test.consent.agrees = true;
    await test.vault.rotation.rotate(id, someValue('e'));
    expect(await take(view)).toEqual({ kept: 0, left: 2 });
    expect(test.vault.keys.page('', 1_000)).toHaveLength(1);
  });

  it('keys without their value are named, and known as found when it is back', async () => {
    const gone = await test.vault.keys.add({ ...someFields, name: 'Gone' }, someValue('a'));
    const here = await test.vault.keys.add({ ...someFields, name: 'Here' }, someValue('b'));
    await test.ports.keychain.remove(`${gone.id}/1`);
    expect((await test.vault.keyRecovery.scan()).missing).toEqual([{ keyId: gone.id, name: 'Gone' }]);
    expect(test.vault.keys.get(gone.id).valueMissing).toBe(true);
    expect(test.vault.keys.get(here.id).valueMissing).toBe(false);
    await test.keyring.store(service, `${gone.id}/1`, someValue('a').reveal());
    expect((await test.vault.keyRecovery.scan()).missing).toEqual([]);
    expect(test.vault.keys.get(gone.id).valueMissing).toBe(false);
  });
});

describe('before anything is recovered', () => {
  it('a rotation does not overwrite a later value that an older database doesn’t know', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Mine' }, someValue('a'));
    await test.keyring.store(service, `${id}/2`, someValue('later').reveal());
    expect((await test.vault.rotation.rotate(id, someValue('b'))).version).toBe(3);
    expect(await test.lookup(`${id}/2`)).toBe(someValue('later').reveal());
    expect(await test.lookup(`${id}/3`)).toBe(someValue('b').reveal());
  });
});

describe('a look through the keychain', () => {
  it('says that it is locked, and that it is another one, and changes nothing then', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Mine' }, someValue('a'));
    await test.keyring.lock();
    await expect(test.vault.keyRecovery.scan()).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    await test.keyring.unlock();
    await test.keyring.restart({ data: 'another' });
    await expect(test.vault.keyRecovery.scan()).rejects.toMatchObject({ code: 'KEYCHAIN_OTHER' });
    expect(test.vault.keys.get(id).valueMissing).toBe(false);
    await test.keyring.restart({ data: login });
    expect(await test.vault.keyRecovery.scan()).toMatchObject({ found: [], missing: [] });
  });

  it('that is not the last one counts no more', async () => {
    await test.vault.keys.add({ ...someFields, name: 'Mine' }, someValue('a'));
    await test.keyring.store(service, 'lost/1', someValue('b').reveal());
    const older = await test.vault.keyRecovery.scan();
    const newer = await test.vault.keyRecovery.scan();
    await expect(take(older)).rejects.toMatchObject({ code: 'RECOVERY_UNKNOWN' });
    await expect(test.vault.keyRecovery.take(newer.recoveryId, chosen(older))).rejects.toMatchObject({
      code: 'RECOVERY_UNKNOWN',
    });
    expect(await take(newer)).toEqual({ kept: 1, left: 0 });
  });
});
