import { CR, EQUALS, HASH, isSpace, LF, SPACE, TAB } from './characters.ts';
import { startOfContent } from './comment.ts';
import type { Scan } from './document.ts';

const NEXT_LINE = 0x85;

/**
 * Reads a file as `docker run --env-file` does (docker/cli, pkg/kvfile): lines end in LF or CRLF, space before the name
 * is dropped, `#` starts a comment only there, and all after the first `=` is the value. A name alone is passed
 * through from docker's own environment.
 */
export function scanDocker(text: string): Scan {
  const found: Scan = { entries: [], problems: [] };
  let line = 0;
  let start = startOfContent(text);
  while (start < text.length) {
    line += 1;
    const feed = text.indexOf('\n', start);
    const next = feed === -1 ? text.length : feed + 1;
    let end = feed === -1 ? text.length : feed;
    if (end > start && text.charCodeAt(end - 1) === CR) end -= 1;
    let from = start;
    while (from < end && isGoSpace(text.charCodeAt(from))) from += 1;
    if (from < end && text.charCodeAt(from) !== HASH) {
      const nameEnd = endOfName(text, from, end);
      const code = text.charCodeAt(nameEnd);
      if (nameEnd === from || (nameEnd < end && code !== EQUALS)) {
        found.problems.push({ code: 'UNREADABLE_LINE', line });
      } else {
        const valueStart = Math.min(nameEnd + 1, end);
        const value = nameEnd < end ? text.slice(valueStart, end).toWellFormed() : null;
        found.entries.push({
          name: text.slice(from, nameEnd),
          value,
          line,
          shadowed: false,
          start,
          valueStart,
          valueEnd: end,
        });
      }
    }
    start = next;
  }
  return found;
}

function endOfName(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === EQUALS || code === SPACE || code === TAB || code === LF) break;
    at += 1;
  }
  return at;
}

function isGoSpace(code: number): boolean {
  return code === NEXT_LINE || (code !== 0xfeff && isSpace(code));
}
