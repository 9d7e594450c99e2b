import { renameSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../electron/adapters/database/database.ts';
import { removeUnfinished } from '../../../electron/adapters/database/files.ts';
import { migrations } from '../../../electron/adapters/database/migrations/all.ts';
import { openFingerprints } from '../../../electron/adapters/keychain/fingerprints.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import type { OldKey, Place } from './protocol.ts';
import { openPlaced, unlockPlaced } from './value-place.ts';

export interface Old {
  readonly place: Place;
  readonly keys: readonly OldKey[];
  /** The folder of a project whose one target is `.env`; every key is bound there. */
  readonly root: string;
  readonly now: number;
}

/**
 * Databases as each older version of Clavis left them, with the values in the keychain: `old-<n>.db` in the folder has
 * `n` migrations behind it. Rows are those of the first version; an intent and a tombstone are left open. Returns how many.
 */
export async function makeOldDatabases({ place, keys, root, now }: Old): Promise<number> {
  const chosen = { place: place.passphrase === null ? 'keychain' : 'passphrase', work: null, fileId: null } as const;
  const { keychain, passphraseVault } = openPlaced(place, { get: () => chosen, set: () => {} }, () => {});
  await unlockPlaced(place, passphraseVault);
  const fingerprints = openFingerprints(keychain, {
    mayMake: () => true,
    number: { get: () => 1, set: () => {} },
  });
  const prints = new Map<string, string>();
  for (const { id, value } of keys) {
    const secret = new Secret(value);
    await keychain.write(`${id}/1`, secret);
    prints.set(id, await fingerprints.of(secret));
  }
  const file = path.join(place.folder, 'old.db');
  for (let version = 1; version < migrations.length; version += 1) {
    const database = openDatabase(file, migrations.slice(0, 1));
    const run = (sql: string, ...cells: (string | number | null)[]) => database.prepare(sql).run(...cells);
    database.exec('BEGIN');
    run('INSERT INTO projects VALUES (?, ?, ?, ?)', 'project', 'project', root, now);
    run('INSERT INTO targets VALUES (?, ?, ?, ?, ?)', 'target', 'project', '.env', 'dotenv', 0);
    run('INSERT INTO intents VALUES (?, ?)', 'never-added', 1);
    run('INSERT INTO tombstones VALUES (?, ?)', 'long-gone', 3);
    for (const { id, name, envVar } of keys) {
      const print = prints.get(id) ?? '';
      const insertKey = `INSERT INTO keys VALUES (?, ?, ?, '', ?, 'once', NULL, '', '[]', 0, ?, ?, NULL, NULL, 1)`;
      run(insertKey, id, name, name.toLowerCase(), envVar, now, now);
      run(`INSERT INTO versions VALUES (?, 1, 'current', NULL, ?, 1, ?, NULL)`, id, print, now);
      run('INSERT INTO bindings VALUES (NULL, ?, ?, ?, NULL, NULL)', 'target', envVar, id);
      run(`INSERT INTO activity VALUES (NULL, ?, 'added', ?, ?, '')`, now, id, name);
    }
    database.exec('COMMIT');
    database.close();
    openDatabase(file, migrations.slice(0, version)).close();
    renameSync(file, path.join(place.folder, `old-${version}.db`));
    for (let before = 2; before <= version; before += 1) removeUnfinished(`${file}.before-${before}`);
  }
  await keychain.close();
  return migrations.length - 1;
}
