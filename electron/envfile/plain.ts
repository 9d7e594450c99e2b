import { EnvFileError } from './errors.ts';
import type { ValuePart } from './reasons.ts';

const PLAIN = /^[A-Za-z0-9_.,:/@%+-][A-Za-z0-9_.,:/@%+=-]*$/;

/**
 * Whether a value needs no quotes in the dialect it is written in: none of its characters means anything to that dialect's readers.
 * `=` after `:` does to zsh, which looks for a command there. Whether it may be in a line that programs of other kinds read is
 * {@link isInert}.
 */
export function needsNoQuotes(value: string): boolean {
  return value === '' || (PLAIN.test(value) && !/:.*=/.test(value));
}

/**
 * What a line can hold that no program takes for anything but text, whatever the program and the file's dialect: one word of
 * printable ASCII without what make, xargs, shells, fish, docker or systemd split, expand or run. Base64, hex, JWTs,
 * providers' keys and simple addresses (`postgres://app:pw@host:5432/db?sslmode=require`) are such values.
 */
const INERT = /^(?:[A-Za-z0-9_.,:/@%+?-][A-Za-z0-9_.,:/@%+=?-]*)?$/;

/** Whether every program that reads a line with this value, whatever it takes the file for, takes all of it for text and runs no part of it. */
export function isInert(value: string): boolean {
  return INERT.test(value);
}

/** Something that no form of a value can carry past the named readers. */
export interface Trap {
  readonly found: RegExp;
  readonly part: ValuePart;
  /** None: no reader would take it. */
  readonly readers: readonly string[];
}

/** What can't be in a UTF-8 file or in a process' environment at all. */
export const UNIVERSAL_TRAPS: readonly Trap[] = [
  { found: /\0/, part: 'NUL', readers: [] },
  { found: /\p{Surrogate}/u, part: 'HALF_SURROGATE', readers: [] },
];

/** Throws `UNWRITABLE_VALUE`, naming the first trap that `value` holds. */
export function refuseTraps(name: string, value: string, traps: readonly Trap[]): void {
  for (const trap of traps) {
    if (trap.found.test(value)) throw unwritable(name, trap.part, trap.readers);
  }
}

export function unwritable(name: string, part: ValuePart, readers: readonly string[]): EnvFileError {
  return new EnvFileError({ code: 'UNWRITABLE_VALUE', facts: { name, part, readers } });
}
