import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { createErasureCare } from '../../electron/vault/erasure-care.ts';
import { vaultError } from '../../electron/vault/errors.ts';
import type { Ports } from '../../electron/vault/ports.ts';
import { breakKeychain } from '../support/breaking-keychain.ts';
import { openWrittenDiagnostics, type WrittenDiagnostics } from '../support/diagnostics-file.ts';
import { openTestVault, someFields, someValue, spendADay, type TestVault, writeAgreed } from '../support/test-vault.ts';
import { emptyTrash } from '../support/trash.ts';

/** What fails in the vault and nobody waits for: each is provoked, and then looked for in the log's own file. */

const dayMs = 24 * 60 * 60 * 1000;

interface Noted {
  readonly test: TestVault;
  readonly log: WrittenDiagnostics;
}

async function openNoted(wrap?: (ports: Ports) => Ports): Promise<Noted> {
  const log = await openWrittenDiagnostics();
  const test = await openTestVault({ log, ...(wrap === undefined ? {} : { wrap }) });
  onTestFinished(() => test.stop());
  test.consent.agrees = true;
  return { test, log };
}

/** Another program takes a table away: every call on it fails from now on. */
function dropTable({ folder }: TestVault, table: string): void {
  const database = new DatabaseSync(path.join(folder, 'vault.db'));
  database.exec(`PRAGMA foreign_keys = OFF; DROP TABLE ${table}`);
  database.close();
}

async function linkProject({ vault, folder }: TestVault): Promise<{ root: string; targetId: string }> {
  const root = path.join(folder, 'shop');
  await mkdir(root);
  await writeFile(path.join(root, '.env'), 'NOTHING=\n');
  const project = await vault.projects.link(root);
  return { root, targetId: project.targets[0]?.id ?? '' };
}

it('values that a locked keychain keeps, one line for each time', async () => {
  const { test, log } = await openNoted();
  const { id } = await test.vault.keys.add(someFields, someValue());
  await test.vault.deletion.delete(id);
  await test.keyring.lock();
  await emptyTrash(test);
  expect(await log.written()).toEqual(['erasing KEYCHAIN_LOCKED']);
  expect(await log.text()).toContain(`"ids":["${id.slice(0, 8)}"]`);
  expect(test.vault.erasure.waiting()).toBe(1);
});

it('what each part of the maintenance could not do, of which none keeps another back', async () => {
  const { test, log } = await openNoted();
  await test.vault.settings.set({ graceDays: 1, trashDays: 7 });
  const { id } = await test.vault.keys.add(someFields, someValue('a'));
  await test.vault.rotation.rotate(id, someValue('b'));
  const other = await test.vault.keys.add({ ...someFields, name: 'Other', envVar: 'OTHER' }, someValue('c'));
  await test.vault.deletion.delete(other.id);
  const { root } = await linkProject(test);
  await rename(root, `${root}-away`);
  test.clock.pass(30 * dayMs);
  await test.keyring.lock();
  await spendADay(test);
  await spendADay(test);
  const written = await log.written();
  for (const one of ['keychain KEYCHAIN_LOCKED', 'erasing KEYCHAIN_LOCKED', 'leftovers FOLDER_GONE']) {
    expect(written).toContain(one);
  }
  // Both fell due, though neither could be erased.
  expect(test.ports.store.tombstones.all()).toHaveLength(2);
  expect(test.vault.erasure.waiting()).toBe(2);

  // What was tried and failed is tried again, the drive that was not there, too.
  await rename(`${root}-away`, root);
  await test.keyring.unlock();
  expect(await test.vault.reconcile()).toEqual([]);
  expect(test.vault.erasure.waiting()).toBe(0);
  expect(test.ports.store.tombstones.all()).toEqual([]);
});

