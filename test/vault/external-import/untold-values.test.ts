import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openUntoldImports, part, table, telling, type UntoldImports, value } from './untold.ts';

let imports: UntoldImports;
beforeAll(async () => {
  imports = await openUntoldImports();
});
afterAll(() => imports.test.stop());

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
  await imports.importFile(
    'bitwarden.json',
    JSON.stringify({ encrypted: false, folders, items: [...items, ...notes] }),
  );
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
  await imports.importFile('bitwarden.csv', table([head, ...rows]));
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
  await imports.importFile('1password.csv', table([[...head, ...columns], ...rows]));
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
  await imports.importFile('export.data', JSON.stringify({ accounts: [{ vaults }] }));
});

it('nor of env files, by a folder or one by one', async () => {
  imports.test.clock.pass(3_600_000);
  const secrets = Array.from({ length: 6 }, () => value());
  const lines = secrets.flatMap((one, at) => [
    `SECRET_KEY_${at}=${one}`,
    `${part(one)}=${value()}`,
    `TOKEN_${part(one)}=${value()}`,
    `${one}=1`,
    `MANY_${at}_SECRET="${one}\n${part(one)}=${value()}"`,
  ]);
  const root = path.join(imports.test.folder, 'shop');
  await mkdir(root);
  await writeFile(path.join(root, '.env'), lines.join('\n'));
  const view = await imports.test.vault.externalImport.openFolder(root);
  await imports.takeAll(view);
  await imports.expectUntold(view);

  imports.test.clock.pass(3_600_000);
  const project = await imports.test.vault.projects.link(root);
  const found = await imports.test.vault.envImport.scan(project.targets[0]?.id ?? '');
  const names = found.variables.filter(({ kind }) => kind === 'secret').map(({ name }) => name);
  expect(names.length).toBeGreaterThan(3);
  const { project: bound } = await imports.test.vault.envImport.take(found.importId, names);
  await imports.expectUntold(found, bound);
  expect(found.hidden).toBeGreaterThan(0);
});
