import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../../electron/vault/secret.ts';
import { encryptWithAge } from '../../support/age-program.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';
import { backedUpKey, backedUpVersion, backupOf, everything, look, restoreKeys, writeBackupOf } from './support.ts';

const dayMs = 24 * 60 * 60 * 1000;
let test: TestVault;
let count = 0;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
afterEach(async () => {
  test.consent.agrees = false;
  test.consent.asked.length = 0;
  for (const { id } of test.vault.projects.list()) test.vault.projects.unlink(id);
  for (const { id } of test.vault.keys.page('', 1_000)) await test.vault.deletion.delete(id);
  await emptyTrash(test);
});

/** Values that no other test had: what was spent once stays spent. */
const its = (seed: string): Secret => someValue(`${seed}-${count}-`);

/** A key here, and the same one as a backup would say it, with changes. */
async function keyAndBackup(changes: Record<string, unknown> = {}, version: Record<string, unknown> = {}) {
  count += 1;
  const { id } = await test.vault.keys.add(someFields, its('a'));
  const at = test.clock.now();
  const there = backedUpVersion(its('a').reveal(), { createdAt: at, ...version });
  const key = backedUpKey(0, { ...someFields, id, createdAt: at, updatedAt: at, versions: [there], ...changes });
  return { id, key };
}

async function lookAt(keys: readonly unknown[], changes: Record<string, unknown> = {}) {
  return look(test.vault, await writeBackupOf(test, 'given.age', backupOf(keys, changes)));
}

const stateOf = async (key: unknown) => (await lookAt([key])).keys[0]?.state;
const newId = (): string => test.ports.newId();

describe('the preview of a backup', () => {
  it('tells what is new, the same, newer here and newer there, and changes nothing', async () => {
    const { key, id } = await keyAndBackup();
    const at = test.clock.now();
    const other = (createdAt: number) => ({ ...key, versions: [backedUpVersion(its('b').reveal(), { createdAt })] });
    const before = await everything(test);
    expect(await stateOf(key)).toBe('same');
    expect(await stateOf({ ...key, id: newId(), versions: other(0).versions })).toBe('new');
    expect(await stateOf(other(at + 1))).toBe('newer-there');
    expect(await stateOf(other(at - 1))).toBe('newer-here');
    expect(await stateOf({ ...key, note: 'write too', updatedAt: at + 1 })).toBe('newer-there');
    expect(await stateOf({ ...key, note: 'write too', updatedAt: at - 1 })).toBe('newer-here');
    expect(await everything(test)).toBe(before);
    expect((await lookAt([{ ...key, name: 'As it was called' }])).keys[0]).toMatchObject({
      name: 'As it was called',
      nameHere: 'OpenAI',
      last4: '3f9A',
    });
    expect(test.vault.keys.get(id).name).toBe('OpenAI');
  });

  it('knows a value under another id as the same, by the name it has here', async () => {
    const { key } = await keyAndBackup();
    const view = await lookAt([{ ...key, id: newId(), name: 'Copied over' }]);
    expect(view.keys[0]).toMatchObject({ state: 'same', nameHere: 'OpenAI' });
  });

  it('counts a value that the keychain lost here as newer there', async () => {
    const { key, id } = await keyAndBackup();
    await test.ports.keychain.remove(`${id}/1`);
    expect(await stateOf(key)).toBe('newer-there');
  });

  it('holds no value, and none of a short one’s characters', async () => {
    const view = await lookAt([backedUpKey(1, { versions: [backedUpVersion('hunter2')] }), backedUpKey(2)]);
    expect(view.keys[0]?.last4).toBeNull();
    expect(JSON.stringify(view)).not.toMatch(/hunter|sk-proj/);
  });

  it('is over after ten minutes, when it is forgotten, and when another is opened', async () => {
    const restore = (view: Awaited<ReturnType<typeof lookAt>>) => expect(restoreKeys(test.vault, view));
    const first = await lookAt([backedUpKey(1)]);
    test.clock.pass(10 * 60 * 1000);
    await restore(first).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
    const second = await lookAt([backedUpKey(1)]);
    test.vault.backupRestore.forget();
    await restore(second).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
    const third = await lookAt([backedUpKey(1)]);
    const fourth = await lookAt([backedUpKey(1)]);
    await restore(third).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
    await restore(fourth).resolves.toEqual({ keys: 1, projects: 0 });
  });

  it('that was forgotten while it opened is not held', async () => {
    const { pickedId } = test.vault.backupRestore.picked(await writeBackupOf(test, 'slow.age', backupOf([])));
    const opening = test.vault.backupRestore.preview(pickedId, new Secret('four words for tests'));
    await Promise.resolve();
    test.vault.backupRestore.forget();
    await expect(opening).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
  });

  it('made by a newer Clavis says how much is left out, of which kind, and never what; the rest is restored', async () => {
    const theirs = backupOf([backedUpKey(1, { colour: 'sk-proj-secret' })], {
      settings: { graceDays: 30, weather: 'sk-proj-secret', theme: 'sk-proj-secret' },
      activity: [{ kind: 'teleported', subject: 'sk-proj-secret' }],
    });
    const [plain, sealed] = [path.join(test.folder, 'by-hand.json'), path.join(test.folder, 'by-hand.age')];
    await writeFile(plain, JSON.stringify(theirs));
    await encryptWithAge(plain, 'four words for tests', sealed);
    const view = await look(test.vault, sealed);
    expect(view.leftOut).toEqual({ settings: 2, files: 0, activity: 1, parts: 0, fields: 1 });
    expect(JSON.stringify(view)).not.toContain('sk-proj-secret');
    const [entry] = view.keys;
    const before = test.vault.settings.get();
    const choice = { restoreId: view.restoreId, keys: [entry?.entryId ?? ''], projects: [], settings: true };
    expect(await test.vault.backupRestore.restore(choice)).toEqual({ keys: 1, projects: 0 });
    expect(test.vault.settings.get()).toEqual({ ...before, graceDays: 30 });
    expect(test.vault.keys.page('', 10)).toMatchObject([{ name: 'Key 1' }]);
    test.consent.agrees = true;
    await test.vault.settings.set(before);
  });

  it('is of a file that the person picked, and no other', async () => {
    const opening = test.vault.backupRestore.preview('/etc/passwd', new Secret('four words for tests'));
    await expect(opening).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
  });
});

