import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import { readPlain, type Unread } from '../files/open-plain.ts';
import { systemReason } from '../files/reasons.ts';

/** In bytes, of the file and of what is unpacked from it. A vault of some thousand entries has a few million. */
export const sizeLimit = 64 * 1024 * 1024;

/** What a file can't be imported for, in words that end a sentence. They never quote what is in it (invariant 1). */
export function unreadable(file: string, reason: string): VaultError {
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

const unreadReasons: Readonly<Record<Unread, string>> = {
  link: 'it is a link, open what it leads to',
  'not-a-file': 'it is not a file',
  'too-large': `it is larger than ${sizeLimit} bytes`,
  changed: 'it changed while it was read',
};
