import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../electron/adapters/database/database.ts';
import { migrations } from '../../../electron/adapters/database/migrations/all.ts';
import { asOrdinaryUser, isRoot } from '../../support/superuser.ts';
import { hold, holdSql, overwrite, takeAway } from './damage.ts';
import { breakDisk, canBreak, canMount, fill, mountBreakable, moveOff, seal } from './disk.ts';
import type { Fault } from './fault.ts';
import { type Operation, start } from './operations.ts';
import { startAndQuit, type World } from './world.ts';

/** What goes wrong with the vault's database, whatever is done then. */
export type Trouble = Omit<Fault, 'operation' | 'act'>;

const diskFull = { fault: canMount ? 'ENOSPC' : 'ENOSPC, by the port', words: /the disk is full/ };

/** The disk that holds the vault is full. */
export const vaultDiskFull: Trouble = {
  ...diskFull,
  code: 'DATABASE_FAILED',
  // A start empties the -wal, so that nothing is left in it to be written over.
  prepare: ({ start }) => start(),
  strike: (world) => fillUp(world, 'vault'),
};

/** The disk that holds the project is full. */
export const projectDiskFull: Trouble = {
  ...diskFull,
  code: 'TARGET_UNWRITABLE',
  strike: (world) => fillUp(world, 'project'),
};

async function fillUp({ folder, projectDisk, full }: World, disk: 'vault' | 'project'): Promise<() => void> {
  if (canMount) return fill(disk === 'vault' ? folder : projectDisk);
  full[disk] = true;
  return () => {
    full[disk] = false;
  };
}

/** Nothing of it runs: what counts happens at its start. */
export function atStart(trouble: Omit<Trouble, 'prepare'>): Trouble {
  return { ...trouble, prepare: async ({ close }) => close() };
}

export function damagedAtStart(fault: string, words: RegExp, damage: (whole: Buffer) => Uint8Array): Trouble {
  return atStart({ fault, code: 'DATABASE_DAMAGED', words, strike: async (world) => overwrite(world, damage) });
}

export function damagedWhileRunning(fault: string, damage: (whole: Buffer, world: World) => Uint8Array): Trouble {
  return {
    fault,
    code: 'DATABASE_FAILED',
    words: /it is damaged; quit Clavis and start it again to rebuild it from a copy/,
    // A start leaves SQLite no page in its cache but the few that it needs.
    prepare: ({ start }) => start(),
    strike: async (world) => overwrite(world, (whole) => damage(whole, world)),
    recover: ({ start }) => start(),
  };
}

export const busy: Trouble = {
  fault: 'SQLITE_BUSY',
  code: 'DATABASE_FAILED',
  words: /another program is using it/,
  strike: ({ file }) => hold(holdSql('BEGIN IMMEDIATE'), file),
};

/** The vault goes on on a disk that lets open files be sealed, and can break under them. */
async function moveOntoExt4({ folder, close, start }: World): Promise<void> {
  close();
  const place = mkdtempSync(join(tmpdir(), 'clavis-move-'));
  execFileSync('cp', ['-a', `${folder}/.`, place]);
  mountBreakable(folder);
  rmdirSync(join(folder, 'lost+found'));
  execFileSync('cp', ['-a', `${place}/.`, folder]);
  rmSync(place, { recursive: true });
  await start();
}

export const sealed: Trouble = {
  fault: 'EPERM, sealed while running',
  code: 'DATABASE_FAILED',
  words: /the system does not permit it/,
  possible: canBreak,
  prepare: moveOntoExt4,
  strike: async ({ file }) => seal(file, `${file}-wal`),
};

export const broken: Trouble = {
  fault: 'EROFS, the disk breaks while running',
  code: 'DATABASE_FAILED',
  words: /the file system is read-only/,
  possible: canBreak,
  prepare: moveOntoExt4,
  async strike({ folder, close }) {
    breakDisk(folder);
    return () => {
      close();
      moveOff(folder);
    };
  },
  recover: ({ start }) => start(),
};

export const moved: Trouble = {
  fault: 'the file is taken away while running',
  code: 'DATABASE_FAILED',
  words: /its file was moved or deleted/,
  strike: async (world) => takeAway(world),
};

/** Rights stop everybody but root, who becomes another user for the time. */
const denied = { now: false };

export const noAccess: Trouble = atStart({
  fault: 'EACCES',
  code: 'DATABASE_UNREADABLE',
  words: /permission denied/,
  async strike({ file }) {
    denied.now = true;
    if (!isRoot) chmodSync(file, 0o000);
    return () => {
      denied.now = false;
      if (!isRoot) chmodSync(file, 0o600);
    };
  },
});

export const startDenied: Operation = {
  ...start,
  act: (world) => (denied.now ? asOrdinaryUser(() => startAndQuit(world)) : startAndQuit(world)),
};

export const readOnlyDisk = { fault: 'EROFS', words: /the file system is read-only/, possible: canMount };

/** A database of the first Clavis, and room to start on, but none for the copy that a migration makes before. */
export const noRoomToMigrate: Trouble = {
  ...diskFull,
  code: 'DATABASE_UNREADABLE',
  possible: canMount,
  async prepare({ file, close }) {
    close();
    rmSync(file);
    const old = openDatabase(file, migrations.slice(0, 1));
    const note = old.prepare("INSERT INTO activity (at, kind, subject, detail) VALUES (1, 'added', ?, '')");
    old.exec('BEGIN');
    for (let count = 0; count < 600; count += 1) note.run('x'.repeat(1000));
    old.exec('COMMIT');
    old.close();
  },
  strike: async ({ folder }) => fill(folder, 256 * 1024),
};
