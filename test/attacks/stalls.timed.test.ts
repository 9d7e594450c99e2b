import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../electron/ipc/contract.ts';
import { createDispatcher } from '../../electron/ipc/dispatcher.ts';
import { createHandlers } from '../../electron/ipc/handlers.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { envTexts, jsonTexts } from '../support/hostile-texts.ts';
import { leastStall } from '../support/stalls.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';
import { backedUpKey, backupOf, passphrase, sealCheaply } from '../vault/backups/support.ts';

/** In ms: what nobody at a window or the tray notices. */
const longest = 50;
/** In bytes: as much as an env file may have, and as much as is read without the worker. */
const sizes = [512 * 1024, 8 * 1024];
const origin = 'app://clavis';
const hourMs = 3_600_000;

let test: TestVault;
let keyId: string;
beforeAll(async () => {
  test = await openTestVault();
  keyId = (await test.vault.keys.add(someFields, someValue('a'))).id;
});
afterAll(() => test.stop());

/** What a call gives, or why it fails: a hostile file may be refused, but not held up for. */
async function unstalled<T>(work: () => Promise<T>): Promise<T | { code: unknown }> {
  const { ms, first } = await leastStall(longest, () => {
    // What one look compares too much is waited for before the next.
    test.clock.pass(hourMs);
    return work().catch((error: { code?: unknown }) => {
      if (typeof error.code !== 'string') throw error;
      return { code: error.code };
    });
  });
  expect(ms).toBeLessThan(longest);
  return first;
}

let folders = 0;
async function freshFolder(): Promise<string> {
  folders += 1;
  const root = path.join(test.folder, `hostile-${folders}`);
  await mkdir(root);
  return root;
}

/** A linked folder whose one env file holds this, with a key bound in it. */
async function linkWith(name: string, text: string): Promise<string> {
  const root = await freshFolder();
  await writeFile(path.join(root, name), text.isWellFormed() ? text : Buffer.from(text, 'latin1'));
  const targetId = (await test.vault.projects.link(root)).targets[0]?.id ?? '';
  test.vault.projects.bind(targetId, keyId, 'A_KEY');
  return targetId;
}

const files = [
  ...Object.entries(envTexts).map(([title, make]) => [title, make, '.env'] as const),
  ...['many names', 'commands within commands, on many lines', 'here-documents of one command'].map(
    (title) => [`${title}, for shells`, envTexts[title] ?? (() => ''), '.envrc'] as const,
  ),
  ...Object.entries(jsonTexts).map(([title, make]) => [title, make, '.env.json'] as const),
];

describe('windows and tray never wait for a file', () => {
  it.each(files)('with %s', async (_title, make, name) => {
    const { exporting, envImport, example, drift, projects } = test.vault;
    for (const size of sizes) {
      const targetId = await linkWith(name, make(size));
      await unstalled(() => exporting.preview(targetId));
      await unstalled(() => envImport.scan(targetId));
      await unstalled(() => example.preview(targetId));
      await unstalled(() => exporting.exportWithoutReview(targetId));
      await unstalled(() => drift.all());
      for (const { id } of projects.list()) projects.unlink(id);
    }
  });
});

