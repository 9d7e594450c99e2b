import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marshall } from '@homebridge/dbus-native/lib/message.js';
import { expect, test } from 'vitest';
import { openBus } from '../../../electron/adapters/dbus/bus.ts';
import { type BusMessage, callBytes, messageReader } from '../../../electron/adapters/dbus/messages.ts';
import { isObjectPath } from '../../../electron/adapters/dbus/signature.ts';
import { openLyingBus } from '../../support/lying-bus.ts';

const lie = { serial: 1, flags: 1, path: '/a', interface: 'a.b', member: 'M', sender: ':1.9', destination: ':1.7' };
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

function bodyOf(signature: string, value: unknown): BusMessage['body'] | undefined {
  const read: BusMessage[] = [];
  const call = { destination: ':1.7', path: '/a', interface: 'a.b', member: 'M', signature, body: [value] };
  messageReader((message) => void read.push(message), { longestBytes: 1 << 24 })(callBytes(call, 1));
  return read[0]?.body;
}

test('a message names 20,000 items, and none holds more values than anybody would send', () => {
  expect(bodyOf('ao', times(20_000, '/a'))?.[0]).toHaveLength(20_000);
  const byte = { signature: 'y', value: 1 };
  for (const [signature, value] of [
    ['ao', times(25_000, '/a')],
    ['av', times(12_500, byte)],
    ['aay', times(25_000, Buffer.alloc(0))],
    ['a(y)', times(12_500, [1])],
  ] as const) {
    expect(bodyOf(signature, value), signature).toBeNull();
  }
});

test('an object’s path has an end', () => {
  expect(isObjectPath(`/${'a'.repeat(4_000)}`)).toBe(true);
  expect(isObjectPath('/a'.repeat(1 << 22))).toBe(false);
});

test('an answer of somebody else than who was asked is none', async () => {
  const answer = { signature: 's', body: ['of the one who was asked'] };
  const bus = await openLyingBus((call, wire) => {
    const stranger = {
      ...lie,
      type: 2,
      replySerial: call.serial,
      sender: ':1.66',
      signature: 's',
      body: ['of a stranger'],
    };
    wire.send(marshall(stranger));
    wire.reply(call, answer);
  });
  const ours = await openBus(bus.env.DBUS_SESSION_BUS_ADDRESS.replace('unix:path=', ''));
  try {
    expect(await ours.call({ destination: ':1.9', path: '/a', interface: 'a.b', member: 'M' })).toEqual(answer.body);
  } finally {
    ours.close();
    await bus.stop();
  }
});

test('a bus that answers a letter at a time is waited for no longer than one that says nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clavis-slow-bus-'));
  const server = createServer((socket) => {
    const letters = setInterval(() => socket.write('O'), 1_000);
    socket.on('error', () => {}).on('close', () => clearInterval(letters));
  });
  server.listen(join(folder, 'bus'));
  await once(server, 'listening');
  try {
    const began = performance.now();
    await expect(openBus(join(folder, 'bus'))).rejects.toMatchObject({ trouble: 'timeout' });
    expect(performance.now() - began).toBeLessThan(30_000);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
});
