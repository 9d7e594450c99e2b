import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EventData, events } from '../../electron/ipc/contract.ts';
import { forwardChangesToWindows } from '../../electron/ipc/forward-changes-to-windows.ts';
import { createChanges } from '../../electron/vault/changes.ts';
import type { KeyView } from '../../electron/vault/keys/key-view.ts';
import { mergeKeys } from '../../renderer/merge-keys.ts';
import { createTestDiagnostics } from '../support/diagnostics.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

let test: TestVault;
const changes = createChanges(createTestDiagnostics());
/** A window’s list: what it read at first, and what it was told since. */
let list: KeyView[] = [];
let told: EventData<'keys.changed'>[] = [];
let isBroken = false;

beforeAll(async () => {
  test = await openTestVault({ wrap: (ports) => ({ ...ports, changes }) });
  test.consent.agrees = true;
  const broadcast = (event: string, data: unknown): void => {
    if (event === 'keys.changed') told.push(events['keys.changed'].parse(data));
  };
  const find = (id: string): KeyView | null => {
    if (isBroken) throw new Error('the database is gone');
    return test.vault.keys.find(id);
  };
  changes.follow(forwardChangesToWindows(broadcast, () => false, find));
  for (const name of ['Alpha', 'Zeta']) {
    await test.vault.keys.add({ ...someFields, name }, someValue(name.toLowerCase()));
  }
});
afterAll(() => test.stop());
beforeEach(() => {
  list = test.vault.keys.page('', 1_000);
  told = [];
});

/** Whether the window was told, and knows by that alone how all keys are now. */
function expectKnown(): void {
  expect(told.length).toBeGreaterThan(0);
  for (const { changed, gone } of told) {
    if (changed === null) throw new Error('told to read the whole list again');
    list = mergeKeys(list, changed, gone);
  }
  expect(list).toEqual(test.vault.keys.page('', 1_000));
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

it('reads the whole list again where nobody says which key changed, or it can’t be read now', () => {
  changes.keys();
  isBroken = true;
  changes.keys(['k']);
  isBroken = false;
  expect(told).toEqual([
    { changed: null, gone: [] },
    { changed: null, gone: [] },
  ]);
});
