import type { ReadEntry } from './entries.ts';

/** How a program's table is laid out. */
export interface Layout {
  readonly source: string;
  /** Reads a line of a table with these column names; null where the program has no such table. */
  readonly readerOf: (header: readonly string[]) => ReadEntry<readonly string[]> | null;
}

/** The words of a list in one cell, without blanks around them. */
export function trimmed(parts: readonly string[]): string[] {
  return parts.map((one) => one.trim()).filter((one) => one !== '');
}
