import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../docs/documents.ts';

/** Where logic is: what it says to people is in `electron/messages`. */
const folders = [
  'electron/vault',
  'electron/shell',
  'electron/ipc',
  'electron/app',
  'electron/adapters/backups',
  'electron/adapters/diagnostics',
  'electron/adapters/external-import',
  'electron/adapters/files',
  'electron/adapters/git',
];

const ofActivity = 'A detail in the activity: the database keeps it as text.';
const ofReason = 'A reason, which is a fact of an error: it is put into the error’s sentence.';
const ofDeveloper = 'Said to developers alone, of what can’t happen.';

/** Files with texts of three words or more, and why these are no sentences of a language. */
const allowed: Readonly<Record<string, string>> = {
  'electron/adapters/backups/armour.ts': 'The lines around an armoured file.',
  'electron/adapters/backups/json.ts': ofDeveloper,
  'electron/adapters/backups/worker.ts': ofDeveloper,
  'electron/adapters/external-import/1password-table.ts': 'Names of columns in another program’s file.',
  'electron/adapters/external-import/column-names.ts': 'Names of columns in other programs’ files.',
  'electron/adapters/external-import/worker.ts': ofDeveloper,
  'electron/adapters/git/git-folder.ts': ofDeveloper,
  'electron/adapters/git/ignored-folders.ts': 'Names of folders.',
  'electron/adapters/git/other-systems.ts': 'Names of programs.',
  'electron/ipc/areas/settings.ts': ofDeveloper,
  'electron/shell/login-item.ts': ofReason,
  'electron/shell/network.ts': ofDeveloper,
  'electron/vault/error-facts.ts': 'A mark in the table of facts.',
  'electron/vault/key-recovery/scan.ts': ofReason,
  'electron/vault/key-recovery/take.ts': ofActivity,
  'electron/vault/keychain-care.ts': ofActivity,
  'electron/vault/keys/clipboard-restore-watch.ts': 'It stands for the name of a key, which is a fact of an error.',
  'electron/vault/keys/generating.ts': ofActivity,
  'electron/vault/keys/plausible-value.ts': ofReason,
  'electron/vault/locking.ts': ofActivity,
  'electron/vault/passphrase-choice.ts': ofActivity,
  'electron/vault/projects/exporting.ts': ofActivity,
  'electron/vault/projects/line-removal.ts': ofActivity,
  'electron/vault/projects/line-values.ts': ofReason,
  'electron/vault/projects/targets.ts': ofActivity,
  'electron/vault/projects/values.ts': ofDeveloper,
  'electron/vault/settings/setting-table.ts': ofActivity,
  'electron/vault/settings/setting-values.ts': ofDeveloper,
  'electron/vault/value.ts': ofReason,
  'electron/vault/version-control.ts': 'Names of programs.',
};

const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;
const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\\n]|\\.)*)`/g;
/** What stands for a fact counts as no word. */
const fact = /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g;

/** The texts in a program that are three words or more in a row. */
function phrasesIn(program: string): string[] {
  return [...program.replace(comment, '').matchAll(literal)]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .filter((text) => /[\p{L}’']+[,:;]? [\p{L}’']+[,:;]? [\p{L}’']+/u.test(text.replace(fact, '·')));
}

test('a phrase is known as one in whatever quotes it stands, and code is not', () => {
  expect(phrasesIn("say('Not saved: try again');")).toHaveLength(1);
  expect(phrasesIn('say("Take it away");')).toHaveLength(1);
  expect(phrasesIn('say(`It holds ${one.name} and ${two} of them, so look again`);')).toHaveLength(1);
  expect(phrasesIn("// It's only a comment\nif (kind === 'one two') return `${one} and ${two}`;")).toEqual([]);
});

test('what people read is in no file of the logic', () => {
  const found = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
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

test('the words know of the domain by its types alone', () => {
  const folder = path.join(root, 'electron/messages');
  const imports = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').match(/^import [^;]*vault\/[^;]*;/gm) ?? []);
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((one) => !one.startsWith('import type '))).toEqual([]);
});
