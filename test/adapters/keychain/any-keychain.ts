import { expect, test } from 'vitest';
import type { OpenKeychain } from '../../../electron/adapters/keychain/keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';

export interface AnyKeychain {
  readonly keychain: () => OpenKeychain;
  /** The value that somebody else finds under the account by their own means; null: none. */
  readonly lookup: (account: string) => Promise<string | null>;
}

/** What Clavis expects of whatever keeps its values; called in a test file. */
export function testAnyKeychain({ keychain, lookup }: AnyKeychain): void {
  const text = async (account: string) => (await keychain().read(account))?.reveal() ?? null;
  const write = (account: string, value: string) => keychain().write(account, new Secret(value));

  test('a value that is kept is found there by others, takes the place of an older one, and is gone once it is removed', async () => {
    for (const value of ['sk-first', 'sk-second']) {
      await write('q7/1', value);
      expect(await lookup('q7/1')).toBe(value);
      expect(await text('q7/1')).toBe(value);
    }
    await keychain().remove('q7/1');
    expect(await lookup('q7/1')).toBeNull();
    expect(await text('q7/1')).toBeNull();
    await expect(keychain().remove('q7/1')).resolves.toBeUndefined();
  });

  test.each([
    ['unicode', 'ключ-鍵-🔑-é-e\u0301'],
    ['a line break and quotes', 'first\nsecond\r\n"third" \'$HOME\''],
    ['a byte order mark and a NUL', '\ufeffsk-\0-end'],
    ['blanks at both ends', ' sk-blank '],
    ['64 KiB', 'sk-8'.repeat(16_384)],
  ])('of %s nothing is changed', async (_, value) => {
    await write('whole/1', value);
    expect((await text('whole/1')) === value).toBe(true);
    expect((await lookup('whole/1')) === value).toBe(true);
  });

  test('a value that UTF-8 cannot carry is refused, not changed', async () => {
    await expect(write('broken/1', 'sk-\ud800')).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
    expect(await lookup('broken/1')).toBeNull();
  });

  test('each of many accounts that are asked for together has an outcome of its own', async () => {
    const accounts = Array.from({ length: 40 }, (_, index) => `group/${index}`);
    await Promise.all(accounts.map((account) => write(account, `of ${account}`)));
    const outcomes = await keychain().readMany([...accounts, 'group/none', 'group/0']);
    expect(outcomes.size).toBe(41);
    for (const account of accounts) {
      const outcome = outcomes.get(account);
      expect(outcome?.ok === true && outcome.value?.reveal()).toBe(`of ${account}`);
    }
    expect(outcomes.get('group/none')).toEqual({ ok: true, value: null });
    const listed = await keychain().accounts();
    expect(accounts.every((account) => listed.includes(account))).toBe(true);
    expect([...(await keychain().items(['group/1', 'group/none'])).keys()]).toEqual(['group/1']);
  });

  test('200 calls at once on one account are done in their order', async () => {
    const seen: Promise<string | null>[] = [];
    for (let turn = 0; turn < 100; turn += 1) {
      void write('busy/1', `value ${turn}`);
      seen.push(text('busy/1'));
    }
    expect(await Promise.all(seen)).toEqual(Array.from({ length: 100 }, (_, turn) => `value ${turn}`));
  });

  test('a closed keychain refuses calls', async () => {
    await keychain().close();
    expect(keychain().hasBlockedCall()).toBe(false);
    await expect(keychain().read('q7/1')).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  });
}
