import { CR, LF } from './characters.ts';

/** Returns the 1-based line of positions asked for in ascending order; together they cost one pass over the text. */
export function lineCounter(text: string): (position: number) => number {
  const next = text.includes('\r') ? afterAnyEnding : afterLineFeed;
  let line = 1;
  let following = next(text, 0);
  return (position) => {
    while (following <= position) {
      line += 1;
      following = next(text, following);
    }
    return line;
  };
}

function afterLineFeed(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? Number.POSITIVE_INFINITY : at + 1;
}

function afterAnyEnding(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF) return at + 1;
    if (code === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
  return Number.POSITIVE_INFINITY;
}

/** Index after the ending (LF, CRLF or a lone CR) of the line that holds `from`, or the text's length. */
export function endOfLine(text: string, from: number): number {
  return Math.min(afterAnyEnding(text, from), text.length);
}

/** Index at which the line before the one that starts at `start` begins. */
export function startOfLineBefore(text: string, start: number): number {
  let at = start - endingBefore(text, start);
  while (at > 0 && text.charCodeAt(at - 1) !== LF && text.charCodeAt(at - 1) !== CR) at -= 1;
  return at;
}

/** Length (0, 1 or 2) of the line ending right before `position`. */
export function endingBefore(text: string, position: number): number {
  const last = text.charCodeAt(position - 1);
  if (last === LF) return text.charCodeAt(position - 2) === CR ? 2 : 1;
  return last === CR ? 1 : 0;
}

/** The ending most lines have; LF where none or as many have it. */
export function dominantEnding(text: string): '\n' | '\r\n' {
  let both = 0;
  let bare = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === CR) both += 1;
    else bare += 1;
  }
  return both > bare ? '\r\n' : '\n';
}