describe('a new key of a backup', () => {
  it('comes back under its id and numbers, with its fields, its previous value and the time left for it', async () => {
    const id = newId();
    const now = test.clock.now();
    const versions = [
      backedUpVersion('sk-proj-current-value', { number: 5, createdAt: now - 7, currentSince: now - 7 }),
      backedUpVersion('sk-proj-previous-value', { number: 4, state: 'previous', graceEndsAt: now + dayMs }),
    ];
    const key = backedUpKey(1, { id, pinned: true, lastUsedAt: 5, versions });
    expect(await restoreKeys(test.vault, await lookAt([key]))).toEqual({ keys: 1, projects: 0 });
    expect(test.vault.keys.get(id)).toMatchObject({
      name: 'Key 1',
      provider: 'openai',
      envVar: 'OPENAI_API_KEY',
      rotateEveryDays: 90,
      note: 'read only',
      tags: ['work'],
      pinned: true,
      version: 5,
      rotatedAt: now - 7,
      createdAt: 1_000,
      lastUsedAt: 5,
      undoRotationUntil: now + dayMs,
    });
    expect(test.ports.store.keys.find(id)?.current.currentSince).toBe(now);
    expect(await test.lookup(`${id}/5`)).toBe('sk-proj-current-value');
    expect(await test.lookup(`${id}/4`)).toBe('sk-proj-previous-value');
    expect(test.vault.activity.latest(1)[0]).toMatchObject({ kind: 'restored', keyId: id, detail: 'from given.age' });
    expect(test.ports.store.intents.all()).toEqual([]);
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 4 });
  });

  it('leaves behind a previous value whose grace is over', async () => {
    const id = newId();
    const versions = [
      backedUpVersion('sk-proj-current-value', { number: 2 }),
      backedUpVersion('sk-proj-previous-value', { state: 'previous', graceEndsAt: test.clock.now() }),
    ];
    await restoreKeys(test.vault, await lookAt([backedUpKey(1, { id, versions })]));
    expect(test.vault.keys.get(id).undoRotationUntil).toBeNull();
    expect(await test.lookup(`${id}/1`)).toBeNull();
  });

  it('takes a free name where its own is taken', async () => {
    await keyAndBackup();
    const view = await lookAt([backedUpKey(1, { name: 'openai' }), backedUpKey(2, { name: 'OpenAI' })]);
    await restoreKeys(test.vault, view);
    expect(
      test.vault.keys
        .page('', 1_000)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['OpenAI', 'OpenAI 3', 'openai 2']);
  });

  it('brings a spent copy grant back as spent, and never more than one', async () => {
    count += 1;
    const spent = backedUpKey(1, { versions: [backedUpVersion(its('spent').reveal(), { grants: 0 })] });
    const rich = backedUpKey(2, { versions: [backedUpVersion(its('rich').reveal(), { grants: 99 })] });
    await restoreKeys(test.vault, await lookAt([spent, rich]));
    const [first, second] = test.vault.keys.page('', 1_000);
    expect(first).toMatchObject({ name: 'Key 1', grant: 'spent' });
    await test.vault.copying.copy(second?.id ?? '');
    await expect(test.vault.copying.copy(second?.id ?? '')).rejects.toMatchObject({ code: 'COPY_SPENT' });
  });

  it('can’t be copied again where its value was spent here and deleted since', async () => {
    const { id, key } = await keyAndBackup();
    await test.vault.copying.copy(id);
    await test.vault.deletion.delete(id);
    await emptyTrash(test);
    await restoreKeys(test.vault, await lookAt([key]));
    expect(test.vault.keys.get(id).grant).toBe('spent');
  });

  it.each([
    [
      'with another value in the keychain',
      (id: string) => test.ports.keychain.write(`${id}/1`, new Secret('precious')),
    ],
    [
      'with a later value in the keychain',
      (id: string) => test.ports.keychain.write(`${id}/2`, new Secret('precious')),
    ],
    [
      'with a value still to be erased',
      async (id: string) => test.ports.store.tombstones.add({ keyId: id, number: 1 }),
    ],
  ])('under an id %s comes under a new one', async (_, occupy) => {
    count += 1;
    const id = newId();
    await occupy(id);
    const there = await test.lookup(`${id}/1`);
    await restoreKeys(test.vault, await lookAt([backedUpKey(1, { id })]));
    const [restored] = test.vault.keys.page('', 1_000);
    expect(restored?.id).not.toBe(id);
    expect(await test.lookup(`${restored?.id}/1`)).toBe('sk-proj-value-1-3f9A');
    expect(await test.lookup(`${id}/1`)).toBe(there);
    for (const number of [1, 2]) test.ports.store.tombstones.remove({ keyId: id, number });
  });

  it('of an id that was just deleted comes under a new one, whatever becomes of the other', async () => {
    const { id, key } = await keyAndBackup();
    await test.vault.deletion.delete(id);
    await restoreKeys(test.vault, await lookAt([key]));
    const [restored] = test.vault.keys.page('', 1_000);
    expect(restored?.id).not.toBe(id);
    await emptyTrash(test);
    expect(await test.lookup(`${restored?.id}/1`)).toBe(its('a').reveal());
  });

  it('never writes to an account that is no key’s, whatever id it claims', async () => {
    await test.vault.keys.add(someFields, someValue('make the fingerprint key'));
    const fingerprintKey = await test.lookup('fingerprint/1');
    expect(fingerprintKey).not.toBeNull();
    for (const id of ['fingerprint', '..', 'a/b', `${'0'.repeat(31)}G`]) {
      await restoreKeys(test.vault, await lookAt([backedUpKey(3, { id, versions: [backedUpVersion(`sk-${id}`)] })]));
    }
    expect(await test.lookup('fingerprint/1')).toBe(fingerprintKey);
    expect(test.vault.keys.page('', 1_000)).toHaveLength(5);
    for (const { id } of test.vault.keys.page('', 1_000)) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('that can’t be kept here is passed over and told; the others come', async () => {
    const keys = [
      backedUpKey(1),
      backedUpKey(2, { versions: [backedUpVersion('x'.repeat(70_000))] }),
      backedUpKey(3, { envVar: 'LD_PRELOAD' }),
      backedUpKey(4),
    ];
    await expect(restoreKeys(test.vault, await lookAt(keys))).rejects.toMatchObject({ code: 'VALUE_TOO_LONG' });
    expect(test.vault.keys.page('', 1_000).map(({ name }) => name)).toEqual(['Key 1', 'Key 4']);
    expect(test.ports.store.intents.all()).toEqual([]);
  });
});

