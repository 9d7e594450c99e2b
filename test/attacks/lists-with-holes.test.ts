import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../electron/ipc/contract.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, someFields, type TestVault } from '../support/test-vault.ts';

/** Electron carries a list with holes as it is, and many ways to go through a list pass over them. */

let test: TestVault;
let page: TakenOverPage;
beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(() => test.stop());

const onlyHoles: string[] = new Array(100);
const oneHole: string[] = ['one', 'two', 'three'];
delete oneHole[1];
const key = { ...someFields, name: 'Holes' };

describe('a list with holes from a page is refused before anything looks at it', () => {
  it.each<[string, Channel, object]>([
    ['tags', 'keys.add', { ...key, tags: onlyHoles, value: 'a value of sixteen characters' }],
    ['tags, one of them missing', 'keys.add', { ...key, tags: oneHole, value: 'a value of sixteen characters' }],
    [
      'tags of a generated key',
      'keys.addGenerated',
      { ...key, tags: onlyHoles, recipe: { kind: 'bytes', bytes: 32, encoding: 'hex' } },
    ],
    ['variables of a file', 'projects.takeImport', { importId: 'x', names: onlyHoles }],
    ['entries of an export', 'imports.take', { externalImportId: 'x', entries: onlyHoles }],
    ['keys of a backup', 'backup.restore', { restoreId: 'x', keys: onlyHoles, projects: [], settings: false }],
    ['projects of a backup', 'backup.restore', { restoreId: 'x', keys: [], projects: oneHole, settings: false }],
    ['recovered keys', 'recovery.take', { recoveryId: 'x', entries: new Array(3) }],
  ])('%s (%s)', async (_title, channel, input) => {
    // No input of the contract has such a list: a page sends what it likes.
    expect(await page.call(channel, input as never)).toMatchObject({ ok: false, error: { code: 'BAD_MESSAGE' } });
    expect(test.vault.keys.page('', 10)).toEqual([]);
  });
});
