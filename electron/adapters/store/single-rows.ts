import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { settingsAmong } from '../../vault/settings/setting-values.ts';
import type { Store } from '../../vault/store-port.ts';
import { integer, prepare, type Statement, text, time } from '../database/sql.ts';

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
        startedAt: time(startedAt),
        endsAt: time(endsAt),
      })),
    set: (lease) => (lease === null ? clear.run() : put.run({ ...lease })),
  };
}

/** One setting by its name, as it lies there. */
const readSetting = (database: DatabaseSync): Statement =>
  prepare(database, 'SELECT value FROM settings WHERE name = :name');

const writeSetting = (database: DatabaseSync): Statement =>
  prepare(
    database,
    'INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );

/** Kept among the settings, though no person sets it. */
export function fingerprintNumber(database: DatabaseSync): Store['fingerprintNumber'] {
  const get = readSetting(database);
  const put = writeSetting(database);
  const name = 'fingerprintNumber';
  return {
    get: () => get.row(([value]) => integer(value), { name }) ?? 1,
    set: (value) => put.run({ name, value }),
  };
}

const rawValues = z.strictObject({ waiting: z.array(z.string()), damaged: z.array(z.string()) });

/** Kept among the settings, though no person sets it. What can't be read counts as unknown: all is looked at again. */
export function rawValuesRow(database: DatabaseSync): Store['rawValues'] {
  const get = readSetting(database);
  const put = writeSetting(database);
  const name = 'rawValues';
  return {
    get: () => get.row(([value]) => rawValues.nullable().catch(null).parse(settingOf(value)), { name }),
    set: (record) => put.run({ name, value: JSON.stringify(record) }),
  };
}

/** When a person was told something of a kind, in ms; kept among the settings, though no person sets it. */
export function notifiedAtRows(database: DatabaseSync): Store['notifiedAt'] {
  const get = readSetting(database);
  const put = writeSetting(database);
  const nameOf = (what: string): string => `told.${what}`;
  return {
    at: (what) => get.row(([at]) => (typeof at === 'number' ? at : null), { name: nameOf(what) }),
    set: (what, at) => put.run({ name: nameOf(what), value: at }),
  };
}

/**
 * Numbers as they are, everything else as JSON. Setting one leaves the others as they are, also those that this Clavis
 * can't read.
 */
export function settingRows(database: DatabaseSync): Store['settings'] {
  const all = prepare(
    database,
    // Node throws for an integer that no number of its own can be.
    `SELECT name, value FROM settings WHERE typeof(value) IN ('text', 'real') OR value BETWEEN -1000000 AND 1000000`,
  );
  const put = writeSetting(database);
  return {
    get: () => settingsAmong(Object.fromEntries(all.rows(([name, value]) => [text(name), settingOf(value)]))),
    set: (settings) => {
      for (const [name, value] of Object.entries(settings)) {
        put.run({ name, value: typeof value === 'number' ? value : JSON.stringify(value) });
      }
    },
  };
}

/** A number or what its JSON says; undefined, which no setting is, where that is damaged. */
function settingOf(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  try {
    return JSON.parse(cell);
  } catch {
    // A damaged setting counts as not set: the default is what protects.
    return undefined;
  }
}
