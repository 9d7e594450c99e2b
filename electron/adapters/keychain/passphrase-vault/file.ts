import { randomBytes } from 'node:crypto';
import { type BigIntStats, constants, lstatSync } from 'node:fs';
import { link, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { holdFolder } from '../../files/folder.ts';
import { readPlain } from '../../files/open-plain.ts';
import { systemCode } from '../../files/reasons.ts';
import { whereSupported } from '../../files/supported.ts';

/** Room for 8,000 keys of the longest kind with a version before. */
const mostBytes = 2 ** 30;

/** Which file it was, and as it was: another one, or another content, has another stamp. */
export type Stamp = string;

/** What tells a file that was written from every other one, wherever it is moved. */
const identityOf = ({ dev, ino, size, mtimeNs }: BigIntStats): string => [dev, ino, size, mtimeNs].join('/');

/**
 * The stamp of the file there now, null where there is none. A link is a thing of its own, as to whoever reads the file.
 * Its last change counts, too: a program can set all the rest as it was. Throws the system's errors.
 */
export function stampOf(file: string): Stamp | null {
  const stat = lstatSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? null : `${identityOf(stat)}/${stat.ctimeNs}`;
}

/** Its bytes. Throws the system's errors. */
export async function readSealedFile(file: string): Promise<Buffer> {
  const read = await readPlain(file, mostBytes);
  if (read.kind !== 'read') throw new Error(read.kind);
  return Buffer.from(read.bytes.buffer);
}

/**
 * Replaces the file at once, for its owner alone, or leaves it whole: what was written is read back before it takes the old
 * one's place, and on the disk by name and content when this resolves, with the stamp of what is there then. Throws the
 * system's errors.
 */
export async function replaceSealedFile(file: string, bytes: Buffer): Promise<Stamp> {
  const stamp = await writeNext(file, bytes, (written) => rename(written, file));
  await syncFolderOf(file);
  return stamp;
}

/** Makes the file in the same way, where there is none until the very end: then it throws `EEXIST`, and leaves that alone. */
export async function createSealedFile(file: string, bytes: Buffer): Promise<void> {
  await writeNext(file, bytes, async (written) => {
    try {
      await link(written, file);
      await rm(written);
    } catch (error) {
      if (systemCode(error) === 'EEXIST' || stampOf(file) !== null) throw error;
      // A file system without a second name for a file.
      await rename(written, file);
    }
  });
  try {
    await syncFolderOf(file);
  } catch (error) {
    // Nobody relies on it yet.
    await rm(file, { force: true });
    throw error;
  }
}

/** Writes the bytes next to the file, and has them put in its place. */
async function writeNext(file: string, bytes: Buffer, place: (written: string) => Promise<void>): Promise<Stamp> {
  // It could be written, and never be read again.
  if (bytes.length > mostBytes) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
  const unfinished = `${file}.new`;
  // What a killed write left: sealed, and never in use.
  await clearName(unfinished);
  try {
    const handle = await open(unfinished, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    let identity = '';
    try {
      await handle.writeFile(bytes);
      await whereSupported(() => handle.chmod(0o600));
      await handle.sync();
      identity = identityOf(await handle.stat({ bigint: true }));
    } finally {
      await handle.close();
    }
    if (!(await readFile(unfinished)).equals(bytes)) throw new Error('the disk did not keep what was written');
    await place(unfinished);
    const stamp = stampOf(file);
    // Another program may have put something else under the name that was just renamed.
    if (stamp === null || (!stamp.startsWith(`${identity}/`) && !(await readSealedFile(file)).equals(bytes)))
      throw new Error('another program replaced what was written');
    return stamp;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Frees this name of Clavis’ own: what lies there goes, but that a folder is moved aside as it is, with all that is in it. */
export async function clearName(name: string): Promise<void> {
  try {
    await rm(name, { force: true });
  } catch (error) {
    if (lstatSync(name, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
    await rename(name, `${name}.folder-${randomBytes(4).toString('hex')}`);
  }
}

export async function syncFolderOf(file: string): Promise<void> {
  const folder = await holdFolder(await realpath(path.dirname(file)));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
