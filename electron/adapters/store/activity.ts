import type { DatabaseSync } from 'node:sqlite';
import { type ActivityRecord, activityKinds } from '../../vault/records.ts';
import type { ActivityTable } from '../../vault/store-port.ts';
import { type Cells, integer, oneOf, prepare, text, textOrNull, time } from '../database/sql.ts';

const kind = oneOf(activityKinds);

export function activityTable(database: DatabaseSync): ActivityTable {
  const columns = 'SELECT id, at, kind, key_id, subject, detail FROM activity';
  const append = prepare(
    database,
    'INSERT INTO activity (at, kind, key_id, subject, detail) VALUES (:at, :kind, :keyId, :subject, :detail)',
  );
  const latest = prepare(database, `${columns} ORDER BY id DESC LIMIT :limit`);
  const ofKey = prepare(database, `${columns} WHERE key_id = :keyId ORDER BY id DESC LIMIT :limit`);
  return {
    append: ({ at, kind: what, keyId, subject, detail }) => append.run({ at, kind: what, keyId, subject, detail }),
    latest: (limit, keyId) =>
      keyId === undefined ? latest.rows(activityRecord, { limit }) : ofKey.rows(activityRecord, { limit, keyId }),
  };
}

function activityRecord(cells: Cells): ActivityRecord {
  return {
    id: integer(cells[0]),
    at: time(cells[1]),
    kind: kind(cells[2]),
    keyId: textOrNull(cells[3]),
    subject: text(cells[4]),
    detail: text(cells[5]),
  };
}
