import { accessSync, closeSync, constants, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { vaultError } from '../../vault/errors.ts';
import { systemCode } from '../files/reasons.ts';
import { sqliteCode } from './errors.ts';
import { tighten } from './files.ts';
import { readVersion } from './migrate.ts';
import { copyNames, setAsideNames } from './names.ts';
import { damaged, refusalToOpen, unreadable } from './refusals.ts';

/** Marks the file as ours ("Clvs"), so that no other program's database is taken for it. */
export const applicationId = 0x436c7673;

/** https://www.sqlite.org/fileformat2.html#the_database_header */
const header = {
  length: 100,
  magic: 'SQLite format 3\0',
  writeVersion: 18,
  readVersion: 19,
  userVersion: 60,
  applicationId: 68,
};

/**
 * Whether there is a database at `file`, looked at without writing to it. Throws `DATABASE_NEWER` for one with more
 * migrations than `newest`, `DATABASE_DAMAGED` for what is no sound database of ours, `DATABASE_UNREADABLE` for what
 * can't be read and written (invariant 4).
 */
export function inspectDatabase(file: string, newest: number): 'absent' | 'sound' {
  try {
    const bytes = readHeader(file);
    if (bytes === null) {
      refuseWhereItWas(file);
      return 'absent';
    }
    checkHeader(file, bytes, newest);
    closeSync(openSync(file, 'r+'));
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
    tighten(file);
    checkContent(file, newest);
    return 'sound';
  } catch (error) {
    throw refusalToOpen(file, error);
  }
}

/** Looks at a copy, which nobody writes to. Throws as `inspectDatabase` does. */
export function inspectCopy(copy: string, newest: number): void {
  try {
    const bytes = readHeader(copy);
    if (bytes === null) throw unreadable(copy, { code: 'SYSTEM', errno: 'ENOENT' });
    checkHeader(copy, bytes, newest);
    checkContent(copy, newest);
  } catch (error) {
    throw refusalToOpen(copy, error);
  }
}

/** The file is gone, and something says that it was there: a new, empty one would hide that. */
function refuseWhereItWas(file: string): void {
  const left = ['-wal', '-journal'].find(
    (companion) => (statSync(file + companion, { throwIfNoEntry: false })?.size ?? 0) > 0,
  );
  if (left !== undefined) throw damaged(file, { code: 'GONE_BUT_COMPANION', companion: left });
  if (copyNames(file).length > 0) throw damaged(file, { code: 'GONE_BUT_COPIES' });
  if (setAsideNames(file).length > 0) throw damaged(file, { code: 'GONE_BUT_SET_ASIDE' });
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
    if (!stat.isFile())
      throw unreadable(file, stat.isDirectory() ? { code: 'SYSTEM', errno: 'EISDIR' } : { code: 'NOT_A_FILE' });
    const bytes = new Uint8Array(header.length);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

function checkHeader(file: string, bytes: Uint8Array, newest: number): void {
  if (bytes.length === 0) throw damaged(file, { code: 'EMPTY' });
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, header.magic.length));
  if (bytes.length < header.length || magic !== header.magic) throw damaged(file, { code: 'NO_DATABASE' });
  const view = new DataView(bytes.buffer);
  // Above 2 is for a later SQLite, and would silently be opened for reading alone.
  if (Math.max(view.getUint8(header.writeVersion), view.getUint8(header.readVersion)) > 2) {
    throw damaged(file, { code: 'DAMAGED' });
  }
  if (view.getInt32(header.applicationId) !== applicationId) throw unreadable(file, { code: 'OTHER_PROGRAMS' });
  // The header may be older than the -wal file, so this only spares a newer Clavis' folder from SQLite's own files.
  checkVersion(file, view.getInt32(header.userVersion), newest);
}

/** A database has its first migration behind it before it gets its name. */
function checkVersion(file: string, version: number, newest: number): void {
  if (version < 1) throw damaged(file, { code: 'DAMAGED' });
  if (version > newest) throw vaultError('DATABASE_NEWER', { file });
}

/** quick_check costs 9 ms on 10,000 keys (8 MB): little enough for every start. */
function checkContent(file: string, newest: number): void {
  const database = isHot(file)
    ? new DatabaseSync(file, { timeout: 250 })
    : new DatabaseSync(readOnlyUrl(file), { readOnly: true, timeout: 250 });
  try {
    checkVersion(file, readVersion(database), newest);
    const verdict = database.prepare('PRAGMA quick_check(1)').get();
    if (verdict?.['quick_check'] !== 'ok') throw damaged(file, { code: 'DAMAGED' });
  } catch (error) {
    // SQLITE_ERROR: the statements are sound, so what they are about is not.
    throw sqliteCode(error) === 1 ? damaged(file, { code: 'DAMAGED' }) : error;
  } finally {
    database.close();
  }
}

/**
 * Whether a crash left a rollback journal, as one in the middle of the switch to WAL does: SQLite then gives the file its
 * last whole state at the first look, for which it has to write (https://www.sqlite.org/lockingv3.html#hot_journals).
 */
function isHot(file: string): boolean {
  return (statSync(`${file}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/**
 * Where nothing waits next to the file to be taken over, SQLite may take it as immutable, and then leaves nothing next to
 * it either (https://www.sqlite.org/c3ref/open.html).
 */
function readOnlyUrl(file: string): URL {
  const url = pathToFileURL(file);
  if (!['-wal', '-journal'].some((companion) => existsSync(file + companion))) url.searchParams.set('immutable', '1');
  return url;
}
