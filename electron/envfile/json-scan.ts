import { startOfContent } from './comment.ts';
import type { Scan, ScannedEntry } from './document.ts';
import { lineCounter } from './lines.ts';
import type { UnfitReason } from './reasons.ts';

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/**
 * Reads a flat JSON object (RFC 8259) of strings, numbers, true, false and null, keeping positions; an entry's `start` is
 * that of its key. A number's or boolean's value is its text. A file without any text has no entries. Anything else is one `NOT_AN_ENV_FILE` problem.
 */
export function scanJson(text: string): Scan {
  const found: Scan = { entries: [], problems: [] };
  const lineAt = lineCounter(text);
  let at = startOfContent(text);
  // A file that nothing was written to yet.
  if (/^[ \t\r\n]*$/.test(text.slice(at))) return found;
  try {
    expect('{', 'NO_BRACE');
    skip(SPACE);
    if (text[at] === '}') at += 1;
    else readMembers();
    skip(SPACE);
    if (at < text.length) fail('TEXT_BEHIND_OBJECT', at);
    return found;
  } catch (error) {
    if (!(error instanceof NotFlat)) throw error;
    return {
      entries: [],
      problems: [{ code: 'NOT_AN_ENV_FILE', line: lineCounter(text)(error.at), reason: error.reason }],
    };
  }

  function readMembers(): void {
    for (;;) {
      skip(SPACE);
      found.entries.push(readMember());
      skip(SPACE);
      if (text[at] === '}') break;
      expect(',', 'NO_COMMA');
    }
    at += 1;
  }

  function readMember(): ScannedEntry {
    const start = at;
    const name = takeString();
    if (name === null) return fail('NO_KEY', at);
    expect(':', 'NO_COLON');
    skip(SPACE);
    const valueStart = at;
    const value = takeString() ?? takeScalar();
    return { name, value, line: lineAt(start), shadowed: false, start, valueStart, valueEnd: at };
  }

  function takeString(): string | null {
    if (text[at] !== '"') return null;
    const open = at;
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    at += 1;
    return parseString(text.slice(open, at)) ?? fail('STRING_BROKEN', open);
  }

  function takeScalar(): string | null {
    const raw = take(SCALAR) ?? fail('NOT_FLAT', at);
    return raw === 'null' ? null : raw;
  }

  function expect(sign: string, reason: UnfitReason): void {
    skip(SPACE);
    if (text[at] !== sign) fail(reason, at);
    at += 1;
  }

  function skip(pattern: RegExp): void {
    take(pattern);
  }

  function take(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0] ?? null;
    at += match?.length ?? 0;
    return match;
  }
}

class NotFlat {
  readonly reason: UnfitReason;
  readonly at: number;
  constructor(reason: UnfitReason, at: number) {
    this.reason = reason;
    this.at = at;
  }
}

function fail(reason: UnfitReason, at: number): never {
  throw new NotFlat(reason, at);
}

function parseString(raw: string): string | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'string' ? value.toWellFormed() : null;
  } catch {
    // Not a string of JSON is an answer; the parser’s own message would quote it.
    return null;
  }
}
