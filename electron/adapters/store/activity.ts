import type { DatabaseSync } from 'node:sqlite';
import { type ActivityRecord, activityKinds, protectionDowngradeKinds, repeatMs } from '../../vault/records.ts';
import type { ActivityTable } from '../../vault/store-port.ts';
import { type Cells, integer, oneOf, prepare, text, textOrNull, time } from '../database/sql.ts';

const kind = oneOf(activityKinds);

/** As the index says it, or SQLite would not take that. */
const loosened = `kind IN (${protectionDowngradeKinds.map((one) => `'${one}'`).join(', ')})`;

export function activityTable(database: DatabaseSync): ActivityTable {
  const list = (where: string) =>
    prepare(
      database,
      `SELECT id, at, coalesce(first_at, at), count, kind, key_id, subject, detail FROM activity
       WHERE id < :before AND ${where} ORDER BY id DESC LIMIT :limit`,
    );
  const ofAll = { all: list('true'), loosened: list(loosened) };
  const ofKey = { all: list('key_id = :keyId'), loosened: list(`key_id = :keyId AND ${loosened}`) };
  // AUTOINCREMENT goes on above the highest id there is, whichever way it came to be.
  const repeat = prepare(
    database,
    `UPDATE activity SET id = (SELECT max(id) + 1 FROM activity), at = :at, count = count + 1 WHERE id = (
       SELECT max(id) FROM activity
       WHERE subject = :subject AND kind = :kind AND detail = :detail AND key_id IS :keyId
       AND first_at >= :since AND first_at <= :at
     ) RETURNING id`,
  );
  const insert = prepare(
    database,
    `INSERT INTO activity (at, first_at, kind, key_id, subject, detail)
     VALUES (:at, :at, :kind, :keyId, :subject, :detail)`,
  );
  return {
    append({ at, kind: what, keyId, subject, detail }) {
      const entry = { at, kind: what, keyId, subject, detail };
      const counted = repeat.row(([id]) => integer(id), { ...entry, since: at - repeatMs });
      if (counted === null) insert.run(entry);
    },
    latest(limit, keyId, { before = Number.MAX_SAFE_INTEGER, only } = {}) {
      const part = only ?? 'all';
      if (keyId === undefined) return ofAll[part].rows(activityRecord, { limit, before });
      return ofKey[part].rows(activityRecord, { limit, before, keyId });
    },
  };
}

function activityRecord(cells: Cells): ActivityRecord {
  return {
    id: integer(cells[0]),
    at: time(cells[1]),
    firstAt: time(cells[2]),
    count: integer(cells[3]),
    kind: kind(cells[4]),
    keyId: textOrNull(cells[5]),
    subject: text(cells[6]),
    detail: text(cells[7]),
  };
}
