import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../vault/store-port.ts';
import { prepare, text } from '../database/sql.ts';

export function writtenFileTable(database: DatabaseSync): Store['writtenFiles'] {
  const find = prepare(database, 'SELECT path FROM written_files WHERE path = :path');
  const put = prepare(database, 'INSERT OR IGNORE INTO written_files (path) VALUES (:path)');
  return {
    has: (path) => find.row(([found]) => text(found), { path }) !== null,
    add: (path) => put.run({ path }),
  };
}
