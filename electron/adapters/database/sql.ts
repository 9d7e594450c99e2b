import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { latestTime } from '../../vault/records.ts';
import { damagedRow, guarded } from './errors.ts';

/** One row, its columns in the order of the query. */
export type Cells = readonly unknown[];
export type Parameters = Readonly<Record<string, SQLInputValue>>;

/** A statement prepared once. What SQLite throws becomes `DATABASE_FAILED`. */
export interface Statement {
  /** Every row. */
  rows<T>(parse: (cells: Cells) => T, parameters?: Parameters): T[];
  /** The first row, null where there is none. */
  row<T>(parse: (cells: Cells) => T, parameters?: Parameters): T | null;
  run(parameters?: Parameters): void;
}

export function prepare(database: DatabaseSync, sql: string): Statement {
  const statement = guarded(database, () => database.prepare(sql));
  // Half the time of objects with named columns, at 10,000 keys.
  statement.setReturnArrays(true);
  return {
    rows: (parse, parameters = {}) =>
      guarded(database, () => statement.all(parameters).map((row) => parse(cells(row)))),
    row: (parse, parameters = {}) =>
      guarded(database, () => {
        const row = statement.get(parameters);
        return row === undefined ? null : parse(cells(row));
      }),
    run: (parameters = {}) => {
      guarded(database, () => statement.run(parameters));
    },
  };
}

function cells(row: unknown): Cells {
  if (!Array.isArray(row)) throw damagedRow();
  return row;
}

export function text(cell: unknown): string {
  if (typeof cell !== 'string') throw damagedRow();
  return cell;
}

export function textOrNull(cell: unknown): string | null {
  return cell === null ? null : text(cell);
}

export function integer(cell: unknown): number {
  if (typeof cell !== 'number' || !Number.isSafeInteger(cell)) throw damagedRow();
  return cell;
}

export function integerOrNull(cell: unknown): number | null {
  return cell === null ? null : integer(cell);
}

/** ms since the epoch. What a damaged clock or row put outside of all calendars is shown at their end. */
export function time(cell: unknown): number {
  return Math.min(latestTime, Math.max(0, integer(cell)));
}

export function timeOrNull(cell: unknown): number | null {
  return cell === null ? null : time(cell);
}

export function truth(cell: unknown): boolean {
  if (cell !== 0 && cell !== 1) throw damagedRow();
  return cell === 1;
}

export function oneOf<T extends string>(allowed: readonly T[]): (cell: unknown) => T {
  return (cell) => {
    const found = allowed.find((candidate) => candidate === cell);
    if (found === undefined) throw damagedRow();
    return found;
  };
}

/** A list of texts, kept as JSON. */
export function texts(cell: unknown): readonly string[] {
  if (cell === '[]') return [];
  const list: unknown = parseJson(text(cell));
  if (!Array.isArray(list)) throw damagedRow();
  return list.map(text);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw damagedRow();
  }
}
