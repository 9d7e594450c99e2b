import { afterAll, beforeAll, it } from 'vitest';
import { openUntoldImports, part, table, telling, type UntoldImports, value } from './untold.ts';

let imports: UntoldImports;
beforeAll(async () => {
  imports = await openUntoldImports();
});
afterAll(() => imports.test.stop());

/** Lines of Bitwarden's table whose fields hold what looks like further names. */
function rowsOfFields(): string[][] {
  const secrets = Array.from({ length: 6 }, () => value());
  const [one = '', two = '', three = ''] = secrets;
  const json = JSON.stringify({ [value()]: value(), deep: { [one]: `${two}: ${value()}` } }, null, 1);
  const pem = (label: string) =>
    `-----BEGIN ${label}-----\n${value(30)}: ${value(30)}\n${value(20)}\n-----END ${label}-----`;
  const fields = [
    `settings: first ${value()}\nPASSWORD=${one}: ${value()}\nDB_URL="${two}": ${value()}\n\${${three}}: ${value()}`,
    `account token: ${json}\nother: ${value()}`,
    `${'long '.repeat(10)}${one}: ${value()}\n${one}: ${two}`,
    `https://me:${one}@example.org: ${value()}\nkey: ${pem('RSA PRIVATE KEY')}\n${pem('PGP MESSAGE')}`,
    `key: PuTTY-User-Key-File-3: ssh-rsa\nComment: ${one}\nPrivate-Lines: 1\n${two}: ${three}\nPrivate-MAC: ${value()}`,
    `'${one}': ${value()}\n  ${two}: ${value()}\n# ${three}: ${value()}\n- ${one}: ${value()}`,
  ];
  return fields.map((text, at) => [`Service ${at} ${part(secrets[at % 3] ?? '')}`, text, value(), 'login', '']);
}

it('no part of a value gets out of Bitwarden’s table, where lines that look like names are parts of values', async () => {
  const head = ['name', 'fields', 'login_password', 'type', 'notes'];
  await imports.importFile('fields.csv', table([head, ...rowsOfFields()]));
  await imports.importFile('fields-utf-16.csv', Buffer.from(`\uFEFF${table([head, ...rowsOfFields()])}`, 'utf16le'));
});

it('nor of names of fields that hold values, in any program’s JSON', async () => {
  const names = Array.from({ length: 4 }, () => [
    `TOKEN="${value()}"`,
    `a=${value()}`,
    `{${value()}}`,
    `${value(61)}`,
  ]).flat();
  const fields = names.map((name) => ({ name, value: value(), type: 1 }));
  const items = [{ type: 1, name: 'Acme', login: { password: value() }, fields }];
  await imports.importFile('names.json', JSON.stringify({ encrypted: false, folders: [], items }));
  const sections = [
    { title: `b="${value()}"`, fields: names.map((title) => ({ title, value: { concealed: value() } })) },
  ];
  const entry = { categoryUuid: '001', overview: { title: 'Acme' }, details: { sections } };
  await imports.importFile('names.data', JSON.stringify({ accounts: [{ vaults: [{ attrs: {}, items: [entry] }] }] }));
});

it('nor of 1Password’s translated tables, with columns of one name and in Latin-1', async () => {
  const secrets = Array.from({ length: 4 }, () => value());
  const names = [`key="${value()}"`, `${value()}(credential)`, 'jeton(credential)', 'jeton(credential)', 'Passwort'];
  const head = ['Schlagwörter', 'Passwort', 'Titel', 'Notizen', ...names];
  const rows = telling(secrets.slice(0, 2)).map((word, at) => [
    at % 3 === 0 ? `{(\n    "${word}",\n    dev\n)}` : 'Büro',
    secrets[at % secrets.length] ?? '',
    at % 3 === 1 ? word : `Zugang ${at}`,
    at % 3 === 2 ? `Für ${word}.` : '',
    ...names.map(() => value()),
  ]);
  await imports.importFile('german.csv', Buffer.from(table([head, ...rows]).replaceAll('","', '";"'), 'latin1'));
});
