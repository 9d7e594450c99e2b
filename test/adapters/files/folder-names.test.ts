import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFolder } from '../../../electron/adapters/files/folder-names.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-names-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (...names: readonly string[]): void => {
  for (const name of names) writeFileSync(join(folder, name), '');
};

describe('a folder that was listed', () => {
  it('does not hold what no name in it begins', async () => {
    put('.git', 'CVS', 'package.json');
    const mayHold = await listFolder(folder);
    expect(['.hg', 'CVSROOT', 'package', 'go.mod', ''].map(mayHold)).toEqual([false, false, false, false, false]);
  });

  it('may hold each name that it has, and what lies below it', async () => {
    put('.git', 'CVS', '.plastic');
    const mayHold = await listFolder(folder);
    expect(['.git', 'CVS/Entries', '.plastic/plastic.wktree'].map(mayHold)).toEqual([true, true, true]);
  });

  it('may hold a name in another case, for the disk may take both for the same', async () => {
    put('.GIT', 'cvs');
    const mayHold = await listFolder(folder);
    expect(['.git', 'CVS/Entries'].map(mayHold)).toEqual([true, true]);
  });

  it.each(['CVſ', '.\u200cgit', '.h\u{ff47}', 'Müller'])(
    'may hold anything next to %j, which some disks take for a name in other letters',
    async (name) => {
      put(name);
      expect((await listFolder(folder))('.hg')).toBe(true);
    },
  );

  it('may hold anything where it has more names than are listed', async () => {
    put(...Array.from({ length: 512 }, (_, at) => `picture-${at}`));
    expect((await listFolder(folder))('.hg')).toBe(false);
    put('one-more');
    expect((await listFolder(folder))('.hg')).toBe(true);
  });
});

it('a folder that can not be listed may hold anything', async () => {
  put('file');
  mkdirSync(join(folder, 'gone'));
  rmSync(join(folder, 'gone'), { recursive: true });
  expect((await listFolder(join(folder, 'file')))('.hg')).toBe(true);
  expect((await listFolder(join(folder, 'gone')))('.hg')).toBe(true);
});
