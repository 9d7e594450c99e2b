import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Autostart, autostart } from '../../../electron/adapters/desktop/autostart.ts';
import { needsLinux } from '../../support/needs.ts';

needsLinux('a desktop’s autostart folder');

const run = promisify(execFile);

let home: string;
let configHome: string;
let file: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'clavis-autostart-'));
  configHome = join(home, 'config');
  file = join(configHome, 'autostart', 'clavis.desktop');
});

afterEach(() => rm(home, { recursive: true }));

function open(exec = '/opt/Clavis/clavis'): Autostart {
  return autostart({ configHome, name: 'Clavis', exec });
}

async function found(text: string): Promise<void> {
  await mkdir(join(configHome, 'autostart'), { recursive: true });
  await writeFile(file, text);
}

describe('starting at login', () => {
  test('is off, then on, then off again with nothing left behind', async () => {
    const login = open();
    expect(await login.isOn()).toBe(false);
    expect(await login.set(false)).toBe('done');
    expect(await readdir(home)).toEqual([]);
    expect(await login.set(true)).toBe('done');
    expect(await login.isOn()).toBe(true);
    expect(await readdir(join(configHome, 'autostart'))).toEqual(['clavis.desktop']);
    expect(await login.set(false)).toBe('done');
    expect(await login.isOn()).toBe(false);
    expect(await readdir(join(configHome, 'autostart'))).toEqual([]);
  });

  test.each(['clavis', 'Clavis 1.0 (x86_64)', `a"b'c`, 'a\\\\b', 'a\\$b', '$HOME', '`id`', 'é;&|<>*?#~', 'a\tb'])(
    'starts a program in the folder %j hidden, as GLib reads its file',
    async (name) => {
      const program = join(home, name, 'clavis');
      const told = join(home, 'told');
      await mkdir(join(home, name));
      await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$0" "$@" > '${told}.part' && mv '${told}.part' '${told}'\n`);
      await chmod(program, 0o700);
      await open(program).set(true);
      await run('gio', ['launch', file]);
      await expect.poll(() => readFile(told, 'utf8').catch(() => null)).toBe(`${program}\n--hidden\n`);
    },
  );

  // Not asked of GLib: it looks for the program before it reads `%%`, and finds none.
  test('says a per cent sign as the specification has it', async () => {
    await open('/opt/100%u/clavis').set(true);
    expect(await readFile(file, 'utf8')).toContain('\nExec="/opt/100%%u/clavis" --hidden\n');
  });

  test('follows the program to another place', async () => {
    await open('/tmp/old').set(true);
    await open('/tmp/new').set(true);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('Exec="/tmp/new" --hidden\n');
    expect(text).not.toContain('old');
  });

  test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false', 'Hidden = true'])(
    'is off when the desktop’s settings wrote %s, and on again after it was asked for',
    async (line) => {
      await open().set(true);
      await writeFile(file, `${await readFile(file, 'utf8')}${line}\n`);
      expect(await open().isOn()).toBe(false);
      expect(await open().set(true)).toBe('done');
      expect(await open().isOn()).toBe(true);
    },
  );
});

describe('the lines that the person wrote', () => {
  const own = Buffer.from(
    [
      '# started late, for the keyring\r',
      '[Desktop Entry]',
      'Name[de]=Schl\xfcssel',
      'X-GNOME-Autostart-Delay = 20',
      'Exec = "/tmp/old" --hidden',
      'Icon=clavis',
      'X-Clavis = true',
      'Exec=evil',
      '',
      '[Desktop Action Copy]',
      'Exec=clavis --copy',
    ].join('\n'),
    'latin1',
  );

  test('stay byte for byte when the program lies elsewhere; only our own keys change', async () => {
    await mkdir(join(configHome, 'autostart'), { recursive: true });
    await writeFile(file, own, { mode: 0o644 });
    await chmod(file, 0o644);
    expect(await open('/tmp/é').set(true)).toBe('done');
    expect((await readFile(file)).toString('latin1').split('\n')).toEqual([
      '# started late, for the keyring\r',
      '[Desktop Entry]',
      'Name[de]=Schl\xfcssel',
      'X-GNOME-Autostart-Delay = 20',
      `Exec="/tmp/${Buffer.from('é').toString('latin1')}" --hidden`,
      'Icon=clavis',
      'X-Clavis = true',
      'Type=Application',
      'Name=Clavis',
      `TryExec=/tmp/${Buffer.from('é').toString('latin1')}`,
      'Terminal=false',
      '',
      '[Desktop Action Copy]',
      'Exec=clavis --copy',
    ]);
    expect((await stat(file)).mode & 0o777).toBe(0o644);
    expect(await open().isOn()).toBe(true);
  });

  test('are not written again where nothing changes', async () => {
    await open().set(true);
    const before = await stat(file);
    expect(await open().set(true)).toBe('done');
    expect((await stat(file)).ino).toBe(before.ino);
  });

  test('stay when starting at login is switched off and on', async () => {
    await mkdir(join(configHome, 'autostart'), { recursive: true });
    await writeFile(file, own);
    expect(await open().set(false)).toBe('done');
    const off = await readFile(file, 'latin1');
    expect(off.split('\n')).toEqual([
      ...own.toString('latin1').split('\n').slice(0, 8),
      'Hidden=true',
      ...own.toString('latin1').split('\n').slice(8),
    ]);
    expect(await open().isOn()).toBe(false);
    expect(await open().set(true)).toBe('done');
    expect(await open().isOn()).toBe(true);
    const on = await readFile(file, 'latin1');
    for (const line of ['# started late, for the keyring\r', 'Name[de]=Schl\xfcssel', 'Icon=clavis', 'Hidden=false']) {
      expect(on.split('\n')).toContain(line);
    }
  });
});

describe('what is not ours', () => {
  test.each([
    ['of another program', '[Desktop Entry]\nType=Application\nName=Clavis\nExec=clavis\n'],
    ['with our mark in another group only', '[Desktop Entry]\nExec=clavis\n[X-Other]\nX-Clavis=true\n'],
    ['that is empty', ''],
  ])('a file %s stays as it is', async (_what, text) => {
    await found(text);
    expect(await open().isOn()).toBe(false);
    expect(await open().set(true)).toBe('not-ours');
    expect(await open().set(false)).toBe('not-ours');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('a link stays one, also to a file of ours', async () => {
    await open().set(true);
    const kept = join(home, 'kept.desktop');
    await writeFile(kept, await readFile(file));
    await rm(file);
    await symlink(kept, file);
    expect(await open('/tmp/new').set(true)).toBe('not-ours');
    expect(await open().set(false)).toBe('not-ours');
    expect(await readFile(kept, 'utf8')).toContain('/opt/Clavis/clavis');
  });

  test('a folder with its name stays', async () => {
    await mkdir(file, { recursive: true });
    expect(await open().set(true)).toBe('not-ours');
    expect((await stat(file)).isDirectory()).toBe(true);
  });
});

test('an autostart folder that is a link is written through it', async () => {
  const elsewhere = join(home, 'dotfiles');
  await mkdir(elsewhere);
  await mkdir(configHome);
  await symlink(elsewhere, join(configHome, 'autostart'));
  expect(await open().set(true)).toBe('done');
  expect(await readdir(elsewhere)).toEqual(['clavis.desktop']);
  expect(await open().isOn()).toBe(true);
});
