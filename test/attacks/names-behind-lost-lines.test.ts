import { expect, it } from 'vitest';
import { dialects, parseEnvFile, visibleNames } from '../../electron/envfile/index.ts';

/** Values that go on in the next line for some program, in files that a shell's reading can't follow to there. */

const piece = 'correcthorse';

it.each([
  ['a backslash before its line end', `KEY=abcdefghij\\\n${piece}=tail\n`],
  ['a backslash, behind an apostrophe that opens nothing', `MOTD=it's fine\nKEY=abcdefghij\\\n${piece}=tail\n`],
  ['a backslash before CRLF', `KEY=abcdefghij\\\r\n${piece}=tail\r\n`],
  ['a here-document in a substitution', `KEY=$(cat <<EOF\n${piece}=tail\nEOF\n)\n`],
  ['an indented here-document behind an apostrophe', `MOTD=it's\ncat > key <<-'END'\n\t${piece}=tail\n\tEND\n`],
  ['several here-documents', `A=$(cat <<A\nx\nA\n)\nB=$(cat <<B\n${piece}=tail\nB\n)\n`],
])('no piece of a value becomes a name: %s', (_, text) => {
  for (const dialect of dialects) {
    expect(visibleNames(parseEnvFile(Buffer.from(text), dialect)).names, dialect).not.toContain(piece);
  }
});

it('a comment that ends with a backslash, and a here-document that never ends, hide no name', () => {
  const text = `# C:\\\n${piece}=1\n`;
  expect(visibleNames(parseEnvFile(Buffer.from(text), 'dotenv')).names).toEqual([piece]);
  const shifted = `SHIFTED=1<<EOF\n${piece}=1\n`;
  expect(visibleNames(parseEnvFile(Buffer.from(shifted), 'dotenv')).names).toContain(piece);
});
