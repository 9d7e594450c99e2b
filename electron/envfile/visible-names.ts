import { CR, LF } from './characters.ts';
import type { Entry, EnvDocument } from './document.ts';
import { isName } from './names.ts';
import { lineStartsInsideValues } from './value-lines.ts';

/** What may be said of a file's variables to somebody who must not learn a value. */
export interface VisibleNames {
  /** In the file's order, each once. */
  readonly names: readonly string[];
  /** Those that are defined more than once. */
  readonly shadowed: readonly string[];
  /** How many further names there are: one of them could be a part of a value that another program would read there. */
  readonly hidden: number;
}

/**
 * The names that may leave a document (invariant 2). A file holds arbitrary bytes, and what is a name to one dialect is a
 * value, or a piece of one, to another: a name leaves only if it is well formed, stands at the start of its line, and that
 * line is inside no value in any dialect's reading.
 */
export function visibleNames(document: EnvDocument): VisibleNames {
  const insideValues = document.dialect === 'json' ? new Set<number>() : lineStartsInsideValues(document.text);
  const all = new Set<string>();
  const unsafe = new Set<string>();
  const shadowed = new Set<string>();
  let lineBefore = -1;
  for (const entry of document.entries) {
    all.add(entry.name);
    // `A=1; B=2`: to other dialects the second one is a part of the first one's value.
    const isFirst = document.dialect === 'json' || entry.start !== lineBefore;
    lineBefore = entry.start;
    if (!isName(entry.name) || !isFirst || !mayBeShown(document, entry, insideValues)) unsafe.add(entry.name);
    else if (entry.shadowed) shadowed.add(entry.name);
  }
  return {
    names: [...all].filter((name) => !unsafe.has(name)),
    shadowed: [...shadowed].filter((name) => !unsafe.has(name)),
    hidden: unsafe.size,
  };
}

/** What may stand before the name of a line's first assignment. */
const declaration = /^[ \t]*(?:(?:export|declare|typeset|readonly)(?:[ \t]+-\w+)*[ \t]+)?$/;

/** Whether the name of `entry` is its line's first word, and is on no line of `insideValues`. */
function mayBeShown({ dialect, text }: EnvDocument, entry: Entry, insideValues: ReadonlySet<number>): boolean {
  const { name, value, start, valueStart, valueEnd } = entry;
  // A JSON file is read only where all of it is one flat object: no other dialect writes one.
  if (dialect === 'json') return true;
  if (insideValues.has(start) || !startsLine(text, start)) return false;
  // A name without `=`, which docker passes on from its own environment, is any text.
  if (dialect === 'docker' && value === null) return false;
  // `abc==`: the end of a base64 text.
  if (/^={1,2}$/.test(text.slice(valueStart, valueEnd))) return false;
  // `x; A=1`: not the line's first word.
  return dialect !== 'shell' || declaration.test(text.slice(start, valueStart - 1 - name.length));
}

function startsLine(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return start === 0 || before === LF || before === CR;
}
