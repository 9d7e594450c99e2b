import { describe, expect, test } from 'vitest';
import { readExport, refusalOf, table, valuesIn } from './read-export.ts';

const eight = ['Title', 'Url', 'Username', 'Password', 'OTPAuth', 'Favorite', 'Archived', 'Tags', 'Notes'];
const login = ['Müller', 'https://acme.example', 'me', 'correct; horse', '', 'false', 'false', 'work;dev', 'a note'];
const expected = {
  source: '1Password',
  skipped: 0,
  items: [{ title: 'Müller', url: 'https://acme.example', tags: ['work', 'dev'], note: 'a note' }],
};

/** How spreadsheets save a table besides as UTF-8 without a mark. */
const encodings: readonly [string, (text: string) => Uint8Array][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with its mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-8 with two marks', (text) => Buffer.from(`\uFEFF\uFEFF${text}`)],
  ['UTF-16, little-endian', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16, big-endian', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['UTF-16 without its mark', (text) => Buffer.from(text, 'utf16le')],
  ['big-endian UTF-16 without its mark', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['Latin-1', (text) => Buffer.from(text, 'latin1')],
];

describe('a table that a spreadsheet saved again', () => {
  const delimiters = [',', ';', '\t'].flatMap((delimiter) =>
    encodings.map(([name, encode]) => [name, delimiter, encode] as const),
  );

  test.each(delimiters)('as %s with %j is read', (_, delimiter, encode) => {
    const found = readExport(encode(table([eight, login], delimiter)));
    expect(found).toMatchObject(expected);
    expect(valuesIn(found)).toEqual([['', 'correct; horse']]);
  });

  test('by Excel, with a line that names the delimiter and its own words for true, is read', () => {
    const put = (word: string) => ['Old', '', '', 'put-aside', '', 'false', word, '', ''];
    const rows = [eight, login, put('WAHR'), put('VRAI'), put('TRUE')];
    expect(readExport(`sep=;\r\n${table(rows, ';').replaceAll('\n', '\r\n')}`)).toMatchObject({
      ...expected,
      skipped: 3,
      archived: 3,
    });
    expect(readExport(`"sep=|"\n${table([eight, login], '|')}`)).toMatchObject(expected);
  });

  test('of Bitwarden’s with its columns in another order, or twice, is read', () => {
    const rows = [
      ['login_password', 'NAME', 'fields', 'Type', 'fields', 'notes'],
      ['correct-horse', 'Acme', '', 'Login', 'token: abc', ''],
    ];
    expect(valuesIn(readExport(table(rows, ';')))).toEqual([
      ['', 'correct-horse'],
      ['token', 'abc'],
    ]);
  });

  test('with a cell too many in a line leaves that line out: a password would lie under tags, or a name under the password', () => {
    const header = 'Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\n';
    const rest = 'https://acme.example,me,correct-horse,,,,,\n';
    const found = readExport(`${header}Acme,${rest}Acme, Inc,${rest}a, b, c, d, e,${rest}`);
    expect(valuesIn(found)).toEqual([['', 'correct-horse']]);
    expect(found).toMatchObject({ skipped: 2, items: [{ title: 'Acme', tags: [] }] });
  });

  test('whose UTF-8 was damaged is refused: its letters would become others', () => {
    const bytes = Buffer.from(table([eight, login]));
    bytes[bytes.indexOf('correct') + 1] = 0xe9;
    expect(refusalOf(bytes)).toMatch(/^EXTERNAL_IMPORT_UNREADABLE: .*not all of it is UTF-8/);
    expect(refusalOf(Buffer.from('{"items":[],"name":"M\u00fcller"}', 'latin1'))).toMatch(/not all of it is UTF-8/);
  });
});

describe('1Password’s table', () => {
  test.each([
    ['German', 'Titel,Webseite,Benutzername,Passwort,Einmalpasswort,Favorit,Archiviert,Schlagwörter,Notizen'],
    ['French', "Titre,URL,Nom d'utilisateur,Mot de passe,OTPAuth,Favori,Archivé,Étiquettes,Notes"],
    ['Spanish', 'Título,URL,Nombre de usuario,Contraseña,OTPAuth,Favorito,Archivado,Etiquetas,Notas'],
    ['Italian', 'Titolo,Sito web,Nome utente,Password,OTPAuth,Preferito,Archiviato,Etichette,Note'],
    ['Portuguese', 'Título,URL,Nome de usuário,Senha,OTPAuth,Favorito,Arquivado,Etiquetas,Notas'],
    ['Dutch', 'Titel,URL,Gebruikersnaam,Wachtwoord,OTPAuth,Favoriet,Gearchiveerd,Tags,Notities'],
    ['Japanese', 'タイトル,URL,ユーザー名,パスワード,OTPAuth,お気に入り,アーカイブ済み,タグ,メモ'],
    ['Chinese', '标题,网址,用户名,密码,OTPAuth,收藏,已归档,标签,备注'],
    ['Korean', '제목,URL,사용자 이름,암호,OTPAuth,즐겨찾기,보관됨,태그,메모'],
    ['Russian', 'Название,URL,Имя пользователя,Пароль,OTPAuth,Избранное,В архиве,Теги,Заметки'],
    ['Polish', 'Tytuł,URL,Nazwa użytkownika,Hasło,OTPAuth,Ulubione,Zarchiwizowane,Tagi,Notatki'],
    ['capitals', 'TITLE,URL,USERNAME,PASSWORD,OTPAUTH,FAVORITE,ARCHIVED,TAGS,NOTES'],
  ])('with its header in %s is read, in whatever order', (_, header) => {
    const names = header.split(',');
    const old = ['Old', '', '', 'put-aside', '', '', 'true', '', ''];
    for (const order of [[...names.keys()], [...names.keys()].reverse()]) {
      const rows = [names, login, old].map((row) => order.map((at) => row[at] ?? ''));
      const found = readExport(table(rows).normalize(order[0] === 0 ? 'NFC' : 'NFD'));
      expect(found).toMatchObject({ source: '1Password', skipped: 1, archived: 1, items: [{ tags: ['work', 'dev'] }] });
      expect(valuesIn(found)).toEqual([['', 'correct; horse']]);
    }
  });

  test('keeps every column of one name', () => {
    const header = ['Title', 'Password', 'token', 'Password', 'token', 'Tags', 'Token'];
    expect(valuesIn(readExport(table([header, ['Acme', 'one', 'two', 'three', 'four', '', 'five']])))).toEqual([
      ['', 'one'],
      ['token', 'two'],
      ['', 'three'],
      ['token', 'four'],
      ['Token', 'five'],
    ]);
  });

  test('of version 7 on the Mac is read: fields of one label, lists, and quotation marks behind a backslash', () => {
    const header =
      'admin console username(admin_console_username),base station password(password),Created Date,Notes,Password,password(password),password(pop_password),phone (local)(phoneLocal),Tags,Title,token(credential),Type,type(database_type),URL,Username,username(username),';
    const rows = [
      String.raw`"root","for-the-router","1606923754","say \"hello\", then
go","the \"first\"","the second","the third","555",` +
        '"{(\n    \\"Starter Kit\\",\n    dev\n)}","Acme","the-token","Login","MySQL","https://acme.example","me","me",',
      ',,,,,,,,"{(\n)}","Card","4111","Credit Card",,,,,',
    ];
    const found = readExport(`${header}\n${rows.join('\n')}\n`);
    expect(found).toMatchObject({
      source: '1Password',
      skipped: 1,
      items: [
        { title: 'Acme', tags: ['Starter Kit', 'dev'], note: 'say "hello", then\ngo', url: 'https://acme.example' },
      ],
    });
    expect(valuesIn(found)).toEqual([
      ['admin console username', 'root'],
      ['base station password', 'for-the-router'],
      ['', 'the "first"'],
      ['', 'the second'],
      ['password', 'the third'],
      ['phone (local)', '555'],
      ['token', 'the-token'],
      ['type', 'MySQL'],
    ]);
  });

  test('of the Mac with translated labels is read by the fields’ own names', () => {
    const header = [
      'Notes',
      'Titre',
      'mot de passe(password)',
      'Étiquettes',
      'identifiant(username)',
      'jeton(credential)',
    ];
    const found = readExport(table([header, ['', 'Acme', 'correct-horse', '{(\n    dev\n)}', 'me', 'the-token']]));
    expect(found).toMatchObject({ items: [{ title: 'Acme', tags: ['dev'] }] });
    expect(valuesIn(found)).toEqual([
      ['', 'correct-horse'],
      ['jeton', 'the-token'],
    ]);
  });

  test('of version 7 on Windows is read: its sections are no values', () => {
    const header = 'UUID,TITLE,USERNAME,PASSWORD,URL,SCOPE,TAGS,NOTES,SECTION 1: 4PQ,4PQ 1: SECRET KEY,1: TOKEN'.split(
      ',',
    );
    const row = [
      'xjq32',
      'Acme',
      'me',
      'correct-horse',
      'https://a.example',
      'Default',
      '',
      '',
      'My keys',
      'one',
      'two',
    ];
    expect(valuesIn(readExport(table([header, row])))).toEqual([
      ['', 'correct-horse'],
      ['SECRET KEY', 'one'],
      ['TOKEN', 'two'],
    ]);
  });

  test('takes a password’s last backslash for no part of a quotation mark', () => {
    const rows = table([eight, ['Acme', '', '', 'correct\\', '', '', '', '', '']]);
    expect(valuesIn(readExport(rows))).toEqual([['', 'correct\\']]);
    // With a list as the Mac prints it next to it, it can't be told: nothing is guessed.
    const both = `${rows}"B","","","correct\\","","","","{(\n    \\"a b\\"\n)}",""\n`;
    expect(refusalOf(both)).toMatch(/not a whole table/);
  });

  test.each([
    ['Apple’s in German', 'Titel,URL,Benutzername,Passwort,Notizen,OTPAuth'],
    ['KeePassXC’s', '"Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified","Created"'],
    ['Dashlane’s', 'username,username2,username3,title,password,note,url,category,otpUrl'],
    ['NordPass’', 'name,url,additional_urls,username,password,note,cardholdername,folder,type'],
  ])('is told from %s', (_, header) => {
    expect(refusalOf(`${header}\n${header}\n`)).toMatch(/no export of 1Password or Bitwarden/);
  });
});

describe('what was put away there', () => {
  test('is counted as archived and as trashed', () => {
    const entry = (more: object) => ({ type: 1, name: 'A', login: { password: 'correct' }, ...more });
    const date = '2026-01-01T00:00:00Z';
    const items = [entry({}), entry({ archivedDate: date }), entry({ deletedDate: date }), entry({ type: 3 })];
    const both = entry({ archivedDate: date, deletedDate: date });
    expect(readExport(JSON.stringify({ encrypted: false, folders: [], items: [...items, both] }))).toMatchObject({
      skipped: 4,
      archived: 1,
      trashed: 2,
    });
    const states = [{}, { state: 'active' }, { state: 'archived' }, { trashed: true }, { categoryUuid: '002' }];
    const vaults = [
      { attrs: {}, items: states.map((more) => ({ categoryUuid: '001', overview: {}, details: {}, ...more })) },
    ];
    expect(readExport(JSON.stringify({ accounts: [{ vaults }] }))).toMatchObject({
      skipped: 3,
      archived: 1,
      trashed: 1,
    });
    const rows = [
      ['type', 'name', 'login_password', 'archivedDate'],
      ['login', 'A', 'correct', date],
      ['card', 'A', '', ''],
    ];
    expect(readExport(table(rows))).toMatchObject({ skipped: 2, archived: 1, trashed: 0 });
  });
});