describe('a key that is here already', () => {
  it.each([1, -1])('takes another value as a rotation that can be undone (made %i ms later)', async (later) => {
    const { id, key } = await keyAndBackup();
    const createdAt = test.clock.now() + later;
    const versions = [backedUpVersion(its('b').reveal(), { number: 9, createdAt })];
    test.clock.pass(1_000);
    await restoreKeys(test.vault, await lookAt([{ ...key, name: 'Renamed', note: 'theirs', versions }]));
    expect(test.vault.keys.get(id)).toMatchObject({
      name: 'Renamed',
      note: 'theirs',
      version: 2,
      rotatedAt: createdAt,
    });
    expect(test.ports.store.keys.find(id)?.current.currentSince).toBe(test.clock.now());
    expect(await test.lookup(`${id}/2`)).toBe(its('b').reveal());
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 1 });
    expect(await test.lookup(`${id}/1`)).toBe(its('a').reveal());
  });

  it('keeps its value as long as the setting says, and not at all at 0 days', async () => {
    const { id, key } = await keyAndBackup();
    test.consent.agrees = true;
    await test.vault.settings.set({ graceDays: 0 });
    test.consent.agrees = false;
    const versions = [backedUpVersion(its('b').reveal(), { createdAt: test.clock.now() + 1 })];
    await restoreKeys(test.vault, await lookAt([{ ...key, versions }]));
    await test.vault.settings.set({ graceDays: 7 });
    expect(test.vault.keys.get(id)).toMatchObject({ version: 2, undoRotationUntil: null });
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(test.ports.store.tombstones.all()).toEqual([]);
  });

  it('leaves a previous value that can still be returned to, unless the person lets it go', async () => {
    const { id, key } = await keyAndBackup();
    await test.vault.rotation.rotate(id, its('b'));
    const versions = [backedUpVersion(its('c').reveal(), { createdAt: test.clock.now() + 1 })];
    const asked = restoreKeys(test.vault, await lookAt([{ ...key, versions }]));
    await expect(asked).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.consent.asked).toEqual(['Erase the previous value of 1 key now?']);
    expect(await test.vault.rotation.undo(id)).toMatchObject({ version: 1 });
  });

  it('leaves two values in the keychain, not three', async () => {
    const { id, key } = await keyAndBackup();
    await test.vault.rotation.rotate(id, its('b'));
    const versions = [backedUpVersion(its('c').reveal(), { createdAt: test.clock.now() + 1 })];
    test.consent.agrees = true;
    await restoreKeys(test.vault, await lookAt([{ ...key, versions }]));
    expect(await test.lookup(`${id}/1`)).toBeNull();
    expect(await test.lookup(`${id}/2`)).toBe(its('b').reveal());
    expect(await test.lookup(`${id}/3`)).toBe(its('c').reveal());
  });

  it('with the same value takes the fields alone', async () => {
    const { id, key } = await keyAndBackup();
    const changed = { ...key, name: 'Renamed', tags: ['theirs'], updatedAt: test.clock.now() + 5 };
    await restoreKeys(test.vault, await lookAt([changed]));
    expect(test.vault.keys.get(id)).toMatchObject({
      name: 'Renamed',
      tags: ['theirs'],
      version: 1,
      undoRotationUntil: null,
    });
    expect(await test.lookup(`${id}/2`)).toBeNull();
    expect(await stateOf(changed)).toBe('same');
  });

  it('gets a value back that the keychain lost, with no more copies than there were', async () => {
    const { id, key } = await keyAndBackup();
    await test.vault.copying.copy(id);
    await test.ports.keychain.remove(`${id}/1`);
    await restoreKeys(test.vault, await lookAt([key]));
    expect(await test.lookup(`${id}/1`)).toBe(its('a').reveal());
    expect(test.vault.keys.get(id)).toMatchObject({ version: 1, grant: 'spent', valueMissing: false });
  });

  it('that changed since it was shown is left alone', async () => {
    const { id, key } = await keyAndBackup();
    const versions = [backedUpVersion(its('b').reveal(), { createdAt: test.clock.now() + 1 })];
    const view = await lookAt([backedUpKey(1), { ...key, versions }]);
    await test.vault.rotation.rotate(id, its('c'));
    await expect(restoreKeys(test.vault, view)).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
    expect(await test.lookup(`${id}/2`)).toBe(its('c').reveal());
    expect(test.vault.keys.page('', 1_000)).toHaveLength(1);
  });

  it('that is rotated while the person is asked is left alone', async () => {
    const { id, key } = await keyAndBackup();
    const versions = [backedUpVersion(its('b').reveal(), { createdAt: test.clock.now() + 1 })];
    const view = await lookAt([{ ...key, copyPolicy: 'always', versions }]);
    const { ask } = test.consent;
    Object.assign(test.consent, {
      ask: async () => {
        await test.vault.rotation.rotate(id, its('c'));
        return true;
      },
    });
    await expect(restoreKeys(test.vault, view)).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
    Object.assign(test.consent, { ask });
    expect(test.vault.keys.get(id)).toMatchObject({ version: 2, copyPolicy: 'once' });
  });

  it('that was not chosen stays as it is', async () => {
    const { id, key } = await keyAndBackup();
    const versions = [backedUpVersion(its('b').reveal(), { createdAt: test.clock.now() + 1 })];
    await restoreKeys(test.vault, await lookAt([{ ...key, name: 'Theirs', versions }, backedUpKey(1)]), ['Key 1']);
    expect(test.vault.keys.get(id)).toMatchObject({ name: 'OpenAI', version: 1 });
    expect(test.vault.keys.page('', 1_000)).toHaveLength(2);
  });
});

