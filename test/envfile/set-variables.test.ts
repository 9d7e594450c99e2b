import { describe, expect, it } from 'vitest';
import { EnvFileError, parseEnvFile, setVariables } from '../../electron/envfile/index.ts';
import { asBytes, asText, readVariable, set } from './support.ts';

describe('a new variable', () => {
  it('goes to the end, under one comment line', () => {
    expect(set('A=1\n', { KEY: 'x' })).toBe('A=1\n# From Clavis\nKEY=x\n');
    expect(set('', { KEY: 'x', TWO: 'y' })).toBe('# From Clavis\nKEY=x\nTWO=y\n');
  });

  it('joins the group that is under the comment already', () => {
    expect(set('# From Clavis\nKEY=x\n\nB=2\n', { NEW: 'y' }, ['KEY'])).toBe('# From Clavis\nKEY=x\nNEW=y\n\nB=2\n');
  });

  it('goes after the last binding, with a comment of its own where none is above that group', () => {
    expect(set('KEY=x\nB=2\n', { NEW: 'y' }, ['KEY'])).toBe('KEY=x\n# From Clavis\nNEW=y\nB=2\n');
  });

  it("takes the file's dominant line ending", () => {
    expect(set('A=1\r\nB=2\r\nC=3\n', { KEY: 'x' })).toBe('A=1\r\nB=2\r\nC=3\n# From Clavis\r\nKEY=x\r\n');
  });

  it('leaves a file without a last line ending without one', () => {
    expect(set('A=1', { KEY: 'x' })).toBe('A=1\n# From Clavis\nKEY=x');
  });

  it('starts after a byte order mark', () => {
    expect(set('\ufeff', { KEY: 'x' })).toBe('\ufeff# From Clavis\nKEY=x\n');
  });
});

describe('a changed variable', () => {
  it('keeps its place, indentation, export, spacing and comment', () => {
    expect(set('  export KEY = "old" # why\nB=2\n', { KEY: 'new one' })).toBe("  export KEY = 'new one' # why\nB=2\n");
  });

  it('keeps its quotes where the value is what it was', () => {
    expect(set('KEY="same"\n', { KEY: 'same' })).toBe('KEY="same"\n');
  });

  it('is each of its definitions: some readers take the first, some the last', () => {
    expect(set('KEY=1\nA=1\nexport KEY="2"\n', { KEY: 'x' })).toBe('KEY=x\nA=1\nexport KEY=x\n');
    expect(set('KEY=1\nKEY=x\n', { KEY: 'x' })).toBe('KEY=x\nKEY=x\n');
    expect(set('{"KEY":"1","KEY":"2"}', { KEY: 'x' }, [], 'json')).toBe('{"KEY":"x","KEY":"x"}');
    expect(set('KEY=1\nKEY=2\n', { KEY: 'x' }, [], 'docker')).toBe('KEY=x\nKEY=x\n');
    expect(set('export KEY=1\nKEY=$(id)\n', { KEY: 'x' }, [], 'shell')).toBe('export KEY=x\nKEY=x\n');
  });

  it('has its last definition as its value, and the others are reported', () => {
    const doc = parseEnvFile(asBytes('KEY=1\nKEY=2\n'), 'dotenv');
    expect(doc.problems).toMatchObject([{ code: 'SHADOWED', line: 1, name: 'KEY' }]);
    expect(readVariable(doc, 'KEY')).toBe('2');
  });

  it('may have had a value of several lines', () => {
    expect(set('KEY="a\nB=b\n"\nC=3\n', { KEY: 'x' })).toBe('KEY=x\nC=3\n');
    expect(set('KEY=x\nC=3\n', { KEY: 'a\nB=b\n' })).toBe('KEY="a\nB=b\n"\nC=3\n');
  });

  it('does not run into a comment that began inside the old value for some readers', () => {
    expect(set('KEY=old#note\n', { KEY: 'new' })).toBe('KEY=new #note\n');
  });
});

describe('a removed variable', () => {
  it('takes its line, and the comment once no bound variable is under it', () => {
    const two = '# From Clavis\nKEY=x\nTWO=y\nB=2\n';
    expect(set(two, { KEY: null }, ['KEY', 'TWO'])).toBe('# From Clavis\nTWO=y\nB=2\n');
    expect(set(two, { TWO: null }, ['KEY', 'TWO'])).toBe('# From Clavis\nKEY=x\nB=2\n');
    expect(set(two, { KEY: null, TWO: null }, ['KEY', 'TWO'])).toBe('B=2\n');
  });

  it('takes every definition of it, so that no old value comes back to life', () => {
    expect(set('KEY=1\nA=1\nKEY=2\n', { KEY: null })).toBe('A=1\n');
  });

  it('leaves a file without a last line ending without one', () => {
    expect(set('A=1\nKEY=x', { KEY: null })).toBe('A=1');
  });

  it('can be replaced by another in one step', () => {
    expect(set('# From Clavis\nOLD=x\n', { OLD: null, NEW: 'y' }, ['OLD'])).toBe('# From Clavis\nNEW=y\n');
  });
});

describe('all or nothing', () => {
  const attempt = (text: string, changes: Record<string, string | null>) => {
    try {
      return set(text, changes);
    } catch (error) {
      return error instanceof EnvFileError ? [error.code, error.facts] : error;
    }
  };

  it('refuses a variable behind a quote that some readers would close elsewhere, and names its line', () => {
    expect(attempt("A=1\nB='open\nKEY=x\n", { KEY: 'y' })).toEqual(['UNTERMINATED_QUOTE', { line: 2 }]);
    expect(set("KEY=x\nB='open\n", { KEY: 'y' })).toBe("KEY=y\nB='open\n");
  });

  it('refuses names that are none or that run code, and a name twice', () => {
    expect(attempt('', { 'A-B': 'x' })).toMatchObject(['BAD_NAME', { name: 'A-B' }]);
    expect(attempt('', { LD_PRELOAD: 'x' })).toMatchObject(['REFUSED_NAME', { name: 'LD_PRELOAD' }]);
    const doc = parseEnvFile(asBytes(''), 'dotenv');
    const twice = [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ];
    expect(() => setVariables(doc, twice, { bound: [], expands: false })).toThrow('REPEATED_NAME');
  });

  it('never rewrites what is no text file, nor calls its variables absent', () => {
    const utf16 = parseEnvFile(Uint8Array.of(0xff, 0xfe, 0x41, 0), 'dotenv');
    expect(() => setVariables(utf16, [{ name: 'A', value: '1' }], { bound: [], expands: false })).toThrow(
      'NOT_AN_ENV_FILE',
    );
    expect(() => readVariable(utf16, 'A')).toThrow('NOT_AN_ENV_FILE');
    expect(asText(utf16.bytes)).toBe(asText(Uint8Array.of(0xff, 0xfe, 0x41, 0)));
  });

  it('names UTF-16 with and without its mark, and what to do', () => {
    const text = 'API_KEY=abc\r\nOTHER=1\r\n';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big, Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const [problem] = parseEnvFile(bytes, 'dotenv').problems;
      expect(problem).toMatchObject({ code: 'NOT_AN_ENV_FILE', reason: 'UTF_16' });
    }
    expect(parseEnvFile(asBytes('A=\0\0\0\0'), 'dotenv').problems[0]).toMatchObject({ reason: 'NUL_BYTES' });
  });

  it('never puts a value into an error', () => {
    const [, facts] = attempt('', { KEY: 's3cret\'"' }) as [string, unknown];
    expect(JSON.stringify(facts)).not.toContain('s3cret');
  });
});
