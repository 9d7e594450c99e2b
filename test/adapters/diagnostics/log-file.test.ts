import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFile,
  chmod,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLogFile } from '../../../electron/adapters/diagnostics/log-file.ts';
import { vaultError } from '../../../electron/vault/errors.ts';
import { openWrittenDiagnostics } from '../../support/diagnostics-file.ts';
import { asOrdinaryUser, isRoot, mountDisk, nobody } from '../../support/superuser.ts';

const locked = vaultError('KEYCHAIN_LOCKED');
const failed = vaultError('CLOSING');

test('without a failure there is no file; with one it is for its owner alone', async () => {
  const log = await openWrittenDiagnostics();
  expect(log.read()).toEqual({ text: '', entries: 0 });
  expect(await readdir(log.folder)).toEqual([]);
  log.report('erasing', locked);
  expect((await stat(log.file)).mode & 0o777).toBe(0o600);
});

test('a file that others could read is closed to them before the next entry', async () => {
  const log = await openWrittenDiagnostics();
  log.report('erasing', locked);
  await chmod(log.file, 0o644);
  log.report('trash', locked);
  expect((await stat(log.file)).mode & 0o777).toBe(0o600);
});

test('what is written stays within 1 MB in two files, the newest entries kept', async () => {
  let now = 0;
  const log = await openWrittenDiagnostics({ now: () => now });
  for (let at = 0; at < 7_000; at += 1) {
    now += 61_000;
    log.report('erasing', locked, [at.toString(16).padStart(8, '0').padEnd(32, '0')]);
  }
  log.report('quit', failed);
  const sizes = await Promise.all(
    (await readdir(log.folder)).map(async (name) => (await stat(join(log.folder, name))).size),
  );
  expect(sizes).toHaveLength(2);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(1_000_000);
  const { text, entries } = log.read();
  expect(entries).toBeGreaterThan(1_000);
  expect(text.trimEnd().split('\n').at(-1)).toContain('"area":"quit","code":"CLOSING"');
});

test.each<[string, (file: string, elsewhere: string) => Promise<void>]>([
  ['a symlink', (file, elsewhere) => symlink(elsewhere, file)],
  ['a dangling symlink', (file) => symlink('/nowhere/at/all', file)],
  ['a second name of another file', (file, elsewhere) => link(elsewhere, file)],
  ['a folder', async (file) => void (await mkdir(file))],
])(
  'with %s in its place nothing is written through it, and what could not be written is copied all the same',
  async (_what, put) => {
    const log = await openWrittenDiagnostics();
    const elsewhere = join(log.folder, 'elsewhere');
    await writeFile(elsewhere, 'mine');
    await put(log.file, elsewhere);
    log.report('erasing', locked);
    expect(await readFile(elsewhere, 'utf8')).toBe('mine');
    expect(() => log.read()).toThrow(expect.objectContaining({ code: 'DIAGNOSTICS_FAILED' }));
    await rm(log.file, { recursive: true });
    log.report('trash', locked);
    expect(await log.written()).toEqual(['erasing KEYCHAIN_LOCKED', 'trash KEYCHAIN_LOCKED']);
  },
);

test('a pipe in its place holds nobody up', async () => {
  const log = await openWrittenDiagnostics();
  const made = spawn('mkfifo', [log.file]);
  await once(made, 'exit');
  log.report('erasing', locked);
  expect((await lstat(log.file)).isFIFO()).toBe(true);
  expect(log.echoed).toHaveLength(1);
});

test('a file of 2 GB that somebody made is never read, and gone with the next entry', async () => {
  const log = await openWrittenDiagnostics();
  await writeFile(log.file, '{"at":"sk-live-of-somebody"}\n');
  await truncate(log.file, 2_000_000_000);
  const before = process.memoryUsage().rss;
  expect(log.read()).toEqual({ text: '', entries: 0 });
  log.report('erasing', locked);
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  expect(await readdir(log.folder)).toEqual(['diagnostics.log']);
  expect(await log.written()).toEqual(['erasing KEYCHAIN_LOCKED']);
});

