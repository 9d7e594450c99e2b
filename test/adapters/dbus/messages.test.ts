import { marshall } from '@homebridge/dbus-native/lib/message.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionBusPaths, systemBusPaths } from '../../../electron/adapters/dbus/address.ts';
import { messageReader } from '../../../electron/adapters/dbus/messages.ts';

const signal = { type: 4, flags: 0, destination: ':1.2', path: '/a', interface: 'a.b', member: 'Said', signature: 's' };
const short = marshall({ ...signal, serial: 1, body: ['short'] });
const long = marshall({ ...signal, serial: 2, body: ['x'.repeat(1 << 19)] });
const bare = marshall({ ...signal, serial: 3, signature: undefined });

/** What is read of these chunks, by each message's body. */
function read(...chunks: Uint8Array[]): unknown[] {
  const bodies: unknown[] = [];
  const take = messageReader(({ body }) => bodies.push(body));
  for (const chunk of chunks) take(Buffer.from(chunk));
  return bodies;
}

test('messages are read whole, wherever they were cut on their way', () => {
  const bytes = Buffer.concat([short, bare, short]);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 6 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
      expect(read(...chunks)).toEqual([['short'], [], ['short']]);
    }),
  );
});

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => void read(...chunks)));
  const spoilt = fc.tuple(fc.nat(short.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(spoilt, { minLength: 1, maxLength: 4 }), (spots) => {
      const bytes = Buffer.from(short);
      for (const [at, value] of spots) bytes[at] = value;
      read(bytes, short);
    }),
  );
});

test('a bus is looked for where its address says, else where it usually is', () => {
  const at = (address: string) =>
    sessionBusPaths({ DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: '/run/user/7' });
  expect(at('unix:path=/tmp/a%20bus,guid=00')).toEqual(['/tmp/a bus']);
  expect(at('unix:abstract=/tmp/dbus-x,guid=00;tcp:host=localhost,port=1;unix:runtime=yes')).toEqual([
    '\0/tmp/dbus-x',
    '/run/user/7/bus',
  ]);
  expect(at('nonsense;unix:;unix:path')).toEqual([]);
  expect(at('')).toEqual(['/run/user/7/bus']);
  expect(sessionBusPaths({})).toEqual([]);
  expect(systemBusPaths({})).toEqual(['/var/run/dbus/system_bus_socket']);
});

test('of a message that is too long the header alone is read, so that the call it answers is known, and then the next one', () => {
  const heads: unknown[] = [];
  const take = messageReader(({ member, body }) => heads.push([member, body]));
  for (const chunk of [long.subarray(0, 40), long.subarray(40), short]) take(chunk);
  expect(heads).toEqual([
    ['Said', null],
    ['Said', ['short']],
  ]);
});

test('bytes that can be no message are said to be broken, and what follows them is not read', () => {
  let broken = 0;
  const bodies: unknown[] = [];
  const onBroken = () => {
    broken += 1;
  };
  const take = messageReader(({ body }) => bodies.push(body), { onBroken });
  const huge = Buffer.from(short);
  huge.writeUInt32LE(1 << 30, 4);
  take(Buffer.concat([short, huge, short]));
  take(short);
  expect(broken).toBe(1);
  expect(bodies).toEqual([['short']]);
});

test('a body that is not as it says is no body', () => {
  const cut = Buffer.from(short);
  cut.writeUInt32LE(200, cut.length - 'short'.length - 5);
  expect(read(cut, short)).toEqual([null, ['short']]);
});
