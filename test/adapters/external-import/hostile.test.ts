import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Zip, ZipDeflate, type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messageOf } from '../../../electron/messages/message-of.ts';
import { isVaultError } from '../../../electron/vault/errors.ts';
import { needsLinux } from '../../support/needs.ts';
import { externalImports, fixture } from './support.ts';

needsLinux('/proc, and python3');

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const value = 'a-value-that-nobody-may-read';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** How reading the file was refused: in words that hold no value. */
async function refusalOf(path: string): Promise<string> {
  const error = await externalImports.read(path).then(
    () => 'it was read',
    (error: unknown) => error,
  );
  expect(isVaultError(error, 'EXTERNAL_IMPORT_UNREADABLE') ? '' : error).toBe('');
  if (!isVaultError(error)) return '';
  expect(JSON.stringify({ ...error, message: messageOf(error) })).not.toContain(value.slice(0, 8));
  return messageOf(error);
}

async function titlesIn(path: string): Promise<string[]> {
  return (await externalImports.read(path)).items.map(({ title }) => title);
}

const titles = ['OpenAI embeddings', 'GitHub', 'Deploy', 'Router'];

describe('a .1pux', () => {
  const data = readFileSync(fixture('export.data'));
  const attributes = encode('{"version":3,"description":"1Password Unencrypted Export","createdAt":1700000000}');

  test('is read, its attachments left packed, whatever its file is called', async () => {
    const attachment = zipSync({ 'export.data': encode('{"accounts":[]}') });
    const packed = zipSync({
      'export.attributes': attributes,
      'files/d1___backup.zip': [attachment, { level: 0 }],
      'export.data': data,
      'files/d2___big.bin': new Uint8Array(3_000_000),
    });
    expect(await titlesIn(put('D4RI47.1pux', packed))).toEqual(titles);
    expect(await titlesIn(put('renamed.csv', packed))).toEqual(titles);
    const both = zipSync({ 'export.data': data, 'data.json': encode('{"encrypted":true}') });
    expect(await titlesIn(put('both.zip', both))).toEqual(titles);
  });

  test('is read when it was written in one go, with the sizes behind the contents', async () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_error, piece) => void pieces.push(piece));
    for (const [name, content] of [
      ['export.attributes', attributes],
      ['export.data', new Uint8Array(data)],
      ['files/d1___note.txt', encode('hello')],
    ] as const) {
      const entry = new ZipDeflate(name);
      zip.add(entry);
      entry.push(content, true);
    }
    zip.end();
    expect(await titlesIn(put('streamed.1pux', Buffer.concat(pieces)))).toEqual(titles);
  });

  test("is read as other programs' tools pack it", async () => {
    put('export.data', data);
    const script = `import sys, zipfile
with zipfile.ZipFile(sys.stdout.buffer, 'w', zipfile.ZIP_DEFLATED) as z:
    z.write('export.data')`;
    const packed = execFileSync('python3', ['-c', script], { cwd: folder, maxBuffer: 1e8 });
    expect(await titlesIn(put('python.1pux', packed))).toEqual(titles);
  });

  test('that unpacks to more than an export has is refused while it unpacks, however small it says it is', async () => {
    const bomb = zipSync({ 'export.data': new Uint8Array(80_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusalOf(put('bomb.1pux', bomb))).toMatch(/larger than 67108864 bytes/);
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(1_000, 22);
    lying.writeUInt32LE(1_000, lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect(await refusalOf(put('lying.1pux', lying))).toMatch(/larger than 67108864 bytes/);
  });

  test('that is cut, holds something else, or holds too many files is refused', async () => {
    const packed = zipSync({ 'export.attributes': attributes, 'export.data': data });
    expect(await refusalOf(put('cut.1pux', packed.subarray(0, packed.length / 2)))).toMatch(/damaged/);
    expect(await refusalOf(put('other.zip', zipSync({ 'word/document.xml': data })))).toMatch(/no export of/);
    expect(await refusalOf(put('odd.zip', zipSync({ 'export.data': encode(`{"${value}`) })))).toMatch(/not whole JSON/);
    const many: Zippable = {};
    for (let count = 0; count < 5_001; count += 1) many[`files/${count}`] = new Uint8Array();
    expect(await refusalOf(put('many.zip', zipSync(many)))).toMatch(/more than 5000 files/);
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 200, 260);
    expect(await refusalOf(put('damaged.1pux', damaged))).toMatch(/damaged|not whole JSON|not text/);
  });
});

