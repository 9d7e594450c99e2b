import type { DatabaseSync } from 'node:sqlite';

/**
 * How long a previous value and a key in Trash are kept at least, from now: since the copy the one may have become the
 * current value, and the other may have been restored.
 */
const leastDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

/** More than any key was rotated since the copy: the next number must not be one that the keychain has by now. */
const numbersApart = 100;

/**
 * Makes an old copy safe to start from. What it was about to remove from the keychain may have been kept since, what it
 * says was never copied may have been: so nothing is left to be removed at start-up, every copy grant counts as spent, and
 * version numbers go on above those that were given out since. Values may have been moved since: where they are is looked up again. All of it or nothing; `now` in ms.
 */
export function makeSafeToReconcile(database: DatabaseSync, now: number): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(`
      DELETE FROM intents;
      DELETE FROM tombstones;
      DELETE FROM lease;
      DELETE FROM value_place;
      DELETE FROM moved_values;
      UPDATE versions SET grants = 0;
    `);
    database.prepare('UPDATE keys SET highest_number = highest_number + ?').run(numbersApart);
    database
      .prepare("UPDATE versions SET grace_ends_at = max(coalesce(grace_ends_at, 0), ?) WHERE state = 'previous'")
      .run(now + leastDays * dayMs);
    keepTrash(database, now);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * What was in Trash then may have been restored since, and be in use: its time there begins again, and is no shorter than a
 * previous value's. It is not brought back to the list, for it may as well have been deleted permanently.
 */
function keepTrash(database: DatabaseSync, now: number): void {
  database.prepare('UPDATE keys SET deleted_at = ? WHERE deleted_at IS NOT NULL').run(now);
  database.prepare("UPDATE settings SET value = ? WHERE name = 'trashDays' AND value < ?").run(leastDays, leastDays);
}
