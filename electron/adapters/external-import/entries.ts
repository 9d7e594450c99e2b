import type { ExternalContent, FoundItem } from '../../vault/ports.ts';
import { sizeLimit, unreadable } from './file.ts';

/** More entries than anybody keeps, and than a person could look through; and more values. */
export const entryLimit = 20_000;

/** In characters: no entry has more, but a file with one quote too many is one endless entry. */
export const entrySizeLimit = 1_000_000;

/** A key has no more tags, and an entry could have millions. */
export const tagsLimit = 20;

/** Why an entry is not read: it was put away there, or is of no kind that holds keys. */
export type LeftOut = 'archived' | 'trashed' | 'unfit';
export type ReadEntry<T> = (entry: T) => FoundItem | LeftOut;

/**
 * What `read` makes of each entry; one larger than any is left out, too. Throws `EXTERNAL_IMPORT_UNREADABLE` as
 * soon as there is more than anybody keeps, before memory is full of it: one name can stand in every entry.
 */
export function readEntries<T>(
  entries: readonly T[],
  read: ReadEntry<T>,
  file: string,
): Omit<ExternalContent, 'file' | 'source'> {
  if (entries.length > entryLimit) throw unreadable(file, { code: 'TOO_MANY_ENTRIES', limit: entryLimit });
  const items: FoundItem[] = [];
  const leftOut = { archived: 0, trashed: 0, unfit: 0 };
  let values = 0;
  let size = 0;
  for (const entry of entries) {
    const item = read(entry);
    if (typeof item === 'string') leftOut[item] += 1;
    if (typeof item === 'string') continue;
    const own = sizeOf(item);
    if (own > entrySizeLimit) continue;
    items.push({ ...item, tags: item.tags.slice(0, tagsLimit) });
    values += item.values.length;
    size += own;
    if (values > entryLimit) throw unreadable(file, { code: 'TOO_MANY_VALUES', limit: entryLimit });
    if (size > sizeLimit) throw unreadable(file, { code: 'TEXT_TOO_LONG', limit: sizeLimit });
  }
  const { archived, trashed } = leftOut;
  return { items, archived, trashed, skipped: entries.length - items.length };
}

/** In characters. */
export function sizeOf({ title, note, url, from, tags, values }: FoundItem): number {
  const words = [title, note, url, from, ...tags].reduce((sum, text) => sum + text.length, 0);
  return values.reduce((sum, { field, value }) => sum + field.length + value.reveal().length, words);
}
