import { afterEach, expect, test } from 'vitest';
import { type KeychainState, type OpenKeychain, openKeychain } from '../../../electron/adapters/keychain/keychain.ts';

/** A worker that answers `late/…` after 300 ms that the keychain is locked, and everything else at once with a value. */
const workerUrl = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  const locked = { ok: false, failure: { kind: 'locked', reason: 'it is locked', stale: false, unclear: false } };
  parentPort.on('message', ({ id, account }) => {
    const late = account.startsWith('late/');
    const outcome = late ? locked : { ok: true, bytes: new TextEncoder().encode('sk-kept') };
    setTimeout(() => parentPort.postMessage({ id, outcome, spent: false }), late ? 300 : 0);
  });
`)}`,
);
let states: KeychainState[] = [];
let keychain: OpenKeychain;

afterEach(() => keychain.close());

test('a call that comes back late does not overrule what a younger one showed', async () => {
  states = [];
  keychain = openKeychain({ service: 'Clavis Test', workerUrl, onState: (state) => states.push(state) });
  await keychain.read('kept/1');
  const late = keychain.read('late/1').catch((error: unknown) => error);
  await keychain.read('kept/2');
  expect(await late).toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  expect(states).toEqual(['ready']);
  await expect(keychain.read('late/2')).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  expect(states).toEqual(['ready', 'locked']);
});
