import { constants, statSync } from 'node:fs';
import { open, readFile, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { holdFolder } from '../../files/folder.ts';
import { readPlain } from '../../files/open-plain.ts';
import { whereSupported } from '../../files/supported.ts';

/** Room for 10,000 keys of the longest kind, and more. */
const mostBytes = 2 ** 30;

/** Which file it was, and as it was: another one, or another content, has another stamp. */
export type Stamp = string;

/** The stamp of the file there now, null where there is none. Throws the system's errors. */
export function stampOf(file: string): Stamp | null {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? null : [stat.dev, stat.ino, stat.size, stat.mtimeNs].join('/');
}

/** Its bytes. Throws the system's errors. */
export async function readSealedFile(file: string): Promise<Buffer> {
  const read = await readPlain(file, mostBytes);
  if (read.kind !== 'read') throw new Error(read.kind);
  return Buffer.from(read.bytes.buffer);
}

/**
 * Replaces the file at once, for its owner alone, or leaves it whole: what was written is read back before it takes the old
 * one's place, and on the disk by name and content when this resolves. Throws the system's errors.
 */
export async function replaceSealedFile(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.new`;
  // What a killed write left: sealed, and never in use.
  await rm(unfinished, { force: true });
  try {
    const handle = await open(unfinished, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      await handle.writeFile(bytes);
      await whereSupported(() => handle.chmod(0o600));
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await readFile(unfinished)).equals(bytes)) throw new Error('the disk did not keep what was written');
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  const folder = await holdFolder(await realpath(path.dirname(file)));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
