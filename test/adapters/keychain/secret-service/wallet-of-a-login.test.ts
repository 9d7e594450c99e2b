import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { KeychainState, OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { kwalletProgram, startKwallet } from '../../../support/kwallet.ts';
import { isCommand } from '../../../tasks/programs.ts';

const service = 'Clavis Test';
const here = isCommand(kwalletProgram);
const why = here ? '' : ' (skipped: kwalletd5 is not here)';

let kwallet: Awaited<ReturnType<typeof startKwallet>>;
let keychain: OpenKeychain;
let states: KeychainState[] = [];

beforeAll(async () => {
  if (here) kwallet = await startKwallet();
}, 60_000);
afterAll(() => kwallet?.stop());
afterEach(() => keychain?.close());

test.runIf(here)(`a wallet that the login opened is used at once, and nobody is asked${why}`, async () => {
  await kwallet.store(service, 'kept/1', 'sk-kept');
  await kwallet.restart({ locked: true });
  states = [];
  const verify = async () => void (await keychain.read('kept/1'));
  keychain = openSecretService({ service, onState: (state) => states.push(state), verify }, kwallet.env);
  const read = () => keychain.quietly(() => keychain.read('kept/1'));
  await expect(read()).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  await kwallet.logIn();
  await expect.poll(() => states).toEqual(['locked', 'ready']);
  expect((await read())?.reveal()).toBe('sk-kept');
  await keychain.quietly(() => keychain.write('kept/2', new Secret('sk-two')));
  expect(states).toEqual(['locked', 'ready']);
});
