import { someFields, someValue } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';
import type { Fault } from './fault.ts';
import { killMidway } from './keychain-kills.ts';
import type { World } from './world.ts';

type Operation = Pick<Fault, 'operation' | 'act'>;

const add: Operation = {
  operation: 'add a key',
  act: ({ clavis }) => clavis.vault.keys.add({ ...someFields, name: 'New' }, someValue('n')),
};
const rotate: Operation = {
  operation: 'rotate a key',
  act: ({ clavis, keyId }) => clavis.vault.rotation.rotate(keyId, someValue('r')),
};
const copy: Operation = {
  operation: 'copy a key',
  act: ({ clavis, keyId }) => clavis.vault.copying.copy(keyId),
};
const write: Operation = {
  operation: 'write a .env',
  act: async ({ clavis: { vault }, targetId }) => vault.writing.file(targetId),
};
const recover: Operation = {
  operation: 'look for lost keys',
  act: ({ clavis }) => clavis.vault.keyRecovery.scan(),
};
const goOn: Operation = {
  operation: 'go on with it, and say no',
  act: async ({ clavis }) => {
    clavis.consent.agrees = false;
    await clavis.vault.keychain.adopt();
  },
};

type Trouble = Pick<Fault, 'fault' | 'code' | 'words' | 'strike'>;

const locked: Trouble = {
  fault: 'the keychain is locked, and its prompt dismissed',
  code: 'KEYCHAIN_LOCKED',
  words: /Unlock it/,
  strike: async ({ clavis: { keyring } }) => {
    await keyring.lock();
    return () => keyring.unlock();
  },
};
const unanswered: Trouble = {
  fault: 'a prompt to unlock that nobody answers',
  code: 'KEYCHAIN_LOCKED',
  words: /Unlock it/,
  strike: async ({ clavis: { keyring } }) => {
    await keyring.lock();
    const dismiss = await keyring.leavePromptsOpen();
    return async () => {
      dismiss();
      await keyring.unlock();
    };
  },
};
const hung: Trouble = {
  fault: 'SIGSTOP of the keychain',
  code: 'KEYCHAIN_TIMEOUT',
  words: /did not answer in time/,
  strike: async ({ clavis: { keyring } }) => {
    keyring.hang();
    return () => keyring.resume();
  },
};
const hungBus: Trouble = {
  fault: 'SIGSTOP of the D-Bus daemon',
  code: 'KEYCHAIN_TIMEOUT',
  words: /did not answer in time/,
  strike: async ({ clavis: { keyring } }) => {
    keyring.hangBus();
    return () => keyring.resumeBus();
  },
};
const killed: Trouble = {
  fault: 'SIGKILL of the keychain: no Secret Service',
  code: 'KEYCHAIN_MISSING',
  words: /no keychain to talk to/,
  strike: async ({ clavis: { keyring } }) => {
    await keyring.kill();
    return () => keyring.restart();
  },
};
const noBus: Trouble = {
  fault: 'the D-Bus daemon ends',
  code: 'KEYCHAIN_MISSING',
  words: /no keychain to talk to/,
  strike: async ({ clavis: { keyring } }) => {
    await keyring.killBus();
    return () => keyring.restartBus();
  },
};
const another: Trouble = {
  fault: 'another keychain after a change of desktop',
  code: 'KEYCHAIN_OTHER',
  words: /Nothing is lost or deleted/,
  strike: async ({ clavis: { keyring } }) => {
    await keyring.restart({ data: 'another' });
    return () => keyring.restart();
  },
};
const noDefault: Trouble = {
  fault: 'a Secret Service without a default keyring',
  code: 'KEYCHAIN_NO_DEFAULT',
  words: /Set as default/,
  strike: async ({ clavis: { keyring } }) => {
    await keyring.restart({ data: 'none' });
    return () => keyring.restart();
  },
};

async function forgetKeys({ clavis }: World): Promise<void> {
  const { vault } = clavis;
  for (const { id } of vault.keys.page('', 1_000)) await vault.deletion.delete(id);
  await emptyTrash(clavis);
}

const kills = 100;

/** What goes wrong with the keychain. */
export const keychainFaults: readonly Fault[] = [
  { ...locked, ...add, short: true },
  ...[rotate, copy, write, recover].map((operation) => ({ ...locked, ...operation })),
  ...[add, copy].map((operation) => ({ ...unanswered, ...operation })),
  { ...hung, ...add, short: true },
  ...[rotate, copy, write].map((operation) => ({ ...hung, ...operation })),
  ...[add, copy, write].map((operation) => ({ ...hungBus, ...operation })),
  ...[add, rotate, copy, write, recover].map((operation) => ({ ...killed, ...operation })),
  ...[add, copy, write].map((operation) => ({ ...noBus, ...operation })),
  { ...another, ...copy, short: true },
  ...[add, rotate, write, recover].map((operation) => ({ ...another, ...operation })),
  { ...another, ...goOn, code: 'NOT_CONFIRMED', words: /Nothing changed/ },
  { ...noDefault, ...add, prepare: forgetKeys },
  ...[add, rotate, write].map((operation) => ({
    ...killed,
    ...operation,
    fault: `SIGKILL of the keychain, after ${kills} in the middle of it`,
    prepare: async (world: World) => {
      await killMidway(world, operation.operation, kills);
      // So that there is something to write.
      await world.clavis.vault.rotation.rotate(world.keyId, someValue('w'));
    },
  })),
];
