import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeToOthers } from '../../../electron/adapters/files/private-folder.ts';
import { needsPosix } from '../../support/needs.ts';
import { isRoot, mountDisk } from '../../support/superuser.ts';

needsPosix('modes and owners of folders');

let parent: string;
let folder: string;
const cleanUp: (() => void)[] = [];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'clavis-private-'));
  folder = join(parent, 'user-data');
  mkdirSync(folder);
  cleanUp.push(() => rmSync(parent, { recursive: true, force: true }));
});
afterEach(() => {
  for (const undo of cleanUp.splice(0).reverse()) undo();
});

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

describe('the folder of the user data', () => {
  test.each([0o755, 0o777, 0o710, 0o701, 0o1777, 0o2750])('with mode %o is closed to others', async (mode) => {
    chmodSync(folder, mode);
    expect(await closeToOthers(folder)).toBeNull();
    expect(modeOf(folder)).toBe('700');
  });

  test.each([0o700, 0o500])('with mode %o stays as it is', async (mode) => {
    chmodSync(folder, mode);
    expect(await closeToOthers(folder)).toBeNull();
    expect(modeOf(folder)).toBe(mode.toString(8));
  });

  test('gives its owner no right that was not there', async () => {
    chmodSync(folder, 0o555);
    expect(await closeToOthers(folder)).toBeNull();
    expect(modeOf(folder)).toBe('500');
  });

  test('is closed where a link leads to it, and what is in it stays as it is', async () => {
    writeFileSync(join(folder, 'file'), '', { mode: 0o644 });
    chmodSync(folder, 0o755);
    symlinkSync(folder, join(parent, 'link'));
    expect(await closeToOthers(join(parent, 'link'))).toBeNull();
    expect([modeOf(folder), modeOf(join(folder, 'file'))]).toEqual(['700', '644']);
  });

  test('that is not there yet is no trouble', async () => {
    expect(await closeToOthers(join(parent, 'none'))).toBeNull();
  });

  test.skipIf(!isRoot)('that can’t be closed is said, with the reason (needs root)', async () => {
    cleanUp.push(mountDisk(folder, 'size=64k,mode=755'));
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(await closeToOthers(folder)).toMatchObject({
      code: 'FOLDER_OPEN_TO_OTHERS',
      details: { folder, reason: { code: 'SYSTEM', errno: 'EROFS' } },
    });
    expect(modeOf(folder)).toBe('755');
  });
});
