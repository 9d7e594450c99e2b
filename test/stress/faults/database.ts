import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrations } from '../../../electron/adapters/database/migrations/all.ts';
import { allButTheFirstPage, hold, holdSql, openElsewhere, overwrite, pagesOf, takeAway } from './damage.ts';
import { canMount, canSeal, makeReadOnly, seal } from './disk.ts';
import type { Fault } from './fault.ts';
import { add, copy, copyOfTheDay, exportFile, list, migrate, rebuild, remove, rotate, start } from './operations.ts';
import {
  atStart,
  broken,
  busy,
  damagedAtStart,
  damagedWhileRunning,
  moved,
  noAccess,
  noRoomToMigrate,
  projectDiskFull,
  readOnlyDisk,
  sealed,
  startDenied,
  vaultDiskFull,
} from './troubles.ts';

/** Everything that can go wrong with the vault's database and with the env files, one row each. */
export const databaseFaults: readonly Fault[] = [
  { ...vaultDiskFull, ...add, short: true },
  { ...vaultDiskFull, ...rotate },
  { ...vaultDiskFull, ...copy },
  { ...vaultDiskFull, ...remove },
  {
    ...vaultDiskFull,
    ...copyOfTheDay,
    words: /no copy of it was made today: the disk is full/,
    possible: canMount,
    short: true,
  },
  {
    ...vaultDiskFull,
    ...start,
    code: 'DATABASE_UNREADABLE',
    prepare: async ({ close }) => close(),
    possible: canMount,
  },
  { ...noRoomToMigrate, ...migrate, short: true },
  {
    ...vaultDiskFull,
    ...rebuild,
    code: 'DATABASE_UNREADABLE',
    possible: canMount,
    async prepare(world) {
      await copyOfTheDay.act(world);
      world.close();
      writeFileSync(world.file, 'nonsense');
    },
  },
  { ...projectDiskFull, ...exportFile, short: true },
  { ...noAccess, ...startDenied, short: true },
  { ...sealed, ...add },
  { ...sealed, ...rotate },
  {
    ...exportFile,
    fault: 'EPERM',
    code: 'TARGET_UNWRITABLE',
    words: /the system does not permit it/,
    possible: canSeal,
    strike: async ({ root }) => seal(join(root, '.env')),
  },
  {
    ...readOnlyDisk,
    ...start,
    code: 'DATABASE_UNREADABLE',
    short: true,
    prepare: async ({ close }) => close(),
    strike: async ({ folder }) => makeReadOnly(folder),
  },
  {
    ...readOnlyDisk,
    ...exportFile,
    code: 'TARGET_UNWRITABLE',
    strike: async ({ projectDisk }) => makeReadOnly(projectDisk),
  },
  { ...broken, ...add },
  { ...broken, ...rotate },
  { ...busy, ...add, short: true },
  { ...busy, ...rotate },
  { ...busy, ...copy },
  { ...busy, ...remove },
  {
    ...atStart({
      fault: 'SQLITE_BUSY',
      code: 'DATABASE_UNREADABLE',
      words: /another program is using it/,
      strike: ({ file }) =>
        hold(holdSql('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE'), file),
    }),
    ...start,
  },
  {
    ...atStart({
      fault: 'another Clavis has the vault',
      code: 'VAULT_IN_USE',
      words: /Another Clavis is using this vault/,
      strike: ({ file }) => hold(openElsewhere, file),
    }),
    ...start,
    short: true,
  },
  { ...damagedAtStart('SQLITE_CORRUPT', /can't be used: it is damaged/, allButTheFirstPage), ...start, short: true },
  {
    ...damagedAtStart('cut off', /can't be used: it is damaged/, (whole) => whole.subarray(0, 20_480)),
    ...start,
    short: true,
  },
  { ...damagedAtStart('cut off to nothing', /can't be used: it is empty/, () => new Uint8Array()), ...start },
  {
    ...damagedAtStart('no SQLite', /it is no SQLite database/, (whole) => Buffer.from(whole).fill(0, 0, 512)),
    ...start,
  },
  {
    ...moved,
    ...start,
    fault: 'gone, its copies are there',
    code: 'DATABASE_DAMAGED',
    words: /it is gone, but copies of it are here/,
    async prepare(world) {
      await copyOfTheDay.act(world);
      world.close();
    },
  },
  { ...damagedWhileRunning('SQLITE_CORRUPT while running', allButTheFirstPage), ...list },
  { ...damagedWhileRunning('SQLITE_CORRUPT while running', allButTheFirstPage), ...add },
  { ...damagedWhileRunning('SQLITE_CORRUPT while running', allButTheFirstPage), ...rotate, short: true },
  // The last step of the commit fails, after the keychain has the new value. To unlock a passphrase vault writes to that table,
  // so that SQLite has the page already.
  { ...damagedWhileRunning('SQLITE_CORRUPT in one table', pagesOf('activity')), ...add, onlyWhere: 'keyring' },
  {
    ...damagedWhileRunning('SQLITE_CORRUPT in one table', pagesOf('activity')),
    ...rotate,
    onlyWhere: 'keyring',
    short: true,
  },
  { ...damagedWhileRunning('cut off while running', (whole) => whole.subarray(0, 4096)), ...rotate },
  { ...moved, ...add },
  { ...moved, ...rotate },
  {
    ...atStart({
      fault: 'a newer database',
      code: 'DATABASE_NEWER',
      words: /made by a newer Clavis/,
      strike: async (world) =>
        overwrite(world, (whole) => {
          const newer = Buffer.from(whole);
          newer.writeInt32BE(migrations.length + 1, 60);
          return newer;
        }),
    }),
    ...start,
    short: true,
  },
  {
    ...atStart({
      fault: "another program's database",
      code: 'DATABASE_UNREADABLE',
      words: /it belongs to another program/,
      strike: async (world) =>
        takeAway(world, (file) => {
          const theirs = new DatabaseSync(file);
          theirs.exec('CREATE TABLE theirs (x)');
          theirs.close();
          return () => rmSync(file);
        }),
    }),
    ...start,
  },
  {
    ...atStart({
      fault: 'a folder in its place',
      code: 'DATABASE_UNREADABLE',
      words: /it is a folder/,
      strike: async (world) =>
        takeAway(world, (file) => {
          mkdirSync(file);
          return () => rmdirSync(file);
        }),
    }),
    ...start,
  },
];
