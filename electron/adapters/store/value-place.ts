import type { DatabaseSync } from 'node:sqlite';
import { placeWorks, valuePlaces } from '../../vault/records.ts';
import type { Store } from '../../vault/store-port.ts';
import { oneOf, prepare, text, textOrNull } from '../database/sql.ts';

const place = oneOf(valuePlaces);
const work = oneOf(placeWorks);

export function valuePlaceRow(database: DatabaseSync): Store['valuePlace'] {
  const get = prepare(database, 'SELECT place, work, file_id FROM value_place');
  const put = prepare(
    database,
    `INSERT INTO value_place (only_one, place, work, file_id) VALUES (1, :place, :work, :fileId)
    ON CONFLICT (only_one) DO UPDATE SET place = excluded.place, work = excluded.work, file_id = excluded.file_id`,
  );
  return {
    get: () =>
      get.row((cells) => ({
        place: place(cells[0]),
        work: cells[1] === null ? null : work(cells[1]),
        fileId: textOrNull(cells[2]),
      })),
    set: (record) => put.run({ ...record }),
  };
}

export function movedValueTable(database: DatabaseSync): Store['movedValues'] {
  const all = prepare(database, 'SELECT account FROM moved_values ORDER BY account');
  const add = prepare(database, 'INSERT INTO moved_values (account) VALUES (:account) ON CONFLICT DO NOTHING');
  const remove = prepare(database, 'DELETE FROM moved_values WHERE account = :account');
  return {
    all: () => all.rows(([account]) => text(account)),
    add: (account) => add.run({ account }),
    remove: (account) => remove.run({ account }),
  };
}
