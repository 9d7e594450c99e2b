import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBackups } from '../../../electron/adapters/backups/backups.ts';
import { fromJson } from '../../../electron/adapters/backups/json.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { cpuTimeOf, processTimeOf } from '../../support/cpu-time.ts';
import { needsPosix } from '../../support/needs.ts';
import { isRoot, mountDisk } from '../../support/superuser.ts';
import { workerSource } from '../../support/worker-source.ts';
import { backedUpKey, backupOf, passphrase, sealCheaply } from '../../vault/backups/support.ts';

needsPosix('modes of files, and sockets in folders');

const workerUrl = workerSource('backup-worker');
const backups = openBackups({ workerUrl, work: 1 });
/** As the app has it: each step takes a second or more. */
const atFullWork = openBackups({ workerUrl });
const content = fromJson(new TextEncoder().encode(JSON.stringify(backupOf([backedUpKey(1)]))), 'none');
const secret = new Secret(passphrase);
let folder: string;
let file: string;
let cleanUp: (() => void)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-backups-'));
  file = join(folder, 'mine.age');
  cleanUp = [];
});
afterEach(() => {
  for (const step of cleanUp) step();
  rmSync(folder, { recursive: true, force: true });
});

const confirmed = { passphrase: secret, content, confirm: async () => true };
const save = (path = file) => backups.save(path, confirmed);
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** A worker in the place of ours; what it replies is given as code. */
function workerThat(replies: string): URL {
  const path = join(folder, 'worker.mjs');
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';
    const bytes = new Uint8Array([1, 2, 3]);
    parentPort.once('message', ({ operation }) => parentPort.postMessage(${replies}));`,
  );
  return pathToFileURL(path);
}

describe('a saved backup', () => {
  test('is for its owner alone, opens again, and leaves nothing next to it', async () => {
    await atFullWork.save(file, confirmed);
    expect(mode(file)).toBe('600');
    expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/);
    expect(await atFullWork.open(file, secret)).toEqual(content);
    expect(readdirSync(folder)).toEqual(['mine.age']);
  });

  test('takes the place of an older one, at the end of a link too', async () => {
    mkdirSync(join(folder, 'disk'));
    const there = join(folder, 'disk', 'real.age');
    writeFileSync(there, 'older', { mode: 0o644 });
    symlinkSync(there, file);
    await save();
    expect(await backups.open(there, secret)).toEqual(content);
    expect(mode(there)).toBe('600');
    expect(readdirSync(join(folder, 'disk'))).toEqual(['real.age']);
  });

  test('removes what a crash left of an earlier one', async () => {
    const left = join(folder, `.mine.age.clavis-${2 ** 22 + 1}-1`);
    writeFileSync(left, 'half');
    await save();
    expect(existsSync(left)).toBe(false);
  });

  test('leaves the main thread free for windows and tray', async () => {
    let ofMainThread = 0;
    const ofAll = await processTimeOf(async () => {
      ofMainThread = await cpuTimeOf(() => atFullWork.save(file, confirmed));
    });
    expect(ofMainThread / ofAll).toBeLessThan(0.4);
  });
});

describe('a backup that can’t be saved', () => {
  test('for lack of its folder says so', async () => {
    await expect(save(join(folder, 'gone', 'mine.age'))).rejects.toMatchObject({
      code: 'BACKUP_UNWRITABLE',
      details: { file: 'mine.age', reason: { code: 'SYSTEM', errno: 'ENOENT' } },
    });
  });

  test('in the place of a folder leaves it', async () => {
    mkdirSync(file);
    await expect(save()).rejects.toMatchObject({ code: 'BACKUP_UNWRITABLE' });
    expect(readdirSync(folder)).toEqual(['mine.age']);
  });

  test.skipIf(!isRoot)('on a full disk leaves the older one (needs root to mount one)', async () => {
    cleanUp.push(mountDisk(folder, 'size=8k'));
    writeFileSync(file, 'older '.repeat(700));
    await expect(save()).rejects.toMatchObject({
      code: 'BACKUP_UNWRITABLE',
      details: { reason: { code: 'SYSTEM', errno: 'ENOSPC' } },
    });
    expect(readFileSync(file, 'utf8')).toBe('older '.repeat(700));
    expect(readdirSync(folder)).toEqual(['mine.age']);
  });

  test.each([
    [
      'does not open',
      `operation === 'seal' ? { kind: 'done', bytes } : { kind: 'damaged', reason: { code: 'PARTS_DAMAGED' } }`,
    ],
    ['holds something else', `{ kind: 'done', bytes }`],
    ['was not encrypted', `{ kind: 'failed' }`],
  ])('because it %s leaves the older one', async (_, replies) => {
    writeFileSync(file, 'older');
    const broken = openBackups({ workerUrl: workerThat(replies) });
    await expect(broken.save(file, confirmed)).rejects.toMatchObject({ code: 'BACKUP_UNWRITABLE' });
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(readdirSync(folder).sort()).toEqual(['mine.age', 'worker.mjs']);
  });

  test('because its worker died leaves the older one', async () => {
    writeFileSync(file, 'older');
    const broken = openBackups({ workerUrl: workerThat('process.exit(3)') });
    await expect(broken.save(file, confirmed)).rejects.toMatchObject({ code: 'BACKUP_UNWRITABLE' });
    expect(readFileSync(file, 'utf8')).toBe('older');
  });
});

describe('before a backup is put in its place', () => {
  test('a passphrase is tried on the finished file itself, which is not there yet', async () => {
    writeFileSync(file, 'older');
    const tried: boolean[] = [];
    await backups.save(file, {
      ...confirmed,
      async confirm(opens) {
        for (const typed of ['another one of mine', `${passphrase} `, passphrase]) {
          tried.push(await opens(new Secret(typed)));
        }
        expect(readFileSync(file, 'utf8')).toBe('older');
        return true;
      },
    });
    expect(tried).toEqual([false, false, true]);
    expect(await backups.open(file, secret)).toEqual(content);
  });

  test('one that is not confirmed leaves the older one, and nothing next to it', async () => {
    writeFileSync(file, 'older');
    const saving = backups.save(file, { ...confirmed, confirm: async () => false });
    await expect(saving).rejects.toMatchObject({ code: 'BACKUP_NOT_CONFIRMED', details: { file: 'mine.age' } });
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(readdirSync(folder)).toEqual(['mine.age']);
  });
});

describe('a picked file', () => {
  const open = () => backups.open(file, secret);

  test.each([
    ['nothing', 'BACKUP_UNREADABLE', () => {}],
    ['a folder', 'BACKUP_NOT_OURS', () => mkdirSync(file)],
    ['a pipe', 'BACKUP_NOT_OURS', () => execFileSync('mkfifo', [file])],
    ['a device', 'BACKUP_NOT_OURS', () => symlinkSync('/dev/zero', file)],
    ['an empty file', 'BACKUP_DAMAGED', () => writeFileSync(file, '')],
    ['a picture', 'BACKUP_NOT_OURS', () => writeFileSync(file, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))],
  ])('that is %s is refused with %s', async (_, code, make) => {
    make();
    await expect(open()).rejects.toMatchObject({ code });
  });

  test('larger than any backup is refused before it is read', async () => {
    writeFileSync(file, 'age-encryption.org/v1\n');
    truncateSync(file, 128 * 1024 * 1024 + 1);
    const took = await processTimeOf(() => expect(open()).rejects.toMatchObject({ code: 'BACKUP_NOT_OURS' }));
    expect(took).toBeLessThan(2_000);
  });

  test('with another passphrase is locked', async () => {
    writeFileSync(file, await sealCheaply(backupOf([]), 'another passphrase'));
    await expect(open()).rejects.toMatchObject({ code: 'BACKUP_LOCKED', details: { file: 'mine.age' } });
  });

  test('cut off is damaged', async () => {
    const whole = await sealCheaply(backupOf([backedUpKey(1)]));
    writeFileSync(file, whole.subarray(0, whole.length - 1));
    await expect(open()).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  });

  test('that holds something else is not ours', async () => {
    writeFileSync(file, await sealCheaply('dear diary'));
    await expect(open()).rejects.toMatchObject({ code: 'BACKUP_NOT_OURS' });
  });
});
