import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { isVaultError, vaultError } from '../../vault/errors.ts';
import { createKeyedSequencer } from '../../vault/keyed-sequencer.ts';
import type { FileSnapshot, Files } from '../../vault/ports.ts';
import { type HeldFolder, holdFolder } from './folder.ts';
import { removeLeftovers } from './leftovers.ts';
import { checkRoot, isAbsence, locate, type Place, realFolder } from './place.ts';
import { makePrivate } from './private-file.ts';
import { mayHaveStamp, readRegular, sizeLimit, snapshotOf, stampOf } from './read.ts';
import { systemCode, systemReason } from './reasons.ts';
import { type Audience, replaceFile } from './write.ts';

/** The files of picked folders on this system's disks. Writes into one project come one after the other. */
export function openFiles(): Files {
  const inSequence = createKeyedSequencer();
  return {
    resolveFolder: realFolder,
    realPath: async (root, file) => pathOf(await locate(root, file)),
    read: readSnapshot,
    async removeLeftovers(root, file) {
      const folder = await holdPlace(await locate(root, file), file);
      return folder === null || removeLeftovers(folder).finally(() => folder.close());
    },
    makePrivate: (root, file) => inSequence(root, () => makePlacePrivate(root, file)),
    write: (root, file, bytes, expected) =>
      inSequence(root, () => writeBytes(root, file, bytes, expected, audienceOf(file))),
  };
}

/** `Files.read`. */
export async function readSnapshot(root: string, file: string): Promise<FileSnapshot> {
  const place = await locate(root, file);
  const folder = await holdPlace(place, file);
  if (folder === null) return snapshotOf(pathOf(place), null);
  try {
    return snapshotOf(pathOf(place), await readRegular(folder.at(place.name), file));
  } finally {
    await folder.close();
  }
}

/** `Files.write` for one writer at a time. Throws what `Files.write` throws. */
export async function writeBytes(
  root: string,
  file: string,
  bytes: Uint8Array,
  expected: FileSnapshot,
  audience: Audience,
): Promise<void> {
  if (bytes.length > sizeLimit) throw vaultError('TARGET_TOO_LARGE', { file, limit: sizeLimit });
  const place = await locate(root, file);
  const folder = await holdPlace(place, file);
  if (folder === null) throw vaultError('TARGET_UNWRITABLE', { file, reason: { code: 'FOLDER_MISSING' } });
  const changed = vaultError('TARGET_CHANGED', { file });
  try {
    await removeLeftovers(folder);
    const path = folder.at(place.name);
    const old = await statOf(path);
    // What it is now says why, where that is to be told.
    if (!mayHaveStamp(old, expected.stamp)) await readRegular(path, file).then(() => Promise.reject(changed));
    // Of another place git was not asked, also where no file is there.
    if (pathOf(place) !== expected.path) throw changed;
    await replaceFile(folder, place.name, bytes, old, audience, async () => {
      const now = await locate(root, file);
      const same = now.folder === place.folder && now.name === place.name && (await folder.isInPlace());
      if (!same || stampOf(await readRegular(path, file)) !== expected.stamp) throw changed;
    });
    const written = await readRegular(path, file);
    if (written === null || Buffer.compare(written.bytes, bytes) !== 0) throw changed;
  } catch (error) {
    if (isVaultError(error)) throw error;
    await checkRoot(root);
    // On Windows another program has it open.
    if (systemCode(error) === 'EBUSY' && process.platform !== 'win32') throw vaultError('TARGET_MOUNTED', { file });
    throw vaultError('TARGET_UNWRITABLE', { file, reason: systemReason(error) });
  } finally {
    await folder.close();
  }
}

function pathOf({ folder, name }: Place): string {
  return join(folder, name).replaceAll(sep, '/');
}

/** Null where nothing is there. Throws the system's errors. */
async function statOf(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** `Files.makePrivate`. */
async function makePlacePrivate(root: string, file: string): Promise<void> {
  const place = await locate(root, file);
  const folder = await holdPlace(place, file);
  if (folder === null) return;
  try {
    await makePrivate(folder.at(place.name), file);
  } finally {
    await folder.close();
  }
}

/** Null where the folder doesn't exist. */
async function holdPlace(place: Place, file: string): Promise<HeldFolder | null> {
  let folder: HeldFolder;
  try {
    folder = await holdFolder(place.folder);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw vaultError('TARGET_UNREADABLE', { file, reason: systemReason(error) });
  }
  if (await folder.isInPlace()) return folder;
  await folder.close();
  throw vaultError('TARGET_CHANGED', { file });
}

/** What git and other people read holds no value, and stays readable for them (invariant 5 lists what Clavis writes). */
function audienceOf(file: string): Audience {
  const name = basename(file);
  return name === '.gitignore' || name.endsWith('.example') ? 'by-default' : 'owner';
}
