import { describe, expect, it } from 'vitest';
import { type Dialect, EnvFileError, parseEnvFile } from '../../electron/envfile/index.ts';
import { asBytes, readVariable, set } from './support.ts';

const PEM = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg==\n-----END PRIVATE KEY-----\n';

/** What is written for a value, or what is in its way. */
function written(value: string, dialect: Dialect = 'dotenv', expands = false): string {
  try {
    return set('', { KEY: value }, [], dialect, expands)
      .replace(/^# From Clavis\n(?:export )?KEY=/, '')
      .slice(0, -1);
  } catch (error) {
    if (error instanceof EnvFileError) return `${error.code}: ${'part' in error.facts ? error.facts.part : ''}`;
    throw error;
  }
}

describe('a value in a dotenv file', () => {
  it('is bare where every character is plain, else in single quotes', () => {
    expect(written('sk-proj_Ab9/x+y==')).toBe('sk-proj_Ab9/x+y==');
    expect(written('two words')).toBe("'two words'");
    expect(written('a#b$c`d"e\\f')).toBe("'a#b$c`d\"e\\f'");
    expect(written('')).toBe("''");
  });

  it('is in double quotes where it holds a single one and nothing that means something between double ones', () => {
    expect(written("it's")).toBe('"it\'s"');
    for (const stopper of ['"', '$', '`', '\\']) {
      expect(written(`it's ${stopper}x`)).toBe(`UNWRITABLE_VALUE: ' ${stopper}`);
    }
  });

  it('may be a PEM, with its line breaks as they are, in the quotes in which phpdotenv reads on', () => {
    expect(written(PEM)).toBe(`"${PEM}"`);
    expect(written('{\n"a": 1\n}')).toBe('\'{\n"a": 1\n}\'');
    expect(set(`KEY='${PEM}'\n`, { KEY: PEM })).toBe(`KEY="${PEM}"\n`);
  });

  it('is refused where a reader would take it for something else', () => {
    expect(written('a\rb')).toBe('UNWRITABLE_VALUE: CARRIAGE_RETURN');
    expect(written('a\0b')).toBe('UNWRITABLE_VALUE: NUL');
    expect(written('\ufeffa')).toBe('UNWRITABLE_VALUE: BYTE_ORDER_MARK');
    expect(written('a\\')).toBe('UNWRITABLE_VALUE: BACKSLASH_AT_END');
    expect(written('a\\\\b')).toBe('UNWRITABLE_VALUE: TWO_BACKSLASHES');
    expect(written('a$' + '{b}')).toBe('UNWRITABLE_VALUE: $' + '{');
    expect(written('a$(b)')).toBe('UNWRITABLE_VALUE: $( )');
    expect(written('a$(b')).toBe("'a$(b'");
    expect(written('a$(b', 'dotenv', true)).toBe('UNWRITABLE_VALUE: $(');
    expect(written('a\ud800')).toBe('UNWRITABLE_VALUE: HALF_SURROGATE');
  });

  it('has its dollars escaped for readers that expand, and is read without the backslashes', () => {
    expect(written('a$b')).toBe("'a$b'");
    expect(written('a$b', 'dotenv', true)).toBe('"a\\$b"');
    expect(written("it's $5", 'dotenv', true)).toBe('"it\'s \\$5"');
    expect(written('"a" $b', 'dotenv', true)).toBe('\'"a" \\$b\'');
    expect(written('a\\$b', 'dotenv', true)).toBe('UNWRITABLE_VALUE: \\$');
    for (const raw of ["'a\\$b'", '"a\\$b"']) {
      const doc = parseEnvFile(asBytes(`KEY=${raw}\n`), 'dotenv');
      expect(readVariable(doc, 'KEY', true)).toBe('a$b');
      expect(readVariable(doc, 'KEY')).toBe('a\\$b');
    }
  });

  it('is written again where its old form holds it for some readers only', () => {
    expect(set('KEY="a$b"\n', { KEY: 'a$b' })).toBe("KEY='a$b'\n");
    expect(set("KEY='a$b'\n", { KEY: 'a$b' }, [], 'dotenv', true)).toBe('KEY="a\\$b"\n');
    expect(set("KEY='a\\$b'\n", { KEY: 'a$b' }, [], 'dotenv', true)).toBe('KEY="a\\$b"\n');
  });
});

describe('a value in a docker env file', () => {
  it('is as it is, quotes and spaces too', () => {
    expect(written(' a "b" \'c\' # $d \\', 'docker')).toBe(' a "b" \'c\' # $d \\');
    expect(written('', 'docker')).toBe('');
  });

  it('is refused where it needs more than one line, or quotes around it that newer releases drop', () => {
    expect(written(PEM, 'docker')).toBe('UNWRITABLE_VALUE: LINE_BREAK');
    expect(written('"a"', 'docker')).toBe('UNWRITABLE_VALUE: QUOTES_AROUND');
    expect(written('é'.repeat(32_800), 'docker')).toBe('UNWRITABLE_VALUE: TOO_MUCH_FOR_A_LINE');
  });

  it('takes the place of a name that was passed through', () => {
    expect(set('A=1\nKEY\nB=2\n', { KEY: 'x' }, [], 'docker')).toBe('A=1\nKEY=x\nB=2\n');
  });
});

describe('a value in a shell file', () => {
  it('is quoted as a shell needs it, whatever it holds', () => {
    expect(written('plain', 'shell')).toBe('plain');
    expect(written('$(x) "y" `z` \\', 'shell')).toBe('\'$(x) "y" `z` \\\'');
    expect(written("it's", 'shell')).toBe('"it\'s"');
    expect(written("it's $5", 'shell')).toBe("'it'\\''s $5'");
    expect(written(PEM, 'shell')).toBe(`'${PEM}'`);
    expect(written('a=b:c=d', 'shell')).toBe("'a=b:c=d'");
  });

  it('is exported, and its line ends in LF since a shell would read CR as a part of it', () => {
    expect(set('A=1\r\n', { KEY: 'x' }, [], 'shell')).toBe('A=1\r\n# From Clavis\nexport KEY=x\n');
    expect(set('KEY=old\r\n', { KEY: 'x' }, [], 'shell')).toBe('KEY=x\n');
  });

  it('stays out of what others share its line with', () => {
    expect(set('A=1 KEY=old; B="2"\n', { KEY: 'x y' }, [], 'shell')).toBe('A=1 KEY=\'x y\'; B="2"\n');
    expect(() => set('KEY=old; rm -r x\n', { KEY: null }, [], 'shell')).toThrow('SHARED_LINE');
    expect(() => set('cd x; KEY=old\n', { KEY: null }, [], 'shell')).toThrow('SHARED_LINE');
  });
});

describe('a value in a JSON file', () => {
  it('is a JSON string, spaced as its neighbours', () => {
    expect(set('{\n\t"A" : 1\n}\n', { KEY: 'a "b"\n' }, [], 'json')).toBe(
      '{\n\t"A" : 1,\n\t"KEY" : "a \\"b\\"\\n"\n}\n',
    );
    expect(set('{}', { A: '1', B: '2' }, [], 'json')).toBe('{\n  "A": "1",\n  "B": "2"\n}');
  });

  it('makes an object of a file that is not there yet, or empty', () => {
    for (const before of ['', '\n', '\ufeff', ' \r\n']) {
      const after = set(before, { KEY: 'x', TWO: 'y' }, [], 'json');
      expect(after.startsWith(before)).toBe(true);
      expect(JSON.parse(after.replace('\ufeff', ''))).toEqual({ KEY: 'x', TWO: 'y' });
    }
    expect(set('', { KEY: 'x' }, [], 'json')).toBe('{\n  "KEY": "x"\n}\n');
  });

  it('goes after the last bound member and leaves the others in their order', () => {
    expect(set('{"Z":1,"A":2,"M":3}', { KEY: 'x' }, ['Z'], 'json')).toBe('{"Z":1,"KEY":"x","A":2,"M":3}');
    expect(set('{"Z":1,"A":2,"M":3}', { Z: null, M: null }, [], 'json')).toBe('{"A":2}');
    expect(set('{"Z":1,"A":2}', { Z: null, A: null }, [], 'json')).toBe('{}');
  });
});
