import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExternalImportView } from '../../../electron/vault/external-import/external-import.ts';
import { mulberry32 } from '../../support/mulberry.ts';
import { withoutLast4 } from '../../support/pieces.ts';
import { openTestVault, type TestVault } from '../../support/test-vault.ts';

const pieceLength = 6;
const random = mulberry32(15);
/** Every value that a file of this test holds. */
const values: string[] = [];

let test: TestVault;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());

/** An underscore at every sixth place: no random id, no hash and no word of the app has a piece of it. */
function value(length = 40): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
  const text = Array.from({ length }, (_, at) =>
    at % 6 === 5 ? '_' : letters.charAt(Math.floor(random() * letters.length)),
  ).join('');
  values.push(text);
  return text;
}

const part = (text: string): string => text.slice(3, 15);

function windowsOf(text: string): string[] {
  const count = Math.max(0, text.length - pieceLength + 1);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + pieceLength));
}

function piecesIn(text: string): string[] {
  const pieces = new Set(values.flatMap(windowsOf));
  return windowsOf(text).filter((piece) => pieces.has(piece));
}

/** The database as it lies on the disk, with what was not moved into its main file yet. */
async function database(): Promise<string> {
  const files = (await readdir(test.folder)).filter((file) => file.startsWith('vault.db'));
  const bytes = await Promise.all(files.map((file) => readFile(path.join(test.folder, file), 'latin1')));
  return bytes.join('\n');
}

async function expectUntold(...shown: readonly unknown[]): Promise<void> {
  const told = [...shown, test.vault.keys.page('', 1_000), test.vault.activity.latest(500)];
  expect(piecesIn(withoutLast4(JSON.stringify(told)))).toEqual([]);
  expect(piecesIn(await database())).toEqual([]);
}

async function takeAll({ externalImportId, entries }: ExternalImportView): Promise<void> {
  const open = entries.filter(({ kind, heldBy }) => (kind === 'secret' || kind === 'ordinary') && heldBy === null);
  await test.vault.externalImport.take(
    externalImportId,
    open.map(({ entryId }) => entryId),
  );
  expect(open.length).toBeGreaterThan(3);
}

async function importFile(name: string, content: string): Promise<void> {
  test.clock.pass(3_600_000);
  const file = path.join(test.folder, name);
  await writeFile(file, content);
  const view = await test.vault.externalImport.openFile(file);
  await takeAll(view);
  await expectUntold(view);
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const table = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(cell).join(',')).join('\n');

/** Words that hold parts of values, whole and cut, alone and among others. */
function telling(secrets: readonly string[]): string[] {
  return secrets.flatMap((one) => [one, part(one), `Acme ${part(one)} key`, `(${one.slice(0, 7)})`, one.slice(-6)]);
}

it('no part of a value of Bitwarden’s JSON gets into a name, a variable, a note, a tag or the activity', async () => {
  const secrets = Array.from({ length: 8 }, () => value());
  const words = telling(secrets);
  const items = words.map((word, at) => ({
    type: 1,
    name: at % 3 === 0 ? word : `Entry ${at}`,
    folderId: at % 2 === 0 ? 'f1' : 'f2',
    notes: at % 3 === 1 ? `Made by Ada. ${word} is it.` : null,
    login: { username: word, password: secrets[(at + 3) % secrets.length], uris: [{ uri: `https://${word}.example` }] },
    fields: [{ name: at % 3 === 2 ? word : 'api key', value: value(30), type: 1 }],
    deletedDate: null,
  }));
  const lines = secrets.map(
    (one) => `${one}=${value()}\nexport ${part(one)}=${value()}\nTOKEN_${part(one)}=${value()}`,
  );
  const notes = lines.map((text, at) => ({ type: 2, name: `Note ${at}`, notes: `API_TOKEN=${value()}\n${text}` }));
  const folders = [
    { id: 'f1', name: part(secrets[0] ?? '') },
    { id: 'f2', name: 'Work' },
  ];
  await importFile('bitwarden.json', JSON.stringify({ encrypted: false, folders, items: [...items, ...notes] }));
});

