import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import type { FileSnapshot } from '../../vault/ports.ts';
import { readPlain, type Unread } from './open-plain.ts';
import { isAbsence } from './place.ts';
import { isOpenToOthers } from './private-file.ts';
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

/** The file that lies at `path`, as `Files.read` tells of it. */
export function snapshotOf(path: string, found: FoundFile | null): FileSnapshot {
  const isOpen = found !== null && isOpenToOthers(found.stat);
  return { path, bytes: found?.bytes ?? null, stamp: stampOf(found), isOpenToOthers: isOpen };
}

const absent = 'absent';

/**
 * The stamp is a plain hash of what may hold values: it stays in memory. A file that was replaced by one with the same bytes
 * has another stamp, or writing one value over another would tell whether they are the same.
 */
export function stampOf(found: FoundFile | null): string {
  if (found === null) return absent;
  return `${createHash('sha256').update(found.bytes).digest('base64url')} ${identityOf(found.stat)}`;
}

/** Whether the file with these facts, null where there is none, can be the one that has the stamp: its bytes are not read. */
export function mayHaveStamp(stat: Stats | null, stamp: string): boolean {
  return stat === null ? stamp === absent : stamp.endsWith(` ${identityOf(stat)}`);
}

function identityOf({ ino, mtimeMs }: Stats): string {
  return `${ino} ${mtimeMs}`;
}
