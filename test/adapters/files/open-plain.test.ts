import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAll, readPlain } from '../../../electron/adapters/files/open-plain.ts';
import { needsLinux } from '../../support/needs.ts';

needsLinux('/proc');

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-plain-'));
  file = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that others wrote', () => {
  test.each([0, 1, 9, 10])('of %i bytes is read where 10 are allowed, into a buffer of its own', async (length) => {
    writeFileSync(file, 'x'.repeat(length));
    const found = await readPlain(file, 10);
    expect(found).toMatchObject({ kind: 'read', stat: { size: length } });
    if (found.kind !== 'read') return;
    expect(Buffer.from(found.bytes).toString()).toBe('x'.repeat(length));
    expect(found.bytes.buffer.byteLength).toBe(length);
  });

  test.each([
    ['link', 'a link to a file', () => symlinkSync(writeTarget(), file)],
    ['link', 'a link to nothing', () => symlinkSync(join(folder, 'nothing'), file)],
    ['link', 'a link to itself', () => symlinkSync(file, file)],
    ['not-a-file', 'a folder', () => mkdirSync(file)],
    ['not-a-file', 'a pipe that nobody writes to', () => execFileSync('mkfifo', [file])],
    ['too-large', 'larger than the limit', () => writeFileSync(file, 'x'.repeat(11))],
    ['changed', 'without a size of its own', () => {}],
  ] as const)('is not read (%s) where it is %s', async (kind, _what, make) => {
    make();
    expect(await readPlain(kind === 'changed' ? '/proc/self/status' : file, 10)).toEqual({ kind });
  });

  test.each([
    ['ENOENT', () => join(folder, 'nothing')],
    ['ENOTDIR', () => join(writeTarget(), 'file')],
  ])('that can’t be there fails with the system’s %s', async (code, path) => {
    await expect(readPlain(path(), 10)).rejects.toMatchObject({ code });
  });
});

describe('reading all of an open file', () => {
  test('notices that it grew', async () => {
    expect(await readAfter(() => appendFileSync(file, 'x'))).toBeNull();
  });

  test('keeps what is left of one that shrank', async () => {
    const bytes = await readAfter(() => truncateSync(file, 2));
    expect(Buffer.from(bytes ?? []).toString()).toBe('ab');
    expect(bytes?.buffer.byteLength).toBe(2);
  });
});

async function readAfter(change: () => void): Promise<Uint8Array | null> {
  writeFileSync(file, 'abcdef');
  const handle = await open(file);
  change();
  return readAll(handle, 6).finally(() => handle.close());
}

function writeTarget(): string {
  writeFileSync(join(folder, 'target'), 'x');
  return join(folder, 'target');
}
