import {
  BACKSLASH,
  BACKTICK,
  COLON,
  CR,
  DOUBLE_QUOTE,
  EQUALS,
  HASH,
  isLineEnd,
  isSpace,
  isWord,
  LF,
  SINGLE_QUOTE,
} from './characters.ts';
import type { Scan } from './document.ts';
import { lineCounter } from './lines.ts';

/**
 * Reads a file as dotenv 18's `parse` does, which is the reference for this dialect, but keeps positions. One pass: a
 * search for a closing quote ends at the first quote of its kind, so searches of one kind never overlap.
 */
export function scanDotenv(text: string): Scan {
  const found: Scan = { entries: [], problems: [] };
  const lineAt = lineCounter(text);
  let at = 0;
  while (at < text.length) {
    let start = at;
    for (let code = text.charCodeAt(at); isSpace(code); code = text.charCodeAt(at)) {
      at += 1;
      if (code === LF || code === CR) start = at;
    }
    if (at >= text.length) break;
    const name = text.charCodeAt(at) === HASH ? null : findName(text, at);
    if (name === null) {
      if (text.charCodeAt(at) !== HASH) found.problems.push({ code: 'UNREADABLE_LINE', line: lineAt(at) });
      while (at < text.length && !isLineEnd(text.charCodeAt(at))) at += 1;
      continue;
    }
    const value = findValue(text, name.after);
    const line = lineAt(name.start);
    const label = text.slice(name.start, name.end);
    if (value.open) found.problems.push({ code: 'UNTERMINATED_QUOTE', line, name: label, at: value.start });
    found.entries.push({
      name: label,
      value: value.read,
      line,
      shadowed: false,
      start,
      // Only dotenv reads `NAME: value` and an assignment over two lines: a new value makes a plain one of it.
      valueStart: isPlainSign(text, name, value.start) ? value.start : name.end,
      valueEnd: value.end,
    });
    at = value.next;
  }
  return found;
}

interface Name {
  readonly start: number;
  readonly end: number;
  /** Where the value may begin, after `=` or `: `. */
  readonly after: number;
}

/** `(?:export\s+)?([\w.-]+)(?:\s*=|:\s)`, each `\s` possibly a line break, as in dotenv. */
function findName(text: string, at: number): Name | null {
  if (text.startsWith('export', at) && isSpace(text.charCodeAt(at + 6))) {
    const exported = nameAt(text, skipSpace(text, at + 7));
    if (exported !== null) return exported;
  }
  return nameAt(text, at);
}

function nameAt(text: string, start: number): Name | null {
  let end = start;
  for (let code = text.charCodeAt(end); isWord(code) || code === 46 || code === 45; code = text.charCodeAt(end))
    end += 1;
  if (end === start) return null;
  const code = text.charCodeAt(end);
  if (code === EQUALS) return { start, end, after: end + 1 };
  if (code === COLON) {
    if (!isSpace(text.charCodeAt(end + 1))) return null;
    return { start, end, after: end + (text.startsWith('\r\n', end + 1) ? 3 : 2) };
  }
  const sign = skipSpace(text, end);
  return text.charCodeAt(sign) === EQUALS ? { start, end, after: sign + 1 } : null;
}

function isPlainSign(text: string, name: Name, valueStart: number): boolean {
  return text.charCodeAt(name.after - 1) === EQUALS && !hasLineBreak(text, name.end, valueStart);
}

interface Value {
  readonly start: number;
  readonly end: number;
  readonly read: string;
  /** Where to go on. */
  readonly next: number;
  /** The value begins with a quote whose end was looked for in later lines and not found there. */
  readonly open: boolean;
}

function findValue(text: string, after: number): Value {
  const first = skipSpace(text, after);
  const quote = text.charCodeAt(first);
  if (quote !== SINGLE_QUOTE && quote !== DOUBLE_QUOTE && quote !== BACKTICK) return bareValue(text, after, false);
  const close = closingQuote(text, first);
  if (close.at === -1) return bareValue(text, after, close.open);
  const raw = text.slice(first + 1, close.at);
  return { start: first, end: close.at + 1, read: unescaped(raw, quote), next: close.next, open: close.open };
}