test.runIf(isRoot)('on a full disk nothing is thrown, the entry is kept, and written when there is room', async () => {
  const log = await openWrittenDiagnostics();
  onTestFinished(mountDisk(log.folder, 'size=64k'));
  await writeFile(join(log.folder, 'ballast'), Buffer.alloc(64 * 1024)).catch(() => undefined);
  log.report('erasing', locked);
  expect((await log.text()).trim()).not.toContain('"code"');
  expect(log.read().entries).toBe(1);
  await rm(join(log.folder, 'ballast'));
  log.report('trash', locked);
  expect(await log.written()).toEqual(['erasing KEYCHAIN_LOCKED', 'trash KEYCHAIN_LOCKED']);
});

test('in a read-only folder nothing is thrown, and what is not written is copied', async () => {
  const log = await openWrittenDiagnostics();
  await chmod(log.folder, 0o555);
  onTestFinished(() => chmod(log.folder, 0o755));
  await asOrdinaryUser(() => {
    log.report('erasing', locked);
    expect(log.read()).toMatchObject({ entries: 1 });
  });
  expect(await readdir(log.folder)).toEqual([]);
});

test.runIf(isRoot)('a file of another user is left alone', async () => {
  const log = await openWrittenDiagnostics();
  await writeFile(log.file, 'theirs');
  const handle = await open(log.file);
  await handle.chown(nobody, nobody);
  await handle.close();
  log.report('erasing', locked);
  expect(await log.text()).toBe('theirs');
});

test('what a crash cut off spoils no entry but its own; what is none of Clavis’ is not copied', async () => {
  const log = await openWrittenDiagnostics();
  await writeFile(log.file, '{"at":"2026-01-01T00:00:00.000Z","area":"eras');
  log.report('erasing', locked);
  await appendFile(log.file, 'sk-live-value-of-somebody\n{"at":"2026-01-01T00:00:00.000Z","area":"sk-live-value"}\n');
  const { text, entries } = log.read();
  expect(entries).toBe(1);
  expect(text).toMatch(/^\{"at":"[^"]+","app":"0\.2\.0 linux","area":"erasing","code":"KEYCHAIN_LOCKED"/);
  expect(text).not.toContain('sk-live');
});

test('two processes write whole lines into one file, also while it is rotated, and stay within its limit', async () => {
  const log = await openWrittenDiagnostics();
  const module = new URL('../../../electron/adapters/diagnostics/log-file.ts', import.meta.url).href;
  const line = (who: string): string => JSON.stringify({ who, text: 'x'.repeat(200) });
  const writing = ['a', 'b'].map(async (who) => {
    const script = `const { openLogFile } = await import('${module}');
      const file = openLogFile('${log.file}');
      for (let at = 0; at < 4000; at += 1) file.append('${line(who)}');`;
    const [code] = await once(
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }),
      'exit',
    );
    return code;
  });
  expect(await Promise.all(writing)).toEqual([0, 0]);
  const lines = openLogFile(log.file).lines();
  expect(lines.length).toBeGreaterThan(1_000);
  expect(lines.filter((one) => one !== line('a') && one !== line('b'))).toEqual([]);
  for (const name of await readdir(log.folder)) {
    expect((await stat(join(log.folder, name))).size).toBeLessThanOrEqual(500_500);
  }
}, 60_000);

test('where the older file can’t be replaced the newest entries count', async () => {
  const log = await openWrittenDiagnostics();
  await mkdir(join(log.folder, 'diagnostics.log.1', 'inside'), { recursive: true });
  await writeFile(log.file, 'x'.repeat(500_000));
  log.report('erasing', locked);
  expect((await stat(log.file)).size).toBeLessThan(1_000);
  expect(await log.written()).toEqual(['erasing KEYCHAIN_LOCKED']);
});
