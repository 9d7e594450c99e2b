import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from '../../electron/adapters/backups/age.ts';
import { fromJson } from '../../electron/adapters/backups/json.ts';
import { callBytes, messageReader } from '../../electron/adapters/dbus/messages.ts';
import { parseExternalImport } from '../../electron/adapters/external-import/parse.ts';
import { withLine } from '../../electron/adapters/git/ignore-line.ts';
import { catalogue } from '../../electron/detection/catalogue/catalogue.ts';
import { createDetector } from '../../electron/detection/detector.ts';
import { isVaultError } from '../../electron/vault/errors.ts';
import { findValues } from '../../electron/vault/external-import/inner-values.ts';
import { createRedaction, titleLimit } from '../../electron/vault/external-import/words.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { parseValue } from '../../electron/vault/value.ts';
import { piecesOf } from '../../electron/vault/value-pieces.ts';
import { type MakeText, numbered, repeated } from '../support/hostile-texts.ts';
import { expectLinear } from '../support/linear.ts';

const MiB = 1024 * 1024;
const toBytes = (text: string): Uint8Array => Buffer.from(text);

/** Refused is fine; slow is not. */
function orRefused(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    expect(isVaultError(error) ? '' : error).toBe('');
  }
}

const within =
  (start: string, middle: MakeText, end: string): MakeText =>
  (length) =>
    start + middle(length) + end;

const csv = 'collections,type,name,login_password,notes\n';
const item = (more: string): string => `{"type":1,"name":"A","login":{"password":"p"},${more}}`;
const bitwarden = (items: string): string => `{"encrypted":false,"folders":[],"items":[${items}]}`;

const csvFiles: Readonly<Record<string, MakeText>> = {
  'a table of commas': within(csv, repeated(','), ''),
  'a table of quotes': within(csv, repeated('"'), ''),
  'a table of quotes within quotes': within(`${csv},login,"`, repeated('""'), '"\n'),
  'a table of empty lines': within(csv, repeated('\n'), ''),
  'a table whose lines end as on old Macs': within(csv.trim(), repeated('\r,login,A,b,c'), ''),
  'a table with an endless line': within(`${csv},login,A,b,`, repeated('x'), '\n'),
  'a table of columns with brackets': within('title,password,tags,', repeated('a(b),'), 'z\nA,b,c\n'),
  'a table of notes that are nearly PEM blocks': within(csv, repeated(',login,A,b,-----BEGIN X-----\n'), ''),
  'arrays within arrays': repeated('['),
  'objects within objects': repeated('{"items":'),
  'a string of escapes': within(bitwarden('"').slice(0, -2), repeated('\\n'), '"]}'),
  'an entry with many fields': (length) =>
    bitwarden(
      item(`"fields":[${numbered((at) => `{"type":1,"name":"f${at}","value":"v${at}"},`)(length).slice(0, -1)}]`),
    ),
  'an entry whose note is many lines': within(
    '',
    (length) => bitwarden(item(`"notes":"${repeated('A=1\\n')(length)}"`)),
    '',
  ),
  'an entry whose note is many PEM headers': within(
    '',
    (length) => bitwarden(item(`"notes":"${repeated('-----BEGIN A-----\\n')(length)}"`)),
    '',
  ),
  'an entry in many collections': (length) =>
    bitwarden(item(`"collectionIds":[${numbered((at) => `"c${at}",`)(length).slice(0, -1)}]`)),
  'spaces alone': repeated(' '),
};

describe('an export of another program takes time that grows with it', () => {
  it.each(Object.entries(csvFiles))('of %s', async (_title, make) => {
    const read = (bytes: Uint8Array) => orRefused(() => parseExternalImport(bytes, 'export'));
    await expectLinear(make, { to: 2 * MiB, prepare: toBytes, read });
  });

  it.each([
    ['of many files', (text: string) => numberedFiles(text.length / 256)],
    ['of one large file', (text: string) => zipSync({ 'export.data': toBytes(text) })],
    ['that is cut off', (text: string) => zipSync({ a: toBytes(text) }, { level: 0 }).subarray(0, text.length)],
    ['of beginnings', (text: string) => Buffer.from('PK\x03\x04'.repeat(text.length / 4))],
  ])('as a zip %s', async (_title, prepare) => {
    const read = (bytes: Uint8Array) => orRefused(() => parseExternalImport(bytes, 'export'));
    await expectLinear(repeated('some words '), { to: MiB, prepare, read });
  });

  function numberedFiles(count: number): Uint8Array {
    return zipSync(Object.fromEntries(Array.from({ length: count }, (_, at) => [`files/${at}`, toBytes('x')])));
  }
});

