import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Breaking, breakKeychain, restartAndSettle } from '../../support/breaking-keychain.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';
import { backedUpKey, backedUpVersion, backupOf, look, restoreKeys, writeBackupOf } from './support.ts';

/** At the write of which account the keychain breaks, and how. */
const breaking: { at: string; when: Breaking } = { at: '', when: 'before' };
let test: TestVault;
const wrap = breakKeychain((call, account) => (call === 'write' && account === breaking.at ? breaking.when : null));

beforeAll(async () => {
  test = await openTestVault({ wrap });
});
afterAll(() => test.stop());
beforeEach(() => {
  breaking.at = '';
});

const restart = (): Promise<void> => {
  breaking.at = '';
  return restartAndSettle(test);
};

const ids = ['1', '2', '3'].map((digit) => digit.repeat(32));

describe('a crash in the middle of a restore', () => {
  it.each([
    ['before', '2'],
    ['after', '2'],
    ['before', '1'],
    ['after', '1'],
  ] as const)(
    '%s value %s of the second key is written leaves the first whole and the second away',
    async (when, number) => {
      const now = test.clock.now();
      const keys = ids.map((id, index) =>
        backedUpKey(index, {
          id,
          versions: [
            backedUpVersion(`sk-current-of-${id}`, { number: 2 }),
            backedUpVersion(`sk-previous-of-${id}`, { state: 'previous', graceEndsAt: now + 1_000_000 }),
          ],
        }),
      );
      const view = await look(test.vault, await writeBackupOf(test, 'crash.age', backupOf(keys)));
      breaking.at = `${ids[1]}/${number}`;
      breaking.when = when;
      void restoreKeys(test.vault, view);
      await expect.poll(() => test.ports.store.intents.all().some(({ keyId }) => keyId === ids[1])).toBe(true);
      if (when === 'after') await expect.poll(() => test.lookup(breaking.at)).not.toBeNull();
      const at = breaking.at;
      if (when === 'after') breaking.at = at;
      await restart();
      expect(test.vault.keys.page('', 1_000).map(({ id }) => id)).toEqual([ids[0]]);
      expect(await test.lookup(`${ids[0]}/2`)).toBe(`sk-current-of-${ids[0]}`);
      expect(await test.lookup(`${ids[0]}/1`)).toBe(`sk-previous-of-${ids[0]}`);
      for (const account of [`${ids[1]}/1`, `${ids[1]}/2`, `${ids[2]}/1`])
        expect(await test.lookup(account)).toBeNull();
      await test.vault.deletion.delete(ids[0] ?? '');
      await emptyTrash(test);
    },
  );

  it.each(['before', 'after'] as const)('%s another value of a key is written leaves the old one', async (when) => {
    const { id } = await test.vault.keys.add(someFields, someValue(`old ${when}`));
    const versions = [backedUpVersion(`sk-theirs ${when}`, { createdAt: test.clock.now() + 1 })];
    const content = backupOf([backedUpKey(1, { id, name: 'Theirs', versions })]);
    const view = await look(test.vault, await writeBackupOf(test, 'crash.age', content));
    breaking.at = `${id}/2`;
    breaking.when = when;
    void restoreKeys(test.vault, view);
    await expect.poll(() => test.ports.store.intents.all()).toHaveLength(1);
    if (when === 'after') await expect.poll(() => test.lookup(`${id}/2`)).not.toBeNull();
    await restart();
    expect(test.vault.keys.get(id)).toMatchObject({ name: 'OpenAI', version: 1 });
    expect(await test.lookup(`${id}/1`)).toBe(someValue(`old ${when}`).reveal());
    expect(await test.lookup(`${id}/2`)).toBeNull();
    await test.vault.deletion.delete(id);
    await emptyTrash(test);
  });

  it('is not what a keychain makes that is locked midway: it ends there, and what was done stays', async () => {
    const keys = ids.map((id, index) => backedUpKey(index, { id, versions: [backedUpVersion(`sk-of-${id}`)] }));
    const view = await look(test.vault, await writeBackupOf(test, 'crash.age', backupOf(keys)));
    breaking.at = `${ids[1]}/1`;
    breaking.when = 'refused';
    await expect(restoreKeys(test.vault, view)).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    expect(test.vault.keys.page('', 1_000).map(({ id }) => id)).toEqual([ids[0]]);
    expect(test.ports.store.intents.all()).toEqual([]);
    breaking.at = '';
    const again = await look(test.vault, await writeBackupOf(test, 'crash.age', backupOf(keys)));
    expect(again.keys.map(({ state }) => state)).toEqual(['same', 'new', 'new']);
  });
});
