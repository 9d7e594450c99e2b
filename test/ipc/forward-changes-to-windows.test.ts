import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EventData, events } from '../../electron/ipc/contract.ts';
import { forwardChangesToWindows } from '../../electron/ipc/forward-changes-to-windows.ts';
import { mostNamed } from '../../electron/ipc/news-of.ts';
import { createChanges } from '../../electron/vault/changes.ts';
import type { KeyView } from '../../electron/vault/keys/key-view.ts';
import type { ProjectView } from '../../electron/vault/projects/projects.ts';
import { mergeKeys } from '../../renderer/merge-keys.ts';
import { mergeProjects } from '../../renderer/merge-projects.ts';
import { createTestDiagnostics } from '../support/diagnostics.ts';
import { keyRecord, versionRecord } from '../support/records.ts';
import { openTestVault, someFields, someValue, type TestVault, writeAgreed } from '../support/test-vault.ts';

let test: TestVault;
const changes = createChanges(createTestDiagnostics());
/** A window’s lists: what it read at first, and what it was told since. */
let list: KeyView[] = [];
let projects: ProjectView[] = [];
let told: EventData<'keys.changed'>[] = [];
let toldProjects: EventData<'projects.changed'>[] = [];
let isBroken = false;

beforeAll(async () => {
  test = await openTestVault({ wrap: (ports) => ({ ...ports, changes }) });
  test.consent.agrees = true;
  const broadcast = (event: string, data: unknown): void => {
    if (event === 'keys.changed') told.push(events['keys.changed'].parse(data));
    if (event === 'projects.changed') toldProjects.push(events['projects.changed'].parse(data));
  };
  const findKey = (id: string): KeyView | null => {
    if (isBroken) throw new Error('the database is gone');
    return test.vault.keys.find(id);
  };
  changes.follow(
    forwardChangesToWindows(broadcast, () => null, {
      findKey,
      findProject: (id) => test.vault.projects.find(id),
      viewMove: () => test.vault.moving.view(),
    }),
  );
  for (const name of ['Alpha', 'Zeta']) {
    await test.vault.keys.add({ ...someFields, name }, someValue(name.toLowerCase()));
  }
});
afterAll(() => test.stop());
beforeEach(() => {
  list = test.vault.keys.page('', 1_000);
  projects = test.vault.projects.list();
  told = [];
  toldProjects = [];
});

const whole = new Error('told to read the whole list again');

/** Whether the window was told, and knows by that alone how all keys and projects are now. */
function expectKnown(): void {
  expect(told.length + toldProjects.length).toBeGreaterThan(0);
  for (const { changed, gone } of told) {
    if (changed === null) throw whole;
    list = mergeKeys(list, changed, gone);
  }
  for (const { changed, gone } of toldProjects) {
    if (changed === null) throw whole;
    projects = mergeProjects(projects, changed, gone);
  }
  expect(list).toEqual(test.vault.keys.page('', 1_000));
  expect(projects).toEqual(test.vault.projects.list());
}

