import { createConnection } from 'node:net';
import { authenticate } from './authenticate.ts';
import { BusError } from './bus-error.ts';
import { inTurns } from './in-turns.ts';
import { type BusCall, type BusMessage, callBytes, isError, isReply, isSignal, messageReader } from './messages.ts';

/** For how long an answer is waited for, unless the call says otherwise. A bus answers at once; a service may hang. */
const usualTimeoutMs = 5_000;
/** Bytes that wait for a bus which takes none: beyond them calls are refused. */
const mostUnsentBytes = 1 << 25;
/** Of calls whose time was over, how many are remembered to know a late answer. */
const mostLate = 256;

/** A connection to a D-Bus message bus. It keeps no process alive, and is not opened again once it is closed. */
export interface Bus {
  /** The reply's body. Rejects with a `BusError`, and with a `BusFormatError` where the call itself is none. */
  call(call: BusCall, timeoutMs?: number): Promise<readonly unknown[]>;
  /** From now on signals that fit the rule come to `onSignal`. */
  listen(rule: SignalRule): Promise<void>;
  /** Resolves when the connection is closed, by whomever. */
  readonly closed: Promise<void>;
  /** False from the moment on in which it ends. */
  isOpen(): boolean;
  close(): void;
}

/** `sender` is a well-known name: the bus lets through what comes from the name's owner of the moment, and nobody else. */
export interface SignalRule {
  readonly sender: string;
  readonly interface: string;
  readonly member?: string;
  readonly path?: string;
  readonly arg0?: string;
}

export interface BusOptions {
  /**
   * Gets what was listened for, and nothing else: a signal sent to us alone passes by the bus's look at our rules, anybody may
   * have sent it, and it is dropped.
   */
  readonly onSignal?: (signal: BusMessage) => void;
  /** Gets the signals sent to us alone. Anybody may have sent them: it looks at `sender`, and only then at the body. */
  readonly onDirectedSignal?: (signal: BusMessage) => void;
  /** A call whose time was over was answered after all. */
  readonly onLateAnswer?: () => void;
  /** The longest message that is read, in bytes; 256 KiB where it isn't said. */
  readonly longestBytes?: number;
}

/** How the bus itself is spoken to. */
export const busItself = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** A call without an answer yet. */
interface Waiting {
  readonly destination: string;
  resolve(body: readonly unknown[]): void;
  reject(error: Error): void;
}

/** Whether it comes from whom was asked. Who has a well-known name is known to the bus alone. */
function isFrom({ sender }: BusMessage, asked: string): boolean {
  return sender === asked || (!asked.startsWith(':') && asked !== busItself.destination);
}

/** Connects to the bus at the socket. What was sent is wiped when the system has it: it may hold a value. */
export async function openBus(socketPath: string, options: BusOptions = {}): Promise<Bus> {
  const socket = createConnection(socketPath).unref();
  // `close` follows, and tells all who wait.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const waiting = new Map<number, Waiting>();
  const late = new Set<number>();
  let lastSerial = 0;

  const takeReply = (message: BusMessage, serial: number) => {
    if (late.delete(serial)) return options.onLateAnswer?.();
    const call = waiting.get(serial);
    if (call === undefined || !isFrom(message, call.destination)) return;
    if (isError(message)) call.reject(new BusError('refused', message.errorName ?? 'an error without a name'));
    else if (message.body === null) call.reject(new BusError('unreadable'));
    else call.resolve(message.body);
  };

  const take = (message: BusMessage) => {
    if (isReply(message) && message.replySerial !== undefined) return takeReply(message, message.replySerial);
    if (!isSignal(message)) return;
    if (message.destination !== undefined) options.onDirectedSignal?.(message);
    else if (message.body !== null) options.onSignal?.(message);
  };

  const { longestBytes } = options;
  const onBroken = () => void socket.destroy();
  const read = messageReader(take, longestBytes === undefined ? { onBroken } : { onBroken, longestBytes });

  const call = async (request: BusCall, timeoutMs = usualTimeoutMs) => {
    if (!socket.writable || socket.writableLength > mostUnsentBytes) throw new BusError('gone');
    lastSerial += 1;
    const serial = lastSerial;
    const bytes = callBytes(request, serial);
    const { promise, resolve, reject } = Promise.withResolvers<readonly unknown[]>();
    waiting.set(serial, { destination: request.destination, resolve, reject });
    const timer = setTimeout(() => {
      // A bus passes on whole messages: what doesn't end by now never will, and all that comes would be taken for its rest.
      if (read.isWithin()) socket.destroy();
      if (late.size < mostLate) late.add(serial);
      reject(new BusError('timeout'));
    }, timeoutMs).unref();
    socket.write(bytes, () => void bytes.fill(0));
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      waiting.delete(serial);
    }
  };

  void closed.then(() => {
    for (const { reject } of waiting.values()) reject(new BusError('gone'));
  });
  try {
    await authenticate(socket, inTurns(socket, read), usualTimeoutMs);
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
    isOpen: () => socket.writable,
    close: () => void socket.destroy(),
  };
}
