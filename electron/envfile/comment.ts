import type { Contents } from './document.ts';
import { endingBefore, endOfLine, startOfLineBefore } from './lines.ts';

/** The one line that Clavis writes above variables it adds. */
export const CLAVIS_COMMENT = '# From Clavis';

/** Whether the line before the one that starts at `start` is Clavis' comment. */
export function hasComment(text: string, start: number): boolean {
  if (start === 0) return false;
  const from = Math.max(startOfLineBefore(text, start), startOfContent(text));
  return text.slice(from, start - endingBefore(text, start)) === CLAVIS_COMMENT;
}

/** Whether the lines of bound variables that end with entry `index`, without a gap, stand under the comment. */
export function isUnderComment(text: string, contents: Contents, index: number, bound: ReadonlySet<string>): boolean {
  for (let at = index; at >= 0; at -= 1) {
    const entry = contents.entries[at];
    const above = contents.entries[at - 1];
    if (entry === undefined) return false;
    if (hasComment(text, entry.start)) return true;
    if (above === undefined || !bound.has(above.name) || endOfLine(text, above.valueEnd) !== entry.start) return false;
  }
  return false;
}

/** Index after a byte order mark. */
export function startOfContent(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