describe('what loosens a protection', () => {
  const free = (seed: number) => backedUpKey(seed, { copyPolicy: 'always' });

  it.each([false, true])('is asked once for all keys, and done only if the person agrees: %s', async (agrees) => {
    test.consent.agrees = agrees;
    await restoreKeys(test.vault, await lookAt([free(1), free(2), backedUpKey(3)]));
    expect(test.consent.asked).toEqual(['Allow 2 restored keys to be copied any number of times?']);
    const policies = test.vault.keys.page('', 1_000).map(({ copyPolicy }) => copyPolicy);
    expect(policies).toEqual(agrees ? ['always', 'always', 'once'] : ['once', 'once', 'once']);
    const loosened = test.vault.activity.latest(10).filter(({ kind }) => kind === 'loosened');
    expect(loosened.filter(({ subject }) => /^Key [12]$/.test(subject))).toHaveLength(agrees ? 2 : 0);
    for (const { id } of test.vault.keys.page('', 1_000)) await test.vault.deletion.delete(id);
  });

  it('is not asked for a key that may be copied always here', async () => {
    test.consent.agrees = true;
    count += 1;
    const { id } = await test.vault.keys.add({ ...someFields, copyPolicy: 'always' }, its('a'));
    test.consent.asked.length = 0;
    const versions = [backedUpVersion(its('b').reveal(), { createdAt: test.clock.now() + 1 })];
    await restoreKeys(test.vault, await lookAt([free(1)].map((key) => ({ ...key, id, versions }))));
    expect(test.consent.asked).toEqual([]);
    expect(test.vault.keys.get(id)).toMatchObject({ version: 2, copyPolicy: 'always' });
  });

  it('in the settings is asked by itself; what tightens is taken all the same', async () => {
    const settings = { leaseSeconds: 300, graceDays: 14 };
    test.consent.asked.length = 0;
    const restore = async () => {
      const { restoreId, settingsDiffer } = await lookAt([], { settings });
      await test.vault.backupRestore.restore({ restoreId, keys: [], projects: [], settings: true });
      return settingsDiffer;
    };
    const before = test.vault.settings.get();
    expect(await restore()).toBe(true);
    expect(test.consent.asked).toHaveLength(1);
    expect(test.vault.settings.get()).toEqual({ ...before, graceDays: 14 });
    test.consent.agrees = true;
    expect(await restore()).toBe(true);
    expect(test.vault.settings.get()).toEqual({ ...before, ...settings });
    expect(await restore()).toBe(false);
    await test.vault.settings.set(before);
  });
});

