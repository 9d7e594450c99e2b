import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { databaseFailed } from './errors.ts';
import { makePrivateFile, removeUnfinished, syncFolder } from './files.ts';
import { inspectCopy } from './inspect.ts';
import { migrations } from './migrations/all.ts';
import { dailyName, dailyNames } from './names.ts';

/** How many daily copies are kept. */
const kept = 7;

/** More pages than any database has: the whole copy is one step, or each commit meanwhile would start it again. */
const allAtOnce = 2 ** 31 - 1;

/**
 * Keeps a copy of the database as it is now, one a day (`now` in ms), the last seven. Does nothing where today's is
 * there. Works next to the open store, on a thread of its own. Returns why older copies could not be removed. Throws
 * `DATABASE_FAILED`; older copies stay then.
 */
export async function copyDaily(file: string, now: number): Promise<unknown[]> {
  const copy = dailyName(file, now);
  if (existsSync(copy)) return [];
  const unfinished = `${file}.daily`;
  try {
    removeUnfinished(unfinished);
    makePrivateFile(unfinished);
    await backUp(file, unfinished);
    await syncCopy(unfinished);
    inspectCopy(unfinished, migrations.length);
    await rename(unfinished, copy);
    syncFolder(dirname(file));
  } catch (error) {
    try {
      removeUnfinished(unfinished);
    } catch {
      // Where it can't be removed the first failure says why; the next copy tries again.
    }
    throw databaseFailed(error, file, 'NO_COPY_TODAY');
  }
  return removeOld(file, copy);
}

/** Through a connection of its own, so that the store is never held up by it. */
async function backUp(file: string, copy: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    await backup(source, copy, { rate: allAtOnce });
  } finally {
    source.close();
  }
}

async function syncCopy(copy: string): Promise<void> {
  const handle = await open(copy, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Those named after a later day, as a clock that was wrong leaves them, go first. */
async function removeOld(file: string, today: string): Promise<unknown[]> {
  const names = dailyNames(file);
  const ordered = [...names.filter((name) => name > today), ...names.filter((name) => name <= today)];
  const errors: unknown[] = [];
  for (const name of ordered.slice(0, -kept)) {
    // It is tried again with tomorrow's copy.
    await rm(name, { force: true }).catch((error: unknown) => errors.push(error));
  }
  return errors;
}
