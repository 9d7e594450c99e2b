import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createExternalImport,
  type ExternalImport,
  type ExternalImportEntry,
} from '../../../electron/vault/external-import/external-import.ts';
import { createGuessLimiter } from '../../../electron/vault/guess-limiter.ts';
import { createWaitingValues } from '../../../electron/vault/keys/waiting-values.ts';
import { createRenamings } from '../../../electron/vault/renamings.ts';
import { createTrustedTime } from '../../../electron/vault/trusted-time.ts';
import type { VaultPorts } from '../../../electron/vault/vault-ports.ts';
import { processTimeOf } from '../../support/cpu-time.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { toldError } from '../../support/told-error.ts';

const seeds = 'bcdefghijklmnopqrstuvwxyz';

let test: TestVault;
let ports: VaultPorts;
let externalImport: ExternalImport;
let count = 0;
let folder: string;
/** A value of its own for each test: the vault knows a value that it has. */
const fresh = (): string => someValue(seeds.charAt(count)).reveal();

beforeAll(async () => {
  test = await openTestVault();
  const { clock } = test.ports;
  ports = {
    ...test.ports,
    guessLimiter: createGuessLimiter(clock),
    renamings: createRenamings(clock),
    trustedTime: createTrustedTime(test.ports),
    waitingValues: createWaitingValues(test.ports),
  };
  externalImport = createExternalImport(ports, test.vault.keys, test.vault.settings);
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  folder = path.join(test.folder, `shop-${count}`);
  await mkdir(folder);
});

type Item = Record<string, unknown>;

/** A Bitwarden login. */
function login(name: string, password: string | null, more: Item = {}): Item {
  return { type: 1, name, login: { username: 'me', password, uris: null }, deletedDate: null, ...more };
}

function hidden(name: string, value: string): Item {
  return { name, value, type: 1 };
}

/** A Bitwarden export of these items, in the folder Work. */
async function exportOf(...items: Item[]): Promise<string> {
  const file = path.join(folder, 'bitwarden.json');
  const folders = [{ id: 'f1', name: 'Work' }];
  await writeFile(file, JSON.stringify({ encrypted: false, folders, items }));
  return file;
}

async function open(...items: Item[]) {
  return externalImport.openFile(await exportOf(...items));
}

/** A 1Password export with one API credential. */
async function credential(title: string, value: string, url = ''): Promise<string> {
  const file = path.join(folder, 'export.data');
  const fields = [{ title: 'credential', id: 'credential', value: { concealed: value } }];
  const item = { categoryUuid: '112', overview: { title, url }, details: { sections: [{ title: '', fields }] } };
  const vaults = [{ attrs: { name: 'Development' }, items: [item] }];
  await writeFile(file, JSON.stringify({ accounts: [{ vaults }] }));
  return file;
}

const idsOf = (entries: readonly ExternalImportEntry[]): string[] => entries.map(({ entryId }) => entryId);

function keyNamed(name: string) {
  const key = test.vault.keys.page('', 1_000).find((one) => one.name === name);
  if (key === undefined) throw new Error(`there is no key named ${name}`);
  return key;
}

