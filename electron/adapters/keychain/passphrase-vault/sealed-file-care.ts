import { rm } from 'node:fs/promises';
import { isVaultError, vaultError } from '../../../vault/errors.ts';
import type { PassphraseVault } from '../../../vault/ports.ts';
import { systemCode, systemReason } from '../../files/reasons.ts';
import { clearName, readSealedFile, stampOf, syncFolderOf } from './file.ts';
import { readBlocks, UnreadableFile } from './format.ts';

/** What no file has for its id: it is there, and nobody can tell which one it is. */
const unreadable = '';

/** Its bytes. @throws SEALED_FILE_GONE, SEALED_FILE_UNREADABLE */
export async function readOrRefuse(file: string): Promise<Buffer> {
  try {
    return await readSealedFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' && stampOf(file) === null) throw vaultError('SEALED_FILE_GONE', { file });
    throw vaultError('SEALED_FILE_UNREADABLE', { file, reason: systemReason(error) });
  }
}

/** Of a vault that is opened by a passphrase: what its file's end waits for. */
export interface ClosedBefore {
  lock(): void;
  /** Resolves when nothing writes the file any more. */
  idle(): Promise<void>;
}

/** What is done with the file as a whole: which one it is, and its end. */
export function openSealedFileCare(
  file: string,
  { lock, idle }: ClosedBefore,
): Pick<PassphraseVault, 'assertThere' | 'fileId' | 'removeFile'> {
  async function fileId(): Promise<string | null> {
    try {
      const [block] = readBlocks(await readOrRefuse(file));
      return block?.head.id.toString('hex') ?? unreadable;
    } catch (error) {
      if (isVaultError(error, 'SEALED_FILE_GONE')) return null;
      if (error instanceof UnreadableFile) return unreadable;
      throw error;
    }
  }

  return {
    assertThere() {
      if (stampOf(file) === null) throw vaultError('SEALED_FILE_GONE', { file });
    },

    fileId,

    async removeFile(wanted) {
      lock();
      // A write that was under way would put it there again.
      await idle();
      const there = await fileId();
      if (there !== null && there !== wanted) throw vaultError('SEALED_FILE_OTHER', { file });
      try {
        // The file last: while it is there, all of it is done again.
        for (const one of [`${file}.tries`, `${file}.new`]) await clearName(one);
        await rm(file, { force: true });
        await syncFolderOf(file);
      } catch (error) {
        throw vaultError('SEALED_FILE_STAYS', { file, reason: systemReason(error) });
      }
    },
  };
}
