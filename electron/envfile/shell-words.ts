/** Thrown inside the shell scanner only: from `at` on, the text can't be followed. */
export class CannotFollow {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

export interface Word {
  readonly start: number;
  readonly end: number;
  /** The name before an unquoted `=`, where the word is an assignment. */
  readonly name: string | null;
  /** Index after that `=`. */
  readonly valueStart: number;
  /** `NAME+=…` or `NAME=(…)`. */
  readonly compound: boolean;
  /** What the shell makes of the word's value (or of the word), null where only a running shell could tell. */
  readonly value: string | null;
}

/** Substitutions nested deeper than anyone writes are given up on, so that a hostile file can't exhaust the stack. */
const DEEPEST = 100;

const ASSIGNMENT = /([A-Za-z_][A-Za-z0-9_]*)(\+?=|\[)/y;

/** Reads the shell word at `start` (POSIX shell, 2.2 Quoting, with bash's `$'…'`). */
export function readWord(text: string, start: number): Word {
  ASSIGNMENT.lastIndex = start;
  const match = ASSIGNMENT.exec(text);
  const indexed = match?.[2] === '[';
  const name = match === null || indexed ? null : (match[1] ?? null);
  const valueStart = name === null ? start : ASSIGNMENT.lastIndex;
  let compound = match?.[2] === '+=';
  let value: string | null = '';
  let at = valueStart;
  if (name !== null && text[at] === '(') {
    compound = true;
    value = null;
    at = skipParentheses(text, at, 0);
  }
  while (at < text.length) {
    const character = text.charAt(at);
    if (/[ \t\n;&|<>()]/.test(character)) break;
    const piece = readPiece(text, at, 0, at === valueStart || text[at - 1] === ':');
    value = value === null || piece.value === null ? null : value + piece.value;
    at = piece.end;
  }
  return { start, end: at, name, valueStart, compound, value };
}

interface Piece {
  readonly end: number;
  readonly value: string | null;
}

function readPiece(text: string, at: number, depth: number, tildeExpands = false): Piece {
  const character = text.charAt(at);
  switch (character) {
    case "'": {
      const close = text.indexOf("'", at + 1);
      if (close === -1) throw new CannotFollow(at);
      return { end: close + 1, value: text.slice(at + 1, close) };
    }
    case '"':
      return readDoubleQuoted(text, at, depth);
    case '\\':
      if (at + 1 >= text.length) return { end: at + 1, value: null };
      return { end: at + 2, value: text[at + 1] === '\n' ? '' : text.charAt(at + 1) };
    case '$':
    case '`':
      return readExpansion(text, at, depth);
    case '~':
      return { end: at + 1, value: tildeExpands ? null : '~' };
    case '{':
      return { end: at + 1, value: null };
    default:
      return { end: at + 1, value: character };
  }
}

function readDoubleQuoted(text: string, start: number, depth: number): Piece {
  let value: string | null = '';
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') return { end: at + 1, value };
    let piece: Piece = { end: at + 1, value: character };
    if (character === '\\') {
      const next = text.charAt(at + 1);
      piece = { end: at + 2, value: next === '\n' ? '' : /["$\\`]/.test(next) ? next : `\\${next}` };
    } else if (character === '$' && text[at + 1] === "'") piece = { end: at + 1, value: '$' };
    else if (character === '$' || character === '`') piece = readExpansion(text, at, depth);
    value = value === null || piece.value === null ? null : value + piece.value;
    at = piece.end;
  }
  throw new CannotFollow(start);
}

function readExpansion(text: string, at: number, depth: number): Piece {
  if (text[at] === '`') return { end: skipTo(text, at, '`'), value: null };
  const next = text.charAt(at + 1);
  if (next === '(') return { end: skipParentheses(text, at + 1, depth + 1), value: null };
  if (next === '{') return { end: skipBraces(text, at + 1, depth + 1), value: null };
  if (next === "'") return { end: skipTo(text, at + 1, "'"), value: null };
  if (next === '"') return { end: at + 1, value: null };
  if (/[A-Za-z0-9_@*#?$!-]/.test(next)) return { end: at + 2, value: null };
  return { end: at + 1, value: '$' };
}

/** Index after the next `close` that has no backslash before it. */
function skipTo(text: string, open: number, close: string): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === close) return at + 1;
  }
  throw new CannotFollow(open);
}

function skipBraces(text: string, open: number, depth: number): number {
  if (depth > DEEPEST) throw new CannotFollow(open);
  let at = open + 1;
  while (at < text.length) {
    if (text[at] === '}') return at + 1;
    at = readPiece(text, at, depth).end;
  }
  throw new CannotFollow(open);
}

/** Index after the `)` that closes the `(` at `open`. Stops at what can hold a single `)`: `case`, here-documents. */
export function skipParentheses(text: string, open: number, depth = 0): number {
  if (depth > DEEPEST) throw new CannotFollow(open);
  let at = open + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    const first = /[\s;&|(]/.test(text.charAt(at - 1));
    if (character === ')') return at + 1;
    if (character === '(') at = skipParentheses(text, at, depth + 1);
    else if (character === '#' && first) at = endOfComment(text, at);
    else if (text.startsWith('<<', at) || (first && /^case\s/.test(text.slice(at, at + 5)))) throw new CannotFollow(at);
    else at = readPiece(text, at, depth).end;
  }
  throw new CannotFollow(open);
}

export function endOfComment(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed;
}
