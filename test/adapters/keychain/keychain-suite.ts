import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeychainState, OpenKeychain } from '../../../electron/adapters/keychain/keychain.ts';
import { openKeychain } from '../../../electron/adapters/keychain/open-keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { decodeKept } from '../../support/kept-value.ts';
import type { TestKeyring } from '../../support/keyring.ts';
import { testAnyKeychain } from './any-keychain.ts';

const service = 'Clavis Test';

/** What the suite needs of a Secret Service: other programs' ways to it, on the bus that this process speaks to. */
export type StartedService = Pick<TestKeyring, 'lookup' | 'store'>;

/** What Clavis expects of a Secret Service, whichever it is; called in a test file, once its service was started. */
export function testKeychain(keyring: () => StartedService): void {
  let keychain: OpenKeychain;
  let states: KeychainState[];

  beforeEach(() => {
    states = [];
    keychain = openKeychain('linux', { service, onState: (state) => states.push(state) });
  });
  afterEach(() => keychain.close());

  const text = async (account: string) => (await keychain.read(account))?.reveal() ?? null;

  testAnyKeychain({
    keychain: () => keychain,
    async lookup(account) {
      const kept = await keyring().lookup(service, account);
      return kept === null ? null : decodeKept(kept);
    },
  });

  test.each([
    ['unicode', 'ключ-鍵-🔑-é-e\u0301'],
    ['a line break and quotes', 'first\nsecond\r\n"third" \'$HOME\''],
    ['a byte order mark and a NUL', '\ufeffsk-\0-end'],
    ['a backslash and braces', '\\n{REF:P@I:00}'],
    ['blanks at both ends', ' sk-blank '],
    ['the beginning of an encoded one', 'clavis-base64:c2s'],
  ])('a value with %s comes back as it was', async (_, value) => {
    await keychain.write('shape/1', new Secret(value));
    expect((await text('shape/1')) === value).toBe(true);
    expect(await keyring().lookup(service, 'shape/1')).toMatch(/^clavis-base64:[\w-]+$/);
  });

  test('a value that an earlier version kept as it is, and that looks encoded, is taken as it is', async () => {
    await keyring().store(service, 'old/1', 'clavis-base64:c2s');
    expect(await text('old/1')).toBe('clavis-base64:c2s');
  });

  test('a value takes the place of one that is kept in another way, and nothing is left of that', async () => {
    await keyring().store(service, 'turn/1', 'sk-raw');
    await keychain.write('turn/1', new Secret('two\nlines'));
    expect(await text('turn/1')).toBe('two\nlines');
    await keychain.write('turn/1', new Secret('sk-plain'));
    expect(await text('turn/1')).toBe('sk-plain');
    await keychain.remove('turn/1');
    expect(await keyring().lookup(service, 'turn/1')).toBeNull();
  });

  test('what another program stored is read, and refused where it is not text', async () => {
    await keyring().store(service, 'other/1', 'by secret-tool');
    expect(await text('other/1')).toBe('by secret-tool');
    await keyring().store(service, 'other/2', Uint8Array.of(0xff, 0xfe, 0x41));
    await expect(keychain.read('other/2')).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  });

  test('of several values under one name ours is used and removed, and another program’s is left as it is', async () => {
    await keyring().store(service, 'twice/1', 'sk-ours');
    await keyring().store(service, 'twice/1', 'sk-theirs', ['more', '1']);
    expect(await text('twice/1')).toBe('sk-ours');
    await keychain.write('twice/1', new Secret('sk-new'));
    expect(await text('twice/1')).toBe('sk-new');
    await keychain.remove('twice/1');
    expect(await keyring().lookup(service, 'twice/1')).toBe('sk-theirs');
    expect(states).toEqual(['ready']);
  });

  test('many values are read at once, each account with an outcome of its own', async () => {
    const accounts = Array.from({ length: 250 }, (_, index) => `batch/${index}`);
    for (const account of accounts) await keychain.write(account, new Secret(`of ${account}`));
    await keyring().store(service, 'batch/odd', Uint8Array.of(0xff, 0xfe, 0x41));
    const outcomes = await keychain.readMany([...accounts, 'batch/none', 'batch/odd', 'batch/0']);
    expect(outcomes.size).toBe(252);
    for (const account of accounts) {
      const outcome = outcomes.get(account);
      expect(outcome?.ok === true && outcome.value?.reveal()).toBe(`of ${account}`);
    }
    expect(outcomes.get('batch/none')).toEqual({ ok: true, value: null });
    expect(outcomes.get('batch/odd')).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_FAILED' } });
    expect(await keychain.readMany([])).toEqual(new Map());
  });

  test('all accounts are listed by name, other programs’ too, and reading goes on afterwards', async () => {
    const own = openKeychain('linux', { service: 'Clavis Test list' });
    expect(await own.accounts()).toEqual([]);
    await own.write('one/1', new Secret('sk-one'));
    await own.write('two/12', new Secret('ключ'));
    await keyring().store('Clavis Test list', 'by hand', Uint8Array.of(0xff, 0xfe, 0x41));
    await keyring().store('Another service', 'three/1', 'not ours');
    expect((await own.accounts()).sort()).toEqual(['by hand', 'one/1', 'two/12']);
    expect((await own.read('one/1'))?.reveal()).toBe('sk-one');
    await own.close();
  });
}