describe('a window knows by what it is told', () => {
  const idOf = (name: string): string => test.vault.keys.page('', 1_000).find((key) => key.name === name)?.id ?? '';

  it.each<[string, () => unknown]>([
    ['a key that was added', () => test.vault.keys.add({ ...someFields, name: 'Middle' }, someValue('m'))],
    ['one that was renamed', () => test.vault.keys.edit(idOf('Alpha'), { ...someFields, name: 'Omega' })],
    ['one that was pinned', () => test.vault.keys.pin(idOf('Omega'), true)],
    ['one that was copied', () => test.vault.copying.copy(idOf('Omega'))],
    ['one more copy allowed', () => test.vault.copying.allowOneMore(idOf('Omega'))],
    ['a rotation', () => test.vault.rotation.rotate(idOf('Omega'), someValue('o'))],
    ['its undoing', () => test.vault.rotation.undo(idOf('Omega'))],
    ['its end', () => test.vault.rotation.finish(idOf('Omega'))],
    ['a deletion', () => test.vault.deletion.delete(idOf('Zeta'))],
  ])('%s', async (_, change) => {
    await change();
    expectKnown();
  });

  it('a deletion that was undone', async () => {
    const id = idOf('Middle');
    await test.vault.deletion.delete(id);
    test.vault.trash.restore(id);
    expectKnown();
    expect(list.map((key) => key.id)).toContain(id);
  });

  it('a key bound in a project, and not any more', async () => {
    const root = path.join(test.folder, 'project');
    await mkdir(root);
    const [target] = (await test.vault.projects.link(root)).targets;
    const id = idOf('Omega');
    test.vault.projects.bind(target?.id ?? '', id, 'OMEGA_KEY');
    expectKnown();
    expect(list.find((key) => key.id === id)?.projects).toBe(1);
    test.vault.projects.unbind(target?.id ?? '', 'OMEGA_KEY');
    expectKnown();
  });

  it('folders that were linked, in the order of the list, their env files, and what was forgotten of them', async () => {
    for (const name of ['beta', 'Alpha', 'alpha 2', 'Ärger', '🚀']) {
      const root = path.join(test.folder, name);
      await mkdir(root);
      await test.vault.projects.link(root);
    }
    expectKnown();
    const linked = test.vault.projects.list().find(({ name }) => name === 'beta');
    const targetId = linked?.targets[0]?.id ?? '';
    test.vault.projects.bind(targetId, idOf('Omega'), 'IN_BETA');
    expectKnown();
    await test.vault.targets.set(targetId, 'dotenv', true);
    test.vault.targets.remove(targetId);
    expectKnown();
    const [candidate] = await test.vault.targets.candidates(linked?.id ?? '');
    const added = test.vault.targets.add(linked?.id ?? '', candidate?.candidateId ?? '');
    test.vault.projects.bind(added.targets[0]?.id ?? '', idOf('Omega'), 'IN_BETA');
    expect(await writeAgreed(test, added.targets[0]?.id ?? '')).toMatchObject({ written: 1 });
    expectKnown();
    await test.vault.rotation.rotate(idOf('Omega'), someValue('p'));
    expectKnown();
    expect(projects.find(({ name }) => name === 'beta')?.targets[0]?.pending).toBe(1);
    const omega = idOf('Omega');
    await test.vault.deletion.delete(omega);
    expectKnown();
    test.vault.trash.restore(omega);
    expectKnown();
    test.vault.projects.unlink(linked?.id ?? '');
    expectKnown();
    expect(list.find(({ name }) => name === 'Omega')?.projects).toBe(0);
  });

  it('a value that the keychain lost', async () => {
    const id = idOf('Omega');
    const { version } = test.vault.keys.get(id);
    await test.ports.keychain.remove(`${id}/${version}`);
    await test.vault.copying.allowOneMore(id);
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'VALUE_MISSING' });
    expectKnown();
    expect(list.find((key) => key.id === id)?.valueMissing).toBe(true);
  });
});

it('reads the whole list again where nobody says which key changed, many did, or it can’t be read now', () => {
  changes.keys([]);
  expect(told).toEqual([]);
  changes.keys();
  changes.keys(Array.from({ length: mostNamed + 1 }, () => list[0]?.id ?? ''));
  isBroken = true;
  changes.keys(['k']);
  isBroken = false;
  expect(told).toEqual([
    { changed: null, gone: [] },
    { changed: null, gone: [] },
    { changed: null, gone: [] },
  ]);
});

it('tells of the keys that an export, a binding or an import changed alone, among ten thousand', async () => {
  const { store } = test.ports;
  store.commit(() => {
    for (let count = 0; count < 10_000; count += 1) {
      const key = keyRecord(`seeded-${count}`);
      store.keys.insert(key, key.name.toLowerCase());
      store.versions.insert(versionRecord(key.id, 1));
    }
  });
  /** How many keys cross to the window because of this. */
  async function keysRead(work: () => unknown): Promise<number> {
    told = [];
    await work();
    const all = 10_000 + test.vault.keys.page('', 1_000).filter(({ id }) => !id.startsWith('seeded')).length;
    return told.reduce((sum, { changed }) => sum + (changed?.length ?? all), 0);
  }
  const root = path.join(test.folder, 'one of many');
  await mkdir(root);
  const [target] = (await test.vault.projects.link(root)).targets;
  const targetId = target?.id ?? '';
  const { id } = await test.vault.keys.add({ ...someFields, name: 'Written' }, someValue('w'));
  expect(await keysRead(() => test.vault.projects.bind(targetId, id, 'WRITTEN_KEY'))).toBe(1);
  expect(await keysRead(() => writeAgreed(test, targetId))).toBe(1);
  // Its line is up to date: no key was used.
  expect(await keysRead(() => writeAgreed(test, targetId))).toBe(0);
  await writeFile(path.join(root, '.env'), `OTHER_KEY=${someValue('other').reveal()}\n`);
  const { importId } = await test.vault.envImport.scan(targetId);
  // The new one by itself, and again with what is bound.
  expect(await keysRead(() => test.vault.envImport.take(importId, ['OTHER_KEY']))).toBe(2);
  expect(await keysRead(() => test.vault.targets.remove(targetId))).toBe(2);
});
