import fc from 'fast-check';

const printable = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
const nasty = fc.string({
  unit: fc.constantFrom(...'$`"\'\\#=;', ...' \t\n{}()!&|~*?<>[]%^:,-.@/', ...'abAB019_', '\u00a0', 'é'),
  maxLength: 16,
});
const token = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/='),
  minLength: 16,
  maxLength: 64,
});
const unicode = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 16 }), fc.string({ unit: 'binary', maxLength: 8 }));
const phrase = fc
  .array(
    fc.constantFrom(
      ...[
        '$A',
        '$1',
        '$',
        '\u0024{A}',
        '\u0024{A:-b}',
        '$(date)',
        '$((1))',
        '`date`',
        '\\$A',
        '\\n',
        '\\r',
        '\\t',
        "\\'",
        '\\"',
        '\\\\',
        '\\',
      ],
      ...[
        '\n',
        '\n\n',
        '\nA=b',
        '\n#',
        "'\n",
        '"\n',
        '=',
        "='",
        '="',
        '=`',
        ' #',
        '#',
        "'",
        '"',
        '`',
        ' ',
        '\t',
        '\r',
        '\r\n',
        '\ufeff',
      ],
      ...[
        'a',
        'key',
        'export A=',
        'it',
        '%',
        '!x',
        '~',
        ':~',
        ':=',
        '\u2028',
        '\u0085',
        '\0',
        '\v',
        '🔑',
        'é',
        '\x1b',
        '\x7f',
      ],
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
const pem = fc
  .array(token, { minLength: 1, maxLength: 4 })
  .map((lines) => ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n'));
const padded = fc.tuple(fc.constantFrom('', ' ', '  ', '\t', '\n'), printable, fc.constantFrom('', ' ', '\t', '\n'));

/** Values as keys are, and as an attacker or a careless paste would make them. */
export const values: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: printable },
  { weight: 6, arbitrary: nasty },
  { weight: 3, arbitrary: token },
  { weight: 3, arbitrary: unicode },
  { weight: 6, arbitrary: phrase },
  { weight: 1, arbitrary: pem },
  { weight: 2, arbitrary: padded.map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constant('') },
);

const line = fc
  .array(
    fc.constantFrom(
      ...[
        'A',
        'B_1',
        'KEY',
        'C.d',
        'export ',
        'export',
        '=',
        '=',
        '=',
        ': ',
        ' ',
        '\t',
        '#',
        "'",
        '"',
        '`',
        '\\',
        '$',
        '\u0024{A}',
        '$(',
      ],
      ...[
        ')',
        '(',
        '{',
        '}',
        ';',
        '&',
        '|',
        'if ',
        'fi',
        'x',
        '1',
        '# From Clavis',
        'é',
        '\ufeff',
        '\u2028',
        '\\n',
        '<<E',
        'E',
      ],
    ),
    { maxLength: 9 },
  )
  .map((pieces) => pieces.join(''));
const likely = fc
  .tuple(
    fc.constantFrom('A', 'B', 'KEY', 'export KEY', '  C'),
    fc.constantFrom('1', "'x y'", '"a\nb"', '', '"k" # note', '`b`'),
  )
  .map((pair) => pair.join('='));
const ending = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r');
const textFile = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff'),
    fc.array(fc.tuple(fc.oneof(line, likely, likely, fc.constantFrom('', '# note', "# it's")), ending), {
      maxLength: 12,
    }),
    fc.oneof(line, fc.constant('')),
  )
  .map(([mark, lines, last]) => Buffer.from(mark + lines.flat().join('') + last));
const jsonFile = fc
  .tuple(
    fc.dictionary(
      fc.oneof(fc.constantFrom('A', 'KEY', 'C'), fc.string({ maxLength: 4 })),
      fc.oneof(fc.string(), fc.integer(), fc.boolean()),
      {
        maxKeys: 6,
      },
    ),
    fc.constantFrom('', ' ', '  ', '\t'),
    fc.constantFrom('', '\n'),
  )
  .map(([object, indent, last]) => Buffer.from(JSON.stringify(object, null, indent) + last));
const brokenText = fc
  .tuple(textFile, fc.array(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 3 })), { maxLength: 3 }))
  .map(([text, splices]) => {
    let bytes: Uint8Array = text;
    for (const [place, added] of splices) {
      const at = place % (bytes.length + 1);
      bytes = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
    }
    return bytes;
  });

/** Files as people, tools and accidents leave them: bytes of any kind, most of them nearly an env file. */
export const files: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 8, arbitrary: textFile },
  { weight: 3, arbitrary: brokenText },
  { weight: 3, arbitrary: jsonFile },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }) },
);
