import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import type { Answer, BusWire, ReceivedCall } from '../../../support/lying-bus.ts';
import {
  collectionPath,
  type LyingService,
  openLyingService,
  promptPath,
} from '../../../support/lying-secret-service.ts';

const account = 'kept/1';
const value = 'sk-kept';
const look = ['ReadAlias', 'Get'];
const nothing: Answer = { signature: 'aoao', body: [[], []] };

let lying: LyingService;
let keychain: OpenKeychain;
let called: string[];

/** Notes each call of these, and leaves its answer to `answer`. */
function watch(answer: (call: ReceivedCall, honest: () => Answer, wire: BusWire) => void): void {
  called = [];
  for (const member of [...look, 'SearchItems', 'GetSecrets', 'Unlock']) {
    lying.lieAt(member, (call, honest, wire) => {
      called.push(call.member);
      answer(call, honest, wire);
    });
  }
}

const honestly = (call: ReceivedCall, honest: () => Answer, wire: BusWire): void => wire.reply(call, honest());

/** Whether the collection is locked is answered last of all that is asked by then. */
const answeringLater = (call: ReceivedCall, honest: () => Answer, wire: BusWire): void => {
  const answer = (): void => honestly(call, honest, wire);
  if (call.member !== 'Get') answer();
  else
    setImmediate(() => {
      called.push('answered');
      answer();
    });
};

const read = async (): Promise<string | null> => (await keychain.read(account))?.reveal() ?? null;

beforeEach(async () => {
  lying = await openLyingService();
  keychain = openSecretService({ service: 'Clavis Test' }, lying.env);
  await keychain.write(account, new Secret(value));
});

afterEach(async () => {
  await keychain.close();
  await lying.stop();
});

test('one value of a keychain that was open is searched for before anything is answered', async () => {
  const held: (() => void)[] = [];
  watch((call, honest, wire) => {
    held.push(() => honestly(call, honest, wire));
    if (called.length === 3) for (const answer of held) answer();
    if (called.length > 3) honestly(call, honest, wire);
  });
  expect(await read()).toBe(value);
  expect(called).toEqual([...look, 'SearchItems', 'GetSecrets']);
});

test('what nobody asked for is searched for only when the keychain is known to be open', async () => {
  watch(answeringLater);
  expect(await keychain.quietly(read)).toBe(value);
  expect(called).toEqual([...look, 'answered', 'SearchItems', 'GetSecrets']);
});

test('of a keychain that was locked meanwhile nothing counts that an early search found', async () => {
  lying.locked = true;
  watch((call, honest, wire) => {
    // As KeePassXC does, whose locked database seems to be empty.
    const isHidden = call.member === 'SearchItems' && lying.locked;
    wire.reply(call, isHidden ? nothing : honest());
  });
  expect(await read()).toBe(value);
  expect(called).toEqual([...look, 'SearchItems', 'Unlock', 'SearchItems', 'GetSecrets']);
});

test('an early search that a locked keychain never answers holds nobody up', async () => {
  lying.locked = true;
  watch((call, honest, wire) => {
    if (call.member !== 'SearchItems' || !lying.locked) wire.reply(call, honest());
  });
  expect(await read()).toBe(value);
});

test('where another collection became the default one, it is that one which has to be open', async () => {
  const other = '/org/freedesktop/secrets/collection/other';
  const asked: string[] = [];
  watch((call, honest, wire) => {
    if (call.member === 'Unlock') lying.locked = false;
    if (call.member === 'ReadAlias') return wire.reply(call, { signature: 'o', body: [other] });
    if (call.member !== 'Get') return wire.reply(call, honest());
    asked.push(call.path);
    wire.reply(call, { signature: 'v', body: [['b', call.path === other && lying.locked]] });
  });
  lying.locked = true;
  expect(await read()).toBe(value);
  expect(asked).toEqual([collectionPath, other]);
  expect(called).toContain('Unlock');
});

test('a keychain that was seen locked is searched only when it is known to be open again', async () => {
  // It stays locked where nobody may be asked.
  lying.lieAt('Unlock', (call, _honest, wire) => wire.reply(call, { signature: 'aoo', body: [[], promptPath] }));
  lying.locked = true;
  await expect(keychain.quietly(read)).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  watch(answeringLater);
  expect(await read()).toBe(value);
  expect(called.indexOf('SearchItems')).toBeGreaterThan(called.indexOf('answered'));
});
