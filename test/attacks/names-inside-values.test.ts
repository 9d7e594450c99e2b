import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dialect, dialects, type EnvDocument, parseEnvFile, visibleNames } from '../../electron/envfile/index.ts';
import { files } from '../envfile/stress/generators.ts';
import { asBytes, set } from '../envfile/support.ts';

/** Whatever dialect a file is of: no name that is shown is on a line that its own readers have inside a value. */

const word = fc.constantFrom('ALPHA', 'beta', 'GAMMA_KEY', 'delta_2', 'export', 'x');
const sign = fc.constantFrom('=', '=', '=', ': ', ' = ', ':', '+=', '');
/** What opens, closes or continues a value in some dialect, with the blanks and line ends around it. */
const mark = fc.constantFrom(
  "'",
  '"',
  '`',
  '"""',
  "'''",
  '\\',
  '<<E',
  '\nE\n',
  '$(',
  ')',
  '{',
  '}',
  ',',
  '|\n  ',
  '#',
  ' ',
);
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\\\n');
const assignment = fc.tuple(word, sign).map((parts) => parts.join(''));
const rawText = fc.array(fc.oneof(assignment, assignment, mark, lineEnd, lineEnd, word), { maxLength: 30 });
const texts = fc.oneof(
  rawText.map((parts) => parts.join('')),
  rawText.map((parts) => `${parts.join('')}\nLAST=1\n`),
  files.map((bytes) => Buffer.from(bytes).toString('utf8')),
);
const values = fc
  .array(fc.oneof(assignment, mark, lineEnd, word), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

/** The text with these values written to it as the dialect has them; as it was where the dialect can't hold them. */
function written(text: string, value: string, dialect: Dialect): string {
  try {
    return set(dialect === 'json' ? '{}' : text, { FIRST_KEY: value, SECOND_KEY: value }, [], dialect);
  } catch {
    // Refused is safe: nothing is written.
    return text;
  }
}

/** Index of the first character of the line that holds `at`; lines end in LF, CRLF or a lone CR. */
function startOfLine(text: string, at: number): number {
  for (let start = at; start > 0; start -= 1) {
    const before = text.charAt(start - 1);
    if (before === '\n' || (before === '\r' && text.charAt(start) !== '\n')) return start;
  }
  return 0;
}

/** The line on which an entry's name is. */
function lineOfName({ text }: EnvDocument, { name, start, valueStart }: EnvDocument['entries'][number]): number {
  return startOfLine(text, Math.max(text.slice(start, valueStart).lastIndexOf(name), 0) + start);
}

/** Names that `reading` shows although they are on a line that `own` has inside a value. */
function namesInside(own: EnvDocument, reading: EnvDocument): string[] {
  const shown = new Set(visibleNames(reading).names);
  const ofShown = reading.entries.filter(({ name }) => shown.has(name));
  return ofShown.flatMap((entry) => {
    const line = lineOfName(reading, entry);
    const isInside = own.entries.some(({ valueStart, valueEnd }) => valueStart <= line && line < valueEnd);
    return isInside ? [entry.name] : [];
  });
}

describe.each(dialects)('a file of the dialect %s', (own) => {
  it.each(dialects)('shows no name on a line inside a value of its own when it is read as %s', (other) => {
    let shown = 0;
    fc.assert(
      fc.property(texts, values, fc.boolean(), (before, value, isWritten) => {
        const bytes = asBytes(isWritten ? written(before, value, own) : before);
        const reading = parseEnvFile(bytes, other);
        shown += reading.entries.length;
        expect(namesInside(parseEnvFile(bytes, own), reading)).toEqual([]);
      }),
      { numRuns: 600 },
    );
    // Of what an other dialect's files hold, JSON reads next to nothing: none but an object on its own.
    if (other !== 'json' || own === 'json') expect(shown).toBeGreaterThan(50);
  });
});