describe('what is no export', () => {
  test('is refused, by what is in it and not by its name', async () => {
    for (const [name, content] of [
      ['empty.json', ''],
      ['list.json', `["${value}"]`],
      ['items.json', `{"items":[{"type":1,"name":"a","login":{"password":"${value}"}}]}`],
      ['accounts.json', `{"accounts":[{"name":"${value}"}]}`],
      ['letter.csv', `Dear ${value},\nhow are you?\n`],
      ['chrome.csv', `name,url,username,password,note\nAcme,https://acme.example,me,${value},\n`],
      ['apple.csv', readFileSync(fixture('apple.csv'), 'utf8')],
    ] as const) {
      expect(await refusalOf(put(name, content)), name).toMatch(/no export of 1Password or Bitwarden/);
    }
  });

  test('is refused without a word of what is in it', async () => {
    expect(await refusalOf(put('cut.json', `{"items":[{"name":"${value}"`))).toMatch(/not whole JSON/);
    expect(await refusalOf(put('value.json', `{"a":${value}}`))).toMatch(/not whole JSON/);
    const header = 'folder,type,name,login_password\n';
    expect(await refusalOf(put('quote.csv', `${header},login,A,"${value}\n`))).toMatch(/not a whole table/);
    expect(await refusalOf(put('inner.csv', `${header},login,A,${value}"b"c\n`))).toMatch(/not a whole table/);
    expect(await refusalOf(put('bytes.csv', Buffer.from([0x66, 0xff, 0xc0, 0x80])))).toMatch(/not text/);
  });

  test('is refused where it is a link, a folder, a pipe, absent, or too large', async () => {
    const target = put('real.csv', readFileSync(fixture('bitwarden.csv')));
    symlinkSync(target, join(folder, 'link.csv'));
    expect(await refusalOf(join(folder, 'link.csv'))).toMatch(/it is a link/);
    mkdirSync(join(folder, 'folder.csv'));
    expect(await refusalOf(join(folder, 'folder.csv'))).toMatch(/not a file/);
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    expect(await refusalOf(join(folder, 'pipe.csv'))).toMatch(/not a file/);
    expect(await refusalOf(join(folder, 'absent.csv'))).toMatch(/it is not there/);
    execFileSync('truncate', ['-s', String(64 * 1024 * 1024 + 1), join(folder, 'large.csv')]);
    expect(await refusalOf(join(folder, 'large.csv'))).toMatch(/larger than 67108864 bytes/);
  });

  test('is refused where there is more of it than the system says', async () => {
    expect(await refusalOf('/proc/version')).toMatch(/changed while it was read/);
  });

  test('is refused where it holds more entries than anybody keeps', async () => {
    const rows = ',login,A,b\n'.repeat(20_001);
    expect(await refusalOf(put('rows.csv', `folder,type,name,login_password\n${rows}`))).toMatch(
      /more than 20000 entries/,
    );
    const items = JSON.stringify({ encrypted: false, folders: [], items: Array(20_001).fill(0) });
    expect(await refusalOf(put('items.json', items))).toMatch(/more than 20000 entries/);
  });

  test('is refused where it holds more values, or more fields, than anybody keeps', async () => {
    const fields = Array(201).fill({ name: 'a', value: 'b', type: 1 });
    const items = Array(100).fill({ type: 1, name: 'A', fields });
    const path = put('values.json', JSON.stringify({ encrypted: false, folders: [], items }));
    expect(await refusalOf(path)).toMatch(/more than 20000 values/);
    for (const [name, content] of [
      ['commas.csv', `folder,type,name,login_password\n${','.repeat(4_000_000)}`],
      ['deep.json', '['.repeat(4_000_001)],
      ['wide.json', `{"folders":[],"items":[${'{},'.repeat(2_000_000)}{}]}`],
    ] as const) {
      expect(await refusalOf(put(name, content)), name).toMatch(/more than 4000000 fields/);
    }
  });

  test('is refused where its entries say the same words over and over, to be more than the file is', async () => {
    const items = Array(10_000).fill({ type: 1, name: 'A', folderId: 'f' });
    const json = JSON.stringify({ folders: [{ id: 'f', name: 'x'.repeat(9_000) }], items });
    expect(await refusalOf(put('echo.json', json))).toMatch(/larger than 67108864 characters/);
  });
});