describe('another program’s export', () => {
  it('is shown masked, with what looks like a key proposed and ordinary passwords not', async () => {
    const view = await open(
      login('Mail', 'correct horse battery staple', { folderId: 'f1' }),
      login('GitHub', 'Zk3mP9qLw8RtY2vX5nB7', { folderId: null }),
      login('OpenAI', null, {
        fields: [
          hidden('API key', fresh()),
          hidden('webhook secret', 'plain words for hooks'),
          hidden('colour', 'blue as the sky'),
          { name: 'Organisation', value: 'org-of-mine', type: 0 },
        ],
      }),
      { type: 2, name: 'Groceries', notes: 'milk, eggs' },
      login('Old', 'put-aside', { archivedDate: '2026-01-01T00:00:00Z' }),
    );
    expect(view).toMatchObject({ source: 'Bitwarden, 5 items', skipped: 2 });
    expect(view.entries.map(({ name, envVar, secret, from }) => [name, envVar, secret, from])).toEqual([
      ['Mail', 'MAIL_PASSWORD', false, 'Work'],
      ['GitHub', 'GITHUB_PASSWORD', false, ''],
      ['OpenAI · API key', 'OPENAI_API_KEY', true, ''],
      ['OpenAI · webhook secret', 'OPENAI_WEBHOOK_SECRET', true, ''],
      ['OpenAI · colour', 'OPENAI_COLOUR', false, ''],
    ]);
    expect(view.entries[2]).toMatchObject({ provider: 'openai', label: 'OpenAI project key', last4: '3f9A' });
    const crossed = JSON.stringify(view);
    for (const value of [
      'correct horse',
      'Zk3mP9qLw8',
      fresh(),
      'plain words',
      'blue as',
      'org-of-mine',
      'put-aside',
    ]) {
      expect(crossed).not.toContain(value);
    }
  });

  it('shows the last characters of values of 16 characters and more alone', async () => {
    const { entries } = await open(login('Long', 'sixteen-bytes-ok'), login('Short', 'fifteen-bytes-o'));
    expect(entries.map(({ last4 }) => last4)).toEqual(['s-ok', null]);
  });

  it('gives keys with folder as tag, note, provider and a name to set, and leaves the file as it is', async () => {
    const file = await exportOf(
      login('Search', null, { folderId: 'f1', notes: 'This key is read-only.', fields: [hidden('API key', fresh())] }),
    );
    const before = await readFile(file, 'utf8');
    const { externalImportId, entries } = await externalImport.openFile(file);
    expect(await externalImport.take(externalImportId, idsOf(entries))).toEqual({ kept: 1, there: 0 });
    const key = keyNamed('Search · API key');
    expect(key).toMatchObject({
      provider: 'openai',
      envVar: 'OPENAI_API_KEY',
      tags: ['Work'],
      note: 'This key is read-only.',
      copyPolicy: 'once',
      grant: 'ready',
      last4: '3f9A',
    });
    expect(await test.lookup(`${key.id}/1`)).toBe(fresh());
    expect(test.vault.activity.latest(1, key.id)[0]).toMatchObject({
      kind: 'imported',
      detail: 'OPENAI_API_KEY from Bitwarden, Work',
    });
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('takes an API credential for a key, its provider told by its address where the value tells none', async () => {
    const file = await credential('Embeddings', 'no shape that is known', 'https://platform.openai.com/settings');
    const { source, entries } = await externalImport.openFile(file);
    expect(source).toBe('1Password, 1 item');
    expect(entries).toMatchObject([
      {
        name: 'Embeddings',
        envVar: 'EMBEDDINGS_API_KEY',
        provider: 'openai',
        label: '',
        secret: true,
        from: 'Development',
      },
    ]);
  });

  it('makes one key of a value that stands there twice, and none of one that the vault has', async () => {
    const held = someValue('z');
    await test.vault.keys.add({ ...someFields, name: 'Held already' }, held);
    const { externalImportId, entries } = await open(
      login('One', fresh()),
      login('Two', fresh()),
      login('Three', held.reveal()),
    );
    expect(entries.map(({ heldBy }) => heldBy)).toEqual([null, null, 'Held already']);
    const twice = [...idsOf(entries), ...idsOf(entries)];
    expect(await externalImport.take(externalImportId, twice)).toEqual({ kept: 1, there: 2 });
    expect(await externalImport.take(externalImportId, idsOf(entries))).toEqual({ kept: 0, there: 3 });
  });

  it('finds a free name for each, and shows the name that the key gets', async () => {
    await test.vault.keys.add({ ...someFields, name: 'acme' }, someValue('y'));
    const { externalImportId, entries } = await open(
      login('Acme', 'first-of-acme', { folderId: 'f1' }),
      login('ACME', 'second-of-acme', { folderId: 'f1' }),
      login('Acme', 'third-of-acme'),
      login('', 'fourth-without-a-name'),
      login('x'.repeat(300), 'fifth-with-too-long-a-name'),
    );
    const names = entries.map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['Acme (Work)', 'ACME (Work 2)', 'Acme (Bitwarden)', 'Password']);
    expect(await externalImport.take(externalImportId, idsOf(entries))).toEqual({ kept: 5, there: 0 });
    for (const name of names) expect(keyNamed(name).name).toBe(name);
  });

  it('gives env vars that every reader takes and that no program runs', async () => {
    const { externalImportId, entries } = await open(
      login('1Password account', 'value-of-a-title-with-a-digit'),
      login('日本語', 'value-of-a-title-without-letters'),
      login('Müller & Söhne', 'value-of-a-title-with-accents'),
      login('a', 'b1', { fields: [hidden('PATH', 'value-of-path'), hidden('NODE_OPTIONS', '--require ./value')] }),
      login('LD PRELOAD', 'value-of-a-loader'),
      login('__proto__', 'value-of-a-prototype', { fields: [hidden('constructor', 'value-of-that-field')] }),
      login('Stripe', null, {
        fields: [hidden('STRIPE_WEBHOOK_SECRET', 'as-it-is'), hidden('Stripe token', 'as-said')],
      }),
      login('w '.repeat(400), 'value-of-many-words'),
    );
    expect(entries.map(({ envVar }) => envVar).slice(0, -1)).toEqual([
      'KEY_1PASSWORD_ACCOUNT_PASSWORD',
      'API_KEY',
      'MULLER_SOHNE_PASSWORD',
      'A_PASSWORD',
      'A_PATH',
      'KEY_NODE_OPTIONS',
      'KEY_LD_PRELOAD_PASSWORD',
      'PROTO_PASSWORD',
      'PROTO_CONSTRUCTOR',
      'STRIPE_WEBHOOK_SECRET',
      'STRIPE_TOKEN',
    ]);
    await externalImport.take(externalImportId, idsOf(entries));
  });

  it('counts what is archived and what lies in the trash there, and says so where nothing else is in it', async () => {
    const date = '2026-01-01T00:00:00Z';
    const putAway = [
      login('Old', 'put-aside', { archivedDate: date }),
      login('Gone', 'thrown-away', { deletedDate: date }),
      login('Gone, too', 'thrown-away', { deletedDate: date }),
    ];
    const view = await open(login('Shop', fresh()), { type: 2, name: 'Poem', notes: 'a rose is a rose' }, ...putAway);
    expect(view).toMatchObject({ source: 'Bitwarden, 5 items', skipped: 4, archived: 1, trashed: 2 });
    expect(await toldError(open(...putAway))).toMatchObject({
      code: 'EXTERNAL_IMPORT_EMPTY',
      message: expect.stringMatching(/1 archived and 2 trashed entries are left out.*Restore there what you need/),
    });
  });

  it('finds keys and env lines in notes, and leaves prose alone', async () => {
    const { entries, skipped } = await open(
      { type: 2, name: 'Key of the shop', notes: `${fresh()}\n` },
      { type: 2, name: 'Production', notes: 'STRIPE_SECRET_KEY=hush-of-stripe\n# and\nexport PORT=3000' },
      { type: 2, name: 'Poem', notes: 'A rose is a rose\nis a rose' },
      { type: 2, name: 'Word', notes: 'hello' },
    );
    expect(entries.map(({ name, envVar, secret, from }) => [name, envVar, secret, from])).toEqual([
      ['Key of the shop', 'OPENAI_API_KEY', true, ''],
      ['Stripe secret key', 'STRIPE_SECRET_KEY', true, 'Production'],
      ['Port', 'PORT', false, 'Production'],
    ]);
    expect(skipped).toBe(2);
  });
});

describe('words around a value', () => {
  /** The names, env vars, tags and notes that come of an export of passwords in a vault of this name. */
  async function toldOf(
    vaultName: string,
    ...items: { title: string; password: string; tags?: string[]; note?: string }[]
  ) {
    const file = path.join(folder, 'export.data');
    const found = items.map(({ title, password, tags = [], note = '' }) => ({
      categoryUuid: '005',
      overview: { title, tags },
      details: { password, notesPlain: note },
    }));
    const vaults = [{ attrs: { name: vaultName }, items: found }];
    await writeFile(file, JSON.stringify({ accounts: [{ vaults }] }));
    const view = await externalImport.openFile(file);
    await externalImport.take(view.externalImportId, idsOf(view.entries));
    const keys = view.entries.map(({ name }) => keyNamed(name));
    return { view, keys, all: JSON.stringify([view, keys, test.vault.activity.latest(2 * items.length)]) };
  }

  it('that are made to be hard to read cost no time, and are left out', async () => {
    // Marks of two kinds in turn, which Unicode orders: each moves past all before it.
    const title = `a${'\u0301\u0327'.repeat(200_000)}`;
    const took = await processTimeOf(async () => {
      const { keys } = await toldOf('Vault', { title, password: fresh() });
      expect(keys[0]?.name).not.toContain('\u0301');
    });
    expect(took).toBeLessThan(3_000);
  });

  it('that hold it are neither shown nor kept: titles, vaults, tags and notes', async () => {
    const word = 'T4ken-Pa55word';
    const { keys, all } = await toldOf(
      `Vault ${fresh()}`,
      { title: fresh(), password: fresh(), tags: [fresh(), 'fine'], note: `use ${fresh()} for all` },
      { title: `Mail ${word.toLowerCase()}`, password: word, tags: [`x${word}x`], note: `it was (${word})` },
      { title: 'two  spaces  here', password: 'two  spaces  here' },
      { title: 'Pin 7', password: '7', tags: ['7', 'of 70'] },
    );
    for (const value of [fresh(), word, word.toLowerCase(), 'two  spaces', 'two spaces', 'Pin 7']) {
      expect(all).not.toContain(value);
    }
    expect(keys.map(({ tags, note }) => [tags, note])).toEqual([
      [['fine'], ''],
      [[], ''],
      [[], ''],
      [['of 70'], ''],
    ]);
    expect(keys[0]).toMatchObject({ name: expect.stringMatching(/^OpenAI/), envVar: 'OPENAI_API_KEY' });
    expect(keys[1]).toMatchObject({ name: expect.stringMatching(/^Password/), envVar: 'API_KEY' });
  });

  it('are no way round: cut short, in another case, with marks that nobody sees, or in another entry', async () => {
    const { all } = await toldOf(
      'Personal',
      { title: `${'y'.repeat(70)}-quite-long-to-hide`, password: '-quite-long-to-hide' },
      { title: 'Hunter seven', password: 'HUNTER_SEVEN' },
      { title: `of-an-unseen\u200b-mark`, password: 'of-an-unseen-mark' },
      { title: 'Door open-sesame-now', password: 'something else' },
      { title: 'Cave', password: 'open-sesame-now' },
    );
    for (const value of ['-quite', 'HUNTER_SEVEN', 'unseen', 'open-sesame']) expect(all).not.toContain(value);
  });

  it('of a note that says a value in its own way are not kept, others are', async () => {
    const { keys } = await toldOf(
      'Personal',
      { title: 'Couch', password: 'value-of-the-couch', note: 'The password is behind it' },
      { title: 'Gate', password: 'value-of-the-gate', note: 'PIN: seven seven' },
      { title: 'Codes', password: 'value-of-the-codes', note: `spare\n${fresh()}` },
      { title: 'Long', password: 'value-of-the-long', note: 'fine '.repeat(1_000) },
      { title: 'Fine', password: 'value-of-the-fine', note: 'This token is limited to reading.\r\nAsk Ada.' },
    );
    const [couch, gate, codes, long, fine] = keys.map(({ note }) => note);
    expect([couch, gate, codes, fine]).toEqual(['', '', '', 'This token is limited to reading.\nAsk Ada.']);
    expect(long).toMatch(/^fine fine.{1900,1990}…$/);
  });
});

describe('a folder of env files', () => {
  it('is one list over all its files, each variable under its own name', async () => {
    await mkdir(path.join(folder, 'web'));
    await writeFile(path.join(folder, '.env'), `OPENAI_API_KEY=${fresh()}\nPORT=3000\nPATH=/usr/bin\n`);
    await writeFile(path.join(folder, 'web/.env.production'), `NODE_ENV=production\nSESSION_SECRET=hush-of-${count}\n`);
    await writeFile(path.join(folder, '.env.local'), Buffer.from([0, 1, 2, 255]));
    const view = await externalImport.openFolder(folder);
    expect(view).toMatchObject({ source: `shop-${count}, 3 env files`, skipped: 1 });
    expect(view.entries.map(({ envVar, secret, from }) => [envVar, secret, from])).toEqual([
      ['OPENAI_API_KEY', true, '.env'],
      ['PORT', false, '.env'],
      ['NODE_ENV', false, 'web/.env.production'],
      ['SESSION_SECRET', true, 'web/.env.production'],
    ]);
    const chosen = view.entries.filter(({ secret }) => secret);
    expect(await externalImport.take(view.externalImportId, idsOf(chosen))).toEqual({ kept: 2, there: 0 });
    expect(keyNamed('Session secret')).toMatchObject({ envVar: 'SESSION_SECRET', projects: 0 });
  });

  it('shows the path of a file whose folder is called like a part of a value, but none that is a key', async () => {
    const paths = ['production/.env', 'postgres/.env', `${fresh()}/.env`];
    for (const [at, file] of paths.entries()) {
      await mkdir(path.dirname(path.join(folder, file)));
      await writeFile(path.join(folder, file), `DB_PASSWORD=postgres\nA_SECRET_${at}=of-production-${count}\n`);
    }
    const { entries } = await externalImport.openFolder(folder);
    const shown = new Set(entries.map(({ from }) => from));
    expect([...shown].toSorted()).toEqual(['', 'postgres/.env', 'production/.env']);
  });

  it('shows what is published, proposes it not, and takes it if the person says so', async () => {
    await writeFile(path.join(folder, '.env'), `STRIPE_KEY=pk_live_${'aB3d'.repeat(5)}${count}\n`);
    const view = await externalImport.openFolder(folder);
    expect(view.entries).toMatchObject([{ envVar: 'STRIPE_KEY', kind: 'public', secret: false }]);
    expect(await externalImport.take(view.externalImportId, idsOf(view.entries))).toEqual({ kept: 1, there: 0 });
  });

  it('that has none, or is not there, is refused', async () => {
    await expect(externalImport.openFolder(folder)).rejects.toMatchObject({ code: 'EXTERNAL_IMPORT_EMPTY' });
    await expect(externalImport.openFolder(path.join(folder, 'gone'))).rejects.toMatchObject({ code: 'FOLDER_GONE' });
  });
});

describe('what was read', () => {
  it('is forgotten when asked, when something else is opened, and by a list with nothing in it', async () => {
    const first = await open(login('First', 'first-of-the-forgotten'));
    const taking = (view: typeof first) => externalImport.take(view.externalImportId, idsOf(view.entries));
    const second = await open(login('Second', 'second-of-the-forgotten'));
    await expect(taking(first)).rejects.toMatchObject({ code: 'EXTERNAL_IMPORT_UNKNOWN' });
    await expect(open({ type: 2, name: 'Poem', notes: 'a b' })).rejects.toMatchObject({
      code: 'EXTERNAL_IMPORT_EMPTY',
    });
    await expect(taking(second)).rejects.toMatchObject({ code: 'EXTERNAL_IMPORT_UNKNOWN' });
    const third = await open(login('Third', 'third-of-the-forgotten'));
    externalImport.forget();
    await expect(taking(third)).rejects.toMatchObject({ code: 'EXTERNAL_IMPORT_UNKNOWN' });
    expect(test.vault.keys.page('', 1_000).filter(({ name }) => /First|Second|Third/.test(name))).toEqual([]);
  });

  it('takes nothing at all where one of the chosen was not in the list', async () => {
    const { externalImportId, entries } = await open(login('Never', 'never-to-be-taken'));
    const chosen = [...idsOf(entries), 'made-up'];
    await expect(externalImport.take(externalImportId, chosen)).rejects.toMatchObject({
      code: 'EXTERNAL_IMPORT_UNKNOWN',
    });
    expect(test.vault.keys.page('', 1_000).some(({ name }) => name === 'Never')).toBe(false);
  });

  it('keeps what was taken before an error, and takes the rest the next time', async () => {
    const { keychain } = ports;
    let writes = 0;
    const failing = createExternalImport(
      ports,
      (await import('../../../electron/vault/keys/keys.ts')).createKeys({
        ...ports,
        keychain: {
          ...keychain,
          write: (account, value) => {
            writes += 1;
            return writes === 2 ? Promise.reject(new Error('refused')) : keychain.write(account, value);
          },
        },
      }),
      test.vault.settings,
    );
    const items = ['One', 'Two', 'Three'].map((name) => login(`${name} of three`, `${name}-of-three-values`));
    const { externalImportId, entries } = await failing.openFile(await exportOf(...items));
    await expect(failing.take(externalImportId, idsOf(entries))).rejects.toThrow('refused');
    const kept = () => test.vault.keys.page('', 1_000).filter(({ name }) => name.endsWith('of three')).length;
    expect(kept()).toBe(1);
    expect(await failing.take(externalImportId, idsOf(entries))).toEqual({ kept: 2, there: 1 });
    expect(kept()).toBe(3);
  });

  it('is refused where it holds more values than a person could look through', async () => {
    const fields = Array.from({ length: 20_001 }, (_, at) => hidden(`field ${at}`, 'x'));
    await expect(open(login('Many', null, { fields }))).rejects.toMatchObject({ code: 'EXTERNAL_IMPORT_UNREADABLE' });
  });
});
