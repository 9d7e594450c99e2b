import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../electron/vault/secret.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

let test: TestVault;
let count = 0;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(async () => {
  await test.vault.locking.unlock(async () => {});
  Object.assign(test.clipboard.held, { clipboard: null, primary: null });
  test.consent.agrees = false;
});

async function addKey(): Promise<{ id: string; value: string }> {
  count += 1;
  const value = someValue(String.fromCharCode(97 + count));
  const { id } = await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, value);
  return { id, value: value.reveal() };
}

/** Something that is waited for until the test lets it go on. */
function gate(): { reached: Promise<void>; pass: () => Promise<void>; open: () => void } {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    reached: reached.promise,
    pass() {
      reached.resolve();
      return opened.promise;
    },
    open: opened.resolve,
  };
}

/** Until the returned function is called, the keychain answers only when the gate opens. */
function holdKeychain(held: ReturnType<typeof gate>): () => void {
  const { keychain } = test.ports;
  const { read } = keychain;
  Object.assign(keychain, {
    read: async (account: string) => {
      await held.pass();
      return read(account);
    },
  });
  return () => void Object.assign(keychain, { read });
}

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a lock', () => {
  it('takes the copied value off the clipboard and out of PRIMARY, and says that it did', async () => {
    const { id, value } = await addKey();
    await test.vault.copying.copy(id);
    test.clipboard.held.primary = value;
    expect(await test.vault.locking.lock('screen')).toBe(true);
    expect(test.clipboard.held).toEqual({ clipboard: null, primary: null });
    expect(test.vault.leases.current()).toBeNull();
  });

  it('leaves what somebody else put there, and says that it cleared nothing', async () => {
    const { id } = await addKey();
    await test.vault.copying.copy(id);
    test.clipboard.held.clipboard = 'mine, newer';
    expect(await test.vault.locking.lock('screen')).toBe(false);
    expect(test.clipboard.held.clipboard).toBe('mine, newer');
  });

  it('lets no copy begin', async () => {
    const { id } = await addKey();
    await test.vault.locking.lock('hand');
    await expect(test.vault.copying.copy(id)).rejects.toEqual(code('VAULT_LOCKED'));
    expect(test.clipboard.held.clipboard).toBeNull();
    expect(test.vault.keys.get(id).grant).toBe('ready');
  });

  it('that falls while a copy waits for the keychain lets it put nothing on the clipboard, and spend nothing', async () => {
    const { id } = await addKey();
    const held = gate();
    const letGo = holdKeychain(held);
    const copy = test.vault.copying.copy(id);
    await held.reached;
    await test.vault.locking.lock('screen');
    held.open();
    await expect(copy).rejects.toEqual(code('VAULT_LOCKED'));
    letGo();
    expect(test.clipboard.held.clipboard).toBeNull();
    expect(test.vault.keys.get(id).grant).toBe('ready');
    expect(test.vault.leases.current()).toBeNull();
  });

  it('that falls while the system takes the value takes it off again at once', async () => {
    const { id } = await addKey();
    const held = gate();
    const { write } = test.clipboard;
    Object.assign(test.clipboard, {
      write: async (value: Secret) => {
        await held.pass();
        await write(value);
      },
    });
    const copy = test.vault.copying.copy(id);
    await held.reached;
    const lock = test.vault.locking.lock('screen');
    // The clear has every chance to come before the write.
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    held.open();
    await copy;
    expect(await lock).toBe(true);
    Object.assign(test.clipboard, { write });
    expect(test.clipboard.held.clipboard).toBeNull();
    expect(test.vault.leases.current()).toBeNull();
  });

  it('clears an earlier value at once, although a later copy still waits for the keychain', async () => {
    const first = await addKey();
    const second = await addKey();
    await test.vault.copying.copy(first.id);
    const held = gate();
    const letGo = holdKeychain(held);
    const copy = test.vault.copying.copy(second.id);
    await held.reached;
    await test.vault.locking.lock('suspend');
    expect(test.clipboard.held.clipboard).toBeNull();
    held.open();
    await expect(copy).rejects.toEqual(code('VAULT_LOCKED'));
    letGo();
  });

  it('whose clear fails is a lock all the same, and the clear is tried again', async () => {
    const { id } = await addKey();
    await test.vault.copying.copy(id);
    test.clipboard.failRead = true;
    await expect(test.vault.locking.lock('screen')).rejects.toThrow();
    expect(test.vault.locking.isLocked()).toBe(true);
    test.clock.pass(1_000);
    await expect.poll(() => test.clipboard.held.clipboard).toBeNull();
  });

  it('keeps what locked it first, and is in the activity once, as its end is', async () => {
    const at = test.clock.now();
    await test.vault.locking.lock('suspend');
    test.clock.pass(5_000);
    await test.vault.locking.lock('screen');
    expect(test.vault.locking.state()).toEqual({ locked: true, since: at, by: 'suspend' });
    await test.vault.locking.unlock(async () => {});
    expect(test.vault.activity.latest(2).map(({ kind, detail }) => [kind, detail])).toEqual([
      ['unlocked', ''],
      ['locked', 'for sleep'],
    ]);
  });
});