it('a value that the keychain refuses to remove keeps no other from going', async () => {
  // The key whose value is to go first, whichever that is; null: none from now on.
  let refused: string | null = '';
  const { test, log } = await openNoted((ports) => {
    const { keychain } = ports;
    const remove = async (account: string): Promise<void> => {
      if (refused === '') refused = account.split('/')[0] ?? '';
      const isRefused = refused !== null && account.startsWith(refused);
      if (isRefused) throw vaultError('KEYCHAIN_FAILED', { reason: { code: 'KEYCHAIN_UNKNOWN' } });
      await keychain.remove(account);
    };
    return { ...ports, keychain: { ...keychain, remove } };
  });
  const told: number[] = [];
  test.follow({ erasure: (waiting) => told.push(waiting) });
  const add = (name: string) => test.vault.keys.add({ ...someFields, name, envVar: name }, someValue(name));
  const keys = [await add('A'), await add('B'), await add('C')];
  for (const { id } of keys) await test.vault.deletion.delete(id);
  await emptyTrash(test);
  expect(test.ports.store.tombstones.all()).toEqual([{ keyId: refused, number: 1 }]);
  await expect(test.vault.erasure.tryAgain()).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect(await log.written()).toContain('erasing KEYCHAIN_FAILED');
  refused = null;
  expect(await test.vault.erasure.tryAgain()).toBe(0);
  expect(told).toEqual([1, 0]);
});

it('a value on its way that could be neither kept nor taken back is tried again in the same run', async () => {
  let isRefused = false;
  const { test, log } = await openNoted(breakKeychain(() => (isRefused ? 'refused' : null)));
  await test.vault.keys.add(someFields, someValue());
  isRefused = true;
  const adding = test.vault.keys.add({ ...someFields, name: 'Other', envVar: 'OTHER' }, someValue('b'));
  await expect(adding).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  expect(await log.written()).toEqual(['intents KEYCHAIN_LOCKED']);
  expect(test.vault.erasure.waiting()).toBe(1);
  isRefused = false;
  expect(await test.vault.erasure.tryAgain()).toBe(0);
  expect(test.ports.store.intents.all()).toEqual([]);
});

it('an export that was cut off, while its folder is away', async () => {
  let isKilled = false;
  const { test, log } = await openNoted((ports) => ({
    ...ports,
    files: {
      ...ports.files,
      async write(...args) {
        const dies = isKilled;
        await ports.files.write(...args);
        if (dies) await new Promise(() => {});
      },
    },
  }));
  const { root, targetId } = await linkProject(test);
  const { id } = await test.vault.keys.add(someFields, someValue());
  test.vault.projects.bind(targetId, id, 'A_KEY');
  isKilled = true;
  void writeAgreed(test, targetId);
  await expect.poll(() => readFile(path.join(root, '.env'), 'utf8')).toContain('A_KEY=');
  isKilled = false;
  const vault = await test.restart({ between: () => rename(root, `${root}-away`) });
  expect(await vault.reconcile()).toEqual([expect.objectContaining({ code: 'FOLDER_GONE' })]);
  expect(await log.written()).toEqual(['exports FOLDER_GONE', 'leftovers FOLDER_GONE']);
});

it('a file of values that a killed write left, and that can’t go yet', async () => {
  const { test, log } = await openNoted();
  const { root } = await linkProject(test);
  // Its writer's number is that of a program that runs: this one's parent.
  await mkdir(path.join(root, `..env.clavis-${process.ppid}-1`));
  expect(await test.vault.reconcile()).toEqual([]);
  expect(await log.written()).toEqual(['leftovers LEFTOVER_STAYS']);
});

it('a clipboard that can’t be read: at a copy, when the time is over, and when it is looked whether a value came back', async () => {
  const { test, log } = await openNoted();
  const { id } = await test.vault.keys.add({ ...someFields, copyPolicy: 'always' }, someValue());
  test.clipboard.failRead = true;
  await test.vault.copying.copy(id);
  expect(await log.written()).toEqual(['clipboard Error']);
  test.clipboard.failRead = true;
  test.clock.pass(30_000);
  await expect.poll(() => test.clipboard.failRead).toBe(false);
  // The same place failed, and another caller.
  await expect.poll(() => log.written()).toHaveLength(2);
  test.clock.pass(1_000);
  await expect.poll(() => test.clipboard.held.clipboard).toBeNull();
  await expect.poll(() => test.vault.leases.current()).toBeNull();
  test.clipboard.failRead = true;
  test.clock.pass(1_000);
  await expect.poll(() => test.clipboard.failRead).toBe(false);
  await expect.poll(() => test.diagnostics.failures.filter(({ area }) => area === 'clipboard')).toHaveLength(3);
});

