import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appImageOf } from '../../electron/shell/app-image.ts';
import { needsLinux } from '../support/needs.ts';

needsLinux('an AppImage');

let folder: string;
let ours: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-appimage-'));
  mkdirSync(join(folder, 'mount/usr'), { recursive: true });
  mkdirSync(join(folder, 'other'));
  ours = join(folder, 'mount/usr/clavis');
  writeFileSync(ours, '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const APPIMAGE = '/home/ada/Clavis.AppImage';

describe('APPIMAGE', () => {
  test('is what starts at login where our executable lies in its folder, by a link, too', () => {
    symlinkSync(join(folder, 'mount'), join(folder, 'link'));
    for (const name of ['mount', 'link']) {
      expect(appImageOf(ours, { APPIMAGE, APPDIR: join(folder, name) })).toBe(APPIMAGE);
    }
  });

  test.each([
    ['of another program that started us', (root: string) => ({ APPIMAGE, APPDIR: join(root, 'other') })],
    ['with a folder whose name only begins like ours', (root: string) => ({ APPIMAGE, APPDIR: join(root, 'mou') })],
    ['without its folder', () => ({ APPIMAGE })],
    ['with a folder that is not there', (root: string) => ({ APPIMAGE, APPDIR: join(root, 'gone') })],
    ['with the folder of all files', () => ({ APPIMAGE, APPDIR: '/' })],
    ['with a relative folder', () => ({ APPIMAGE, APPDIR: '.' })],
    ['that is a relative path', (root: string) => ({ APPIMAGE: 'evil', APPDIR: join(root, 'mount') })],
  ] as const)('%s is not believed', (_what, env) => {
    expect(appImageOf(ours, env(folder))).toBeNull();
  });
});
