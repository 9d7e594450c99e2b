import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFiles } from '../../../electron/adapters/files/files.ts';
import { needsPosix } from '../../support/needs.ts';
import { asOrdinaryUser, isRoot, mountDisk, nobody } from '../../support/superuser.ts';

needsPosix('modes and owners of files');

const files = openFiles();

let base: string;
let root: string;
let cleanUp: (() => void)[];

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'clavis-files-')));
  chmodSync(base, 0o755);
  root = join(base, 'project');
  mkdirSync(root);
  cleanUp = [];
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const task of cleanUp.reverse()) task();
  rmSync(base, { recursive: true, force: true });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function put(file: string, content: string, mode = 0o644): string {
  const path = join(root, file);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o7777;
}

async function write(file: string, content: string): Promise<void> {
  await files.write(root, file, bytes(content), await files.read(root, file));
}

/** A file system of its own at the project's root. */
function mountAtRoot(options: string): void {
  cleanUp.push(mountDisk(root, options));
}

/** Lets `task` run once in the middle of the next write: when the new bytes are made durable under their first name. */
async function meanwhile(task: () => void): Promise<void> {
  const handle = await open('/dev/null');
  await handle.close();
  vi.spyOn(Object.getPrototypeOf(handle), 'sync').mockImplementationOnce(() => Promise.resolve(task()));
}

describe('a picked folder', () => {
  test('is known by its path without links', async () => {
    symlinkSync(root, join(base, 'link'));
    expect(await files.resolveFolder(join(base, 'link'))).toBe(root);
  });

  test.each(['gone', 'project/file', 'dangling', ''])('that is no folder (%j) is gone', async (name) => {
    put('file', '');
    symlinkSync('nowhere', join(base, 'dangling'));
    const folder = name === '' ? '' : join(base, name);
    await expect(files.resolveFolder(folder)).rejects.toMatchObject({ code: 'FOLDER_GONE', details: { folder } });
  });

  test('that vanished, or was swapped for a link, is gone for reading and writing', async () => {
    put('.env', 'A=1\n');
    const before = await files.read(root, '.env');
    renameSync(root, join(base, 'elsewhere'));
    await expect(files.read(root, '.env')).rejects.toMatchObject({ code: 'FOLDER_GONE' });
    await expect(files.write(root, '.env', bytes(''), before)).rejects.toMatchObject({ code: 'FOLDER_GONE' });
    symlinkSync(join(base, 'elsewhere'), root);
    await expect(files.read(root, '.env')).rejects.toMatchObject({ code: 'FOLDER_GONE' });
    await expect(files.write(root, '.env', bytes(''), before)).rejects.toMatchObject({ code: 'FOLDER_GONE' });
    expect(readFileSync(join(base, 'elsewhere/.env'), 'utf8')).toBe('A=1\n');
  });
});

describe('reading', () => {
  test('gives the bytes as they are, or that there is no file', async () => {
    writeFileSync(join(root, '.env'), new Uint8Array([0xff, 0, 0x0d, 0x0a]));
    expect((await files.read(root, '.env')).bytes).toEqual(new Uint8Array([0xff, 0, 0x0d, 0x0a]));
    expect((await files.read(root, '.env.local')).bytes).toBeNull();
    expect((await files.read(root, 'no/such/folder/.env')).bytes).toBeNull();
  });

  test('gives another stamp for other bytes, for none, and for a file put in its place', async () => {
    const stamp = async (): Promise<string> => (await files.read(root, '.env')).stamp;
    const absent = await stamp();
    put('.env', '');
    const empty = await stamp();
    put('.env', 'A=1');
    const full = await stamp();
    expect(await stamp()).toBe(full);
    // The same bytes: else writing one value over another would tell whether they are the same.
    put('.env.new', 'A=1');
    renameSync(join(root, '.env.new'), join(root, '.env'));
    expect(new Set([absent, empty, full, await stamp()]).size).toBe(4);
  });

  test('refuses a file larger than 512 KiB', async () => {
    const path = put('.env', '');
    execFileSync('truncate', ['--size', String(512 * 1024), path]);
    expect((await files.read(root, '.env')).bytes).toHaveLength(512 * 1024);
    execFileSync('truncate', ['--size', '+1', path]);
    await expect(files.read(root, '.env')).rejects.toMatchObject({ code: 'TARGET_TOO_LARGE' });
    rmSync(path);
    const huge = files.write(root, '.env', new Uint8Array(512 * 1024 + 1), await files.read(root, '.env'));
    await expect(huge).rejects.toMatchObject({ code: 'TARGET_TOO_LARGE' });
    expect(readdirSync(root)).toEqual([]);
  });

  test('says which right is missing', async () => {
    put('.env', 'A=1', 0o000);
    const read = asOrdinaryUser(() => files.read(root, '.env'));
    await expect(read).rejects.toMatchObject({
      code: 'TARGET_UNREADABLE',
      details: { file: '.env', reason: { code: 'SYSTEM', errno: 'EACCES' } },
    });
  });
});

