/** What the columns of a table of logins are for, whatever language their names are in. */
export type Column = keyof typeof namesOf;

/**
 * As 1Password's tables are headed in its languages, and as programs that write tables again translate them. Its older versions
 * for the Mac put the field's own name behind the translated one: "Mot de passe(password)".
 */
const namesOf = {
  title:
    'title titel titre título titolo título タイトル 标题 標題 제목 название заголовок tytuł tittel otsikko název başlık cím',
  url: 'url urls website websites web-site webseite webadresse adresse site-web sitio-web sito-web sito site-da-web webbplats websted nettsted verkkosivusto ウェブサイト 网站 網站 网址 網址 웹사이트 웹-사이트 сайт веб-сайт witryna strona-internetowa webová-stránka',
  username:
    'username user-name benutzername nom-d’utilisateur identifiant nombre-de-usuario usuario nome-utente nome-de-usuário nome-de-utilizador utilizador gebruikersnaam användarnamn brugernavn brukernavn käyttäjätunnus käyttäjänimi ユーザー名 ユーザ名 用户名 使用者名稱 사용자-이름 имя-пользователя nazwa-użytkownika uživatelské-jméno kullanıcı-adı felhasználónév',
  password:
    'password passwort kennwort mot-de-passe contraseña senha palavra-passe wachtwoord lösenord adgangskode kodeord passord salasana パスワード 密码 密碼 암호 비밀번호 пароль hasło heslo parola şifre jelszó',
  otpauth:
    'otpauth otp totp one-time-password first-one-time-password einmalpasswort einmalkennwort mot-de-passe-à-usage-unique contraseña-de-un-solo-uso password-monouso senha-de-uso-único eenmalig-wachtwoord ワンタイムパスワード 一次性密码 일회용-암호 одноразовый-пароль hasło-jednorazowe',
  favorite:
    'favorite favourite favorit favori favorito preferito favoriet suosikki お気に入り 收藏 收藏夹 최애 즐겨찾기 избранное ulubione oblíbené kedvenc',
  archived:
    'archived archiviert archivé archivée archivado archiviato arquivado gearchiveerd arkiverad arkiveret arkivert arkistoitu アーカイブ アーカイブ済み 已归档 已存档 已封存 보관됨 보관-처리됨 архивировано в-архиве zarchiwizowane archivováno arşivlendi archivált',
  tags: 'tags tag schlagwörter schlagworte étiquettes balises mots-clés etiquetas etichette marcadores labels taggar etiketter mærker tunnisteet タグ 标签 標籤 태그 теги метки tagi etykiety znaczniki štítky etiketler címkék',
  notes:
    'notes note notesplain notizen anmerkungen remarques notas notities anteckningar noter notater muistiinpanot メモ 备注 備註 备忘录 메모 заметки примечания notatki uwagi poznámky notlar jegyzetek',
  type: 'type typ tipo categoría category kategorie catégorie categoria soort tyyppi 種類 类型 類型 유형 тип',
  created: 'created-date erstellungsdatum date-de-création fecha-de-creación data-di-creazione',
  modified: 'modified-date änderungsdatum date-de-modification fecha-de-modificación data-di-modifica',
  /** What only 1Password says of an entry: account, vault, id. */
  internal: 'ainfo scope uuid autosubmit email additional-urls',
} as const;

const columns = new Map<string, Column>();
for (const column of Object.keys(namesOf)) {
  if (isColumn(column))
    for (const name of namesOf[column].split(' ')) columns.set(folded(name.replaceAll('-', ' ')), column);
}

function isColumn(name: string): name is Column {
  return Object.hasOwn(namesOf, name);
}

/** Case, accents, dashes and kinds of apostrophes aside. */
function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['‘’`]/g, '’')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}

/** What the column is for; null for one of a field that somebody named. */
export function columnOf(name: string): Column | null {
  return columns.get(folded(name)) ?? null;
}
