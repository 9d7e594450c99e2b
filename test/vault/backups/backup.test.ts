import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../../electron/vault/secret.ts';
import { decryptWithAge, encryptToKey, encryptWithAge } from '../../support/age-program.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';
import {
  backedUpKey,
  backedUpVersion,
  backupOf,
  everything,
  look,
  openSecondVault,
  passphrase,
  restoreKeys,
  sealCheaply,
  writeBackupOf,
} from './support.ts';

let test: TestVault;
let file: string;
let count = 0;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
afterEach(async () => {
  await test.keyring.unlock();
  for (const { id } of test.vault.keys.page('', 1_000)) await test.vault.deletion.delete(id);
  await emptyTrash(test);
});

const add = (name: string, value = someValue(name)) => test.vault.keys.add({ ...someFields, name }, value);

function save(): ReturnType<TestVault['vault']['backingUp']['save']> {
  count += 1;
  file = path.join(test.folder, `backup-${count}.age`);
  return test.vault.backingUp.save(file, new Secret(passphrase));
}

/** What a person without Clavis gets from it. */
async function readWithAge(): Promise<{ keys: { name: string; versions: object[] }[]; [field: string]: unknown }> {
  const output = `${file}.json`;
  await decryptWithAge(file, passphrase, output);
  return JSON.parse(await readFile(output, 'utf8'));
}

describe('a backup', () => {
  it('is opened by the age program, and holds every key with its values, projects and settings as plain JSON', async () => {
    const { id } = await add('OpenAI');
    await test.vault.copying.copy(id);
    test.clock.pass(60_000);
    await test.vault.rotation.rotate(id, new Secret('line one\nключ "two"'));
    await add('Stripe');
    const root = path.join(test.folder, 'shop');
    await mkdir(root);
    await writeFile(path.join(root, '.env'), 'A=1\n');
    const project = await test.vault.projects.link(root);
    const [target] = project.targets;
    test.vault.projects.bind(target?.id ?? '', id, 'OPENAI_API_KEY');
    await test.vault.settings.set({ leaseSeconds: 20 });

    expect(await save()).toEqual({ file: path.basename(file), keys: 2, missing: [], inTrash: 0 });
    const content = await readWithAge();
    expect(content).toMatchObject({ format: 'clavis-backup', version: 1, madeAt: test.clock.now() });
    expect(content['settings']).toEqual(test.vault.settings.get());
    expect(content['settings']).toMatchObject({ leaseSeconds: 20, graceDays: 7 });
    expect(content['projects']).toEqual([
      {
        id: project.id,
        name: 'shop',
        root,
        targets: [
          {
            id: target?.id,
            file: '.env',
            dialect: 'dotenv',
            expands: false,
            outsideGit: false,
            bindings: [{ envVar: 'OPENAI_API_KEY', keyId: id }],
          },
        ],
      },
    ]);
    expect(content.keys.map(({ name }) => name)).toEqual(['OpenAI', 'Stripe']);
    expect(content.keys[0]).toMatchObject({ ...someFields, id, pinned: false, name: 'OpenAI' });
    const now = test.clock.now();
    expect(content.keys[0]?.versions).toEqual([
      {
        number: 2,
        state: 'current',
        value: 'line one\nключ "two"',
        grants: 1,
        createdAt: now,
        currentSince: now,
        graceEndsAt: null,
      },
      {
        number: 1,
        state: 'previous',
        value: someValue('OpenAI').reveal(),
        grants: 0,
        createdAt: now - 60_000,
        currentSince: now - 60_000,
        graceEndsAt: now + 7 * 24 * 60 * 60 * 1000,
      },
    ]);
    await expect(decryptWithAge(file, 'four words for text', `${file}.no`)).rejects.toThrow();
    test.vault.projects.unlink(project.id);
  });

  it('is told as it goes on, and remembered in the activity', async () => {
    const told: unknown[] = [];
    const second = openSecondVault(test, 'Clavis Test Told', {
      changes: { ...test.ports.changes, backup: (progress) => told.push(progress) },
    });
    await second.vault.keys.add({ ...someFields, name: 'One' }, someValue('1'));
    await second.vault.keys.add({ ...someFields, name: 'Two' }, someValue('2'));
    await second.vault.backingUp.save(path.join(test.folder, 'told.age'), new Secret(passphrase));
    expect(told).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
    expect(second.vault.activity.latest(1)[0]).toMatchObject({
      kind: 'backed-up',
      subject: 'told.age',
      detail: '2 keys',
    });
    await second.close();
  });

  it('names the keys whose value the keychain lost, and holds what is left of them', async () => {
    await add('Whole');
    const lost = await add('Lost');
    const rotated = await add('Half');
    await test.vault.rotation.rotate(rotated.id, someValue('newer'));
    await test.ports.keychain.remove(`${lost.id}/1`);
    await test.ports.keychain.remove(`${rotated.id}/2`);
    expect(await save()).toMatchObject({ keys: 2, missing: ['Half', 'Lost'] });
    const { keys } = await readWithAge();
    expect(keys.map(({ name }) => name)).toEqual(['Half', 'Whole']);
    expect(keys[0]?.versions).toMatchObject([{ number: 1, state: 'previous', value: someValue('Half').reveal() }]);
  });

  it('of a locked keychain ends with its error, and no file', async () => {
    await add('OpenAI');
    await test.keyring.lock();
    await expect(save()).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    expect(await readdir(test.folder)).not.toContain(path.basename(file));
    await test.keyring.unlock();
    expect(test.vault.activity.latest(5).map(({ kind }) => kind)).not.toContain('backed-up');
  });

  it('is not saved where the person types another passphrase than the page gave', async () => {
    await add('OpenAI');
    test.consent.types = ['another one of theirs'];
    await expect(save()).rejects.toMatchObject({
      code: 'BACKUP_NOT_CONFIRMED',
      details: { file: path.basename(file) },
    });
    expect(await readdir(test.folder)).not.toContain(path.basename(file));
    expect(test.vault.activity.latest(5).map(({ kind }) => kind)).not.toContain('backed-up');
    test.consent.types = [passphrase];
    expect(await save()).toMatchObject({ keys: 1 });
    test.consent.types = null;
    // Encrypted and opened seven times, a second each where nothing else runs.
  }, 60_000);

  it.each(['', 'elevenchars', '\u{1f511}'.repeat(11)])('with the passphrase %j is refused as weak', async (weak) => {
    const saving = () => test.vault.backingUp.save(path.join(test.folder, 'weak.age'), new Secret(weak));
    expect(saving).toThrow(expect.objectContaining({ code: 'PASSPHRASE_WEAK', details: { least: 12 } }));
    expect(await readdir(test.folder)).not.toContain('weak.age');
  });

  it('is proposed a name by the day', () => {
    expect(test.vault.backingUp.proposedName()).toMatch(/^clavis-2026-0[1-9]-\d\d\.age$/);
  });
});

