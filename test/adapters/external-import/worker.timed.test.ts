import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openExternalImports } from '../../../electron/adapters/external-import/external-imports.ts';
import { toCallError } from '../../../electron/ipc/call-error.ts';
import { leastStall } from '../../support/stalls.ts';
import { workerSource } from '../../support/worker-source.ts';

const workerUrl = workerSource('external-import-worker');
const value = 'a-value-that-nobody-may-read';
const header = 'collections,type,name,login_password,notes\n';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-import-'));
  file = join(folder, 'export.csv');
  writeFileSync(file, `${header},login,A,${value},\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A worker in the place of ours, with what it does when the file has come. */
function workerThat(does: string): URL {
  const path = join(folder, 'worker.mjs');
  writeFileSync(
    path,
    `import { writeFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    parentPort.once('message', ({ bytes }) => { ${does} });`,
  );
  return pathToFileURL(path);
}

/** In ms: what nobody at a window or the tray notices. */
const longest = 50;
const readUnstalled = () => leastStall(longest, () => openExternalImports({ workerUrl }).read(file));

describe('the main thread stays free for windows and tray', () => {
  test('while a file that was made to be slow is read', async () => {
    // Each comma is an empty cell.
    writeFileSync(file, header + ','.repeat(3_900_000));
    const { ms, first } = await readUnstalled();
    expect(first).toMatchObject({ items: [], skipped: 1 });
    expect(ms).toBeLessThan(longest);
  });

  test('while a large export is handed over, whole and in its order', async () => {
    const titles = Array.from({ length: 20_000 }, (_, at) => `entry ${at}`);
    const groups = Array.from({ length: 20 }, (_, at) => `group ${at}`).join(',');
    const note = 'words '.repeat(300);
    writeFileSync(file, header);
    // Each for itself: forty megabytes of this test's own garbage would be measured with what is tested.
    for (const title of titles) appendFileSync(file, `"${groups}",login,${title},${title} password,${note}\n`);
    const {
      ms,
      first: { items, skipped },
    } = await readUnstalled();
    expect(ms).toBeLessThan(longest);
    expect(items.map(({ title }) => title)).toEqual(titles);
    expect(items.every(({ title, values: [only] }) => only?.value.reveal() === `${title} password`)).toBe(true);
    expect(skipped).toBe(0);
  });

  test('while an entry with three million tags is', async () => {
    const item = { categoryUuid: '001', overview: { title: 'A', tags: Array(3_000_000).fill('') }, details: {} };
    writeFileSync(file, JSON.stringify({ accounts: [{ vaults: [{ attrs: {}, items: [item] }] }] }));
    const { ms, first } = await readUnstalled();
    expect(first.items).toHaveLength(1);
    expect(ms).toBeLessThan(longest);
  });
});

describe('a file is refused without a word of what is in it', () => {
  test('where reading it takes too long, and that is ended', async () => {
    const beat = join(folder, 'beat');
    const endless = workerThat(`for (;;) writeFileSync(${JSON.stringify(beat)}, String(Date.now()))`);
    const refused = openExternalImports({ workerUrl: endless, timeoutMs: 500 }).read(file);
    await expect(refused).rejects.toMatchObject({
      code: 'EXTERNAL_IMPORT_UNREADABLE',
      details: { file: 'export.csv', reason: { code: 'READING_TOO_LONG', seconds: 0.5 } },
    });
    await expect.poll(() => Date.now() - statSync(beat).mtimeMs).toBeGreaterThan(300);
  });

  test.each([
    [
      'too much memory',
      'const all = []; for (;;) all.push({ all: [all.length] });',
      /more memory than an export needs/,
    ],
    ['more than the worker survives', 'process.exit(3)', /reading it failed/],
    ['a turn nobody foresaw', 'throw new Error(new TextDecoder().decode(bytes))', /reading it failed/],
  ])('where reading it takes %s', async (_, does, words) => {
    const error = await openExternalImports({ workerUrl: workerThat(does), heap: 32 })
      .read(file)
      .catch((error: unknown) => error);
    expect(toCallError(error)).toMatchObject({
      code: 'EXTERNAL_IMPORT_UNREADABLE',
      message: expect.stringMatching(words),
    });
    expect(JSON.stringify([error, String(error)])).not.toContain(value.slice(0, 8));
  });
});
