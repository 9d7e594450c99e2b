import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import { type HeldFolder, holdFolder } from '../files/folder.ts';
import { removeLeftovers } from '../files/leftovers.ts';
import { readAll, readPlain, type Unread } from '../files/open-plain.ts';
import { isAbsence } from '../files/place.ts';
import { systemReason } from '../files/reasons.ts';
import { unfinishedName } from '../files/unfinished.ts';

/** In bytes. A thousand keys take less than one million, thousands of the longest keys some ten millions. */
export const sizeLimit = 128 * 1024 * 1024;

/**
 * The picked file's bytes, in a buffer of their own; the person may pick a link to it.
 * @throws BACKUP_UNREADABLE, BACKUP_NOT_OURS
 */
export async function readBackup(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = basename(path);
  try {
    const found = await readPlain(await realpath(path), sizeLimit);
    if (found.kind === 'read') return found.bytes;
    throw unreadErrors[found.kind](file);
  } catch (error) {
    throw isVaultError(error) ? error : vaultError('BACKUP_UNREADABLE', { file, reason: systemReason(error) });
  }
}

const changed = { code: 'CHANGED_WHILE_READ' } as const;
const unreadErrors: Readonly<Record<Unread, (file: string) => VaultError>> = {
  // One that took the place of the file that the picked path led to.
  link: (file) => vaultError('BACKUP_UNREADABLE', { file, reason: changed }),
  'not-a-file': (file) => vaultError('BACKUP_NOT_OURS', { file, reason: { code: 'NOT_A_FILE' } }),
  'too-large': (file) => vaultError('BACKUP_NOT_OURS', { file, reason: { code: 'TOO_LARGE', limit: sizeLimit } }),
  changed: (file) => vaultError('BACKUP_UNREADABLE', { file, reason: changed }),
};

/**
 * Writes the file at once, for its owner alone. `verify` is given the bytes as they came back from the new file; what it
 * throws keeps the file that was there before. @throws BACKUP_UNWRITABLE
 */
export async function writeBackup(
  path: string,
  bytes: Uint8Array,
  verify: (written: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const file = basename(path);
  if (bytes.length > sizeLimit) {
    throw vaultError('BACKUP_UNWRITABLE', { file, reason: { code: 'WOULD_BE_TOO_LARGE', limit: sizeLimit } });
  }
  let folder: HeldFolder | undefined;
  try {
    const place = await placeOf(path);
    if (!place.free) throw vaultError('BACKUP_UNWRITABLE', { file, reason: { code: 'PLACE_NOT_A_FILE' } });
    folder = await holdFolder(place.folder);
    await removeLeftovers(folder);
    await replace(folder, place.name, bytes, verify);
  } catch (error) {
    throw isVaultError(error) ? error : vaultError('BACKUP_UNWRITABLE', { file, reason: systemReason(error) });
  } finally {
    await folder?.close();
  }
}

/** Where a file of this path truly lies, and whether nothing or a file is there. */
async function placeOf(path: string): Promise<{ folder: string; name: string; free: boolean }> {
  try {
    const real = await realpath(path);
    return { folder: dirname(real), name: basename(real), free: (await stat(real)).isFile() };
  } catch (error) {
    if (!isAbsence(error)) throw error;
    return { folder: await realpath(dirname(path)), name: basename(path), free: true };
  }
}

async function replace(
  folder: HeldFolder,
  name: string,
  bytes: Uint8Array,
  verify: (written: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const unfinished = folder.at(unfinishedName(name));
  const handle = await open(unfinished, 'wx+', 0o600);
  try {
    try {
      await handle.writeFile(bytes);
      await handle.sync();
      const written = await readAll(handle, bytes.length);
      if (written === null)
        throw vaultError('BACKUP_UNWRITABLE', { file: name, reason: { code: 'WRITTEN_BY_OTHERS' } });
      await verify(written);
    } finally {
      await handle.close();
    }
    await rename(unfinished, folder.at(name));
  } catch (error) {
    await unlink(unfinished).catch(() => {
      // Then the next backup to this folder removes it; it can't be read without the passphrase.
    });
    throw error;
  }
  await folder.sync();
}