describe('a project of a backup', () => {
  const binding = (keyId: unknown, envVar = 'OPENAI_API_KEY') => ({ envVar, keyId });
  const target = (file: string, bindings: unknown[], more: Record<string, unknown> = {}) => ({
    id: newId(),
    file,
    dialect: 'dotenv',
    expands: false,
    outsideGit: false,
    bindings,
    ...more,
  });
  const projectAt = (root: string, targets: unknown[]) => ({ id: newId(), name: 'shop', root, targets });

  async function makeRoot(name: string): Promise<string> {
    const root = path.join(test.folder, name);
    await mkdir(root, { recursive: true });
    await writeFile(path.join(root, '.env'), 'OPENAI_API_KEY=older\n');
    return root;
  }

  async function restoreProjects(
    keys: readonly unknown[],
    projects: readonly unknown[],
    chosen: readonly string[] = [],
  ) {
    const view = await lookAt(keys, { projects });
    const restored = await test.vault.backupRestore.restore({
      restoreId: view.restoreId,
      keys: view.keys.filter(({ name }) => chosen.includes(name)).map(({ entryId }) => entryId),
      projects: view.projects.map(({ entryId }) => entryId),
      settings: false,
    });
    return { view, restored };
  }

  it('is linked with its targets and the bindings of keys that are here, nothing taken for exported', async () => {
    test.consent.agrees = true;
    const root = await makeRoot('shop');
    await writeFile(path.join(root, 'package.json'), '{ "devDependencies": { "vite": "1" } }');
    const here = await keyAndBackup();
    const keys = [backedUpKey(1), backedUpKey(2), here.key];
    const idOf = (index: number) => keys[index]?.['id'];
    const bindings = [binding(idOf(0), 'A'), binding(idOf(1), 'B'), binding(idOf(2), 'C'), binding(newId(), 'D')];
    const targets = [target('.env', bindings, { expands: true }), target('config/app.json', [], { dialect: 'json' })];
    // How a file is read, its name and its reader say here, whatever the backup has.
    targets.push(target('z/.envrc', [], { dialect: 'docker' }), target('z/.env', [], { dialect: 'docker' }));
    const { view, restored } = await restoreProjects(keys, [projectAt(root, targets)], ['Key 1']);
    expect(view.projects).toMatchObject([{ name: 'shop', root, targets: 4, state: 'new' }]);
    expect(restored).toEqual({ keys: 1, projects: 1 });
    const [project] = test.vault.projects.list();
    expect(project).toMatchObject({ name: 'shop', root });
    expect(project?.targets).toMatchObject([
      {
        file: '.env',
        expands: true,
        pending: 2,
        bindings: [
          { envVar: 'A', keyId: idOf(0), exportedAt: null },
          { envVar: 'C', keyId: here.id, exportedAt: null },
        ],
      },
      { file: 'config/app.json', dialect: 'json' },
      { file: 'z/.env', dialect: 'dotenv' },
      { file: 'z/.envrc', dialect: 'shell' },
    ]);
  });

  it('is linked only if the person agrees to its folder; else nothing is restored', async () => {
    const root = await makeRoot('shop');
    const restored = restoreProjects([backedUpKey(1)], [projectAt(root, [])], ['Key 1']);
    await expect(restored).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.consent.asked).toEqual(['Link this folder of the backup?']);
    expect(test.vault.projects.list()).toEqual([]);
    expect(test.vault.keys.page('', 1_000)).toEqual([]);
  });

  it('whose folder is not here is said to be gone, and passed over', async () => {
    test.consent.agrees = true;
    const root = await makeRoot('shop');
    await writeFile(path.join(test.folder, 'a-file'), '');
    const elsewhere = ['/nowhere/at/all', 'relative', path.join(test.folder, 'a-file')];
    const projects = [...elsewhere, root].map((one) => projectAt(one, []));
    const { view, restored } = await restoreProjects([], projects);
    expect(view.projects.map(({ state }) => state)).toEqual(['gone', 'gone', 'gone', 'new']);
    expect(restored).toEqual({ keys: 0, projects: 1 });
    expect(test.vault.projects.list()[0]?.targets).toMatchObject([{ file: '.env' }]);
  });

  it('whose folder is linked stays as it is', async () => {
    test.consent.agrees = true;
    const { id } = await test.vault.projects.link(await makeRoot('shop'));
    const before = test.vault.projects.list();
    const { view, restored } = await restoreProjects(
      [],
      [projectAt(before[0]?.root ?? '', [target('.env.local', [])])],
    );
    expect(view.projects[0]?.state).toBe('here');
    expect(restored.projects).toBe(0);
    expect(test.vault.projects.list()).toEqual(before);
    expect(before[0]?.id).toBe(id);
  });

  it('brings no file outside its folder, no refused variable, and no word that git is none of its business', async () => {
    test.consent.agrees = true;
    const root = await makeRoot('shop');
    await restoreKeys(test.vault, await lookAt([backedUpKey(1)]));
    const keyId = backedUpKey(1)['id'];
    const targets = [
      target('../.bashrc', [binding(keyId)]),
      target('/etc/passwd', [binding(keyId)]),
      target('a/./b', [binding(keyId)]),
      target('.env', [binding(keyId, 'LD_PRELOAD'), binding(keyId, 'not a name'), binding(keyId)], {
        outsideGit: true,
      }),
    ];
    await restoreProjects([backedUpKey(1)], [projectAt(root, targets)]);
    const [linked] = test.vault.projects.list();
    expect(linked?.targets).toMatchObject([{ file: '.env', bindings: [{ envVar: 'OPENAI_API_KEY' }] }]);
    expect(test.ports.store.targets.ofProject(linked?.id ?? '')).toMatchObject([{ outsideGit: false }]);
  });
});
