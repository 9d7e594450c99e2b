import type { DatabaseSync } from 'node:sqlite';
import { copyPolicies } from '../../vault/keys/key-choices.ts';
import type { KeyRecord, KeyWithVersions, ListedKey, VersionRecord } from '../../vault/records.ts';
import type { KeyTable } from '../../vault/store-port.ts';
import {
  type Cells,
  integer,
  integerOrNull,
  oneOf,
  type Parameters,
  prepare,
  text,
  textOrNull,
  texts,
  time,
  timeOrNull,
  truth,
} from '../database/sql.ts';

const copyPolicy = oneOf(copyPolicies);

const columns = `
  k.id, k.name, k.provider, k.env_var, k.copy_policy, k.rotate_every_days, k.note, k.tags, k.pinned,
    k.created_at, k.updated_at, k.last_used_at, k.deleted_at,
    c.number, c.last4, c.fingerprint, c.grants, c.created_at, coalesce(c.current_since, c.created_at), c.grace_ends_at,
    c.missing,
    p.number, p.last4, p.fingerprint, p.grants, p.created_at, coalesce(p.current_since, p.created_at), p.grace_ends_at,
    p.missing`;
const projects = `
  (SELECT count(DISTINCT t.project_id) FROM bindings b JOIN targets t ON t.id = b.target_id WHERE b.key_id = k.id)`;
/** The newest previous version, should there be more of them. */
const tables = `
  FROM keys k
  JOIN versions c ON c.key_id = k.id AND c.state = 'current'
  LEFT JOIN versions p ON p.key_id = k.id AND p.state = 'previous'
    AND NOT EXISTS (SELECT 1 FROM versions n WHERE n.key_id = k.id AND n.state = 'previous' AND n.number > p.number)`;
const listed = `SELECT ${columns}, ${projects} ${tables}`;
const byName = 'ORDER BY k.folded_name, k.id';

/** No key was deleted later. */
const beforeAllDeleted = { deletedAt: Number.MAX_SAFE_INTEGER, id: '' };

