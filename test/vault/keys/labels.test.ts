import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../../electron/detection/catalogue/catalogue.ts';
import { createDetector } from '../../../electron/detection/detector.ts';
import { labelOf, readLabel } from '../../../electron/vault/keys/key-label.ts';
import { seenItems } from '../../support/seen-items.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

const service = 'Clavis Test';
const detection = createDetector(catalogue);

describe('a label', () => {
  it('is the key’s name, its provider where the name does not say it, and its variable', () => {
    expect(labelOf(someFields, detection)).toBe('Clavis: OpenAI (OPENAI_API_KEY)');
    expect(labelOf({ ...someFields, name: 'Shop bot' }, detection)).toBe('Clavis: Shop bot · OpenAI (OPENAI_API_KEY)');
    expect(labelOf({ name: 'Door', provider: '', envVar: '' }, detection)).toBe('Clavis: Door');
    expect(labelOf({ name: 'Door', provider: 'unheard-of', envVar: '' }, detection)).toBe('Clavis: Door');
  });

  it('holds nothing unseen, and is never long', () => {
    const hostile = `a\u202e\n[2]\nsecret=x\u0000${'x'.repeat(500)}`;
    const label = labelOf({ name: hostile, provider: 'openai', envVar: 'V'.repeat(120) }, detection);
    expect(label).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect([...label].length).toBeLessThanOrEqual(255);
  });

  it('is read back as what it was made of', () => {
    for (const fields of [
      { name: 'Shop bot', provider: 'openai', envVar: 'OPENAI_API_KEY' },
      { name: 'OpenAI', provider: 'openai', envVar: '' },
      { name: 'Door · blue (left)', provider: '', envVar: 'DOOR' },
      { name: 'Door', provider: '', envVar: '' },
    ])
      expect(readLabel(labelOf(fields, detection), detection)).toEqual(fields);
    for (const other of ['', 'q7/1', 'Clavis: ', 'Clavis:', 'clavis: x', `Clavis: ${'x'.repeat(400)}`, 'Clavis: a\nb'])
      expect(readLabel(other, detection)).toBeNull();
  });
});

describe('an item in the keychain', () => {
  let test: TestVault;
  beforeAll(async () => {
    test = await openTestVault();
  });
  afterAll(() => test.stop());

  const labels = async (id: string) => {
    const seen = await Promise.all([1, 2].map((number) => seenItems(test.keyring.env, service, `${id}/${number}`)));
    return seen.flat().map(({ label }) => label);
  };

  it('is called as its key is: after another name, variable or provider, with its previous value too', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'First' }, someValue('a'));
    await test.vault.rotation.rotate(id, someValue('b'));
    expect(await labels(id)).toEqual(Array(2).fill('Clavis: First · OpenAI (OPENAI_API_KEY)'));
    const fields = { ...someFields, name: 'Second' };
    for (const [change, label] of [
      [{}, 'Clavis: Second · OpenAI (OPENAI_API_KEY)'],
      [{ envVar: 'OTHER' }, 'Clavis: Second · OpenAI (OTHER)'],
      [{ envVar: 'OTHER', provider: 'anthropic' }, 'Clavis: Second · Anthropic (OTHER)'],
    ] as const) {
      await test.vault.keys.edit(id, { ...fields, ...change });
      await vi.waitFor(async () => expect(await labels(id)).toEqual([label, label]), 60_000);
    }
    expect(await test.lookup(`${id}/2`)).toBe(someValue('b').reveal());
  });

  it('is called so later where the keychain was locked, by the next maintenance, without a prompt', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Locked one' }, someValue('c'));
    const prompter = await test.keyring.leavePromptsOpen();
    await test.keyring.lock();
    await test.vault.keys.edit(id, { ...someFields, name: 'Called later' });
    await expect(test.ports.keychain.label(`${id}/1`, 'Clavis: x')).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    expect(prompter.opened()).toBe(0);
    prompter();
    await test.keyring.unlock();
    expect(await test.vault.reconcile()).toEqual([]);
    expect(await labels(id)).toEqual(['Clavis: Called later · OpenAI (OPENAI_API_KEY)']);
  });

  it('is called so at the next start, where the keychain was away, or somebody else gave it another label', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Away' }, someValue('d'));
    await test.keyring.kill();
    await test.vault.keys.edit(id, { ...someFields, name: 'Back' });
    await test.keyring.restart();
    const trashed = await test.vault.keys.add({ ...someFields, name: 'In Trash' }, someValue('e'));
    await test.vault.deletion.delete(trashed.id);
    // As an earlier version labelled its items.
    await test.keyring.store(service, `${trashed.id}/1`, someValue('e').reveal());
    const vault = await test.restart();
    expect(await vault.reconcile()).toEqual([]);
    expect(await labels(id)).toEqual(['Clavis: Back · OpenAI (OPENAI_API_KEY)']);
    expect(await labels(trashed.id)).toEqual(['Clavis: In Trash · OpenAI (OPENAI_API_KEY)']);
  });
});