it('a clipboard that can’t be cleared as the app ends', async () => {
  const { test, log } = await openNoted();
  const { id } = await test.vault.keys.add({ ...someFields, copyPolicy: 'always' }, someValue());
  await test.vault.copying.copy(id);
  test.clipboard.failRead = true;
  await test.vault.close();
  expect(await log.written()).toEqual(['clipboard Error']);
});

it('a lock that the database can’t record holds all the same', async () => {
  const { test, log } = await openNoted();
  dropTable(test, 'activity');
  await test.vault.locking.lock('hand');
  expect(test.vault.locking.isLocked()).toBe(true);
  expect(await log.written()).toEqual(['lock DATABASE_FAILED']);
});

it('a clock that can’t be noted down, a trash and graces that can’t be read', async () => {
  const { test, log } = await openNoted();
  dropTable(test, 'settings');
  dropTable(test, 'versions');
  expect((await test.vault.reconcile()).length).toBeGreaterThan(0);
  const written = await log.written();
  for (const area of ['trusted-time', 'trash', 'graces']) expect(written).toContain(`${area} DATABASE_FAILED`);
});

it('names in the keychain that can’t follow, values of before and what was kept last, while it is locked', async () => {
  let isLocked = false;
  const refuse = async (): Promise<never> => {
    throw vaultError('KEYCHAIN_LOCKED');
  };
  const { test, log } = await openNoted((ports) => {
    const { keychain } = ports;
    return {
      ...ports,
      keychain: {
        ...keychain,
        items: (accounts) => (isLocked ? refuse() : keychain.items(accounts)),
        label: (...args) => (isLocked ? refuse() : keychain.label(...args)),
        encodeRaw: (...args) => (isLocked ? refuse() : keychain.encodeRaw(...args)),
        readMany: (accounts) => (isLocked ? refuse() : keychain.readMany(accounts)),
      },
    };
  });
  await test.vault.keys.add(someFields, someValue());
  isLocked = true;
  const vault = await test.restart();
  expect(await vault.reconcile()).toHaveLength(3);
  expect(await log.written()).toEqual(
    ['unseen-values', 'labels', 'raw-values'].map((area) => `${area} KEYCHAIN_LOCKED`),
  );
  isLocked = false;
  expect(await vault.reconcile()).toEqual([]);
});

it('a window or tray that can’t take a change: the others hear of it, and what was done is done', async () => {
  const { test, log } = await openNoted();
  const heard: string[] = [];
  test.follow({
    keys() {
      throw new TypeError('Object has been destroyed');
    },
  });
  test.follow({ keys: () => void heard.push('keys') });
  await test.vault.keys.add(someFields, someValue());
  expect(heard).toEqual(['keys']);
  expect(await log.written()).toEqual(['changes TypeError']);
});

it('what was tried again and failed for the same reason says the reason', async () => {
  const tryAgain = async (): Promise<unknown[]> => [vaultError('KEYCHAIN_TIMEOUT')];
  const waitingValues = { count: () => 1, has: () => true, note() {} };
  const care = createErasureCare({ waitingValues }, { tryAgain });
  await expect(care.tryAgain()).rejects.toMatchObject({ code: 'KEYCHAIN_TIMEOUT' });
});

it('the log is copied by main alone: its entries are on the clipboard, and none of it is an offer to be kept', async () => {
  const { test, log } = await openNoted();
  expect(await test.vault.diagnostics.copy()).toBe(0);
  expect(test.clipboard.held.clipboard).toBeNull();
  for (let at = 0; at < 5; at += 1) {
    const { id } = await test.vault.keys.add(
      { ...someFields, name: `Key ${at}`, envVar: `KEY_${at}` },
      someValue(`${at}`),
    );
    test.diagnostics.report('erasing', vaultError('KEYCHAIN_LOCKED'), [id]);
    test.diagnostics.report('call', new TypeError('x'), [id, 'keys.copy']);
  }
  const text = await log.text();
  expect(await test.vault.diagnostics.copy()).toBe(10);
  expect(test.clipboard.held.clipboard).toBe(text);
  test.clipboard.held.clipboard = 'mine';
  test.attention.isThere = false;
  await expect(test.vault.diagnostics.copy()).rejects.toMatchObject({ code: 'CLIPBOARD_REFUSED' });
  expect(test.clipboard.held.clipboard).toBe('mine');
  test.attention.isThere = true;
  test.clipboard.held.clipboard = text;
  expect(await test.vault.offers.look()).toBeNull();
});
