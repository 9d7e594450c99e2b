import { vaultError } from '../../../vault/errors.ts';
import type { Secret } from '../../../vault/secret.ts';
import { type OpenedHead, openHead } from './contents.ts';
import { UnreadableFile } from './format.ts';
import { readOrRefuse } from './sealed-file-care.ts';
import { StretchingFailed } from './sealing.ts';
import type { Tries } from './tries.ts';

/** Passphrases that are tried on the file, one after the other. */
export interface Attempts {
  /**
   * What it opens; null: it is another passphrase, which counts. What fails for another reason does not count.
   * @throws UNLOCK_PAUSED, PASSPHRASE_NOT_TEXT, PASSPHRASE_NO_MEMORY, SEALED_FILE_*
   */
  try(passphrase: Secret): Promise<OpenedHead | null>;
}

export function createAttempts(file: string, tries: Tries): Attempts {
  return {
    async try(passphrase) {
      const typed = textOf(passphrase);
      const pause = tries.pauseMs();
      if (pause > 0) throw vaultError('UNLOCK_PAUSED', { seconds: Math.ceil(pause / 1_000) });
      const bytes = await readOrRefuse(file);
      const takeBack = await tries.count();
      try {
        const opened = await openHead(bytes, typed);
        if (opened !== null) await tries.forget();
        return opened;
      } catch (error) {
        await takeBack();
        throw inWords(error, file);
      }
    },
  };
}

/** What a key is made of. In UTF-8 half a character would be the same as another one. @throws PASSPHRASE_NOT_TEXT */
export function textOf(passphrase: Secret): string {
  const text = passphrase.reveal();
  if (!text.isWellFormed()) throw vaultError('PASSPHRASE_NOT_TEXT');
  return text;
}

/** What a passphrase vault's own error is to the person. */
export function inWords(error: unknown, file: string): unknown {
  if (error instanceof StretchingFailed) return vaultError('PASSPHRASE_NO_MEMORY', { mebibytes: error.mebibytes });
  if (!(error instanceof UnreadableFile)) return error;
  return vaultError(error.why === 'newer' ? 'SEALED_FILE_NEWER' : 'SEALED_FILE_DAMAGED', { file });
}
