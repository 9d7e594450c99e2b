import type { DatabaseSync } from 'node:sqlite';
import { foldName } from '../../vault/keys/key-fields.ts';
import { text } from './sql.ts';

/** How long a previous value is kept at least, from now: what the vault did since the copy may have made it the current one. */
const leastGraceMs = 7 * 24 * 60 * 60 * 1000;

/** More than any key was rotated since the copy: the next number must not be one that the keychain has by now. */
const numbersApart = 100;

/**
 * Makes an old copy safe to start from. What it was about to remove from the keychain may have been kept since, what it
 * says was never copied may have been: so nothing is left to be removed at start-up, every copy grant counts as spent, and
 * version numbers go on above those that were given out since. All of it or nothing; `now` in ms.
 */
export function makeSafeToReconcile(database: DatabaseSync, now: number): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(`
      DELETE FROM intents;
      DELETE FROM tombstones;
      DELETE FROM lease;
      UPDATE versions SET grants = 0;
    `);
    database.prepare('UPDATE keys SET highest_number = highest_number + ?').run(numbersApart);
    database
      .prepare("UPDATE versions SET grace_ends_at = max(coalesce(grace_ends_at, 0), ?) WHERE state = 'previous'")
      .run(now + leastGraceMs);
    bringBackDeleted(database);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Under their own names, or `name (2)` where another key has taken it meanwhile. */
function bringBackDeleted(database: DatabaseSync): void {
  const named = database.prepare('SELECT 1 FROM keys WHERE folded_name = ? AND deleted_at IS NULL');
  const bringBack = database.prepare('UPDATE keys SET name = ?, folded_name = ?, deleted_at = NULL WHERE id = ?');
  const deleted = database.prepare(
    'SELECT id, name FROM keys WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id',
  );
  for (const row of deleted.all()) {
    const name = text(row['name']);
    let free = name;
    for (let count = 2; named.get(foldName(free)) !== undefined; count += 1) free = `${name} (${count})`;
    bringBack.run(free, foldName(free), text(row['id']));
  }
}