/** A key is listed once it has a current version. */
export function keyTable(database: DatabaseSync): KeyTable {
  const all = prepare(database, `${listed} WHERE k.deleted_at IS NULL ${byName}`);
  // Names are not empty, and no two folded ones are the same.
  const page = prepare(
    database,
    `${listed} WHERE k.deleted_at IS NULL AND k.folded_name > :after ${byName} LIMIT :count`,
  );
  const recent = prepare(
    database,
    `${listed} WHERE k.id IN (
      SELECT id FROM keys WHERE deleted_at IS NULL AND pinned = 1
      UNION SELECT id FROM (
        SELECT id FROM keys WHERE deleted_at IS NULL AND pinned = 0 AND last_used_at IS NOT NULL
        ORDER BY last_used_at DESC LIMIT :count
      )
    ) ${byName}`,
  );
  const deleted = prepare(database, `${listed} WHERE k.deleted_at IS NOT NULL ${byName}`);
  const deletedPage = prepare(
    database,
    `${listed} WHERE k.deleted_at IS NOT NULL AND (k.deleted_at, k.id) < (:deletedAt, :id)
    ORDER BY k.deleted_at DESC, k.id DESC LIMIT :count`,
  );
  const deletedBefore = prepare(
    database,
    `SELECT ${columns} ${tables} WHERE k.deleted_at <= :time ORDER BY k.deleted_at, k.id LIMIT :count`,
  );
  const deletedCount = prepare(database, 'SELECT count(*) FROM keys WHERE deleted_at IS NOT NULL');
  const one = prepare(database, `SELECT ${columns} ${tables} WHERE k.id = :id`);
  const oneListed = prepare(database, `${listed} WHERE k.id = :id`);
  const named = prepare(database, 'SELECT id FROM keys WHERE folded_name = :folded AND deleted_at IS NULL');
  const insert = prepare(
    database,
    `INSERT INTO keys (id, name, folded_name, provider, env_var, copy_policy, rotate_every_days, note, tags, pinned,
      created_at, updated_at, last_used_at, deleted_at)
    VALUES (:id, :name, :folded, :provider, :envVar, :copyPolicy, :rotateEveryDays, :note, :tags, :pinned,
      :createdAt, :updatedAt, :lastUsedAt, :deletedAt)`,
  );
  const update = prepare(
    database,
    `UPDATE keys SET name = :name, folded_name = :folded, provider = :provider, env_var = :envVar,
      copy_policy = :copyPolicy, rotate_every_days = :rotateEveryDays, note = :note, tags = :tags, pinned = :pinned,
      created_at = :createdAt, updated_at = :updatedAt, last_used_at = :lastUsedAt, deleted_at = :deletedAt
    WHERE id = :id`,
  );
  const use = prepare(database, 'UPDATE keys SET last_used_at = :at WHERE id = :id RETURNING name');
  const any = prepare(database, 'SELECT 1 FROM keys LIMIT 1');
  const remember = prepare(
    database,
    `INSERT INTO spent (fingerprint) SELECT fingerprint FROM versions WHERE key_id = :id AND grants = 0
    ON CONFLICT DO NOTHING`,
  );
  const remove = prepare(database, 'DELETE FROM keys WHERE id = :id');
  return {
    listed: () => all.rows(listedKey),
    page: (after, count) => page.rows(listedKey, { after, count }),
    recent: (count) => recent.rows(listedKey, { count }),
    find: (id) => one.row(keyWithVersions, { id }),
    findListed: (id) => oneListed.row(listedKey, { id }),
    deleted: () => deleted.rows(listedKey),
    deletedPage: (after, count) => {
      const { deletedAt, id } = after ?? beforeAllDeleted;
      return deletedPage.rows(listedKey, { deletedAt, id, count });
    },
    deletedBefore: (time, count) => deletedBefore.rows(keyWithVersions, { time, count }),
    deletedCount: () => deletedCount.row(([count]) => integer(count)) ?? 0,
    idByFoldedName: (folded) => named.row(([id]) => text(id), { folded }),
    insert: (key, folded) => insert.run(parameters(key, folded)),
    update: (key, folded) => update.run(parameters(key, folded)),
    noteUse: (id, at) => use.row(([name]) => text(name), { id, at }),
    remove: (id) => {
      remember.run({ id });
      remove.run({ id });
    },
    any: () => any.row(() => true) ?? false,
  };
}

function parameters(key: KeyRecord, folded: string): Parameters {
  return { ...key, folded, tags: JSON.stringify(key.tags), pinned: key.pinned ? 1 : 0 };
}

function keyWithVersions(cells: Cells): KeyWithVersions {
  const id = text(cells[0]);
  const previous = cells[21] === null ? null : version(id, 'previous', cells, 21);
  return { key: key(id, cells), current: version(id, 'current', cells, 13), previous };
}

function listedKey(cells: Cells): ListedKey {
  return { ...keyWithVersions(cells), projects: integer(cells[29]) };
}

function key(id: string, cells: Cells): KeyRecord {
  return {
    id,
    name: text(cells[1]),
    provider: text(cells[2]),
    envVar: text(cells[3]),
    copyPolicy: copyPolicy(cells[4]),
    rotateEveryDays: integerOrNull(cells[5]),
    note: text(cells[6]),
    tags: texts(cells[7]),
    pinned: truth(cells[8]),
    createdAt: time(cells[9]),
    updatedAt: time(cells[10]),
    lastUsedAt: timeOrNull(cells[11]),
    deletedAt: timeOrNull(cells[12]),
  };
}

function version(keyId: string, state: VersionRecord['state'], cells: Cells, at: number): VersionRecord {
  return {
    keyId,
    number: integer(cells[at]),
    state,
    last4: textOrNull(cells[at + 1]),
    fingerprint: text(cells[at + 2]),
    grants: integer(cells[at + 3]),
    createdAt: time(cells[at + 4]),
    currentSince: time(cells[at + 5]),
    graceEndsAt: timeOrNull(cells[at + 6]),
    missing: truth(cells[at + 7]),
  };
}
