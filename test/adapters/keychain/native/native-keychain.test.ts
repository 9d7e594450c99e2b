import { AsyncEntry, findCredentialsAsync } from '@napi-rs/keyring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeychainState, OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { type NativeBinding, openNativeKeychain } from '../../../../electron/adapters/keychain/native/keychain.ts';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { keyringOfFile } from '../../../support/file-keyring.ts';

const service = 'Clavis Test';
const keyring = keyringOfFile();
let keychain: OpenKeychain;
let states: KeychainState[];

/** The binding as it is on macOS and Windows, but on this system's Secret Service. */
const onSecretService: NativeBinding = {
  open: (account) => new AsyncEntry(service, account, { linux: { store: 'secret-service' } }),
  accounts: async () => (await findCredentialsAsync(service)).map(({ account }) => account),
};

function open(binding: NativeBinding): void {
  states = [];
  const onState = (state: KeychainState) => void states.push(state);
  keychain = openNativeKeychain({ service, onState }, async () => binding);
}

beforeEach(() => open(onSecretService));
afterEach(() => keychain.close());

const text = async (account: string) => (await keychain.read(account))?.reveal() ?? null;

test('values are kept, read, listed and removed through the binding', async () => {
  expect(await text('a/1')).toBeNull();
  await keychain.write('a/1', new Secret('sk-one'));
  await keychain.write('b/1', new Secret('first\nsecond'));
  expect(await text('b/1')).toBe('first\nsecond');
  expect(await keyring().lookup(service, 'a/1')).toBe('sk-one');
  const outcomes = await keychain.readMany(['a/1', 'none/1']);
  expect(outcomes.get('a/1')).toMatchObject({ ok: true, value: expect.any(Secret) });
  expect(outcomes.get('none/1')).toEqual({ ok: true, value: null });
  expect((await keychain.accounts()).sort()).toEqual(['a/1', 'b/1']);
  await keychain.remove('a/1');
  expect(await text('a/1')).toBeNull();
  expect(states).toEqual(['ready']);
});

test('what the binding kept is read, replaced and removed by the client that speaks to the Secret Service itself', async () => {
  await keychain.write('old/1', new Secret('sk-earlier-version'));
  await keychain.write('old/2', new Secret('two\nlines'));
  const direct = openSecretService({ service });
  expect((await direct.read('old/1'))?.reveal()).toBe('sk-earlier-version');
  expect((await direct.read('old/2'))?.reveal()).toBe('two\nlines');
  await direct.write('old/1', new Secret('sk-replaced'));
  // The binding refuses to choose among several.
  expect(await text('old/1')).toBe('sk-replaced');
  await direct.remove('old/2');
  expect(await text('old/2')).toBeNull();
  await direct.close();
});

describe('a binding that fails', () => {
  const failing = (message: string): NativeBinding => ({
    open: () => ({
      getSecret: () => Promise.reject(new Error(message)),
      setSecret: () => Promise.reject(new Error(message)),
      deleteCredential: () => Promise.reject(new Error(message)),
    }),
    accounts: () => Promise.reject(new Error(message)),
  });

  test.each([
    ['User interaction is not allowed.', 'KEYCHAIN_LOCKED', 'locked'],
    ['A default keychain could not be found.', 'KEYCHAIN_MISSING', 'missing'],
    ['odd words about sk-live-1234567890', 'KEYCHAIN_FAILED', 'failing'],
  ])('%s', async (message, code, state) => {
    open(failing(message));
    for (const call of [keychain.read('a/1'), keychain.write('a/1', new Secret('sk')), keychain.accounts()]) {
      const error: unknown = await call.catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code });
      expect(`${error} ${JSON.stringify(error)}`).not.toContain('sk-live');
    }
    expect(states).toEqual([state]);
  });

  test('and keeps another value than it was given is found out', async () => {
    const altered = Array.from(Buffer.from('sk-cut'));
    open({
      open: () => ({ getSecret: async () => altered, setSecret: async () => {}, deleteCredential: async () => true }),
      accounts: async () => [],
    });
    await expect(keychain.write('a/1', new Secret('sk-cut-off'))).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  });

  test('and never comes back is locked, as while the system asks, and holds up the exit', async () => {
    const never = new Promise<never>(() => {});
    open({
      open: () => ({ getSecret: () => never, setSecret: () => never, deleteCredential: () => never }),
      accounts: () => never,
    });
    await expect(keychain.read('a/1')).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    expect(keychain.hasBlockedCall()).toBe(true);
  });
});
