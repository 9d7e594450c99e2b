import { createConnection, type Socket } from 'node:net';
import type { BusCall, BusMessage } from './bus-messages.ts';
import { callBytes, isError, isReply, isSignal, messageReader } from './bus-messages.ts';

/** For how long an answer is waited for. A bus answers at once; a service may hang. */
const timeoutMs = 5_000;
/** In bytes, of what a bus says before the first message. */
const longestLine = 4_096;

/** A connection to a D-Bus message bus. It keeps no process alive, and is not opened again once it is closed. */
export interface Bus {
  /** The reply's body. Rejects on an error reply, when nobody has the name, after 5 s, and when the connection closes. */
  call(call: BusCall): Promise<readonly unknown[]>;
  /** From now on signals that fit the rule come to `onSignal`. */
  listen(rule: SignalRule): Promise<void>;
  /** Resolves when the connection is closed, by whomever. */
  readonly closed: Promise<void>;
  close(): void;
}

/** `sender` is a well-known name: the bus lets through what comes from the name's owner of the moment, and nobody else. */
export interface SignalRule {
  readonly sender: string;
  readonly interface: string;
  readonly member: string;
  readonly path?: string;
  readonly arg0?: string;
}

/** How the bus itself is spoken to. */
export const busItself = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/**
 * Connects to the bus at the socket. `onSignal` gets what was listened for, and nothing else: a signal sent to us alone
 * passes by the bus's look at our rules, anybody may have sent it, and it is dropped.
 *
 * The library's own connection isn't used: a message it can't read ends the process, and any local user can send one.
 */
export async function openBus(socketPath: string, onSignal: (signal: BusMessage) => void): Promise<Bus> {
  const socket = createConnection(socketPath).unref();
  // `close` follows, and tells all who wait.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const waiting = new Map<number, { resolve(body: readonly unknown[]): void; reject(error: Error): void }>();
  let lastSerial = 0;

  const take = (message: BusMessage) => {
    if (isSignal(message) && message.destination === undefined) onSignal(message);
    if (!isReply(message) || message.replySerial === undefined) return;
    const call = waiting.get(message.replySerial);
    if (isError(message)) call?.reject(new Error(message.errorName ?? 'the call failed'));
    else call?.resolve(message.body);
  };

  const call = async (request: BusCall) => {
    if (!socket.writable) throw new Error('the bus is gone');
    lastSerial += 1;
    const serial = lastSerial;
    const { promise, resolve, reject } = Promise.withResolvers<readonly unknown[]>();
    waiting.set(serial, { resolve, reject });
    const timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs).unref();
    socket.write(callBytes(request, serial));
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      waiting.delete(serial);
    }
  };

  void closed.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the bus is gone'));
  });
  try {
    await authenticate(socket, messageReader(take));
    await call({ ...busItself, member: 'Hello' });
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return {
    call,
    async listen(rule) {
      const parts = Object.entries({ type: 'signal', ...rule }).map(([key, value]) => `${key}='${value}'`);
      await call({ ...busItself, member: 'AddMatch', signature: 's', body: [parts.join(',')] });
    },
    closed,
    close: () => void socket.destroy(),
  };
}

/** D-Bus specification, “Authentication Protocol”: the kernel tells the bus who we are. Then the messages go to `read`. */
function authenticate(socket: Socket, read: (chunk: Buffer) => void): Promise<void> {
  const user = Buffer.from(String(process.getuid?.())).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  return new Promise((resolve, reject) => {
    let said = Buffer.alloc(0);
    const hear = (chunk: Buffer) => {
      said = Buffer.concat([said, chunk]);
      const end = said.indexOf('\r\n');
      // No bus says more than a line of some hundred bytes: whatever does is none.
      if (end === -1 && said.length > longestLine) return reject(new Error('the bus refused us'));
      if (end === -1) return;
      if (!said.toString('latin1', 0, end).startsWith('OK ')) return reject(new Error('the bus refused us'));
      socket.off('data', hear).setTimeout(0);
      socket.write('BEGIN\r\n');
      socket.on('data', read);
      read(said.subarray(end + 2));
      resolve();
    };
    socket.on('data', hear);
    socket.setTimeout(timeoutMs, () => socket.destroy());
    socket.once('close', () => reject(new Error('the bus is gone')));
  });
}
