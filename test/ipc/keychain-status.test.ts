import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFingerprints } from '../../electron/adapters/keychain/fingerprints.ts';
import type { OpenKeychain } from '../../electron/adapters/keychain/keychain.ts';
import { openKeychain } from '../../electron/adapters/keychain/open-keychain.ts';
import { createKeychainStatus, type KeychainStatus } from '../../electron/ipc/keychain-status.ts';
import type { Fingerprints } from '../../electron/vault/ports.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { keyringOfFile } from '../support/file-keyring.ts';

const keyring = keyringOfFile();
let keychain: OpenKeychain;
let fingerprints: Fingerprints;
let status: KeychainStatus;
let told: string[];
let vaultIsEmpty: boolean;
let number: number;
let count = 0;

beforeEach(async () => {
  count += 1;
  told = [];
  vaultIsEmpty = true;
  number = 1;
  status = createKeychainStatus();
  status.onChange(({ state }) => void told.push(state));
  keychain = openKeychain('linux', {
    service: `Clavis Test ${count}`,
    onState: status.set,
    verify: () => fingerprints.probe(),
  });
  fingerprints = openFingerprints(keychain, {
    mayMake: () => vaultIsEmpty,
    number: {
      get: () => number,
      set: (next) => {
        number = next;
      },
    },
    onIdentityProblem: status.identityProblem,
  });
  await fingerprints.probe();
  await keychain.write('kept/1', new Secret('sk-kept'));
  vaultIsEmpty = false;
});
afterEach(async () => {
  await keychain.close();
  await keyring().restart();
});

const probe = (): Promise<void> => fingerprints.probe().catch(() => {});

test('a keychain that works says nothing', () => {
  expect(status.current()).toEqual({ state: 'ready' });
  expect(told).toEqual([]);
});

test('locked, gone, without a keyring, back: each is told once', async () => {
  await keyring().lock();
  await probe();
  await probe();
  await keyring().unlock();
  await probe();
  expect(told.splice(0)).toEqual(['locked', 'ready']);

  await keyring().kill();
  await probe();
  await keyring().restart({ data: 'none' });
  await keychain.write('new/1', new Secret('sk-new')).catch(() => {});
  await keyring().restart();
  await probe();
  expect(told).toEqual(['missing', 'no-default', 'ready']);
});

test('another keychain is never taken for a ready one, whatever it answers, until its key is there', async () => {
  await keyring().restart({ data: 'another' });
  await probe();
  expect(status.current()).toEqual({ state: 'other' });
  await keychain.write('kept/2', new Secret('sk-new'));
  await keychain.read('kept/2');
  expect(status.current()).toEqual({ state: 'other' });
  await keyring().lock();
  await keychain.read('kept/2').catch(() => {});
  expect(status.current()).toEqual({ state: 'locked' });
  await keyring().unlock();
  await keychain.read('kept/2');
  expect(status.current()).toEqual({ state: 'other' });
  expect(told).not.toContain('ready');
  await fingerprints.adopt();
  expect(status.current()).toEqual({ state: 'ready' });
  expect(told.filter((state) => state === 'ready')).toHaveLength(1);
});

test('another keychain that took the place of a locked one is told as another one', async () => {
  await keyring().lock();
  await probe();
  await keyring().restart({ data: 'another' });
  await probe();
  expect(status.current()).toEqual({ state: 'other' });
  await keyring().restart();
  await probe();
  expect(told).toEqual(['locked', 'other', 'ready']);
});