describe('a question that was open when the lock fell', () => {
  it('counts for nothing, whatever the answer, even if it is open again by then', async () => {
    const { id } = await addKey();
    await test.vault.copying.copy(id);
    const held = gate();
    const { ask } = test.consent;
    Object.assign(test.consent, { ask: () => held.pass().then(() => true) });
    const asked = test.vault.copying.allowOneMore(id);
    await held.reached;
    await test.vault.locking.lock('hand');
    await test.vault.locking.unlock(async () => {});
    held.open();
    await expect(asked).rejects.toEqual(code('VAULT_LOCKED'));
    Object.assign(test.consent, { ask });
    expect(test.vault.keys.get(id).grant).toBe('spent');
  });

  it('saves no backup, although the right passphrase was typed by then', async () => {
    await addKey();
    const held = gate();
    const { confirmPassphrase } = test.consent;
    Object.assign(test.consent, { confirmPassphrase: () => held.pass().then(() => true) });
    const saving = test.vault.backingUp.save(path.join(test.folder, 'locked.age'), new Secret('four words for tests'));
    await held.reached;
    await test.vault.locking.lock('hand');
    await test.vault.locking.unlock(async () => {});
    held.open();
    await expect(saving).rejects.toEqual(code('VAULT_LOCKED'));
    Object.assign(test.consent, { confirmPassphrase });
    expect(await readdir(test.folder)).not.toContain('locked.age');
  });

  it('writes no line, although the person said yes', async () => {
    const { id } = await addKey();
    const root = path.join(test.folder, 'asked');
    await mkdir(root);
    await writeFile(path.join(root, '.env'), 'OPENAI_API_KEY=by-hand\n');
    const project = await test.vault.projects.link(root);
    test.vault.projects.bind(project.targets[0]?.id ?? '', id, 'OPENAI_API_KEY');
    const held = gate();
    const { askWrite } = test.consent;
    test.consent.agrees = true;
    test.consent.askWrite = (question) => held.pass().then(() => askWrite(question));
    const writing = test.vault.writing.project(project.id);
    await held.reached;
    await test.vault.locking.lock('hand');
    await test.vault.locking.unlock(async () => {});
    held.open();
    await expect(writing).rejects.toEqual(code('VAULT_LOCKED'));
    Object.assign(test.consent, { askWrite, agrees: false });
    expect(await readFile(path.join(root, '.env'), 'utf8')).toBe('OPENAI_API_KEY=by-hand\n');
  });

  it('is not asked at all while it is locked', async () => {
    const { id } = await addKey();
    await test.vault.copying.copy(id);
    await test.vault.locking.lock('hand');
    const before = test.consent.asked.length;
    await expect(test.vault.copying.allowOneMore(id)).rejects.toEqual(code('VAULT_LOCKED'));
    expect(test.consent.asked).toHaveLength(before);
  });
});

describe('what was shown before the lock', () => {
  it('is no longer there to be chosen from: previews, imports, candidates, exports, the clipboard’s offer', async () => {
    const { id } = await addKey();
    const root = path.join(test.folder, 'shop');
    await mkdir(root);
    await writeFile(path.join(root, '.env'), 'STRIPE_SECRET_KEY=sk_test_4eC39HqLyjWDarjtT1zdp7dc\n');
    const project = await test.vault.projects.link(root);
    const targetId = project.targets[0]?.id ?? '';
    await test.vault.projects.bind(targetId, id, 'OPENAI_API_KEY');

    await test.vault.exporting.preview(targetId);
    const { importId } = await test.vault.envImport.scan(targetId);
    const { exampleId } = await test.vault.example.preview(targetId);
    const { externalImportId } = await test.vault.externalImport.openFolder(root);
    await writeFile(path.join(root, '.env.local'), '');
    const [candidate] = await test.vault.targets.candidates(project.id);
    test.clipboard.held.clipboard = someValue('Z').reveal();
    const look = await test.vault.offers.look();

    await test.vault.locking.lock('hand');
    await test.vault.locking.unlock(async () => {});
    const { exporting, envImport, example, externalImport, targets, offers } = test.vault;
    await expect(exporting.ignore(targetId, 'gitignore')).rejects.toEqual(code('PREVIEW_UNKNOWN'));
    await expect(envImport.take(importId, [])).rejects.toEqual(code('IMPORT_UNKNOWN'));
    await expect(example.write(exampleId)).rejects.toEqual(code('EXAMPLE_UNKNOWN'));
    await expect(externalImport.take(externalImportId, [])).rejects.toEqual(code('EXTERNAL_IMPORT_UNKNOWN'));
    expect(() => targets.add(project.id, candidate?.candidateId ?? '')).toThrow(code('CANDIDATE_UNKNOWN'));
    await expect(offers.take(look?.offers[0]?.offerId ?? '')).rejects.toEqual(code('OFFER_UNKNOWN'));
  });
});

describe('unlocking', () => {
  it('needs the answer that the system was asked for', async () => {
    await test.vault.locking.lock('hand');
    await expect(test.vault.locking.unlock(() => Promise.reject(new Error('not you')))).rejects.toThrow('not you');
    expect(test.vault.locking.isLocked()).toBe(true);
    await test.vault.locking.unlock(async () => {});
    expect(test.vault.locking.isLocked()).toBe(false);
  });

  it('is refused where a new lock fell while the system was asked', async () => {
    await test.vault.locking.lock('hand');
    const unlocking = test.vault.locking.unlock(() => test.vault.locking.lock('screen').then(() => {}));
    await expect(unlocking).rejects.toEqual(code('UNLOCK_REFUSED'));
    expect(test.vault.locking.isLocked()).toBe(true);
  });

  it('brings back nothing: the clipboard stays empty, and a copy is asked for again', async () => {
    const { id, value } = await addKey();
    await test.vault.locking.lock('idle');
    await test.vault.locking.unlock(async () => {});
    expect(test.clipboard.held.clipboard).toBeNull();
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(value);
  });
});
