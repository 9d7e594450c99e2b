import { basename, join, sep } from 'node:path';
import { isVaultError, vaultError } from '../../vault/errors.ts';
import { createKeyedSequencer } from '../../vault/keyed-sequencer.ts';
import type { FileSnapshot, Files } from '../../vault/ports.ts';
import { type HeldFolder, holdFolder } from './folder.ts';
import { removeLeftovers } from './leftovers.ts';
import { checkRoot, isAbsence, locate, type Place, realFolder } from './place.ts';
import { makePrivate } from './private-file.ts';
import { readRegular, sizeLimit, snapshotOf } from './read.ts';
import { systemCode, systemReason } from './reasons.ts';
import { type Audience, replaceFile } from './write.ts';

/** The files of picked folders on this system's disks. Writes into one project come one after the other. */
export function openFiles(): Files {
  const inSequence = createKeyedSequencer();
  return {
    resolveFolder: realFolder,
    async realPath(root, file) {
      const { folder, name } = await locate(root, file);
      return join(folder, name).replaceAll(sep, '/');
    },
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
  if (folder === null) return snapshotOf(null);
  try {
    return snapshotOf(await readRegular(folder.at(place.name), file));
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
  if (folder === null) throw vaultError('TARGET_UNWRITABLE', { file, reason: 'its folder is not there' });
  const changed = vaultError('TARGET_CHANGED', { file });
  try {
    await removeLeftovers(folder);
    const path = folder.at(place.name);
    const old = await readRegular(path, file);
    if (snapshotOf(old).stamp !== expected.stamp) throw changed;
    await replaceFile(folder, place.name, bytes, old?.stat ?? null, audience, async () => {
      const now = await locate(root, file);
      const same = now.folder === place.folder && now.name === place.name && (await folder.isInPlace());
      if (!same || snapshotOf(await readRegular(path, file)).stamp !== expected.stamp) throw changed;
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