/**
 * dotenv closes at the first quote without a backslash before it if nothing but space and a comment follows; else at the
 * last one with a backslash that has such a tail; else the value isn't a quoted one at all.
 */
function closingQuote(text: string, first: number): { at: number; next: number; open: boolean } {
  const mark = text.charAt(first);
  let at = -1;
  let next = -1;
  let isClosed = false;
  let candidate = text.indexOf(mark, first + 1);
  while (candidate !== -1) {
    const escaped = text.charCodeAt(candidate - 1) === BACKSLASH;
    let tail = candidate + 1;
    for (let code = text.charCodeAt(tail); isSpace(code) && !isLineEnd(code); code = text.charCodeAt(tail)) tail += 1;
    if (tail === text.length || isLineEnd(text.charCodeAt(tail)) || text.charCodeAt(tail) === HASH) {
      at = candidate;
      next = tail;
      isClosed = !escaped;
    }
    if (!escaped) break;
    candidate = text.indexOf(mark, candidate + 1);
  }
  if (isClosed) return { at, next: skipComment(text, next), open: false };
  const looked = candidate === -1 ? text.length : candidate;
  const open = candidate === -1 || hasLineBreak(text, at === -1 ? first : at, looked);
  return { at, next: at === -1 ? -1 : skipComment(text, next), open };
}

function bareValue(text: string, after: number, open: boolean): Value {
  let stop = after;
  for (let code = text.charCodeAt(stop); stop < text.length && code !== LF && code !== CR && code !== HASH; ) {
    stop += 1;
    code = text.charCodeAt(stop);
  }
  let start = after;
  while (start < stop && isSpace(text.charCodeAt(start))) start += 1;
  let end = stop;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  const next = skipComment(text, stop);
  if (start === end) return { start: after, end: after, read: '', next, open };
  return { start, end, read: readBare(text.slice(start, end)), next, open };
}

function readBare(raw: string): string {
  const first = raw.charCodeAt(0);
  if (first !== SINGLE_QUOTE && first !== DOUBLE_QUOTE && first !== BACKTICK && !/[\u2028\u2029]/.test(raw)) {
    return wellFormed(raw);
  }
  return unescaped(withoutQuotes(raw), first);
}

/**
 * dotenv's `raw.replace(/^(['"\`])([\s\S]*)\1$/gm, '$2')`, in time that grows with the text: a quote at the start of a line
 * and the last one of its kind at a line's end behind it go, then the search goes on behind those. Only U+2028 and U+2029
 * are line ends here.
 */
function withoutQuotes(raw: string): string {
  const lastAtEnd = new Map<number, number>();
  const isEnd = (at: number): boolean => at === raw.length || isLineEnd(raw.charCodeAt(at));
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if ((code === SINGLE_QUOTE || code === DOUBLE_QUOTE || code === BACKTICK) && isEnd(at + 1)) lastAtEnd.set(code, at);
  }
  let read = '';
  let from = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (at > 0 && !isLineEnd(raw.charCodeAt(at - 1))) continue;
    const close = lastAtEnd.get(raw.charCodeAt(at)) ?? -1;
    if (close <= at) continue;
    read += raw.slice(from, at) + raw.slice(at + 1, close);
    from = close + 1;
    at = close;
  }
  return read + raw.slice(from);
}

function unescaped(raw: string, quote: number): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (quote !== DOUBLE_QUOTE || !lines.includes('\\')) return wellFormed(lines);
  return wellFormed(lines.replace(/\\n/g, '\n').replace(/\\r/g, '\r'));
}

/** Readers see U+FFFD for a byte that isn't UTF-8. */
function wellFormed(value: string): string {
  return value.isWellFormed() ? value : value.toWellFormed();
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function skipComment(text: string, from: number): number {
  if (text.charCodeAt(from) !== HASH) return from;
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at += 1;
  return at;
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return true;
  }
  return false;
}
