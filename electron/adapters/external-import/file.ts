import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import type { Reason } from '../../vault/reasons.ts';
import { readPlain, type Unread } from '../files/open-plain.ts';
import { systemReason } from '../files/reasons.ts';

/** In bytes, of the file and of what is unpacked from it. A vault of some thousand entries has a few million. */
export const sizeLimit = 64 * 1024 * 1024;

/** What a file can't be imported for. It never quotes what is in it (invariant 1). */
export function unreadable(file: string, reason: Reason): VaultError {
  return vaultError('EXTERNAL_IMPORT_UNREADABLE', { file, reason });
}

/** The bytes of the plain file at `path`; `file` is its name for people. Throws `EXTERNAL_IMPORT_UNREADABLE`. */
export async function readPicked(path: string, file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const found = await readPlain(path, sizeLimit);
    if (found.kind === 'read') return found.bytes;
    throw unreadable(file, unreadReasons[found.kind]);
  } catch (error) {
    throw isVaultError(error) ? error : unreadable(file, systemReason(error));
  }
}

const unreadReasons: Readonly<Record<Unread, Reason>> = {
  link: { code: 'IS_LINK' },
  'not-a-file': { code: 'NOT_A_FILE' },
  'too-large': { code: 'TOO_LARGE', limit: sizeLimit },
  changed: { code: 'CHANGED_WHILE_READ' },
};