it('nor of its table, where fields are lines and a value may hold colons and line ends', async () => {
  const secrets = Array.from({ length: 6 }, () => value());
  const [one = '', two = '', three = ''] = secrets;
  const inside = `${one}: ${two}`;
  const lines = `-----BEGIN PRIVATE KEY-----\n${value(63)}\n${three}: ${value(20)}\n-----END PRIVATE KEY-----`;
  const head = [
    'folder',
    'favorite',
    'type',
    'name',
    'notes',
    'fields',
    'login_uri',
    'login_username',
    'login_password',
  ];
  const rows = telling(secrets).map((word, at) => [
    at % 4 === 0 ? word : 'Work',
    '',
    'login',
    at % 4 === 1 ? word : `Row ${at}`,
    at % 4 === 2 ? `${word}=${value()}\nPASSWORD=${value()}` : '',
    at % 4 === 3 ? `secret token: ${inside}\nkey: ${lines}\nother key: ${value()}` : '',
    `https://example.org/${word}`,
    word,
    secrets[at % secrets.length] ?? '',
  ]);
  await importFile('bitwarden.csv', table([head, ...rows]));
});

it('nor of 1Password’s table, with columns and tags of anybody’s', async () => {
  const secrets = Array.from({ length: 6 }, () => value());
  const words = telling(secrets);
  const head = ['Title', 'Url', 'Username', 'Password', 'OTPAuth', 'Favorite', 'Archived', 'Tags', 'Notes'];
  const columns = words.slice(0, 10).map((word) => `${word} token`);
  const rows = words.map((word, at) => [
    at % 3 === 0 ? word : `Login ${at}`,
    `https://${word}.example`,
    word,
    secrets[at % secrets.length] ?? '',
    '',
    'false',
    'false',
    at % 3 === 1 ? `${word};Work` : 'Work',
    at % 3 === 2 ? `See ${word}.` : '',
    ...columns.map(() => value()),
  ]);
  await importFile('1password.csv', table([[...head, ...columns], ...rows]));
});

it('nor of 1Password’s own file', async () => {
  const secrets = Array.from({ length: 6 }, () => value());
  const items = telling(secrets).map((word, at) => ({
    categoryUuid: at % 2 === 0 ? '112' : '001',
    overview: { title: at % 3 === 0 ? word : `Item ${at}`, url: `https://${word}.example`, tags: [word] },
    details: {
      notesPlain: at % 3 === 1 ? `${word}=${value()}` : '',
      password: secrets[at % secrets.length],
      sections: [
        {
          title: word,
          fields: [
            { title: 'credential', id: 'credential', value: { concealed: value() } },
            { title: at % 3 === 2 ? word : 'secret', id: 'x', value: { concealed: value() } },
            { title: `${word} token`, id: 'y', value: { string: value() } },
          ],
        },
      ],
    },
  }));
  const vaults = [{ attrs: { name: part(secrets[1] ?? '') }, items }];
  await importFile('export.data', JSON.stringify({ accounts: [{ vaults }] }));
});

it('nor of env files, by a folder or one by one', async () => {
  test.clock.pass(3_600_000);
  const secrets = Array.from({ length: 6 }, () => value());
  const lines = secrets.flatMap((one, at) => [
    `SECRET_KEY_${at}=${one}`,
    `${part(one)}=${value()}`,
    `TOKEN_${part(one)}=${value()}`,
    `${one}=1`,
    `MANY_${at}_SECRET="${one}\n${part(one)}=${value()}"`,
  ]);
  const root = path.join(test.folder, 'shop');
  await mkdir(root);
  await writeFile(path.join(root, '.env'), lines.join('\n'));
  const view = await test.vault.externalImport.openFolder(root);
  await takeAll(view);
  await expectUntold(view);

  test.clock.pass(3_600_000);
  const project = await test.vault.projects.link(root);
  const found = await test.vault.envImport.scan(project.targets[0]?.id ?? '');
  const names = found.variables.filter(({ kind }) => kind === 'secret').map(({ name }) => name);
  expect(names.length).toBeGreaterThan(3);
  const { project: bound } = await test.vault.envImport.take(found.importId, names);
  await expectUntold(found, bound);
  expect(found.hidden).toBeGreaterThan(0);
});
