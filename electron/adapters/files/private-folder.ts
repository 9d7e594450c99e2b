import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type VaultError, vaultError } from '../../vault/errors.ts';
import type { Reason } from '../../vault/reasons.ts';
import { isAbsence } from './place.ts';
import { systemReason } from './reasons.ts';

/** What others than the owner may do. */
const others = 0o077;

/**
 * Takes every right of others on the folder away, and gives the owner none that was not there. Returns the error to tell the
 * person where that fails, null where the folder is theirs alone by then, or is not there. Windows has no such rights; there
 * the folder lies in the person's own profile.
 */
export async function closeToOthers(folder: string): Promise<VaultError | null> {
  if (process.platform === 'win32') return null;
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
    const { mode } = await handle.stat();
    if ((mode & others) === 0) return null;
    await handle.chmod(mode & 0o700);
    // Some file systems keep no rights, and refuse none.
    const now = await handle.stat();
    return (now.mode & others) === 0 ? null : stillOpen(folder, { code: 'NO_RIGHTS_KEPT' });
  } catch (error) {
    return isAbsence(error) ? null : stillOpen(folder, systemReason(error));
  } finally {
    await handle?.close();
  }
}

function stillOpen(folder: string, reason: Reason): VaultError {
  return vaultError('FOLDER_OPEN_TO_OTHERS', { folder, reason });
}
