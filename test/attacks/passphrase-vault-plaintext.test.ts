import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Secret } from '../../electron/vault/secret.ts';
import { type GitProject, makeGitProject } from '../support/git-project.ts';
import { startKeyring, type TestKeyring } from '../support/keyring.ts';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../support/test-vault.ts';
import { emptyTrash } from '../support/trash.ts';

/** No file of Clavis' own, and none in the folder for temporary ones, may hold a value, whatever is done. */

const first = 'four words kept elsewhere';
const second = 'five words that nobody else has';
let keyring: TestKeyring;
let clavis: TestVault;
let project: GitProject;
let temporary: string;
const usual = process.env['TMPDIR'];
const values = ['a', 'b', 'c', 'd'].map((seed) => someValue(seed));

beforeAll(async () => {
  // Outside of the folder that is searched: its .env is where a value belongs.
  project = makeGitProject({ files: { '.env': '# ours\n' }, ignore: ['.env'] });
  temporary = mkdtempSync(path.join(tmpdir(), 'clavis-temporary-'));
  keyring = await startKeyring({ secretService: false });
  process.env['TMPDIR'] = temporary;
  clavis = await openTestVault({ keyring });
  Object.assign(clavis.consent, { newPassphrase: first, agrees: true });
  await clavis.vault.reconcile();
});
afterAll(async () => {
  await clavis.stop();
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  await keyring.stop();
  project.remove();
  rmSync(temporary, { recursive: true });
});

/** A text as files may hold it: by character, by two bytes in both orders, in hex, and in base64 from each of three places. */
function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'utf8');
  const wide = Buffer.from(text, 'utf16le');
  const base64 = [0, 1, 2].map((before) => {
    const digits = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first digits hold what is before it, the last may hold what comes after.
    return digits.slice(before === 0 ? 0 : 4, -2);
  });
  const hex = bytes.toString('hex');
  const written = [
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map((digits) => digits.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [bytes, wide, Buffer.from(wide).swap16(), ...written.map((digits) => Buffer.from(digits, 'latin1'))];
}

const needles = [...values.map((value) => value.reveal()), first, second].flatMap(formsOf);

/** Each file there that holds one of them. */
function filesWithSecrets(): string[] {
  return [clavis.folder, temporary].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => {
        const bytes = readFileSync(file);
        return needles.some((needle) => bytes.includes(needle));
      }),
  );
}

async function unlock(passphrase: string): Promise<void> {
  await clavis.vault.locking.unlock(async () => {
    expect(await clavis.ports.passphraseVault.unlock(new Secret(passphrase))).toBe(true);
  });
}

test('the search finds a value in whatever form a file holds it', () => {
  const text = values[0]?.reveal() ?? '';
  const padded = Buffer.from(`it is ${text} here`);
  for (const held of [
    padded,
    Buffer.from(padded.toString('utf8'), 'utf16le'),
    Buffer.from(padded.toString('base64')),
    Buffer.from(Buffer.from(`, ${text}`).toString('base64url')),
    Buffer.from(padded.toString('hex')),
  ])
    expect(formsOf(text).some((form) => held.includes(form))).toBe(true);
});

test('after each operation no file holds a value or a passphrase: as text, UTF-16, base64 or hex', async () => {
  let id = '';
  let targetId = '';
  const operations: readonly (readonly [string, () => unknown])[] = [
    ['the choice of a passphrase', () => clavis.vault.passphrase.choose()],
    [
      'a key that is added',
      async () => {
        ({ id } = await clavis.vault.keys.add(someFields, values[0] ?? new Secret('')));
      },
    ],
    ['a copy', () => clavis.vault.copying.copy(id)],
    ['a rotation', () => clavis.vault.rotation.rotate(id, values[1] ?? new Secret(''))],
    ['its undoing', () => clavis.vault.rotation.undo(id)],
    ['a second rotation', () => clavis.vault.rotation.rotate(id, values[2] ?? new Secret(''))],
    [
      'a project that is linked and bound',
      async () => {
        const { targets } = await clavis.vault.projects.link(project.root);
        targetId = targets[0]?.id ?? '';
        clavis.vault.projects.bind(targetId, id, 'OPENAI_API_KEY');
      },
    ],
    ['an export', () => clavis.vault.writing.file(targetId)],
    [
      'a wrong passphrase',
      async () => {
        await clavis.vault.locking.lock('hand');
        expect(await clavis.ports.passphraseVault.unlock(new Secret(second))).toBe(false);
      },
    ],
    [
      'a start after a crash, and the right one',
      async () => {
        await clavis.restart();
        await expect.poll(() => clavis.ports.passphraseVault.pauseMs()).toBe(0);
        await unlock(first);
      },
    ],
    [
      'another passphrase',
      async () => {
        Object.assign(clavis.consent, { newPassphrase: second, types: [first] });
        await clavis.vault.passphrase.change();
      },
    ],
    ['a key more', () => clavis.vault.keys.add({ ...someFields, name: 'Stripe' }, values[3] ?? new Secret(''))],
    ['a day with its maintenance', () => spendADay(clavis)],
    ['a key that goes to Trash', () => clavis.vault.deletion.delete(id)],
    ['Trash that is emptied', () => emptyTrash(clavis)],
    ['a lock', () => clavis.vault.locking.lock('hand')],
    ['a restart', () => clavis.restart()],
  ];
  for (const [what, operate] of operations) {
    await operate();
    expect(filesWithSecrets(), what).toEqual([]);
  }
  // It was a vault in use, and where the value belongs it is.
  expect(readFileSync(path.join(project.root, '.env'), 'utf8')).toContain(values[2]?.reveal());
  expect(readdirSync(clavis.folder)).toContain('values.sealed');
});
