import dotenv from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEnvFile } from '../../electron/envfile/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string): Record<string, string | null> {
  const values: Record<string, string | null> = {};
  for (const entry of parseEnvFile(bytes(text), 'dotenv').entries) values[entry.name] = entry.value;
  return values;
}

const piece = fc.constantFrom(
  ...[
    'A',
    'B_1',
    'C.d',
    'export',
    'export ',
    '=',
    ':',
    ': ',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '#',
    "'",
    '"',
    '`',
    '\\',
    '$',
  ],
  ...[
    '\\n',
    '\\r',
    "\\'",
    '\u2028',
    '\u00a0',
    '\ufeff',
    'é',
    '🔑',
    "='",
    '="',
    '=`',
    'A=',
    '\nA=',
    "'\n",
    '"\n',
    "'\nB='",
    '# x\n',
  ],
);

describe('the dotenv dialect', () => {
  it('reads any document as dotenv 18 does', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        expect(read(text)).toEqual(dotenv.parse(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes quotes off a bare value with line separators in it as dotenv 18 does', () => {
    const parts = fc.array(fc.constantFrom("'", '"', '`', '\u2028', '\u2029', 'a', ' ', '\\n'), { maxLength: 14 });
    fc.assert(
      fc.property(fc.constantFrom("'", '"', '`'), parts, (quote, rest) => {
        const text = `A=${quote}${rest.join('')}x\n`;
        expect(read(text)).toEqual(dotenv.parse(text));
      }),
      { numRuns: 20_000 },
    );
  });
});
