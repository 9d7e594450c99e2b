import { z } from 'zod';
import { diagnosticAreas } from '../../vault/diagnostics.ts';
import { knownCodes } from './codes.ts';
import { frameForm } from './frames.ts';

const code = z.string().refine((text) => knownCodes.has(text));
/** The beginning of an id that Clavis made, or a channel's name. */
const [madeId, shortId, channel] = [/^[0-9a-f]{32}$/, /^[0-9a-f]{8}$/, /^[a-z]{3,12}\.[a-z][A-Za-z]{1,30}$/];
const id = z.union([z.string().regex(shortId), z.string().regex(channel)]);
const count = z.int().min(1);

/** One line of the log: everything in it is one of a list, a number, or made by Clavis itself. */
const entry = z.strictObject({
  at: z.iso.datetime(),
  /** Version and system: what the lines of `frames` count in. */
  app: z.string().regex(/^\d[\w.+-]{0,39} [a-z0-9]{1,20}$/),
  area: z.enum(diagnosticAreas),
  code,
  causes: z.array(code).max(8).optional(),
  ids: z.array(id).max(8).optional(),
  frames: z.array(z.string().regex(frameForm)).max(12).optional(),
  /** How often the very same was not written since it was written last. */
  again: count.optional(),
  /** How many others were not written since the entry before, because there were too many. */
  left: count.optional(),
});
export type Entry = z.infer<typeof entry>;

const idLength = 8;
const mostIds = 8;

/** As the log writes ids: cut, so that nothing takes one for a key. What was not made by Clavis is left out. */
export function shortIds(ids: readonly string[]): string[] {
  const known = ids.filter((one) => madeId.test(one) || channel.test(one)).slice(0, mostIds);
  return known.map((one) => (madeId.test(one) ? one.slice(0, idLength) : one));
}

/** An entry as a line, without its end. */
export function formatEntry(given: Entry): string {
  return JSON.stringify(given);
}

/** The line as it is written, where it is an entry and nothing else; null for anything that somebody else put there. */
export function checkedLine(line: string): string | null {
  try {
    return formatEntry(entry.parse(JSON.parse(line)));
  } catch {
    // Not ours, or cut off by a crash: it is counted, not shown.
    return null;
  }
}
