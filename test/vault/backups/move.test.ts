import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Secret } from '../../../electron/vault/secret.ts';
import { openTestVault, someFields, type TestVault } from '../../support/test-vault.ts';
import { look, openSecondVault, passphrase, restoreKeys } from './support.ts';

const many = 60;
let test: TestVault;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());

/** Each of another shape: lines, scripts, sizes. */
function shaped(index: number): string {
  const shapes = ['plain', 'two\nlines', 'ключ 鍵 🔑', 'long '.repeat(400), '"quoted" \\ $HOME #'];
  return `${shapes[index % shapes.length]} ${index} end`;
}

it(`moves a vault of ${many} keys to another computer, every value and field as it was`, async () => {
  const values = new Map<string, string>();
  for (let index = 0; index < many; index += 1) {
    const { id } = await test.vault.keys.add(
      { ...someFields, name: `Key ${index}`, envVar: `KEY_${index}`, tags: [`tag ${index % 7}`] },
      new Secret(shaped(index)),
    );
    values.set(`${id}/1`, shaped(index));
    test.clock.pass(1_000);
    if (index % 10 === 0) await test.vault.copying.copy(id);
    if (index % 15 > 0) continue;
    values.set(`${id}/2`, `rotated ${shaped(index)}`);
    await test.vault.rotation.rotate(id, new Secret(`rotated ${shaped(index)}`));
  }
  const file = path.join(test.folder, 'move.age');
  expect(await test.vault.backingUp.save(file, new Secret(passphrase))).toMatchObject({ keys: many, missing: [] });

  const there = openSecondVault(test);
  const view = await look(there.vault, file);
  expect(view.keys.map(({ state }) => state)).toEqual(Array.from({ length: many }, () => 'new'));
  expect(await restoreKeys(there.vault, view)).toEqual({ keys: many, projects: 0 });
  expect(there.vault.keys.page('', 1_000)).toEqual(test.vault.keys.page('', 1_000));
  for (const [account, value] of values) {
    expect((await there.ports.keychain.read(account))?.reveal(), account).toBe(value);
  }
  const again = await look(there.vault, file);
  expect(again.keys.filter(({ state }) => state !== 'same')).toEqual([]);
  await there.close();
});