describe('a backup takes time that grows with it', () => {
  const heading = '{"format":"clavis-backup","version":1,"madeAt":1,"projects":[],"settings":{},"keys":[';
  it.each([
    ['of spaces', repeated(' ')],
    ['of keys that are none', within(heading, repeated('{},'), '{}]}')],
    ['of one key with many tags', within(`${heading}{"tags":[`, repeated('"a",'), '"a"]}]}')],
    ['of arrays within arrays', repeated('[')],
    ['of one name, many times', within('{', repeated('"a":1,'), '"a":1}')],
  ])('%s', async (_title, make) => {
    const read = (bytes: Uint8Array) => orRefused(() => fromJson(bytes, 'backup'));
    await expectLinear(make, { to: 4 * MiB, prepare: toBytes, read });
  });

  it('whose beginning goes on and on', async () => {
    const make = within('age-encryption.org/v1\n-> scrypt ', repeated('A'), '');
    await expectLinear(make, { to: 4 * MiB, prepare: toBytes, read: (bytes) => open(bytes, 'p') });
  });
});

describe('what comes from a message bus takes time that grows with it', () => {
  const call = { destination: 'a.b', path: '/a', interface: 'a.b', member: 'Said' };
  const message = (text: string) => Buffer.from(callBytes({ ...call, signature: 's', body: [text] }, 1));

  function readIn(pieces: number, bytes: Buffer): number {
    let count = 0;
    const read = messageReader(({ body }) => {
      if (body !== null) count += 1;
    });
    for (let at = 0; at < bytes.length; at += pieces) read(bytes.subarray(at, at + pieces));
    return count;
  }

  it('in one message that comes byte by byte', async () => {
    expect(readIn(1, message('x'.repeat(1_000)))).toBe(1);
    await expectLinear(repeated('x'), { from: 16 * 1024, to: 128 * 1024, prepare: message, read: (b) => readIn(1, b) });
  });

  it('in many messages, and in one that is passed over', async () => {
    const many = (text: string) => Buffer.concat(Array.from({ length: text.length / 100 }, () => message('x')));
    expect(readIn(64_000, many('x'.repeat(1_000)))).toBe(10);
    await expectLinear(repeated('x'), { to: MiB, prepare: many, read: (bytes) => readIn(64_000, bytes) });
    expect(readIn(16, Buffer.concat([message('x'.repeat(300_000)), message('x')]))).toBe(1);
    await expectLinear(repeated('x'), { from: 300_000, to: 4_800_000, prepare: message, read: (b) => readIn(16, b) });
  });
});

const detector = createDetector(catalogue);

describe('a value is recognised in time that grows with it', () => {
  const rest = [
    ' ',
    'A',
    '-',
    '_',
    '-----END ',
    'PRIVATE KEY',
    'PRIVATE KEY-----',
    ':',
    '@',
    '/',
    '.',
    '\n',
    '${',
    '<>',
    '\ud800',
  ];
  const starts = ['', '-----BEGIN ', '-----BEGIN PRIVATE KEY-----', 'postgres://', 'sk-ant-', 'xoxb-', 'your ', '<'];
  const texts = starts.flatMap((start) =>
    rest.map((piece) => [`${start}${piece}…`, within(start, repeated(piece), '!')] as const),
  );
  it.each(texts)('%j', async (_title, make) => {
    const read = (text: string) => {
      orRefused(() => parseValue(text, 64 * 1024));
      for (const from of ['clipboard', 'typed', 'file'] as const) {
        detector.detect(new Secret(text), { name: 'A_KEY', from });
        detector.detectAll(new Secret(text), { from });
      }
    };
    await expectLinear(make, { from: 32 * 1024, to: MiB, prepare: (text) => text, read });
  });
});

describe('words are looked through in time that grows with them', () => {
  it.each(
    Object.entries({
      a: 'a',
      spaces: ' ',
      'words of values': 'pass ',
      marks: 'e\u0301',
      quotes: '"\'',
      signs: 'key =',
    }),
  )('of %s', async (_title, piece) => {
    const words = createRedaction(
      { own: [new Secret('aaaab')], telling: new Set(['another-value']), pieces: piecesOf(['another-value']) },
      detector,
    );
    const read = (text: string) => [words.line(text, 80), words.note(text), words.line(text.slice(0, titleLimit), 80)];
    await expectLinear(repeated(piece), { from: 2_000, to: 20_000, prepare: (text) => text, read });
  });

  it.each([
    ['values that differ', (at: number) => `value-${at}`],
    ['values that begin alike', (at: number) => `${'a'.repeat(200)}${at}`],
  ])('for as many %s', async (_title, valueAt) => {
    const prepare = (text: string) => Array.from({ length: text.length / 64 }, (_, at) => valueAt(at));
    const read = (values: readonly string[]) => {
      const holds = findValues(values, (text) => new Set(text.split(' ')));
      for (let at = 0; at < values.length; at += 1) holds(`a field of number ${at} ${'a'.repeat(100)}`);
    };
    await expectLinear(repeated('x'), { to: MiB, prepare, read });
  });
});

describe('what git reads takes time that grows with it', () => {
  it.each(['\n', '\r\n', 'x', 'dist/\n'])('lines of %j', async (piece) => {
    await expectLinear(repeated(piece), { to: 4 * MiB, prepare: toBytes, read: (bytes) => withLine(bytes, '/.env') });
  });
});
