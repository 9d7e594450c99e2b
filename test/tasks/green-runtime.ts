import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './run.ts';

/** Gone with `npm ci`, so that a fresh clone runs everything. */
const record = path.join(root, 'node_modules/.cache/clavis/runtime-suite');

/** SHA-256 of what the stand-in's own suite depends on: the stand-in with its tests, and Electron's version. */
async function contentOf(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(path.join(root, 'node_modules/electron/package.json')));
  const folder = path.join(root, 'test/runtime');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

/** Whether the stand-in's own suite was green over what is there now. */
export async function wasRuntimeGreen(): Promise<boolean> {
  return (await readFile(record, 'utf8').catch(() => '')) === (await contentOf());
}

/** Records that it was. */
export async function recordGreenRuntime(): Promise<void> {
  await mkdir(path.dirname(record), { recursive: true });
  await writeFile(record, await contentOf());
}
