import { describe, expect, test } from 'vitest';
import { readExport, valuesIn, withFields } from './read-export.ts';

const pem =
  '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\nbm90IGEga2V5\nYSBrZXkgbm90\n-----END RSA PRIVATE KEY-----';
const pgp =
  '-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\nComment: not real\n\nbm90IGEga2V5\n-----END PGP PRIVATE KEY BLOCK-----';
const putty =
  'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: made-up\nPublic-Lines: 1\nbm90\nPrivate-Lines: 1\na2V5\nPrivate-MAC: 00ff';
const ssh2 = '---- BEGIN SSH2 PUBLIC KEY ----\nComment: made-up\nbm90IGEga2V5\n---- END SSH2 PUBLIC KEY ----';
const account = JSON.stringify(
  { type: 'service_account', private_key_id: 'not-a-real-id', nested: { a: '{: [', b: [1, '\\"'] } },
  null,
  2,
);

const fieldsIn = (fields: string) => valuesIn(readExport(withFields(fields)));

describe('the custom fields in Bitwarden’s table', () => {
  test('end where the next line with a name begins', () => {
    expect(fieldsIn('API key: first\nRegion: eu: west\nno colon here\nclient id: last')).toEqual([
      ['API key', 'first'],
      ['Region', 'eu: west\nno colon here'],
      ['client id', 'last'],
    ]);
  });

  test.each([
    ['a PEM block with headers', pem],
    ['a PGP block', pgp],
    ['a PuTTY key', putty],
    ['a key of RFC 4716', ssh2],
    ['a JSON document', account],
    ['a JSON list', '[\n{"name: x": 1},\nnull\n]'],
  ])('keep %s as one value, whatever line ends it has', (_, block) => {
    expect(fieldsIn(`before: first\nkey: ${block}\nafter: last`)).toEqual([
      ['before', 'first'],
      ['key', block],
      ['after', 'last'],
    ]);
    expect(fieldsIn(`key: ${block}\nafter: last`.replaceAll('\n', '\r\n'))).toEqual([
      ['key', block],
      ['after', 'last'],
    ]);
    // On a line of its own, behind the name.
    expect(fieldsIn(`key: \n${block}\nafter: last`)).toEqual([
      ['key', `\n${block}`],
      ['after', 'last'],
    ]);
  });

  test('keep several PEM blocks of one field together', () => {
    const chain = `${pem}\n${pem}`;
    expect(fieldsIn(`chain: ${chain}\nnext: 1`)).toEqual([
      ['chain', chain],
      ['next', '1'],
    ]);
  });

  test('are told apart behind a block that never ends, and behind a password that holds a bracket', () => {
    expect(fieldsIn('a: -----BEGIN PRIVATE KEY-----\nb: second')).toEqual([
      ['a', '-----BEGIN PRIVATE KEY-----'],
      ['b', 'second'],
    ]);
    expect(fieldsIn('a: {first\nb: second}')).toEqual([
      ['a', '{first'],
      ['b', 'second}'],
    ]);
  });

  test.each([
    ['an assignment', 'DB_PASSWORD=correct-horse: battery'],
    ['quotation marks', '"correct horse": battery'],
    ['typographic quotation marks', 'the ‘correct’ horse: battery'],
    ['braces', '${CORRECT}: battery'],
    ['an address', 'https://me:correct-horse@db.example/: battery'],
    ['more than 60 characters', `${'correct horse '.repeat(5)}: battery`],
    ['an indented line', '  correct: battery'],
    ['a comment', '# correct: battery'],
  ])('have no name with %s: that line goes on with the value before', (_, line) => {
    expect(fieldsIn(`settings: first\n${line}\nlast: 1`)).toEqual([
      ['settings', `first\n${line}`],
      ['last', '1'],
    ]);
    // Where nothing is before it, it is all value.
    expect(fieldsIn(line)).toEqual([['', line]]);
  });

  test('with an apostrophe, a bracket or no name keep it', () => {
    expect(fieldsIn("Ada's key (prod): one\nL’API [eu]: two\n: three")).toEqual([
      ["Ada's key (prod)", 'one'],
      ['L’API [eu]', 'two'],
      ['', 'three'],
    ]);
  });
});

describe('a field’s name that could hold a secret', () => {
  const names = ['PASSWORD="correct horse"', 'DB=correct-horse', '{"correct":"horse"}', 'correct horse '.repeat(5)];

  test('is left out of Bitwarden’s JSON, its value kept', () => {
    const fields = names.map((name, at) => ({ name, value: `value-${at}`, type: 1 }));
    const items = [{ type: 1, name: 'Acme', fields: [...fields, { name: 'API key', value: 'named', type: 1 }] }];
    expect(valuesIn(readExport(JSON.stringify({ encrypted: false, folders: [], items })))).toEqual([
      ...names.map((_, at) => ['', `value-${at}`]),
      ['API key', 'named'],
    ]);
  });

  test('is left out of 1Password’s own file, its value kept', () => {
    const fields = names.map((title, at) => ({ title, id: `${at}`, value: { concealed: `value-${at}` } }));
    const items = [
      { categoryUuid: '001', overview: { title: 'Acme' }, details: { sections: [{ title: '', fields }] } },
    ];
    const content = JSON.stringify({ accounts: [{ vaults: [{ attrs: { name: 'Work' }, items }] }] });
    expect(valuesIn(readExport(content))).toEqual(names.map((_, at) => ['', `value-${at}`]));
  });
});
