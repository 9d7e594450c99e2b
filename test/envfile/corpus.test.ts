import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CLAVIS_COMMENT,
  type Dialect,
  dialects,
  EnvFileError,
  parseEnvFile,
  setVariables,
} from '../../electron/envfile/index.ts';
import { type CorpusCase, corpus } from './corpus-cases.ts';
import { readVariable } from './support.ts';

const FOLDER = new URL('corpus/', import.meta.url);
const NEW_VALUE = 'a new value';

const forms: Record<Dialect, string> = {
  dotenv: `'${NEW_VALUE}'`,
  docker: NEW_VALUE,
  shell: `'${NEW_VALUE}'`,
  json: `"${NEW_VALUE}"`,
};

function open(file: string) {
  const bytes = readFileSync(new URL(file, FOLDER));
  const dialect = dialects.find((one) => file.startsWith(`${one}/`)) ?? 'dotenv';
  const doc = parseEnvFile(bytes, dialect);
  const change = (name: string, value: string | null, from = doc) =>
    setVariables(from, [{ name, value }], { bound: ['TARGET', 'CLAVIS_NEW'], expands: false });
  return { bytes, dialect, doc, change };
}

/** One character for each byte, so that texts compare byte by byte. */
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const asLatin1 = (text: string, file: string) => (file.includes('invalid-utf-8') ? text : latin1(Buffer.from(text)));

/** `before` with the last occurrence of `line`, where lines begin, replaced. */
function replaceLine(before: string, line: string, replacement: string): string {
  const at = before.lastIndexOf(line);
  return before.slice(0, at) + replacement + before.slice(at + line.length);
}

function refusal(action: () => unknown): string {
  try {
    action();
    return 'nothing was refused';
  } catch (error) {
    return error instanceof EnvFileError ? error.code : String(error);
  }
}

/** The lines that a new variable may come in: before a line, or behind a last line that has no ending. */
function blocks(dialect: Dialect): string[] {
  const line = `${dialect === 'shell' ? 'export ' : ''}CLAVIS_NEW=${forms[dialect]}`;
  return ['\r\n', '\n'].flatMap((ending) => {
    const block = `${CLAVIS_COMMENT}${ending}${line}`;
    return [block + ending, ending + block];
  });
}

function targetIn(entry: CorpusCase): { line: string; raw: string } | null {
  if (entry.line === undefined || entry.raw === undefined) return null;
  return { line: asLatin1(entry.line, entry.file), raw: asLatin1(entry.raw, entry.file) };
}

it('has a case for every file of the corpus', () => {
  const files = dialects.flatMap((folder) => readdirSync(new URL(folder, FOLDER)).map((name) => `${folder}/${name}`));
  expect(corpus.map(({ file }) => file).sort()).toEqual(files.sort());
});

describe.each(corpus.filter(({ refuses }) => refuses === undefined))('in $file', (entry) => {
  const { bytes, dialect, doc, change } = open(entry.file);
  const before = latin1(bytes);
  const target = targetIn(entry);

  it('reading keeps every byte', () => {
    expect(latin1(doc.bytes)).toBe(before);
  });

  if (target !== null)
    it('the value is what readers take', () => {
      expect(readVariable(doc, 'TARGET') ?? null).toBe(entry.value);
    });

  if (target !== null)
    it('changing a variable changes its value only', () => {
      const at = target.line.indexOf(target.raw, target.line.indexOf('TARGET') + 'TARGET'.length);
      const empty = target.line.search(/=/) + 1;
      const place = target.raw === '' ? empty : at;
      const changed =
        target.line.slice(0, place) +
        (entry.addedBefore ?? '') +
        forms[dialect] +
        (entry.addedAfter ?? '') +
        target.line.slice(place + target.raw.length);
      const after = change('TARGET', NEW_VALUE);
      const expected = replaceLine(before, target.line, changed);
      // Some readers take the first of them.
      const everywhere = entry.file.includes('defined-twice')
        ? expected.replace(/^((?:export )?TARGET=).*$/m, (_, start: string) => `${start}${forms[dialect]}`)
        : expected;
      expect(latin1(after.bytes)).toBe(everywhere);
      expect(readVariable(after, 'TARGET')).toBe(NEW_VALUE);
    });

  if (target !== null)
    it('removing a variable removes its lines only', () => {
      const after = change('TARGET', null);
      expect(readVariable(after, 'TARGET')).toBeUndefined();
      const left = replaceLine(before, target.line, '');
      if (entry.file.includes('defined-twice')) {
        expect(latin1(after.bytes)).toBe(left.replace(/^(export )?TARGET=.*\n/m, ''));
      } else if (/\n$/.test(before) || dialect === 'json') expect(latin1(after.bytes)).toBe(left);
      else expect(latin1(after.bytes)).toBe(left.replace(/(\r\n|\n|\r)$/, before.endsWith('\r') ? '$1' : ''));
    });

  if (entry.refusesNew === undefined)
    it('a new variable comes in one piece, and leaves without a trace', () => {
      const added = change('CLAVIS_NEW', NEW_VALUE);
      const after = latin1(added.bytes);
      expect(readVariable(added, 'CLAVIS_NEW')).toBe(NEW_VALUE);
      if (dialect === 'json') expect(after.length).toBeGreaterThan(before.length);
      else expect(blocks(dialect).some((block) => after.replace(block, () => '') === before)).toBe(true);
      const back = latin1(change('CLAVIS_NEW', null, added).bytes);
      expect(back).toBe(entry.file === 'json/empty-object.json' ? '{\n}' : before);
    });

  if (entry.refusesNew !== undefined)
    it('a new variable is refused', () => {
      expect(refusal(() => change('CLAVIS_NEW', NEW_VALUE))).toBe(entry.refusesNew);
    });
});

describe.each(corpus.filter(({ refuses }) => refuses !== undefined))('$file', ({ file, refuses }) => {
  it('is kept as it is, and the reason is named', () => {
    const { bytes, doc, change } = open(file);
    expect(latin1(doc.bytes)).toBe(latin1(bytes));
    expect(refusal(() => change('TARGET', NEW_VALUE))).toBe(refuses);
  });
});
