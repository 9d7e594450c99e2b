import { constants } from 'node:os';
import { z } from 'zod';
import { EventFailure, eventCodes } from '../../vault/diagnostics.ts';
import { errorCodes, isVaultError } from '../../vault/errors.ts';
import { sqliteCode } from '../database/errors.ts';
import { BusError } from '../dbus/bus-error.ts';
import { systemCode } from '../files/reasons.ts';

/** What an error that nobody foresaw is called: by its class, for its own name could be anything. The special before the general. */
const classes = [
  ['ZodError', z.ZodError],
  ['AggregateError', AggregateError],
  ['TypeError', TypeError],
  ['RangeError', RangeError],
  ['SyntaxError', SyntaxError],
  ['ReferenceError', ReferenceError],
  ['DOMException', DOMException],
  ['Error', Error],
] as const;

/** Node's own, of what Clavis calls. */
const nodeCodes = ['ERR_INVALID_STATE', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_WORKER_INIT_FAILED', 'ABORT_ERR'];
const busCodes = { refused: 'BUS_REFUSED', timeout: 'BUS_TIMEOUT', gone: 'BUS_GONE', unreadable: 'BUS_UNREADABLE' };
/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const sqliteCodes = Array.from({ length: 28 }, (_, at) => `SQLITE_${at + 1}`);
const thrownTypes = ['undefined', 'object', 'boolean', 'number', 'bigint', 'string', 'symbol', 'function'];
const thrownCode = (type: string): string => `THROWN_${type.toUpperCase()}`;

/** For an error that fails by itself when it is looked at. */
const unreadable = 'UNREADABLE';

/** Every code that the log can hold: what is none of them is not written, whatever an error says of itself. */
export const knownCodes: ReadonlySet<string> = new Set([
  ...errorCodes,
  ...eventCodes,
  ...Object.keys(constants.errno),
  ...nodeCodes,
  ...Object.values(busCodes),
  ...sqliteCodes,
  ...classes.map(([name]) => name),
  ...thrownTypes.map(thrownCode),
  unreadable,
]);

/** The code by which the log names an error, always a known one. Never throws. */
export function codeOf(error: unknown): string {
  try {
    const claimed = claimedCode(error);
    if (claimed !== null && knownCodes.has(claimed)) return claimed;
    return classes.find(([, one]) => error instanceof one)?.[0] ?? thrownCode(typeof error);
  } catch {
    // A proxy, or a property that throws: nothing of it is to be had.
    return unreadable;
  }
}

function claimedCode(error: unknown): string | null {
  if (isVaultError(error) || error instanceof EventFailure) return error.code;
  if (error instanceof BusError) return busCodes[error.trouble];
  const sqlite = sqliteCode(error);
  return sqlite === null ? systemCode(error) : `SQLITE_${sqlite}`;
}

/** So many causes are named, and so deep they are looked for. */
const [mostCauses, deepest] = [8, 4];

/** The codes of what an error says it was caused by, and of the errors that it gathers. Never throws. */
export function causesOf(error: unknown): string[] {
  const codes: string[] = [];
  const follow = (one: unknown, depth: number): void => {
    if (depth > deepest) return;
    for (const next of causesWithin(one)) {
      if (codes.length === mostCauses) return;
      codes.push(codeOf(next));
      follow(next, depth + 1);
    }
  };
  follow(error, 1);
  return codes;
}

function causesWithin(error: unknown): readonly unknown[] {
  try {
    if (!(error instanceof Error)) return [];
    const gathered: unknown = 'errors' in error ? error.errors : [];
    const several: readonly unknown[] = Array.isArray(gathered) ? gathered.slice(0, mostCauses) : [];
    return error.cause === undefined ? several : [error.cause, ...several];
  } catch {
    // Its own code says that it can't be looked at.
    return [];
  }
}