describe('an odd export', () => {
  test('is read as far as it can be: entries of another shape are left out and counted', async () => {
    const path = put(
      'odd.json',
      JSON.stringify({
        folders: [null, { id: 1 }, { id: 'f', name: 'Work' }],
        items: [
          null,
          'text',
          [],
          { type: 'login', name: 'no number' },
          { type: 1 },
          {
            type: 1,
            name: { deep: true },
            folderId: 'f',
            fields: 'none',
            login: [],
            notes: 7,
            collectionIds: [{}, 1],
          },
          { type: 1, name: 'No text', collectionIds: [{ toString: 1, valueOf: 1 }] },
          { type: 1, name: 'Endless', login: { password: 'x'.repeat(1_000_001) } },
          { type: 1, name: 'Endless as a whole', notes: 'x'.repeat(600_000), login: { password: 'x'.repeat(600_000) } },
          {
            type: 1,
            name: 'Fine',
            login: { password: 'kept', uris: ['https://a.example'] },
            fields: [null, [], 'x', {}],
          },
          { type: 99, name: 'Of the future', fields: [{ name: 'token', value: 'kept-too', type: 1 }] },
        ],
      }),
    );
    const found = await externalImports.read(path);
    expect(found.skipped).toBe(5);
    const values = found.items.map(({ title, values }) => [title, values.map(({ value }) => value.reveal())]);
    expect(values).toEqual([
      ['', []],
      ['', []],
      ['No text', []],
      ['Endless', []],
      ['Fine', ['kept']],
      ['Of the future', ['kept-too']],
    ]);
    expect(found.items[1]?.from).toBe('Work');
  });

  test('with a column that has a million brackets is read at once', async () => {
    const path = put('brackets.csv', `title,password,tags,${'('.repeat(900_000)}\nA,kept,,too\n`);
    expect((await externalImports.read(path)).items[0]?.values.map(({ value }) => value.reveal())).toEqual([
      'kept',
      'too',
    ]);
  });

  test('with names that objects have themselves changes nothing for others', async () => {
    const item =
      '{"type":1,"name":"__proto__","login":{"password":"kept"},"fields":[{"name":"constructor","value":"too","type":1}],';
    const polluted = `${item}"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`;
    const json = `{"__proto__":{"encrypted":true},"folders":[{"id":"__proto__","name":"toString"}],"items":[${polluted}]}`;
    expect((await externalImports.read(put('proto.json', json))).items[0]?.values).toHaveLength(2);
    const csv = 'folder,type,name,login_password,__proto__,constructor\n,login,__proto__,kept,x,y\n';
    expect(await titlesIn(put('proto.csv', csv))).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('as PowerShell writes it (UTF-16) is read, and so is one with lines that end as on other systems', async () => {
    const json = readFileSync(fixture('bitwarden.json'), 'utf8');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json, 'utf16le')]);
    expect(await titlesIn(put('wide.json', wide))).toContain('OpenAI');
    const csv = readFileSync(fixture('1password.csv'), 'utf8');
    expect(await titlesIn(put('old-mac.csv', csv.replaceAll('\n', '\r')))).toEqual(['GitHub']);
  });
});
