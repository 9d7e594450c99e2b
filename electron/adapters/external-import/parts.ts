import type { FoundItem } from '../../vault/ports.ts';
import { sizeOf } from './entries.ts';

/** In characters: the main thread takes a part in a few ms. */
const partSize = 250_000;
/** What an entry and each of its values cost besides their characters, in as many of them. */
const overhead = 200;

/** The entries in parts that don't hold the main thread up; one at least, perhaps empty. */
export function partsOf(items: readonly FoundItem[]): FoundItem[][] {
  const parts: FoundItem[][] = [];
  let part: FoundItem[] = [];
  let size = 0;
  for (const item of items) {
    part.push(item);
    size += sizeOf(item) + overhead * (1 + item.values.length);
    if (size < partSize) continue;
    parts.push(part);
    part = [];
    size = 0;
  }
  return part.length > 0 || parts.length === 0 ? [...parts, part] : parts;
}
