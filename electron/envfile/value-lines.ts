import { BACKSLASH, CR, HASH, LF } from './characters.ts';
import { type Dialect, dialects } from './dialects.ts';
import { scanDocker } from './docker-scan.ts';
import type { Scan } from './document.ts';
import { scanDotenv } from './dotenv-scan.ts';
import { scanJson } from './json-scan.ts';
import { readCommands } from './shell-commands.ts';
import { CannotFollow } from './shell-words.ts';

/** A stretch of text; `to` is the index after its end. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What ends a line in dotenv, and none in docker. */
const loneReturn = /\r(?!\n)/;

/** Finds the stretches of a text that one dialect's programs may take for values; those of one finder in ascending order. */
type FindValues = (text: string, starts: readonly number[]) => Stretch[];

/**
 * What may be inside a value in each dialect's reading, whatever the file is read as now. At least: from the start of each
 * entry that the dialect's scanner finds to the end of its value. No dialect has none: what ends a line in one is a character
 * of a value in another.
 */
const valueFinders: Readonly<Record<Dialect, readonly [FindValues, ...FindValues[]]>> = {
  dotenv: [(text) => scannedValues(scanDotenv(text))],
  // Quotes span no lines, but a carriage return alone, which ends a line of dotenv, is a part of the value.
  docker: [(text) => (loneReturn.test(text) ? scannedValues(scanDocker(text)) : [])],
  shell: [shellValues, continuedLines, hereDocuments],
  // A string holds no raw line break, but the value can be on a line of its own.
  json: [(text) => scannedValues(scanJson(text))],
};

/** PEM blocks and wrapped base64 are taken for values wherever they are, for people paste them without quotes. */
const inAnyDialect: readonly FindValues[] = [pemBlocks, wrappedText];

/**
 * The starts of the lines that are inside a value in any dialect's reading: what is on them may be a part of a secret, however
 * the file is read now.
 */
export function lineStartsInsideValues(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  const starts = lineStarts(text);
  for (const find of [...dialects.flatMap((dialect) => valueFinders[dialect]), ...inAnyDialect]) {
    markLines(find(text, starts), starts, inside);
  }
  return inside;
}

/** Index of the first character of each line; lines end in LF, CRLF or a lone CR. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}

/** Adds each line start behind the beginning of a stretch and before its end. `stretches` come in ascending order. */
function markLines(stretches: readonly Stretch[], starts: readonly number[], inside: Set<number>): void {
  let next = 0;
  for (const { from, to } of stretches) {
    while (next < starts.length && (starts[next] ?? 0) <= from) next += 1;
    for (; next < starts.length && (starts[next] ?? 0) < to; next += 1) inside.add(starts[next] ?? 0);
  }
}

function scannedValues({ entries }: Scan): Stretch[] {
  return entries.map(({ start, valueEnd }) => ({ from: start, to: valueEnd }));
}

/** Every word, not those of assignments alone, and here-documents; up to where a shell could not follow the text. */
function shellValues(text: string): Stretch[] {
  const found: Stretch[] = [];
  try {
    for (const { words, heredoc } of readCommands(text)) {
      for (const { start, end } of words) found.push({ from: start, to: end });
      // Its first line belongs to it, too.
      if (heredoc !== undefined) found.push({ from: heredoc.from - 1, to: heredoc.to });
    }
  } catch (error) {
    if (!(error instanceof CannotFollow)) throw error;
  }
  return found;
}

/** Lines behind one that ends with a backslash: also where a shell can't follow the text up to there, and where CRLF ends it. */
function continuedLines(text: string, starts: readonly number[]): Stretch[] {
  return starts.flatMap((start, index) => {
    const to = starts[index + 1];
    if (to === undefined || text.charCodeAt(start) === HASH) return [];
    let end = to - 1;
    while (end > start && (text.charCodeAt(end) === LF || text.charCodeAt(end) === CR)) end -= 1;
    return text.charCodeAt(end) === BACKSLASH ? [{ from: start, to: to + 1 }] : [];
  });
}

/** The text of here-documents wherever one is opened, as in `$(cat <<EOF`, which is not followed: up to the line that ends it. */
function hereDocuments(text: string, starts: readonly number[]): Stretch[] {
  const linesOf = Map.groupBy(starts, (start, index) => text.slice(start, starts[index + 1]).trim());
  const found: Stretch[] = [];
  const opening = /<<-?[ \t]*(['"]?)(\w+)\1/g;
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const from = open.index;
    const to = linesOf.get(open[2] ?? '')?.find((start) => start > from);
    if (to === undefined) continue;
    found.push({ from, to });
    opening.lastIndex = to;
  }
  return found;
}

/** RFC 7468, from the line of its begin marker to the end of its end marker; to the end of the text where that is missing. */
function pemBlocks(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (let from = text.indexOf('-----BEGIN '); from !== -1; ) {
    const end = text.indexOf('-----END ', from);
    const to = end === -1 ? text.length : end + 1;
    found.push({ from, to });
    from = end === -1 ? -1 : text.indexOf('-----BEGIN ', to);
  }
  return found;
}

/** As wrapped base64, base64url and hex have their lines, and how the last one may end. */
const encodedLine = /^[A-Za-z0-9+/_-]{16,}$/;
const lastEncodedLine = /^[A-Za-z0-9+/_-]*={0,2}['"`]?$/;
/** A line that begins such a text behind a name, and a last line that is no name anyone would give. */
const firstEncodedLine = /=['"`]?[A-Za-z0-9+/]{40,}$/;
const paddedLine = /^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{4,}={1,2}['"`]?$/;

/** Lines of encoded text without `=`, with the shorter or padded line that ends them. */
function wrappedText(text: string, starts: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  let before = '';
  for (const [index, start] of starts.entries()) {
    const to = starts[index + 1] ?? text.length;
    // Longer ones are no lines that somebody wrapped.
    const line = to - start > 1_000 ? '' : text.slice(start, to).trim();
    const goesOn = encodedLine.test(before) && line !== '' && lastEncodedLine.test(line);
    if (goesOn || (firstEncodedLine.test(before) && paddedLine.test(line))) found.push({ from: start - 1, to });
    before = line;
  }
  return found;
}
