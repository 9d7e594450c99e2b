import { readFileSync } from 'node:fs';
import { Zip, ZipPassThrough, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readExport, refusalOf } from './read-export.ts';
import { fixture } from './support.ts';

const data = new Uint8Array(readFileSync(fixture('export.data')));
const json = new Uint8Array(readFileSync(fixture('bitwarden.json')));
const csv = new Uint8Array(readFileSync(fixture('bitwarden.csv')));
const other = new TextEncoder().encode('{"accounts":[]}');
const pux = zipSync({
  'export.attributes': other,
  'export.data': data,
  'files/a___b.csv': csv,
  'files/c___d.json': json,
});

const sourceOf = (files: Zippable): string => readExport(zipSync(files)).source;

describe('an export that was packed again', () => {
  test.each<[string, Zippable, string]>([
    ['with a folder in front', { 'My export/': new Uint8Array(), 'My export/export.data': data }, '1Password'],
    ['by the Mac, with its own files besides', { 'E/data.json': json, '__MACOSX/E/._data.json': other }, 'Bitwarden'],
    [
      'by the Mac without a folder',
      { '__MACOSX/._data.json': other, '._data.json': other, 'data.json': json },
      'Bitwarden',
    ],
    ['as its JSON under any name', { 'bitwarden_export_20260101.json': json }, 'Bitwarden'],
    ['as its table', { 'export/bitwarden_export.CSV': csv, 'export/read me.md': other }, 'Bitwarden'],
    ['as a .1pux', { 'D4RI47.1pux': pux, '__MACOSX/._D4RI47.1pux': other }, '1Password'],
    ['as a zip in a zip', { 'a/b.zip': zipSync({ 'D4RI47.1pux': pux }) }, '1Password'],
    ['by an old program on Windows', { 'My export\\export.data': data }, '1Password'],
    ['with attachments below it', { 'x/data.json': json, 'x/attachments/1/data.json': other }, 'Bitwarden'],
  ])('%s is read', (_, files, source) => {
    expect(sourceOf(files)).toBe(source);
  });

  test('unpacked in one go, its sizes behind what is stored as it is, is read', () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_error, piece) => void pieces.push(piece));
    for (const [name, content] of [
      ['D4RI47.1pux', pux],
      ['read me.md', other],
    ] as const) {
      const entry = new ZipPassThrough(name);
      zip.add(entry);
      entry.push(content, true);
    }
    zip.end();
    expect(readExport(Buffer.concat(pieces)).source).toBe('1Password');
  });

  test('is read from the entries alone, whatever its attachments are called', () => {
    expect(readExport(pux).source).toBe('1Password');
  });

  test.each<[string, Zippable, RegExp]>([
    [
      'several exports',
      { 'a.csv': csv, 'b.csv': csv },
      /holds more than one export, unpack it and open them one by one/,
    ],
    ['no export', { 'a.docx': other, '__MACOSX/._data.json': json }, /no export of 1Password or Bitwarden/],
    [
      'a Bitwarden export that is encrypted',
      { 'a.json': readFileSync(fixture('bitwarden-encrypted.json')) },
      /ENCRYPTED/,
    ],
    [
      'layer in layer',
      { 'a.zip': zipSync({ 'a.zip': zipSync({ 'a.zip': zipSync({ 'a.csv': csv }) }) }) },
      /several times/,
    ],
  ])('is refused with %s in it', (_, files, words) => {
    expect(refusalOf(zipSync(files))).toMatch(words);
  });

  test('with a password of the zip’s own is said to be encrypted', () => {
    const packed = zipSync({ 'data.json': json });
    packed[6] = 1;
    expect(refusalOf(packed)).toMatch(/^EXTERNAL_IMPORT_ENCRYPTED/);
  });

  test('and of which a bit turned is refused, for it would be another letter in a value', () => {
    const packed = Buffer.from(zipSync({ 'data.json': json }, { level: 0 }));
    const at = packed.indexOf('password') + 12;
    packed[at] = (packed[at] ?? 0) ^ 1;
    expect(refusalOf(packed)).toMatch(/is damaged: what it holds is not what was packed/);
  });

  test('behind another of the same name is refused: programs differ in which of them counts', () => {
    const older = Buffer.from(zipSync({ 'data.json': other }));
    const entry = older.subarray(0, older.indexOf(Buffer.from('PK\x01\x02', 'latin1')));
    expect(refusalOf(Buffer.concat([entry, zipSync({ 'data.json': json })]))).toMatch(/holds more than one export/);
  });

  test('and has lost its directory is refused', () => {
    const packed = Buffer.from(zipSync({ 'data.json': json }));
    const directory = packed.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    expect(refusalOf(packed.subarray(0, directory))).toMatch(/its end is missing/);
    // One that names a place behind its end.
    packed.writeUInt32LE(0x7fffffff, packed.length - 6);
    expect(refusalOf(packed)).toMatch(/its end is missing/);
  });

  test('to be huge in its inner layer is refused while it unpacks', () => {
    const bomb = zipSync({ 'export.data': new Uint8Array(80_000_000) });
    expect(refusalOf(zipSync({ 'a.1pux': bomb }))).toMatch(/larger than 67108864 bytes/);
  });
});