describe('a file made by the age program', () => {
  it('is restored, whoever wrote it', async () => {
    const plain = path.join(test.folder, 'by-hand.json');
    await writeFile(
      plain,
      JSON.stringify(backupOf([backedUpKey(7, { versions: [backedUpVersion('typed by hand 3f9A')] })])),
    );
    file = path.join(test.folder, 'by-hand.age');
    await encryptWithAge(plain, 'mot de passe très long', file);
    const view = await look(test.vault, file, 'mot de passe très long');
    expect(view.keys).toMatchObject([{ name: 'Key 7', last4: '3f9A', state: 'new', nameHere: null }]);
    expect(await restoreKeys(test.vault, view)).toEqual({ keys: 1, projects: 0 });
    expect(await test.lookup(`${'7'.padStart(32, '0')}/1`)).toBe('typed by hand 3f9A');
  });

  it('for a key instead of a passphrase is not ours', async () => {
    const plain = path.join(test.folder, 'keyed.json');
    await writeFile(plain, JSON.stringify(backupOf([])));
    await encryptToKey(plain, `${plain}.age`);
    await expect(look(test.vault, `${plain}.age`)).rejects.toMatchObject({ code: 'BACKUP_NOT_OURS' });
  });
});

describe('a backup that can’t be opened', () => {
  const codes = ['BACKUP_LOCKED', 'BACKUP_DAMAGED'];

  it('changes no row and no value: the wrong passphrase, cut off, with bits turned, of something else', async () => {
    await add('OpenAI');
    const whole = await sealCheaply(backupOf([backedUpKey(1), backedUpKey(2)]));
    const before = await everything(test);
    const good = await writeBackupOf(test, 'good.age', backupOf([backedUpKey(1)]));
    await expect(look(test.vault, good, 'four words for text')).rejects.toMatchObject({ code: 'BACKUP_LOCKED' });

    const bad = path.join(test.folder, 'bad.age');
    const attempt = async (bytes: Uint8Array, allowed: readonly string[], what: string): Promise<void> => {
      await writeFile(bad, bytes);
      const error: unknown = await look(test.vault, bad).catch((caught: unknown) => caught);
      expect(allowed, what).toContain(error instanceof Error ? Reflect.get(error, 'code') : 'opened');
    };
    for (const length of [0, 10, 22, 40, 60, 100, 150, whole.length - 17, whole.length - 16, whole.length - 1]) {
      await attempt(whole.subarray(0, length), ['BACKUP_DAMAGED'], `${length} bytes`);
    }
    for (let at = 0; at < whole.length; at += 61) {
      const turned = whole.slice();
      turned[at] = (turned[at] ?? 0) ^ 1;
      await attempt(turned, codes, `byte ${at}`);
    }
    await attempt(await sealCheaply('{"keys":[]}'), ['BACKUP_NOT_OURS'], 'other JSON');
    await attempt(await sealCheaply(backupOf([], { version: 2 })), ['BACKUP_NEWER'], 'a newer one');
    expect(await everything(test)).toBe(before);
  });

  it('leaves nothing to restore', async () => {
    const good = await writeBackupOf(test, 'good.age', backupOf([backedUpKey(1)]));
    const view = await look(test.vault, good);
    await expect(look(test.vault, good, 'four words for text')).rejects.toMatchObject({ code: 'BACKUP_LOCKED' });
    await expect(restoreKeys(test.vault, view)).rejects.toMatchObject({ code: 'BACKUP_UNKNOWN' });
  });
});