describe('writing', () => {
  test('makes a file that only its owner can read, whatever the umask', async () => {
    for (const mask of [0o000, 0o777]) {
      const old = process.umask(mask);
      try {
        await write(`.env.${mask}`, 'A=1\n');
      } finally {
        process.umask(old);
      }
      expect(modeOf(join(root, `.env.${mask}`))).toBe(0o600);
      expect(readFileSync(join(root, `.env.${mask}`), 'utf8')).toBe('A=1\n');
    }
  });

  test('replaces all bytes and leaves nothing else behind', async () => {
    put('.env', 'A=1\nB=2\n');
    mkdirSync(join(root, 'apps'));
    await write('.env', 'A=3\n');
    await write('apps/.env', 'C=1\n');
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe('A=3\n');
    expect(readFileSync(join(root, 'apps/.env'), 'utf8')).toBe('C=1\n');
    expect(readdirSync(root).sort()).toEqual(['.env', 'apps']);
    expect(readdirSync(join(root, 'apps'))).toEqual(['.env']);
  });

  test.each([
    ['644', '600'],
    ['640', '600'],
    ['777', '700'],
    ['600', '600'],
  ])('keeps the rights %s, and takes those of others away on demand', async (before, after) => {
    const path = put('.env', 'A=1', Number.parseInt(before, 8));
    expect((await files.read(root, '.env')).isOpenToOthers).toBe(before !== '600');
    await write('.env', 'A=2');
    expect(modeOf(path).toString(8)).toBe(before);
    await files.makePrivate(root, '.env');
    expect(modeOf(path).toString(8)).toBe(after);
    expect(await files.read(root, '.env')).toMatchObject({ isOpenToOthers: false, bytes: bytes('A=2') });
  });

  test('makes nothing private that is no file of the project', async () => {
    const outside = join(base, 'outside.env');
    writeFileSync(outside, '');
    chmodSync(outside, 0o644);
    symlinkSync(outside, join(root, '.env'));
    await expect(files.makePrivate(root, '.env')).rejects.toMatchObject({ code: 'TARGET_LEAVES_PROJECT' });
    mkdirSync(join(root, 'folder'), { mode: 0o755 });
    await expect(files.makePrivate(root, 'folder')).rejects.toMatchObject({ code: 'TARGET_NOT_A_FILE' });
    await files.makePrivate(root, 'absent');
    expect([modeOf(outside), modeOf(join(root, 'folder'))]).toEqual([0o644, 0o755]);
  });

  test.each(['EPERM', 'ENOTSUP', 'EINVAL'])(
    'does without rights, owners and syncs where the file system answers %s',
    async (code) => {
      put('.env', 'A=1\n');
      const handle = await open('/dev/null');
      await handle.close();
      const fail = () => Promise.reject(Object.assign(new Error(code), { code }));
      for (const call of ['chmod', 'chown', 'sync'] as const) {
        vi.spyOn(Object.getPrototypeOf(handle), call).mockImplementation(fail);
      }
      await write('.env', 'A=2\n');
      await write('.env.new', 'A=3\n');
      expect(readFileSync(join(root, '.env'), 'utf8')).toBe('A=2\n');
      expect(modeOf(join(root, '.env.new'))).toBe(0o600);
    },
  );

  test('is refused where the disk reports an error when it syncs', async () => {
    put('.env', 'A=1\n');
    await meanwhile(() => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    });
    await expect(write('.env', 'A=2\n')).rejects.toMatchObject({ code: 'TARGET_UNWRITABLE' });
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe('A=1\n');
  });

  test.skipIf(!isRoot)(
    'explains a file that is mounted by itself, and leaves it (needs root to mount one)',
    async () => {
      const path = put('.env', 'A=1\n');
      writeFileSync(join(base, 'mounted'), 'A=0\n');
      execFileSync('mount', ['--bind', join(base, 'mounted'), path]);
      cleanUp.push(() => execFileSync('umount', [path]));
      await expect(write('.env', 'A=2\n')).rejects.toMatchObject({ code: 'TARGET_MOUNTED' });
      expect(readFileSync(path, 'utf8')).toBe('A=0\n');
      expect(readdirSync(root)).toEqual(['.env']);
    },
  );

  test.skipIf(!isRoot)('gives no rights that were missing (needs root to write all the same)', async () => {
    const path = put('.env', 'A=1', 0o400);
    await write('.env', 'A=2');
    expect(modeOf(path)).toBe(0o400);
  });

  test('leaves the rights of files that hold no value to others', async () => {
    put('.gitignore', 'dist\n', 0o664);
    put('.env.example', '', 0o755);
    await write('.gitignore', 'dist\n/.env\n');
    await write('.env.example', 'A=\n');
    expect(modeOf(join(root, '.gitignore'))).toBe(0o664);
    expect(modeOf(join(root, '.env.example'))).toBe(0o755);
  });

  test.skipIf(!isRoot)('keeps the owner (needs root to have another)', async () => {
    const path = put('.env', 'A=1');
    chownSync(path, 1234, 4321);
    await write('.env', 'A=2');
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 4321 });
    expect(modeOf(path)).toBe(0o644);
  });

  test.skipIf(!isRoot)(
    "writes another owner's file as one's own where it may (needs root to have another)",
    async () => {
      const path = put('.env', 'A=1', 0o666);
      chmodSync(root, 0o777);
      await asOrdinaryUser(() => write('.env', 'A=2'));
      expect(statSync(path).uid).toBe(nobody);
      expect(readFileSync(path, 'utf8')).toBe('A=2');
    },
  );

  test('refuses where the file is not what was looked at', async () => {
    const absent = await files.read(root, '.env');
    put('.env', 'A=1');
    const before = await files.read(root, '.env');
    const changed = { code: 'TARGET_CHANGED', details: { file: '.env' } };
    await expect(files.write(root, '.env', bytes('X'), absent)).rejects.toMatchObject(changed);
    put('.env', 'A=2');
    await expect(files.write(root, '.env', bytes('X'), before)).rejects.toMatchObject(changed);
    rmSync(join(root, '.env'));
    await expect(files.write(root, '.env', bytes('X'), before)).rejects.toMatchObject(changed);
    expect(readdirSync(root)).toEqual([]);
  });

  test('lets one of two writers at the same moment win, and tells the other', async () => {
    const before = await files.read(root, '.env');
    const both = ['A', 'B'].map((text) => files.write(root, '.env', bytes(text), before));
    const results = await Promise.allSettled(both);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe('A');
  });

  test('refuses where another program saves the file, or moves its folder, at the last moment', async () => {
    mkdirSync(join(root, 'config'));
    mkdirSync(join(base, 'outside'));
    put('config/.env', 'A=1');
    const before = await files.read(root, 'config/.env');

    await meanwhile(() => put('config/.env', 'A=theirs'));
    await expect(files.write(root, 'config/.env', bytes('X'), before)).rejects.toMatchObject({
      code: 'TARGET_CHANGED',
    });
    expect(readFileSync(join(root, 'config/.env'), 'utf8')).toBe('A=theirs');
    expect(readdirSync(join(root, 'config'))).toEqual(['.env']);

    put('config/.env', 'A=1');
    const again = await files.read(root, 'config/.env');
    await meanwhile(() => {
      renameSync(join(root, 'config'), join(root, 'moved'));
      mkdirSync(join(root, 'config'));
    });
    await expect(files.write(root, 'config/.env', bytes('X'), again)).rejects.toMatchObject({
      code: 'TARGET_CHANGED',
    });
    expect(readFileSync(join(root, 'moved/.env'), 'utf8')).toBe('A=1');
    expect(readdirSync(join(root, 'moved'))).toEqual(['.env']);
    expect(readdirSync(join(root, 'config'))).toEqual([]);
  });

  test('makes no folders', async () => {
    const unwritable = { code: 'TARGET_UNWRITABLE', details: { reason: { code: 'FOLDER_MISSING' } } };
    await expect(write('apps/.env', 'A=1')).rejects.toMatchObject(unwritable);
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('names that lead elsewhere', () => {
  const leaves = { code: 'TARGET_LEAVES_PROJECT' };
  const names = [
    '../.env',
    'a/../../.env',
    'a/../.env',
    './.env',
    '/etc/passwd',
    '',
    '.',
    '..',
    'a//.env',
    '.env/',
    'a\0b',
  ];

  test.each(names)('%j is refused', async (name) => {
    const before = await files.read(root, '.env');
    await expect(files.read(root, name)).rejects.toMatchObject(leaves);
    await expect(files.write(root, name, bytes('X'), before)).rejects.toMatchObject(leaves);
  });

  test('a link that leaves the project, that leads nowhere or in a circle is refused, and its end stays as it was', async () => {
    const before = await files.read(root, '.env');
    writeFileSync(join(base, 'outside'), 'theirs');
    mkdirSync(join(base, 'project-2'));
    for (const [name, end] of [
      ['absolute', join(base, 'outside')],
      ['relative', '../outside'],
      ['sibling', '../project-2/.env'],
      ['dangling', 'nowhere'],
      ['circle', 'circle'],
      ['whole', '.'],
    ] as const) {
      symlinkSync(end, join(root, name));
      await expect(files.read(root, name), name).rejects.toMatchObject(leaves);
      await expect(files.write(root, name, bytes('X'), before), name).rejects.toMatchObject(leaves);
    }
    symlinkSync(base, join(root, 'folder'));
    await expect(files.write(root, 'folder/outside', bytes('X'), before)).rejects.toMatchObject(leaves);
    await expect(files.write(root, 'folder/new', bytes('X'), before)).rejects.toMatchObject(leaves);
    expect(readFileSync(join(base, 'outside'), 'utf8')).toBe('theirs');
    expect(readdirSync(base).sort()).toEqual(['outside', 'project', 'project-2']);
    expect(readdirSync(join(base, 'project-2'))).toEqual([]);
  });

  test('a link inside the project stays a link, and its end is written', async () => {
    mkdirSync(join(root, 'shared'));
    put('shared/common.env', 'A=1');
    symlinkSync('shared/common.env', join(root, '.env'));
    symlinkSync('shared', join(root, 'config'));
    expect((await files.read(root, '.env')).bytes).toEqual(bytes('A=1'));
    await write('.env', 'A=2');
    expect(readFileSync(join(root, 'shared/common.env'), 'utf8')).toBe('A=2');
    await write('config/common.env', 'A=3');
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe('A=3');
    expect(realpathSync(join(root, '.env'))).toBe(join(root, 'shared/common.env'));
  });

  test('a file with a second name is refused, so that the other name keeps its bytes', async () => {
    const path = put('.env', 'A=1');
    linkSync(path, join(base, 'twin'));
    const before = await files.read(root, 'other');
    const linked = { code: 'TARGET_HARD_LINKED', details: { file: '.env' } };
    await expect(files.read(root, '.env')).rejects.toMatchObject(linked);
    await expect(files.write(root, '.env', bytes('X'), before)).rejects.toMatchObject(linked);
    expect(readFileSync(join(base, 'twin'), 'utf8')).toBe('A=1');
  });

  test('a file that is not there is not made elsewhere, where its folder became a link within the project', async () => {
    mkdirSync(join(root, 'config'));
    mkdirSync(join(root, 'public'));
    const before = await files.read(root, 'config/.env');
    rmdirSync(join(root, 'config'));
    symlinkSync('public', join(root, 'config'));
    const changed = { code: 'TARGET_CHANGED', details: { file: 'config/.env' } };
    await expect(files.write(root, 'config/.env', bytes('X'), before)).rejects.toMatchObject(changed);
    expect(readdirSync(join(root, 'public'))).toEqual([]);
  });

  test('a folder that became a link since it was looked at is refused', async () => {
    mkdirSync(join(root, 'config'));
    mkdirSync(join(base, 'outside'));
    put('config/.env', 'A=1');
    writeFileSync(join(base, 'outside/.env'), 'A=1');
    const before = await files.read(root, 'config/.env');
    renameSync(join(root, 'config'), join(root, 'old'));
    symlinkSync(join(base, 'outside'), join(root, 'config'));
    await expect(files.write(root, 'config/.env', bytes('A=2'), before)).rejects.toMatchObject(leaves);
    expect(readFileSync(join(base, 'outside/.env'), 'utf8')).toBe('A=1');
    expect(readdirSync(join(base, 'outside'))).toEqual(['.env']);
  });

  test('a folder that keeps changing into a link never leads a write outside', async () => {
    mkdirSync(join(root, 'config'));
    mkdirSync(join(base, 'outside'));
    symlinkSync(join(base, 'outside'), join(root, 'link'));
    const swapper = spawn(
      process.execPath,
      [
        '-e',
        `const { renameSync } = require('node:fs');
        process.chdir(${JSON.stringify(root)});
        process.stdout.write('x');
        for (;;) {
          renameSync('config', 'real'); renameSync('link', 'config');
          renameSync('config', 'link'); renameSync('real', 'config');
        }`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      await new Promise((resolve) => swapper.stdout.once('data', resolve));
      let written = 0;
      const end = Date.now() + 1500;
      while (Date.now() < end) {
        await write('config/.env', `A=${Date.now()}`).then(
          () => {
            written += 1;
          },
          () => {},
        );
      }
      expect(readdirSync(join(base, 'outside'))).toEqual([]);
      expect(written).toBeGreaterThan(0);
    } finally {
      swapper.kill('SIGKILL');
      await new Promise((resolve) => swapper.once('close', resolve));
    }
  });
});

describe('what is no file', () => {
  const notAFile = { code: 'TARGET_NOT_A_FILE' };

  test('a folder, a pipe, a socket and a device are refused at once', async () => {
    const before = await files.read(root, 'absent');
    mkdirSync(join(root, 'folder'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const server = createServer().listen(join(root, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    cleanUp.push(() => server.close());
    const names = ['folder', 'pipe', 'socket'];
    if (isRoot) {
      execFileSync('mknod', [join(root, 'device'), 'c', '1', '3']);
      names.push('device');
    }
    for (const name of names) {
      const refusal = name === 'pipe' ? { code: 'TARGET_IS_PIPE' } : notAFile;
      await expect(files.read(root, name), name).rejects.toMatchObject(refusal);
      await expect(files.write(root, name, bytes('X'), before), name).rejects.toMatchObject(refusal);
    }
    expect(readdirSync(root).sort()).toEqual([...names].sort());
  });
});

describe('a write that fails', () => {
  /** The old file is whole, nothing else is there, and the error says why. */
  async function expectUntouched(errno: string, work: () => Promise<void>): Promise<void> {
    const before = readdirSync(root);
    await expect(work()).rejects.toMatchObject({
      code: 'TARGET_UNWRITABLE',
      details: { file: '.env', reason: { code: 'SYSTEM', errno } },
    });
    expect(readdirSync(root)).toEqual(before);
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe('A=1\n');
  }

  test.skipIf(!isRoot)('on a full disk leaves the old file (needs root to mount one)', async () => {
    mountAtRoot('size=64k,mode=755');
    put('.env', 'A=1\n');
    const before = await files.read(root, '.env');
    await expectUntouched('ENOSPC', () => files.write(root, '.env', new Uint8Array(100_000).fill(65), before));
    writeFileSync(join(root, 'rest'), new Uint8Array(60 * 1024));
    await expectUntouched('ENOSPC', () => files.write(root, '.env', new Uint8Array(5000).fill(65), before));
  });

  test.skipIf(!isRoot)(
    'on a disk without room for another name leaves the old file (needs root to mount one)',
    async () => {
      mountAtRoot('nr_inodes=2,mode=755');
      put('.env', 'A=1\n');
      await expectUntouched('ENOSPC', () => write('.env', 'A=2\n'));
    },
  );

  test.skipIf(!isRoot)('on a read-only disk leaves the old file (needs root to mount one)', async () => {
    mountAtRoot('size=64k,mode=755');
    put('.env', 'A=1\n');
    execFileSync('mount', ['-o', 'remount,ro', root]);
    await expectUntouched('EROFS', () => write('.env', 'A=2\n'));
    await expect(write('.env.new', 'A=2\n')).rejects.toMatchObject({ code: 'TARGET_UNWRITABLE' });
  });

  test('for want of rights on the folder leaves the old file', async () => {
    put('.env', 'A=1\n', 0o666);
    chmodSync(root, 0o555);
    cleanUp.push(() => chmodSync(root, 0o755));
    await expectUntouched('EACCES', () => asOrdinaryUser(() => write('.env', 'A=2\n')));
  });

  test('for want of rights on the file leaves it, though its folder would allow the rename', async () => {
    put('.env', 'A=1\n', 0o444);
    chmodSync(root, 0o777);
    await expectUntouched('EACCES', () => asOrdinaryUser(() => write('.env', 'A=2\n')));
  });

  test.skipIf(!isRoot || !canBeImmutable())('on an immutable file leaves it (needs root and chattr)', async () => {
    const path = put('.env', 'A=1\n');
    execFileSync('chattr', ['+i', path]);
    cleanUp.push(() => execFileSync('chattr', ['-i', path]));
    await expectUntouched('EPERM', () => write('.env', 'A=2\n'));
  });
});

describe('a crash in the middle of a write', () => {
  test('leaves the old file, and what it left next to it is gone once somebody asks for that', async () => {
    put('.env', 'A=1\n');
    // Killed at the moment when the new bytes are there under the other name, just before they are made durable.
    const script = `
      import { open } from 'node:fs/promises';
      const { openFiles } = await import(${JSON.stringify(new URL('../../../electron/adapters/files/files.ts', import.meta.url).href)});
      const files = openFiles();
      const handle = await open('/dev/null');
      Object.getPrototypeOf(handle).sync = () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => {}); };
      await files.write(process.argv[1], '.env', new TextEncoder().encode('A=2\\n'), await files.read(process.argv[1], '.env'));
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, root], { stdio: 'inherit' });
    const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
    expect(signal).toBe('SIGKILL');
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe('A=1\n');
    const left = readdirSync(root).filter((name) => name !== '.env');
    expect(left).toHaveLength(1);
    const unfinished = join(root, left[0] ?? '');
    expect(modeOf(unfinished)).toBe(0o700);
    expect(readdirSync(unfinished).sort()).toEqual(['.gitignore', 'file']);
    expect(modeOf(join(unfinished, 'file'))).toBe(0o600);

    // Looking at a file changes nothing.
    expect((await files.read(root, '.env')).bytes).toEqual(bytes('A=1\n'));
    expect(existsSync(unfinished)).toBe(true);
    expect(await files.removeLeftovers(root, '.env')).toBe(true);
    expect(readdirSync(root)).toEqual(['.env']);
  });

  test('leaves what may still be written, and says so', async () => {
    put('.env', 'A=1\n');
    const running = `..env.clavis-${process.pid}-1`;
    mkdirSync(join(root, running));
    put('..env.clavis-4194305-1', 'A=2\n');
    expect(await files.removeLeftovers(root, '.env')).toBe(false);
    expect(readdirSync(root).sort()).toEqual([running, '.env'].sort());
  });

  test('never takes a file for a leftover that is none', async () => {
    const names = ['.env.clavis', `.env.clavis-${process.pid}-1`, '.env.clavis-1-1', 'x.clavis-999999-1', '.env.tmp'];
    for (const name of names) put(name, '');
    await write('.env', 'A=1');
    expect(readdirSync(root).sort()).toEqual([...names, '.env'].sort());
  });
});

function canBeImmutable(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'clavis-chattr-'));
  try {
    execFileSync('chattr', ['+i', folder], { stdio: 'ignore' });
    execFileSync('chattr', ['-i', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
