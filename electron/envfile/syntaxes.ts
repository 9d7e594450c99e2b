import type { Dialect } from './dialects.ts';
import { scanDocker } from './docker-scan.ts';
import { writeDocker } from './docker-write.ts';
import type { Contents, Scan } from './document.ts';
import { scanDotenv } from './dotenv-scan.ts';
import { beforeExpansion, isDotenvFormOf, type WriteOptions, writeDotenv } from './dotenv-write.ts';
import { type Edit, insertion, removals } from './edit-lines.ts';
import { jsonInsertion, jsonRemovals, writeJson } from './json-edit.ts';
import { scanJson } from './json-scan.ts';
import { dominantEnding } from './lines.ts';
import { scanShell } from './shell-scan.ts';
import { isShellFormOf, writeShell } from './shell-write.ts';

/** A new variable with the form of its value. */
export interface Written {
  readonly name: string;
  readonly written: string;
}

/** What the editor needs to know of a dialect. */
export interface Syntax {
  readonly scan: (text: string) => Scan;
  /** The form of a value; throws `UNWRITABLE_VALUE`. */
  readonly write: (name: string, value: string) => string;
  /** What `scan` reads back where `write` wrote `value`: not always the same, as with `$` where the reader expands. */
  readonly scannedValue: (value: string) => string;
  /** Whether `raw`, the form there is, is read as `value` by every reader, so that it can stay as it is. */
  readonly isFormOf: (raw: string, value: string) => boolean;
  readonly remove: (text: string, contents: Contents, indexes: readonly number[], bound: ReadonlySet<string>) => Edit[];
  readonly insert: (
    text: string,
    contents: Contents,
    added: readonly Written[],
    bound: ReadonlySet<string>,
  ) => { edit: Edit; index: number };
}

export function syntaxOf(dialect: Dialect, options: WriteOptions): Syntax {
  switch (dialect) {
    case 'dotenv':
      return {
        scan: scanDotenv,
        write: (name, value) => writeDotenv(name, value, options),
        scannedValue: (value) => beforeExpansion(value, options),
        isFormOf: (raw, value) => isDotenvFormOf(raw, value, options),
        ...lineEdits('', dominantEnding),
      };
    case 'docker':
      return {
        scan: scanDocker,
        write: writeDocker,
        scannedValue: same,
        isFormOf: (raw, value) => raw === value,
        ...lineEdits('', dominantEnding),
      };
    case 'shell':
      // To a shell a carriage return is part of the value, so its lines end in LF whatever the file's other lines do.
      return {
        scan: scanShell,
        write: writeShell,
        scannedValue: same,
        isFormOf: isShellFormOf,
        ...lineEdits('export ', () => '\n'),
      };
    case 'json':
      return {
        scan: scanJson,
        write: writeJson,
        scannedValue: same,
        isFormOf: (raw) => raw.startsWith('"'),
        remove: jsonRemovals,
        insert: jsonInsertion,
      };
  }
}

function same(value: string): string {
  return value;
}

function lineEdits(prefix: string, endingOf: (text: string) => string): Pick<Syntax, 'remove' | 'insert'> {
  return {
    remove: removals,
    insert: (text, contents, added, bound) => {
      const lines = added.map(({ name, written }) => `${prefix}${name}=${written}`);
      return insertion(text, contents, lines, bound, endingOf(text));
    },
  };
}
