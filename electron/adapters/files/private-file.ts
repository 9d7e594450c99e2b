import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isVaultError, vaultError } from '../../vault/errors.ts';
import { isAbsence } from './place.ts';
import { systemReason } from './reasons.ts';

/** Reading and writing by others than the owner. */
const others = 0o066;

/** Whether others than its owner may read or write the file. Windows has no such rights. */
export function isOpenToOthers({ mode }: Stats): boolean {
  return process.platform !== 'win32' && (mode & others) !== 0;
}

/** Takes every right of others on the file away; one that is not there is fine. Throws `TARGET_UNWRITABLE`, `TARGET_NOT_A_FILE`. */
export async function makePrivate(path: string, file: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stat = await handle.stat();
    if (!stat.isFile()) throw vaultError('TARGET_NOT_A_FILE', { file });
    if (!isOpenToOthers(stat)) return;
    await handle.chmod(stat.mode & 0o700);
    // Some file systems keep no rights, and refuse none.
    const reason = { code: 'NO_RIGHTS_KEPT' } as const;
    if (isOpenToOthers(await handle.stat())) throw vaultError('TARGET_UNWRITABLE', { file, reason });
  } catch (error) {
    if (isAbsence(error)) return;
    throw isVaultError(error) ? error : vaultError('TARGET_UNWRITABLE', { file, reason: systemReason(error) });
  } finally {
    await handle?.close();
  }
}
