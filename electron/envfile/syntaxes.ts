import type { Dialect } from './dialects.ts';
import { scanDocker } from './docker-scan.ts';
import { writeDocker } from './docker-write.ts';
import type { Contents, Scan } from './document.ts';
import { scanDotenv } from './dotenv-scan.ts';
import { beforeExpansion, keepsDotenv, type WriteOptions, writeDotenv } from './dotenv-write.ts';
import { type Edit, insertion, removals } from './edit-lines.ts';
import { jsonInsertion, jsonRemovals, writeJson } from './json-edit.ts';
import { scanJson } from './json-scan.ts';
import { dominantEnding } from './lines.ts';
import { scanShell } from './shell-scan.ts';
import { keepsShell, writeShell } from './shell-write.ts';

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
  /** What `scan` sees where `value` is written. */
  readonly parsed: (value: string) => string;
  /** Whether the form that stands there is one that every reader takes for `value`. */
  readonly keeps: (raw: string, value: string) => boolean;
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
        parsed: (value) => beforeExpansion(value, options),
        keeps: (raw, value) => keepsDotenv(raw, value, options),
        ...lineEdits('', dominantEnding),
      };
    case 'docker':
      return {
        scan: scanDocker,
        write: writeDocker,
        parsed: same,
        keeps: (raw, value) => raw === value,
        ...lineEdits('', dominantEnding),
      };
    case 'shell':
      // To a shell a carriage return is part of the value, so its lines end in LF whatever the file's other lines do.
      return {
        scan: scanShell,
        write: writeShell,
        parsed: same,
        keeps: keepsShell,
        ...lineEdits('export ', () => '\n'),
      };
    case 'json':
      return {
        scan: scanJson,
        write: writeJson,
        parsed: same,
        keeps: (raw) => raw.startsWith('"'),
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