describe('windows and tray never wait for many files', () => {
  const texts = Object.values(envTexts);

  async function linkMany(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1) {
      await linkWith('.env', texts[at % texts.length]?.(at % 6 === 0 ? 200_000 : 16_000) ?? '');
    }
  }

  /** The app's own way in: the router's checks and the contract's schemas are part of what takes time. */
  /** Picks a Bitwarden export of these items. */
  async function openExport(items: readonly object[]): Promise<void> {
    const file = path.join(await freshFolder(), 'export.json');
    await writeFile(file, JSON.stringify({ encrypted: false, folders: [], items }));
    expect(await unstalled(() => openAnswer(file)('imports.pickFile'))).toMatchObject({ ok: true });
    test.vault.externalImport.forget();
  }

  function openAnswer(picked: string) {
    const notAsked = (): never => {
      throw new Error('nobody asks for this here');
    };
    const pick = () => Promise.resolve(picked);
    const handlers = createHandlers({
      vault: test.vault,
      dialogs: {
        pickFolder: pick,
        pickFile: pick,
        pickBackup: pick,
        pickBackupPlace: pick,
        pickExternalImport: pick,
        pickExternalImportFolder: pick,
      },
      keychainState: notAsked,
      lock: notAsked,
      unlock: { checks: notAsked, ask: notAsked },
      palette: { copy: notAsked, export: notAsked, open: notAsked, hide: notAsked },
      question: { get: notAsked, answer: notAsked },
      abilities: notAsked,
      repair: null,
    });
    const answer = createDispatcher(handlers, {
      origins: { main: origin, palette: origin, question: 'app://question' },
      windowKindOf: () => 'main',
      isLocked: () => false,
      onInternalError: (_channel, error) => {
        throw error;
      },
    });
    const sender = { sender: { id: 1 }, senderFrame: { origin, parent: null } };
    return (channel: Channel, input: unknown = {}) => answer(channel, sender, input);
  }

  it.each([
    ['imports.take', { externalImportId: 'x', entries: Array.from({ length: 20_000 }, () => 1) }],
    ['imports.take', { externalImportId: 'x', entries: Array.from({ length: 1_000_000 }, () => 'x') }],
    ['recovery.take', { recoveryId: 'x', entries: Array.from({ length: 10_000 }, () => ({ a: 1, b: 2 })) }],
    ['projects.takeImport', { importId: 'x', names: Array.from({ length: 10_000 }, () => null) }],
    ['backup.restore', { restoreId: 'x', keys: Array.from({ length: 20_000 }, () => ({})), projects: [] }],
    ['keys.list', Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 1]))],
  ] as const)('by one call with thousands of wrong items: %s', async (channel, input) => {
    const answer = openAnswer('');
    expect(await unstalled(() => answer(channel, input))).toMatchObject({ ok: false });
  });

  it.each([
    ['a name of ten thousand marks on one letter', { name: `a${'\u0345'.repeat(5_000)}${'\u0334'.repeat(4_999)}` }],
    ['a variable of ten thousand marks', { envVar: `A${'\u0345'.repeat(9_999)}` }],
    ['a note of a hundred thousand marks', { note: `a${'\u0345'.repeat(50_000)}${'\u0334'.repeat(49_999)}` }],
    ['a hundred tags of a thousand marks', { tags: Array.from({ length: 100 }, () => `a${'\u0345'.repeat(999)}`) }],
  ] as const)('by twenty keys at once with %s', async (_title, fields) => {
    const answer = openAnswer('');
    const edit = () => answer('keys.edit', { ...someFields, tags: [], ...fields, id: keyId });
    await unstalled(async () => {
      for (const told of await Promise.all(Array.from({ length: 20 }, edit))) expect(told).toMatchObject({ ok: false });
    });
  });

  it('by hundreds of calls at once', async () => {
    const targetId = await linkWith('.env', 'A_KEY=1\n');
    execFileSync('git', ['init', '--quiet', test.vault.projects.list().at(-1)?.root ?? '']);
    const answer = openAnswer('');
    const calls = () => Promise.all(Array.from({ length: 200 }, () => answer('projects.preview', { targetId })));
    await unstalled(async () => {
      for (const told of await calls()) expect(told).toMatchObject({ ok: true });
    });
    for (const { id } of test.vault.projects.list()) test.vault.projects.unlink(id);
  });

  it('when all are compared, and when all are written', async () => {
    await linkMany(30);
    const answer = openAnswer('');
    expect(await unstalled(() => answer('projects.drift'))).toMatchObject({ ok: true });
    test.consent.agrees = true;
    expect(await unstalled(() => answer('projects.writeAll'))).toMatchObject({ ok: true });
    test.consent.agrees = false;
    expect(await unstalled(() => answer('projects.list'))).toMatchObject({ ok: true });
    for (const { id } of test.vault.projects.list()) test.vault.projects.unlink(id);
  });

  it('when a folder of them is looked through', async () => {
    const root = await freshFolder();
    for (let at = 0; at < 100; at += 1) {
      const folder = path.join(root, `part-${at}`);
      await mkdir(folder);
      const lines = Array.from({ length: 90 }, (_, line) => `NAME_${at}_${line}_TOKEN=value of ${at} and ${line}\n`);
      await writeFile(
        path.join(folder, '.env'),
        at % 2 === 0 ? lines.join('') : (texts[at % texts.length]?.(16_000) ?? ''),
      );
    }
    expect(await unstalled(() => openAnswer(root)('imports.pickFolder'))).toMatchObject({ ok: true });
    test.vault.externalImport.forget();
  });

  it('when an export of twenty thousand values is looked through', async () => {
    const name = 'many words that others wrote '.repeat(20);
    const items = Array.from({ length: 20_000 }, (_, at) => ({
      type: 1,
      name: `${name} ${at % 50}`,
      login: { password: `password number ${at}`, uris: [{ uri: 'https://example.org' }] },
      notes: 'words of a note '.repeat(40),
    }));
    await openExport(items);
  });

  it('when one entry of an export has thousands of values', async () => {
    const fields = Array.from({ length: 15_000 }, (_, at) => ({
      type: 1,
      name: `field ${at}`,
      value: `value-of-${at}`,
    }));
    const items = [{ type: 1, name: 'all in one', login: null, notes: 'words '.repeat(3_000), fields }];
    await openExport(items);
  });

  it('when a backup of thousands of keys is opened', async () => {
    const root = await freshFolder();
    const file = path.join(root, 'many.age');
    const keys = Array.from({ length: 10_000 }, (_, at) => backedUpKey(at, { note: 'words of a note '.repeat(100) }));
    await writeFile(file, await sealCheaply(backupOf(keys)));
    const { backupRestore } = test.vault;
    const open = () => backupRestore.preview(backupRestore.picked(file).pickedId, new Secret(passphrase));
    expect(await unstalled(open)).toMatchObject({ keys: expect.any(Array) });
    backupRestore.forget();
  });

  it('when names are alike but for case', async () => {
    const cased = (at: number): string =>
      [...'abcdefghijklmn'].map((letter, bit) => ((at >> bit) & 1 ? letter.toUpperCase() : letter)).join('');
    const items = Array.from({ length: 10_000 }, (_, at) => ({
      type: 1,
      name: cased(at),
      login: { password: `password number ${at}` },
    }));
    await openExport(items);
  });
});
