import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { guideTable, otherDifferences } from '../adapters/keychain/secret-service/suite/differences.ts';
import { root, textOf } from './documents.ts';

test('the guide’s table of Linux keychains says what the tests expect of each', () => {
  const guide = textOf('docs/guide.md').split('\n');
  const table = guideTable();
  const from = guide.indexOf(table[0] ?? '');
  const to = guide.indexOf('', from);
  expect(guide.slice(from, to)).toEqual(table);
});

test('what its rows say beyond the suite is shown by tests that are there', () => {
  const folder = path.join(root, 'test/adapters/keychain/secret-service');
  expect(otherDifferences.filter(({ shownIn }) => !existsSync(path.join(folder, shownIn)))).toEqual([]);
});
