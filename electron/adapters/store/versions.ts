import type { DatabaseSync } from 'node:sqlite';
import type { ValueRef, VersionRecord } from '../../vault/records.ts';
import type { ValueRefTable, VersionTable } from '../../vault/store-port.ts';
import {
  type Cells,
  integer,
  integerOrNull,
  oneOf,
  type Parameters,
  prepare,
  text,
  textOrNull,
  time,
  timeOrNull,
  truth,
} from '../database/sql.ts';

const state = oneOf(['current', 'previous'] as const);

/** As `versionRecord` reads them. */
const columns = `key_id, number, state, last4, fingerprint, grants, created_at, coalesce(current_since, created_at),
  grace_ends_at, missing`;

/** A key has one current version at every moment: demote the old one before inserting the new one. */
export function versionTable(database: DatabaseSync): VersionTable {
  const insert = prepare(
    database,
    `INSERT INTO versions (key_id, number, state, last4, fingerprint, grants, created_at, current_since, grace_ends_at,
      missing)
    VALUES (:keyId, :number, :state, :last4, :fingerprint, :grants, :createdAt, :currentSince, :graceEndsAt, :missing)`,
  );
  const update = prepare(
    database,
    `UPDATE versions SET state = :state, last4 = :last4, fingerprint = :fingerprint, grants = :grants,
      created_at = :createdAt, current_since = :currentSince, grace_ends_at = :graceEndsAt, missing = :missing
    WHERE key_id = :keyId AND number = :number`,
  );
  const remember = prepare(
    database,
    `INSERT INTO spent (fingerprint)
    SELECT fingerprint FROM versions WHERE key_id = :keyId AND number = :number AND grants = 0
    ON CONFLICT DO NOTHING`,
  );
  const remove = prepare(database, 'DELETE FROM versions WHERE key_id = :keyId AND number = :number');
  const graceEnded = prepare(
    database,
    `SELECT ${columns} FROM versions WHERE state = 'previous' AND grace_ends_at <= :now ORDER BY grace_ends_at, key_id, number`,
  );
  const highest = prepare(
    database,
    `SELECT max(number) FROM (
      SELECT 0 AS number
      UNION ALL SELECT highest_number FROM keys WHERE id = :keyId
      UNION ALL SELECT number FROM intents WHERE key_id = :keyId
      UNION ALL SELECT number FROM tombstones WHERE key_id = :keyId
    )`,
  );
  const alike = prepare(
    database,
    `SELECT ${columns} FROM versions WHERE fingerprint = :fingerprint ORDER BY key_id, number`,
  );
  const byFingerprint = prepare(
    database,
    `SELECT v.key_id FROM versions v JOIN keys k ON k.id = v.key_id
    WHERE v.fingerprint = :fingerprint AND k.deleted_at IS NULL ORDER BY v.state, v.key_id LIMIT 1`,
  );
  const bound = prepare(
    database,
    `SELECT v.key_id, v.number, v.state, v.last4, v.fingerprint, v.grants, v.created_at,
      coalesce(v.current_since, v.created_at), v.grace_ends_at, v.missing,
      k.deleted_at IS NOT NULL
    FROM versions v JOIN keys k ON k.id = v.key_id
    WHERE v.state = 'current' AND v.key_id IN (SELECT key_id FROM bindings WHERE target_id = :targetId)`,
  );
  const fewest = prepare(
    database,
    `SELECT min(grants) FROM (
      SELECT grants FROM versions WHERE fingerprint = :fingerprint
      UNION ALL SELECT 0 FROM spent WHERE fingerprint = :fingerprint
    )`,
  );
  return {
    insert: (version) => insert.run(parameters(version)),
    update: (version) => update.run(parameters(version)),
    remove: ({ keyId, number }) => {
      remember.run({ keyId, number });
      remove.run({ keyId, number });
    },
    graceEnded: (now) => graceEnded.rows(versionRecord, { now }),
    boundIn: (targetId) =>
      bound.rows((cells) => ({ version: versionRecord(cells), isDeleted: truth(cells[10]) }), { targetId }),
    highestNumber: (keyId) => highest.row(([number]) => integer(number), { keyId }) ?? 0,
    fewestGrants: (fingerprint) => fewest.row(([grants]) => integerOrNull(grants), { fingerprint }),
    ofFingerprint: (fingerprint) => alike.rows(versionRecord, { fingerprint }),
    keyIdByFingerprint: (fingerprint) => byFingerprint.row(([keyId]) => text(keyId), { fingerprint }),
  };
}

/** Adding what is there and removing what is not are both fine: start-up reconciles them again after a crash. */
export function valueRefTable(
  database: DatabaseSync,
  table: 'intents' | 'tombstones' | 'unseen_values',
): ValueRefTable {
  const add = prepare(
    database,
    `INSERT INTO ${table} (key_id, number) VALUES (:keyId, :number) ON CONFLICT (key_id, number) DO NOTHING`,
  );
  const remove = prepare(database, `DELETE FROM ${table} WHERE key_id = :keyId AND number = :number`);
  const all = prepare(database, `SELECT key_id, number FROM ${table} ORDER BY key_id, number`);
  return {
    add: ({ keyId, number }) => add.run({ keyId, number }),
    remove: ({ keyId, number }) => remove.run({ keyId, number }),
    all: () => all.rows(([keyId, number]): ValueRef => ({ keyId: text(keyId), number: integer(number) })),
  };
}

function parameters(version: VersionRecord): Parameters {
  return { ...version, missing: version.missing ? 1 : 0 };
}

function versionRecord(cells: Cells): VersionRecord {
  return {
    keyId: text(cells[0]),
    number: integer(cells[1]),
    state: state(cells[2]),
    last4: textOrNull(cells[3]),
    fingerprint: text(cells[4]),
    grants: integer(cells[5]),
    createdAt: time(cells[6]),
    currentSince: time(cells[7]),
    graceEndsAt: timeOrNull(cells[8]),
    missing: truth(cells[9]),
  };
}
