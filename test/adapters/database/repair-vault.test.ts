import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyDaily } from '../../../electron/adapters/database/copies.ts';
import { planRepair, repairDatabase } from '../../../electron/adapters/database/repair.ts';
import type { Keychain, Ports } from '../../../electron/vault/ports.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../../support/test-vault.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Removals that the keychain leaves for later, as a crash in front of each would. */
const stuck = { removals: false };
/** Writes that wait here, as under a prompt to unlock. */
let held: { release: () => void } | null = null;
let holdNext = false;
let clavis: TestVault;

function wrap(ports: Ports): Ports {
  const real = ports.keychain;
  const keychain: Keychain = {
    ...real,
    async write(account, value) {
      if (holdNext && !account.startsWith('fingerprint/')) {
        holdNext = false;
        await new Promise<void>((release) => {
          held = { release };
        });
      }
      await real.write(account, value);
    },
    remove: (account) => (stuck.removals ? new Promise(() => {}) : real.remove(account)),
  };
  return { ...ports, keychain };
}

beforeAll(async () => {
  clavis = await openTestVault({ wrap });
});
afterAll(() => clavis.stop());

function addKey(name: string, seed: string) {
  return clavis.vault.keys.add({ ...someFields, name }, someValue(seed));
}

/** The vault's database breaks, and is rebuilt from the copy; Clavis starts again. */
async function breakAndRepair(): Promise<Vault> {
  const { store } = clavis.ports;
  if ('close' in store && typeof store.close === 'function') store.close();
  const file = path.join(clavis.folder, 'vault.db');
  writeFileSync(file, 'nonsense');
  const { copyFrom } = repairDatabase(file, planRepair(file), clavis.clock.now());
  expect(copyFrom).not.toBeNull();
  const vault = await clavis.restart();
  stuck.removals = false;
  return vault;
}

test('a vault rebuilt from a copy removes no value that was kept since, and takes every copy for spent', async () => {
  const file = path.join(clavis.folder, 'vault.db');
  const undone = await addKey('Undone', 'a');
  await clavis.vault.rotation.rotate(undone.id, someValue('b'));
  const rotated = await addKey('Rotated', 'c');
  const deleted = await addKey('Deleted', 'd');
  const copied = await addKey('Copied', 'e');
  const finished = await addKey('Finished', 'f');
  await clavis.vault.rotation.rotate(finished.id, someValue('g'));
  await clavis.vault.deletion.delete(deleted.id);
  await addKey('Deleted', 'h');
  // As the copy is made, one value is on its way in, another on its way out, and a key is in Trash.
  stuck.removals = true;
  clavis.consent.agrees = true;
  void clavis.vault.rotation.finish(finished.id);
  await expect.poll(() => clavis.ports.store.tombstones.all()).toHaveLength(1);
  holdNext = true;
  const adding = addKey('Added', 'i');
  await expect.poll(() => held).not.toBeNull();
  const [intent] = clavis.ports.store.intents.all();
  await copyDaily(file, clavis.clock.now());

  held?.release();
  const added = await adding;
  expect(intent).toEqual({ keyId: added.id, number: 1 });
  await clavis.vault.rotation.undo(undone.id);
  clavis.vault.trash.restore(deleted.id);
  await clavis.vault.rotation.rotate(rotated.id, someValue('j'));
  await clavis.vault.copying.copy(copied.id);
  const accounts = [
    [`${undone.id}/1`, 'a'],
    [`${undone.id}/2`, 'b'],
    [`${rotated.id}/1`, 'c'],
    [`${rotated.id}/2`, 'j'],
    [`${deleted.id}/1`, 'd'],
    [`${added.id}/1`, 'i'],
    [`${finished.id}/1`, 'f'],
    [`${finished.id}/2`, 'g'],
  ] as const;
  const values = () => Promise.all(accounts.map(([account]) => clavis.lookup(account)));
  const kept = accounts.map(([, seed]) => someValue(seed).reveal());
  expect(await values()).toEqual(kept);

  // Longer than any grace of the copy, and than a key stays in Trash.
  clavis.clock.pass(31 * dayMs);
  const vault = await breakAndRepair();
  expect(await vault.reconcile()).toEqual([]);
  expect(await values()).toEqual(kept);
  const listed = vault.keys.page('', 1_000).map(({ name }) => name);
  expect(listed.sort()).toEqual(['Copied', 'Deleted', 'Finished', 'Rotated', 'Undone']);
  // It was restored since, which the copy doesn't know: it begins its time in Trash again.
  expect(vault.trash.list(null, 10)).toMatchObject([{ id: deleted.id, deletedAt: clavis.clock.now() }]);
  await expect(vault.copying.copy(copied.id)).rejects.toMatchObject({ code: 'COPY_SPENT' });

  // A value that the keychain got since the copy is not written over by the next rotation.
  await vault.rotation.rotate(rotated.id, someValue('k'));
  expect(await clavis.lookup(`${rotated.id}/2`)).toBe(someValue('j').reveal());
  expect(await clavis.lookup(`${rotated.id}/1`)).toBe(someValue('c').reveal());

  // Six days on all is still there; after a week the graces end as ever.
  clavis.clock.pass(5 * dayMs);
  await spendADay(clavis);
  expect(await values()).toEqual(kept);
  clavis.clock.pass(dayMs);
  await spendADay(clavis);
  expect(vault.trash.restore(deleted.id)).toMatchObject({ name: 'Deleted 2' });
  expect(await clavis.lookup(`${deleted.id}/1`)).toBe(someValue('d').reveal());
  expect(await clavis.lookup(`${undone.id}/1`)).toBeNull();
  expect(await clavis.lookup(`${undone.id}/2`)).toBe(someValue('b').reveal());
});
