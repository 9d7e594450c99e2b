/** Makes a text of about this many characters. */
export type MakeText = (length: number) => string;

/** The same piece again and again. */
export const repeated =
  (piece: string): MakeText =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Pieces that differ by their number. */
export const numbered =
  (pieceOf: (number: number) => string): MakeText =>
  (length) => {
    const pieces: string[] = [];
    for (let at = 0, made = 0; made < length; at += 1) {
      const piece = pieceOf(at);
      pieces.push(piece);
      made += piece.length;
    }
    return pieces.join('');
  };

/** One beginning, and then the same piece up to the end. */
const after =
  (beginning: string, piece: string, end = ''): MakeText =>
  (length) =>
    beginning + repeated(piece)(length) + end;

const nested = (open: string, close: string, depth: number): string =>
  `A=${open.repeat(depth)}${close.repeat(depth)}\n`;

const encoded = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODkwQUJDREVG';

/** Texts that are hard to read as an env file of some dialect: what is a value to one is an open quote to another. */
export const envTexts: Readonly<Record<string, MakeText>> = {
  'one line with no break': after('A=', 'x'),
  'empty lines': repeated('\n'),
  'lines that end as on old Macs': repeated('A=1\r'),
  'lines of spaces': repeated('          \n'),
  'spaces alone': repeated(' '),
  'comments on every line': repeated('#\n'),
  'hash signs alone': repeated('#'),
  'byte order marks on every line': repeated('\uFEFFA=1\n'),
  'single quotes that are not closed': repeated("A='\n"),
  'double quotes that are not closed': repeated('A="\n'),
  'backticks that are not closed': repeated('A=`\n'),
  'a quote that is not closed': after('A="', 'x\n'),
  'quotes of all kinds by turns': repeated('A=\'\nB="\nC=`\n'),
  'text behind closed quotes': repeated('A="x"y\n'),
  'quotes with a backslash each': after('A="', '\\" x'),
  'quotes with a backslash and spaces behind them': after('A="', `\\"${' '.repeat(200)}`),
  'quotes at ends that are none': after("A='x", "'\u2028"),
  'quotes behind ends that are none': after("A='x", "\u2028'y"),
  'backslashes alone': after('A=', '\\'),
  'a line that goes on and on': after('A=1', '\\\n'),
  'names without a value': repeated('A\n'),
  'one name, many times': repeated('A=1\n'),
  'some names, many times': numbered((at) => `A${at % 1_000}=1\n`),
  'many names': numbered((at) => `A${at}=1\n`),
  'a name and line breaks before its sign': repeated(`export A${'\n'.repeat(1_000)}`),
  'export and nothing else': repeated('export '),
  'colons for signs': repeated('A: x\n'),
  'equals signs alone': repeated('=\n'),
  'beginnings of PEM blocks': repeated('-----BEGIN X-----\n'),
  'beginnings and ends of PEM blocks on one line': repeated('-----BEGIN -----END '),
  'wrapped base64': repeated(`${encoded}\n`),
  'wrapped base64 behind names': repeated(`A=${encoded}\nQUJD==\n`),
  'lines that are nearly base64': repeated(`${`=${'A'.repeat(39)}`.repeat(24)}!\n`),
  'bytes that are no UTF-8': repeated('A=\udc80\n'),
  'commands within commands': repeated('$('),
  'commands within commands, on many lines': repeated(nested('$(', ')', 90)),
  'commands that are not closed, on many lines': repeated(nested('$(', '', 90)),
  'commands within quotes within commands': repeated('"$('),
  'braces within braces': repeated('${'),
  'braces within braces, on many lines': repeated(nested('${', '}', 90)),
  'brackets that are not closed': repeated('('),
  'arrays that are not closed': repeated('A=(\n'),
  'tests that are not closed': repeated('[[ x\n'),
  'compounds within compounds': repeated('if x; then '),
  'here-documents that are never ended': numbered((at) => `cat <<E${at}\n`),
  'here-documents of one command': (length) =>
    `cat${numbered((at) => ` <<E${at}`)(length / 2)}\n${numbered((at) => `E${at}\n`)(length / 2)}`,
  'here-documents with a long end': (length) => `cat <<${'E'.repeat(length / 2)}\n${'E'.repeat(length / 2)}`,
  'assignments on one line': numbered((at) => `A${at}=1 `),
  'assignments of one command': after('export ', 'A=1 '),
  'assignments with a semicolon each': numbered((at) => `A${at}=1;`),
  'variables that are unset': repeated('unset A B C\n'),
  'ends of the file': repeated('exit\n'),
  'pipes and redirections': repeated('| x > y & '),
};

/** The same for JSON. */
export const jsonTexts: Readonly<Record<string, MakeText>> = {
  'many members': (length) => `{${numbered((at) => `"K${at}":"v",`)(length)}"Z":1}`,
  'many members on lines': (length) => `{\n${numbered((at) => `  "K${at}": "v",\n`)(length)}  "Z": 1\n}`,
  'one member, many times': after('{', '"K":"v",', '"Z":1}'),
  'objects within objects': repeated('{"a":'),
  'arrays within arrays': repeated('['),
  'a string that is not closed': after('{"A":"', 'x'),
  'a string of backslashes': after('{"A":"', '\\'),
  'a string of escapes': after('{"A":"', '\\n', '"}'),
  'a long number': after('{"A":', '1', 'x}'),
  'a long fraction': after('{"A":1.', '1', 'x}'),
  'spaces before a key': after('{', ' '),
  'spaces in a key whose letters are escapes': (length) =>
    `{"${'\\u0041'.repeat(length / 11)}${' '.repeat((length * 5) / 11)}":"1"}`,
  'commas alone': after('{', ','),
};
