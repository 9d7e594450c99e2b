import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marshall, unmarshalMessages } from '@homebridge/dbus-native/lib/message.js';
import { z } from 'zod';
import { needsLinux } from './needs.ts';

needsLinux('sockets as D-Bus has them');

/** A method call as it came; `serial` is what an answer refers to. */
const receivedCall = z.object({
  serial: z.number(),
  path: z.string(),
  interface: z.string(),
  member: z.string(),
  destination: z.string(),
  body: z.array(z.unknown()).default([]),
});

export type ReceivedCall = z.infer<typeof receivedCall>;

export interface Answer {
  readonly signature: string;
  readonly body: readonly unknown[];
}

/** What a bus can say to the one who is connected. */
export interface BusWire {
  reply(call: { readonly serial: number }, answer: Answer): void;
  refuse(call: { readonly serial: number }, errorName: string): void;
  signal(given: { path: string; interface: string; member: string; sender: string } & Answer): void;
  /** Bytes as they are. */
  send(bytes: Uint8Array): void;
  /** The bytes of a reply, to be spoilt. */
  replyBytes(call: { readonly serial: number }, answer: Answer): Buffer;
  hangUp(): void;
}

export const serviceOwner = ':1.9';
const busName = 'org.freedesktop.DBus';
const us = ':1.7';

export interface LyingBusOptions {
  /** Right after the bus said who has the service's name. */
  readonly afterOwner?: (wire: BusWire) => void;
}

/** A bus with one program on it, all of our own, so that it can say anything. `onCall` hears what isn't the bus's own. */
export async function openLyingBus(onCall: (call: ReceivedCall, wire: BusWire) => void, options: LyingBusOptions = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-lies-'));
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    serve(socket, onCall, options);
  });
  const socketPath = path.join(folder, 'bus');
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socketPath}` },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

function serve(
  socket: Socket,
  onCall: (call: ReceivedCall, wire: BusWire) => void,
  { afterOwner }: LyingBusOptions,
): void {
  const wire = wireOf(socket, serviceOwner);
  const bus = wireOf(socket, busName);
  let unread = Buffer.alloc(0);
  let isAuthenticated = false;
  const read = (size: number): Buffer | null => {
    if (size === 0 || unread.length < size) return null;
    const taken = unread.subarray(0, size);
    unread = unread.subarray(size);
    return taken;
  };
  const take = (message: unknown) => {
    const { data } = receivedCall.safeParse(message);
    if (data === undefined) return;
    if (data.destination !== busName) return onCall(data, wire);
    answerForBus(data, bus);
    if (data.member === 'GetNameOwner') afterOwner?.(wire);
  };
  let readMore = (): void => {};
  socket.on('data', (chunk) => {
    unread = Buffer.concat([unread, chunk]);
    if (!isAuthenticated) {
      const text = unread.toString('latin1');
      if (text.includes('AUTH ')) {
        unread = Buffer.alloc(0);
        socket.write('OK 0123456789abcdef0123456789abcdef\r\n');
        return;
      }
      if (!text.startsWith('BEGIN\r\n')) return;
      unread = unread.subarray('BEGIN\r\n'.length);
      isAuthenticated = true;
      const on = (_event: 'readable', listener: () => void) => {
        readMore = listener;
      };
      unmarshalMessages({ on, read }, take, { ayBuffer: true });
    }
    readMore();
  });
}

function answerForBus({ serial, member }: ReceivedCall, wire: BusWire): void {
  const text = (value: string): Answer => ({ signature: 's', body: [value] });
  if (member === 'Hello') wire.reply({ serial }, text(us));
  else if (member === 'GetNameOwner') wire.reply({ serial }, text(serviceOwner));
  else if (member === 'AddMatch') wire.reply({ serial }, { signature: '', body: [] });
  else wire.refuse({ serial }, 'org.freedesktop.DBus.Error.UnknownMethod');
}

/** What it says comes from `sender`, unless it is said otherwise. */
function wireOf(socket: Socket, sender: string): BusWire {
  let serial = 0;
  const message = (type: number, given: object, { signature, body }: Answer): Buffer => {
    serial += 1;
    const withBody = signature === '' ? {} : { signature, body };
    const named = { path: '/', interface: 'a.b', member: 'M', destination: us };
    return marshall({ ...named, serial, type, flags: 1, sender, ...given, ...withBody });
  };
  const replyBytes: BusWire['replyBytes'] = (call, answer) => message(2, { replySerial: call.serial }, answer);
  const none: Answer = { signature: '', body: [] };
  return {
    replyBytes,
    reply: (call, answer) => void socket.write(replyBytes(call, answer)),
    refuse: (call, errorName) => void socket.write(message(3, { replySerial: call.serial, errorName }, none)),
    signal: ({ signature, body, ...given }) => void socket.write(message(4, given, { signature, body })),
    send: (bytes) => void socket.write(bytes),
    hangUp: () => void socket.destroy(),
  };
}
