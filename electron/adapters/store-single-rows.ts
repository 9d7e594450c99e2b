import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../vault/store-port.ts';
import { integer, prepare, text } from './store-sql.ts';

export function leaseRow(database: DatabaseSync): Store['lease'] {
  const get = prepare(database, 'SELECT key_id, fingerprint, started_at, ends_at FROM lease');
  const put = prepare(
    database,
    `INSERT INTO lease (only_one, key_id, fingerprint, started_at, ends_at)
    VALUES (1, :keyId, :fingerprint, :startedAt, :endsAt)
    ON CONFLICT (only_one) DO UPDATE SET key_id = excluded.key_id, fingerprint = excluded.fingerprint,
      started_at = excluded.started_at, ends_at = excluded.ends_at`,
  );
  const clear = prepare(database, 'DELETE FROM lease');
  return {
    get: () =>
      get.row(([keyId, fingerprint, startedAt, endsAt]) => ({
        keyId: text(keyId),
        fingerprint: text(fingerprint),
        startedAt: integer(startedAt),
        endsAt: integer(endsAt),
      })),
    set: (lease) => (lease === null ? clear.run() : put.run({ ...lease })),
  };
}

/** Setting one leaves the others as they are. */
export function settingRows(database: DatabaseSync): Store['settings'] {
  const get = prepare(database, 'SELECT value FROM settings WHERE name = :name');
  const put = prepare(
    database,
    'INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    get: () => {
      const leaseSeconds = get.row(([value]) => integer(value), { name: 'leaseSeconds' });
      return leaseSeconds === null ? {} : { leaseSeconds };
    },
    set: ({ leaseSeconds }) => {
      if (leaseSeconds !== undefined) put.run({ name: 'leaseSeconds', value: leaseSeconds });
    },
  };
}
