import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import type { FileSnapshot } from '../../vault/ports.ts';
import { readPlain, type Unread } from './open-plain.ts';
import { isAbsence } from './place.ts';
import { systemReason } from './reasons.ts';

/** In bytes. Env files have a few thousand; with a hundred certificates in it one has 250,000. */
export const sizeLimit = 512 * 1024;

/** A file as it is on the disk: its bytes, and who may do what with it. */
export interface FoundFile {
  readonly bytes: Uint8Array;
  readonly stat: Stats;
}

/**
 * The env file at `path`, null where there is none; `file` is its name for people. A file with a second name is refused:
 * replacing it would leave the old content under the other. Throws the `TARGET_*` errors.
 */
export async function readRegular(path: string, file: string): Promise<FoundFile | null> {
  try {
    const found = await readPlain(path, sizeLimit);
    if (found.kind === 'not-a-file' && (await lstat(path)).isFIFO()) throw vaultError('TARGET_IS_PIPE', { file });
    if (found.kind !== 'read') throw unreadErrors[found.kind](file);
    if (found.stat.nlink > 1) throw vaultError('TARGET_HARD_LINKED', { file });
    return found;
  } catch (error) {
    if (isAbsence(error)) return null;
    throw isVaultError(error) ? error : vaultError('TARGET_UNREADABLE', { file, reason: systemReason(error) });
  }
}

const unreadErrors: Readonly<Record<Unread, (file: string) => VaultError>> = {
  // A link that came after the path was resolved.
  link: (file) => vaultError('TARGET_CHANGED', { file }),
  'not-a-file': (file) => vaultError('TARGET_NOT_A_FILE', { file }),
  'too-large': (file) => vaultError('TARGET_TOO_LARGE', { file, limit: sizeLimit }),
  changed: (file) => vaultError('TARGET_CHANGED', { file }),
};

/**
 * The stamp is a plain hash of what may hold values: it stays in memory. A file that was replaced by one with the same bytes
 * has another stamp, or writing one value over another would tell whether they are the same.
 */
export function snapshotOf(found: FoundFile | null): FileSnapshot {
  if (found === null) return { bytes: null, stamp: 'absent' };
  const { bytes, stat } = found;
  const hash = createHash('sha256').update(bytes).digest('base64url');
  return { bytes, stamp: `${hash} ${stat.ino} ${stat.mtimeMs}` };
}
