import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../docs/documents.ts';
import { filesIn } from './files-in.ts';
import { phrasesIn } from './phrases.ts';
import { textsIn } from './texts-of-page.ts';

/** Where logic is: what it says to people is in `electron/messages`. */
const folders = [
  'electron/vault',
  'electron/shell',
  'electron/ipc',
  'electron/app',
  'electron/adapters/backups',
  'electron/adapters/diagnostics',
  'electron/adapters/env-files',
  'electron/adapters/external-import',
  'electron/adapters/files',
  'electron/adapters/git',
  'electron/adapters/keychain',
];

const ofActivity = 'A detail in the activity: the database keeps it as text.';
const ofDeveloper = 'Said to developers alone, of what can’t happen.';

/** Files with texts of three words or more, and why these are no sentences of a language. */
const allowed: Readonly<Record<string, string>> = {
  'electron/adapters/backups/armour.ts': 'The lines around an armoured file.',
  'electron/adapters/backups/json.ts': ofDeveloper,
  'electron/adapters/backups/worker.ts': ofDeveloper,
  'electron/adapters/env-files/manifests.ts': ofDeveloper,
  'electron/adapters/env-files/name.ts': 'Endings of file names.',
  'electron/adapters/env-files/open-documents.ts': ofDeveloper,
  'electron/adapters/env-files/worker.ts': ofDeveloper,
  'electron/adapters/external-import/1password-table.ts': 'Names of columns in another program’s file.',
  'electron/adapters/external-import/column-names.ts': 'Names of columns in other programs’ files.',
  'electron/adapters/external-import/worker.ts': ofDeveloper,
  'electron/adapters/git/git-folder.ts': ofDeveloper,
  'electron/adapters/git/ignored-folders.ts': 'Names of folders.',
  'electron/adapters/git/other-systems.ts': 'Names of programs.',
  'electron/adapters/keychain/passphrase-vault/file.ts': ofDeveloper,
  'electron/adapters/keychain/passphrase-vault/tries.ts': ofDeveloper,
  'electron/ipc/areas/settings.ts': ofDeveloper,
  'electron/shell/network.ts': ofDeveloper,
  'electron/vault/error-facts.ts': 'A mark in the table of facts.',
  'electron/vault/key-recovery/take.ts': ofActivity,
  'electron/vault/keychain-care.ts': ofActivity,
  'electron/vault/keys/clipboard-restore-watch.ts': 'It stands for the name of a key, which is a fact of an error.',
  'electron/vault/keys/generating.ts': ofActivity,
  'electron/vault/locking.ts': ofActivity,
  'electron/vault/moving/new-place.ts': ofActivity,
  'electron/vault/passphrase-choice.ts': ofActivity,
  'electron/vault/projects/exporting.ts': ofActivity,
  'electron/vault/projects/line-removal.ts': ofActivity,
  'electron/vault/projects/targets.ts': ofActivity,
  'electron/vault/projects/values.ts': ofDeveloper,
  'electron/vault/settings/setting-table.ts': ofActivity,
  'electron/vault/settings/setting-values.ts': ofDeveloper,
  'electron/vault/version-control.ts': 'Names of programs.',
};

/** Files of the window's with such texts, and why these are none for people. */
const allowedInPage: Readonly<Record<string, string>> = {
  'renderer/ui/shortcuts.ts': 'A selector of elements.',
};

test('a phrase is known as one in whatever quotes it stands, and code is not', () => {
  expect(phrasesIn("say('Not saved: try again');")).toHaveLength(1);
  expect(phrasesIn('say("Take it away");')).toHaveLength(1);
  expect(phrasesIn('say(`It holds ${one.name} and ${two} of them, so look again`);')).toHaveLength(1);
  expect(phrasesIn("// It's only a comment\nif (kind === 'one two') return `${one} and ${two}`;")).toEqual([]);
});

test('what people read is in no file of the logic', () => {
  const found = folders.flatMap((folder) =>
    filesIn(folder, /\.ts$/)
      .map((name) => ({ name, phrases: phrasesIn(readFileSync(path.join(root, name), 'utf8')) }))
      .filter(({ phrases }) => phrases.length > 0),
  );
  expect(found.filter(({ name }) => allowed[name] === undefined)).toEqual([]);
  const names = new Set(found.map(({ name }) => name));
  expect(
    Object.keys(allowed).filter((name) => !names.has(name)),
    'needs no place in the list any more',
  ).toEqual([]);
});

test('a text of a page is known between tags, in what is read aloud, and in the program, and its code is not', () => {
  expect(textsIn('const a = <p>Saved</p>;')).toEqual(['Saved']);
  expect(textsIn("const a = <p>It is {there ? 'not there any more' : name}</p>;")).toHaveLength(2);
  expect(textsIn('const a = <Cell title="Saved" tip={`Copy ${name}`} label={on ? "On" : word} />;')).toHaveLength(3);
  expect(textsIn('const say = (name: string) => `The key ${name} is not there`;')).toHaveLength(1);
  expect(textsIn('const a = <p className="lead none mono">{words.keys.title} · <code>JWT_SECRET</code></p>;')).toEqual(
    [],
  );
});

test('what the window says is in none of its parts', () => {
  const found = filesIn('renderer', /\.tsx?$/)
    .map((name) => ({ name, texts: textsIn(readFileSync(path.join(root, name), 'utf8')) }))
    .filter(({ texts }) => texts.length > 0);
  expect(found.filter(({ name }) => allowedInPage[name] === undefined)).toEqual([]);
  const names = new Set(found.map(({ name }) => name));
  expect(Object.keys(allowedInPage).filter((name) => !names.has(name))).toEqual([]);
});

test('the words know of the domain by its types alone', () => {
  const folder = path.join(root, 'electron/messages');
  const imports = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').match(/^import [^;]*vault\/[^;]*;/gm) ?? []);
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((one) => !one.startsWith('import type '))).toEqual([]);
});
