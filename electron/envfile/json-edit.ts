import type { Contents } from './document.ts';
import type { Edit } from './edit-lines.ts';
import { dominantEnding } from './lines.ts';
import { refuseTraps, UNIVERSAL_TRAPS } from './plain.ts';

/** Any value but those no environment can hold, which `UNWRITABLE_VALUE` refuses. */
export function writeJson(name: string, value: string): string {
  refuseTraps(name, value, UNIVERSAL_TRAPS);
  return JSON.stringify(value);
}

/** Takes out the members at `indexes` (ascending), each with the comma that parts it from the member before. */
export function jsonRemovals(text: string, contents: Contents, indexes: readonly number[]): Edit[] {
  const removed = new Set(indexes);
  const firstKept = contents.entries.findIndex((_, index) => !removed.has(index));
  const last = contents.entries.at(-1);
  if (firstKept === -1) return last === undefined ? [] : [{ from: text.indexOf('{') + 1, to: last.valueEnd, text: '' }];
  return indexes.flatMap((index) => {
    const entry = contents.entries[index];
    const before = contents.entries[index - 1];
    const after = contents.entries[index + 1];
    if (entry === undefined) return [];
    // Before the first that stays there is no comma to take, so the one behind goes.
    if (index < firstKept && after !== undefined) return [{ from: entry.start, to: after.start, text: '' }];
    return before === undefined ? [] : [{ from: before.valueEnd, to: entry.valueEnd, text: '' }];
  });
}

/** Puts members after the last bound one or at the end, spaced as the one they follow. */
export function jsonInsertion(
  text: string,
  contents: Contents,
  members: readonly { readonly name: string; readonly written: string }[],
  bound: ReadonlySet<string>,
): { edit: Edit; index: number } {
  const last = contents.entries.length - 1;
  const found = contents.entries.findLastIndex((entry) => bound.has(entry.name));
  const index = found === -1 ? last : found;
  const anchor = contents.entries[index];
  if (anchor === undefined) {
    const ending = dominantEnding(text);
    const lines = members.map(({ name, written }) => `${ending}  ${JSON.stringify(name)}: ${written}`);
    const from = text.indexOf('{') + 1;
    // Nothing was written to the file yet.
    if (from === 0)
      return { edit: { from: text.length, to: text.length, text: `{${lines.join(',')}${ending}}${ending}` }, index: 0 };
    return { edit: { from, to: text.lastIndexOf('}'), text: lines.join(',') + ending }, index: 0 };
  }
  const before = contents.entries[index - 1];
  const lead = text.slice(
    before === undefined ? text.indexOf('{') + 1 : text.indexOf(',', before.valueEnd) + 1,
    anchor.start,
  );
  const between =
    /^ *: *$/.exec(text.slice(anchor.start + JSON.stringify(anchor.name).length, anchor.valueStart))?.[0] ?? ': ';
  const added = members.map(({ name, written }) => `,${lead}${JSON.stringify(name)}${between}${written}`).join('');
  return { edit: { from: anchor.valueEnd, to: anchor.valueEnd, text: added }, index: index + 1 };
}
