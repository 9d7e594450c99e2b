import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore } from '../../electron/adapters/store/store.ts';
import { foldName } from '../../electron/vault/keys/key-fields.ts';
import { type KeyView, viewOf } from '../../electron/vault/keys/key-view.ts';
import { mergeKeys } from '../../renderer/merge-keys.ts';
import { keyRecord, versionRecord } from '../support/records.ts';
import { sampleKey } from './sample-vault.ts';

const names = (list: readonly KeyView[]): string[] => list.map(({ name }) => name);
const key = (id: string, name: string): KeyView => sampleKey({ id, name });

it('puts every key where the database lists it, whatever its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clavis-merge-'));
  const store = openStore(join(folder, 'vault.db'));
  // Letters next to and beyond the sixteen bits of one unit, of which some sort the other way round in JavaScript.
  const letters = fc.constantFrom('a', 'B', 'b', 'É', 'é', 'e\u0301', '\uFF21', '\uE000', '🔑', '😀', '𝒜', ' ', '1');
  const name = fc.string({ unit: letters, minLength: 1, maxLength: 4 }).map((made) => made.trim() || 'x');
  const some = fc.uniqueArray(name, { selector: foldName, minLength: 1, maxLength: 12 });
  try {
    fc.assert(
      fc.property(some, (given) => {
        let merged: KeyView[] = [];
        for (const [index, one] of given.entries()) {
          const id = `k${index}`;
          store.keys.insert(keyRecord(id, { name: one }), foldName(one));
          store.versions.insert(versionRecord(id, 1));
          merged = mergeKeys(merged, [key(id, one)], []);
        }
        const listed = store.keys.listed().map(viewOf);
        for (const { id } of listed) store.keys.remove(id);
        expect(names(merged)).toEqual(names(listed));
      }),
      { numRuns: 300 },
    );
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
});

it('moves a renamed key, drops those that are gone and leaves the others as they are', () => {
  const list = [key('1', 'Alpha'), key('2', 'beta'), key('3', 'Gamma')];
  const merged = mergeKeys(list, [key('1', 'zeta'), key('4', 'BETA 2')], ['3', 'unknown']);
  expect(names(merged)).toEqual(['beta', 'BETA 2', 'zeta']);
  expect(merged[0]).toBe(list[1]);
});

it('leaves one of a key that a reading in pages brought twice', () => {
  const merged = mergeKeys([key('1', 'Alpha'), key('2', 'beta'), key('1', 'Omega')], [key('1', 'Omega')], []);
  expect(names(merged)).toEqual(['beta', 'Omega']);
});
