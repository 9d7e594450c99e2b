import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeKept } from '../../support/kept-value.ts';
import { type LyingService, openLyingService } from '../../support/lying-secret-service.ts';
import { openTestVaultOn, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';

/** A vault on a Secret Service that can say that it removed something, and keep it. */
let secrets: LyingService;
let test: TestVault<Parameters<typeof openTestVaultOn>[0]>;

beforeEach(async () => {
  secrets = await openLyingService();
  const lookup = async (_service: string, account: string) => {
    const found = [...secrets.items.values()].find(({ attributes }) => attributes.some(([, one]) => one === account));
    return found === undefined ? null : decodeKept(found.value.toString());
  };
  test = await openTestVaultOn({ env: secrets.env, lookup, stop: secrets.stop });
});
afterEach(async () => {
  await test.stop();
  await secrets.stop();
});

it('a key whose value the keychain says it removed, and keeps, is still to be erased, until it is seen to be gone', async () => {
  const waiting: number[] = [];
  test.follow({ erasure: (count) => waiting.push(count) });
  const { id } = await test.vault.keys.add({ ...someFields, name: 'Kept on' }, someValue('a'));
  const other = await test.vault.keys.add({ ...someFields, name: 'Other' }, someValue('b'));
  await test.vault.deletion.delete(id);
  secrets.lieAt('Delete', (call, _honest, wire) => wire.reply(call, { signature: 'o', body: ['/'] }));
  await emptyTrash(test);
  expect(test.ports.store.tombstones.all()).toEqual([{ keyId: id, number: 1 }]);
  expect(await test.lookup(`${id}/1`)).toBe(someValue('a').reveal());
  expect(test.diagnostics.words()).toEqual(['erasing KEYCHAIN_FAILED']);
  expect(waiting.at(-1)).toBe(1);
  expect(await test.vault.reconcile()).toMatchObject([{ code: 'KEYCHAIN_FAILED' }]);

  secrets.beHonest();
  expect(await test.vault.reconcile()).toEqual([]);
  expect(test.ports.store.tombstones.all()).toEqual([]);
  expect(await test.lookup(`${id}/1`)).toBeNull();
  expect(await test.lookup(`${other.id}/1`)).toBe(someValue('b').reveal());
  expect(waiting.at(-1)).toBe(0);
});
