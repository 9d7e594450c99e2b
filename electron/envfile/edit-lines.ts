import { HASH, isWord } from './characters.ts';
import { CLAVIS_COMMENT, hasComment, isUnderComment, startOfContent } from './comment.ts';
import type { Contents, Entry } from './document.ts';
import { EnvFileError } from './errors.ts';
import { endingBefore, endOfLine, startOfLineBefore } from './lines.ts';

/** Replaces the text between two positions. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/*
 * Edits of files in which a variable is a line `NAME=value`: dotenv, docker and shell, and what is around a value there: `export`
 * before the name, `;` and a comment from `#` on behind the value. A dialect with other rules has a `remove` and an `insert` of its
 * own in its `Syntax`, as JSON has (`json-edit.ts`). `replacement` is every dialect's: it adds `=` where a letter is right before
 * a value, and a blank where `#` is right behind one. A dialect that has such places and means something else by them needs a way
 * of its own for that, too.
 */

/** Puts a written form in the place of an entry's value. */
export function replacement(text: string, entry: Entry, written: string): Edit {
  const { valueStart: from, valueEnd: to } = entry;
  // Only dotenv takes `a#b` for a value and a comment; a space makes it a comment for everyone.
  const gap = text.charCodeAt(to) === HASH ? ' ' : '';
  // What stood there had no sign: docker's names that it passes through, dotenv's `NAME: value`.
  const sign = isWord(text.charCodeAt(from - 1)) ? '=' : '';
  return { from, to, text: sign + written + gap };
}

/**
 * Takes out the lines of the entries at `indexes` (ascending), with the comment above where no line of a variable in
 * `bound` is left under it. Throws `SHARED_LINE` where a line holds something else too.
 */
export function removals(
  text: string,
  contents: Contents,
  indexes: readonly number[],
  bound: ReadonlySet<string>,
): Edit[] {
  const edits: Edit[] = [];
  const removed = new Set(indexes);
  let open: { from: number; to: number } | undefined;
  const close = (following: Entry | undefined) => {
    if (open === undefined) return;
    let { from } = open;
    const groupGoesOn = following !== undefined && following.start === open.to && bound.has(following.name);
    if (!groupGoesOn && hasComment(text, from)) from = Math.max(startOfLineBefore(text, from), startOfContent(text));
    // A file without a last line ending stays one.
    if (endingBefore(text, open.to) === 0) from -= endingBefore(text, from);
    edits.push({ from, to: open.to, text: '' });
  };
  for (const index of indexes) {
    const entry = contents.entries[index];
    if (entry === undefined) continue;
    const after = contents.entries[index + 1];
    const from = Math.max(entry.start, startOfContent(text));
    const to = endOfLine(text, entry.valueEnd);
    if (!isAlone(text.slice(from, entry.valueStart), text.slice(entry.valueEnd, to - endingBefore(text, to)))) {
      throw new EnvFileError({ code: 'SHARED_LINE', facts: { name: entry.name, line: entry.line } });
    }
    if (open !== undefined && open.to === from) open.to = to;
    else open = { from, to };
    if (removed.has(index + 1) && after?.start === to) continue;
    close(after);
    open = undefined;
  }
  return edits;
}

/** Whether a variable's line holds only what this file's dialects put around a value: `export`, the name, a comment. */
function isAlone(before: string, after: string): boolean {
  const declared = /^\s*(?:(?:export|declare|typeset|readonly)\s+(?:-\w+\s+)*)?[\w.-]+(?:\s*=\s*)?$/;
  return declared.test(before) && /^[^\S\n]*(?:;[^\S\n]*)?(?:#.*)?$/.test(after);
}

/** Puts lines after the last entry of a variable in `bound`, or at the end, under the comment unless it is there. */
export function insertion(
  text: string,
  contents: Contents,
  lines: readonly string[],
  bound: ReadonlySet<string>,
  ending: string,
): { edit: Edit; index: number } {
  const anchor = contents.entries.findLastIndex((entry) => bound.has(entry.name));
  const entry = contents.entries[anchor];
  const at = entry === undefined ? text.length : endOfLine(text, entry.valueEnd);
  const commented = entry !== undefined && isUnderComment(text, contents, anchor, bound);
  const block = (commented ? lines : [CLAVIS_COMMENT, ...lines]).join(ending);
  const unended = endingBefore(text, at) === 0 && at > startOfContent(text);
  const index = entry === undefined ? contents.entries.length : anchor + 1;
  return { edit: { from: at, to: at, text: unended ? ending + block : block + ending }, index };
}

/** Applies edits that don't overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    parts.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
