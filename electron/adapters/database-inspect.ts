import { accessSync, closeSync, constants, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isVaultError, type VaultError, vaultError } from '../vault/errors.ts';
import { databaseReason } from './database-errors.ts';
import { tighten } from './database-files.ts';
import { readVersion } from './database-migrate.ts';
import { systemCode } from './files-reasons.ts';

/** Marks the file as ours ("Clvs"), so that no other program's database is taken for it. */
export const applicationId = 0x436c7673;

/** https://www.sqlite.org/fileformat2.html#the_database_header */
const header = { length: 100, magic: 'SQLite format 3\0', userVersion: 60, applicationId: 68 };

export function unreadable(file: string, reason: string): VaultError {
  return vaultError('DATABASE_UNREADABLE', { file, reason });
}

/**
 * Whether there is a database at `file`, looked at without writing to it. Throws `DATABASE_NEWER` for one with more
 * migrations than `newest`, `DATABASE_UNREADABLE` for what is no sound database of ours that can be written (invariant 4).
 */
export function inspectDatabase(file: string, newest: number): 'absent' | 'sound' {
  try {
    const bytes = readHeader(file);
    if (bytes === null) {
      // The file is gone, and what it had not taken over yet is not: a new database would throw that away.
      if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
        throw unreadable(file, 'it is gone, but its -wal file is there');
      }
      return 'absent';
    }
    checkHeader(file, bytes, newest);
    closeSync(openSync(file, 'r+'));
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
    tighten(file);
    checkContent(file, newest);
    return 'sound';
  } catch (error) {
    throw asUnreadable(file, error);
  }
}

/** `DATABASE_NEWER` and `DATABASE_UNREADABLE` as they are, everything else as `DATABASE_UNREADABLE`. */
export function asUnreadable(file: string, error: unknown): VaultError {
  if (isVaultError(error, 'DATABASE_NEWER') || isVaultError(error, 'DATABASE_UNREADABLE')) return error;
  return unreadable(file, databaseReason(error));
}

/** The first bytes of the file, null where there is none. Never waits on a pipe. */
function readHeader(file: string): Uint8Array | null {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw unreadable(file, stat.isDirectory() ? 'it is a folder' : 'it is not a file');
    const bytes = new Uint8Array(header.length);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

function checkHeader(file: string, bytes: Uint8Array, newest: number): void {
  if (bytes.length === 0) throw unreadable(file, 'it is empty');
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, header.magic.length));
  if (bytes.length < header.length || magic !== header.magic) throw unreadable(file, 'it is no SQLite database');
  const view = new DataView(bytes.buffer);
  if (view.getInt32(header.applicationId) !== applicationId) throw unreadable(file, 'it belongs to another program');
  // The header may be older than the -wal file, so this only spares a newer Clavis' folder from SQLite's own files.
  if (view.getInt32(header.userVersion) > newest) throw vaultError('DATABASE_NEWER', { file });
}

/** quick_check costs 9 ms on 10,000 keys (8 MB): little enough for every start. */
function checkContent(file: string, newest: number): void {
  const database = new DatabaseSync(readOnlyUrl(file), { readOnly: true, timeout: 250 });
  try {
    if (readVersion(database) > newest) throw vaultError('DATABASE_NEWER', { file });
    const verdict = database.prepare('PRAGMA quick_check(1)').get();
    if (verdict?.['quick_check'] !== 'ok') throw unreadable(file, 'it is damaged');
  } finally {
    database.close();
  }
}

/**
 * Where nothing waits beside the file to be taken over, SQLite may take it as immutable, and then leaves nothing beside
 * it either (https://www.sqlite.org/c3ref/open.html).
 */
function readOnlyUrl(file: string): URL {
  const url = pathToFileURL(file);
  if (!['-wal', '-journal'].some((companion) => existsSync(file + companion))) url.searchParams.set('immutable', '1');
  return url;
}
