export const serviceNames = ['gnome-keyring', 'KWallet', 'KeePassXC'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** `is`: what the suite expects; `says`: the same in the guide's words. */
interface Fact<T> {
  readonly is: T;
  readonly says: string;
}

/** In what the services differ, and why. */
type Row<T> = { readonly title: string; readonly because: string } & Readonly<Record<ServiceName, T>>;

/** What is found of a value that the service said to have kept before it was killed; `refused`: its item without it. */
export type AfterKill = 'kept' | 'absent' | 'refused';

const row = <T>(given: Row<Fact<T>>): Row<Fact<T>> => given;

/** How many keys the suite reads together; the others of them are there before Clavis comes. */
export const manyKeys = 200;

/** Where services differ in the suite: the guide has these rows, word by word. */
export const differences = {
  savesAtOnce: row<boolean>({
    title: 'a value is on the disk',
    'gnome-keyring': { is: true, says: 'at once' },
    KWallet: { is: false, says: 'up to 5 s later, or when the wallet is closed' },
    KeePassXC: { is: false, says: 'a moment later' },
    because: 'gnome-keyring saves before it answers, the others answer first',
  }),
  afterKill: row<readonly AfterKill[]>({
    title: 'killed before that',
    'gnome-keyring': { is: ['kept'], says: 'nothing is lost' },
    KWallet: { is: ['kept', 'absent', 'refused'], says: 'the value is gone; Clavis says that it is not handed out' },
    KeePassXC: { is: ['kept', 'absent'], says: 'the value is gone; the next start of Clavis names the key' },
    because: 'what is not on the disk yet is not there after a kill; a value that was removed may then be back',
  }),
  replacesSilently: row<boolean>({
    title: 'replaces a value that another program or an earlier start wrote',
    'gnome-keyring': { is: true, says: 'silently' },
    KWallet: { is: true, says: 'silently' },
    KeePassXC: { is: false, says: 'asks for access in its own window' },
    because: 'KeePassXC up to 2.7.5 asks so also where it is told to confirm nothing',
  }),
  keepsBytes: row<boolean>({
    title: 'a value of another program that is not text',
    'gnome-keyring': { is: true, says: 'is kept; Clavis refuses it, and that one alone' },
    KWallet: { is: false, says: 'is changed to text' },
    KeePassXC: { is: false, says: 'is changed to text' },
    because: 'KWallet and KeePassXC keep text and not bytes; Clavis writes text alone',
  }),
  changesApartMs: row<number>({
    title: 'writes and removals',
    'gnome-keyring': { is: 0, says: 'as fast as they come' },
    KWallet: { is: 0, says: 'as fast as they come' },
    KeePassXC: { is: 990, says: 'Clavis keeps them at least a second apart' },
    because: 'KeePassXC 2.7.4 was seen to crash when it was changed while it saved its database',
  }),
  writtenOfMany: row<number>({
    title: `of ${manyKeys} keys that are read together, Clavis wrote`,
    'gnome-keyring': { is: manyKeys, says: 'all' },
    KWallet: { is: manyKeys, says: 'all' },
    KeePassXC: { is: 12, says: '12, the others are in its database from the beginning' },
    because: 'at a second each, all of them would take minutes',
  }),
  savesChanges: row<boolean>({
    title: 'saves by itself while the tests go on',
    'gnome-keyring': { is: true, says: 'yes' },
    KWallet: { is: true, says: 'yes' },
    KeePassXC: { is: false, says: 'not after every change; when it is locked or ends' },
    because:
      'KeePassXC 2.7.4 was seen to crash on a busy machine when other programs asked it while it saved; Clavis alone, with it, is a test of its own',
  }),
  removedInARow: row<number>({
    title: 'of them, removed in a row',
    'gnome-keyring': { is: manyKeys, says: 'all' },
    KWallet: { is: manyKeys, says: 'all' },
    KeePassXC: { is: 20, says: '20' },
    because: 'KeePassXC 2.7.4 crashed after 6 to 15 removals that were not kept apart, and then had all of them again',
  }),
  triesSecond: row<boolean>({
    title: 'a second keyring, wallet or database that is locked',
    'gnome-keyring': { is: true, says: 'is not asked for' },
    KWallet: { is: true, says: 'is not asked for' },
    KeePassXC: { is: false, says: 'not tried' },
    because: 'a database that is opened in KeePassXC comes to the front, and the keychain then counts as locked',
  }),
  callsAtOnce: row<number>({
    title: 'calls at once on one key, done in their order',
    'gnome-keyring': { is: 200, says: '200' },
    KWallet: { is: 200, says: '200' },
    KeePassXC: { is: 8, says: '8' },
    because: 'every second call is a write, and takes a second',
  }),
  triedAtEnds: row<'all' | 'edges'>({
    title: 'each of the first 256 characters in the middle of a value; at its beginning and end',
    'gnome-keyring': { is: 'all', says: 'all' },
    KWallet: { is: 'all', says: 'all' },
    KeePassXC: { is: 'edges', says: '16: those next to which it changes whether a value is encoded' },
    because:
      'each pair of ends takes a value, and a value takes a second; of an encoded one the service sees plain letters alone',
  }),
};

/** What other tests than the suite show, each in a file next to its folder. */
export const otherDifferences = [
  {
    title: 'after login',
    'gnome-keyring': 'open',
    KWallet: 'open where the login opens it',
    KeePassXC: 'locked until its database is opened',
    because: 'KWallet calls an open wallet locked until a program asks, and Clavis does, which opens no window',
    shownIn: 'wallet-of-a-login.test.ts',
  },
  {
    title: 'asks before a value is read',
    'gnome-keyring': 'no',
    KWallet: 'no',
    KeePassXC:
      'with *Confirm when passwords are retrieved by clients*: once for all of Clavis’ entries, until Clavis or KeePassXC ends',
    because: 'KeePassXC alone lets the person decide for each program',
    shownIn: 'access-questions.test.ts',
  },
  {
    title: 'removes a value',
    'gnome-keyring': 'silently',
    KWallet: 'silently',
    KeePassXC: 'asks with *Confirm when clients request entry deletion*',
    because: 'KeePassXC alone lets the person decide for each entry',
    shownIn: 'access-questions.test.ts',
  },
  {
    title: 'a search while it is locked',
    'gnome-keyring': 'answers',
    KWallet: 'answers',
    KeePassXC: 'waits for you, so Clavis unlocks first',
    because: 'a locked database shows nothing of what it has',
    shownIn: 'entries-of-keepassxc.test.ts',
  },
  {
    title: 'shows the value',
    'gnome-keyring': 'under the label in “Passwords and Keys”',
    KWallet: 'in KWalletManager',
    KeePassXC: 'as the password of an entry',
    because: 'each keychain has a program of its own',
    shownIn: 'keepassxc-database.test.ts',
  },
] as const satisfies readonly (Row<string> & { readonly shownIn: string })[];

/** The guide's table, line by line. */
export function guideTable(): string[] {
  const line = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = [
    ...Object.values(differences).map((one) => [one.title, ...serviceNames.map((name) => one[name].says), one.because]),
    ...otherDifferences.map((one) => [one.title, ...serviceNames.map((name) => one[name]), one.because]),
  ];
  return [
    line('', ...serviceNames, 'because').replace('|  |', '| |'),
    '|---|---|---|---|---|',
    ...rows.map((cells) => line(...cells)),
  ];
}
