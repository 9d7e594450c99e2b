import { z } from 'zod';
import { readValues } from './read-values.ts';
import { parseSignature } from './signature.ts';
import { BusWriter } from './write-values.ts';

/**
 * D-Bus messages as bytes (D-Bus specification, “Message Protocol”), written here: npm's `dbus-native`, and `dbus-next` by the
 * same reader, take an array's length as it is said and read on past the end of the message until the process is out of
 * memory; and the first writes a value of 64 KiB byte by byte, in 24 ms of the main thread, which here is one copy.
 */

/** Numbers of “Message Format”. */
const types = { call: 1, return: 2, error: 3, signal: 4 };
const noAutoStart = 2;
const headerBytes = 16;
const fieldsFrom = 12;

/** A longer message is passed over, so that nobody can fill the memory. What most of Clavis listens for is short. */
const usualLongestBytes = 1 << 18;
/** “Maximum message length”: of which no bus takes more. */
const longestOfAll = 1 << 27;
/** Of a message that is passed over, to know which call it answers. */
const longestFields = 1 << 16;

/** Codes of “Header Fields”. */
const fieldNames: Readonly<Record<number, keyof z.infer<typeof fields>>> = {
  1: 'path',
  2: 'interface',
  3: 'member',
  4: 'errorName',
  5: 'replySerial',
  6: 'destination',
  7: 'sender',
  8: 'signature',
};

const fields = z.object({
  replySerial: z.number().optional(),
  sender: z.string().optional(),
  destination: z.string().optional(),
  path: z.string().optional(),
  interface: z.string().optional(),
  member: z.string().optional(),
  errorName: z.string().optional(),
  signature: z.string().optional(),
});
const fieldPairs = z.array(z.tuple([z.number(), z.object({ value: z.unknown() })]));
/** “Message Format”: byte order, type, flags, version, length of the body, serial, header fields. */
const headerTypes = parseSignature('yyyyuua(yv)');

/** A message as it came: nothing in it is to be trusted but `sender`, which the bus wrote. */
export interface BusMessage extends z.infer<typeof fields> {
  readonly type: number;
  /** null: it is too long, or not as it says. Read when it is asked for: anybody may send what nobody wants to know. */
  readonly body: readonly unknown[] | null;
}

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
  /** Whether the bus may start the service where nobody has its name: else who isn't there is not woken by our asking. */
  readonly startsService?: boolean;
}

/** A variant's one value. */
export const variant = z.object({ signature: z.string(), value: z.unknown() }).transform(({ value }) => value);

export function isReply({ type }: BusMessage): boolean {
  return type === types.return || type === types.error;
}

export function isError({ type }: BusMessage): boolean {
  return type === types.error;
}

export function isSignal({ type }: BusMessage): boolean {
  return type === types.signal;
}

/** The bytes of a call. Throws `BusFormatError` where its body is not as its signature says. */
export function callBytes(call: BusCall, serial: number): Buffer {
  const { signature = '', body = [], startsService = false } = call;
  const bodyWriter = new BusWriter();
  bodyWriter.write(parseSignature(signature), body);
  const bodyBytes = bodyWriter.finish();
  const given = [
    field(1, 'o', call.path),
    field(2, 's', call.interface),
    field(3, 's', call.member),
    field(6, 's', call.destination),
    ...(signature === '' ? [] : [field(8, 'g', signature)]),
  ];
  const flags = startsService ? 0 : noAutoStart;
  const writer = new BusWriter();
  writer.write(headerTypes, ['l'.charCodeAt(0), types.call, flags, 1, bodyBytes.length, serial, given]);
  writer.align(8);
  const message = Buffer.concat([writer.finish(), bodyBytes]);
  bodyBytes.fill(0);
  return message;
}

const field = (code: number, signature: string, value: string) => [code, { signature, value }];

export interface ReaderOptions {
  /** In bytes; of a longer message only the header is read. */
  readonly longestBytes?: number;
  /** What comes is no D-Bus, and nothing more of it is read. */
  readonly onBroken?: () => void;
}

export interface MessageReader {
  (chunk: Buffer): void;
  /** Whether a message has begun and not ended. */
  isWithin(): boolean;
}

/** Takes a connection's bytes as they come, and gives its messages. One whose header can't be understood is passed over. */
export function messageReader(
  onMessage: (message: BusMessage) => void,
  { longestBytes = usualLongestBytes, onBroken }: ReaderOptions = {},
): MessageReader {
  let chunks: Buffer[] = [];
  let waiting = 0;
  /** From how many bytes on there is something to be done. */
  let needed = headerBytes;
  let toSkip = 0;
  let isBroken = false;
  const read = (chunk: Buffer): void => {
    if (isBroken) return;
    chunks.push(chunk);
    waiting += chunk.length;
    // Put together only when a message is whole: at each piece, one that comes in many would be copied as many times.
    if (waiting < needed && toSkip === 0) return;
    let unread = Buffer.concat(chunks);
    const keep = (least: number): void => {
      chunks = unread.length === 0 ? [] : [unread];
      waiting = unread.length;
      needed = least;
    };
    for (;;) {
      const skipped = Math.min(toSkip, unread.length);
      toSkip -= skipped;
      unread = unread.subarray(skipped);
      if (unread.length < headerBytes) return void keep(headerBytes);
      const { whole, bodyAt } = lengthsOf(unread);
      const isTooLong = whole > longestBytes;
      if (whole > longestOfAll || (isTooLong && bodyAt > longestFields)) {
        isBroken = true;
        chunks = [];
        return void onBroken?.();
      }
      const wanted = isTooLong ? bodyAt : whole;
      if (unread.length < wanted) return void keep(wanted);
      const message = parse(unread.subarray(0, wanted), bodyAt, isTooLong);
      if (isTooLong) toSkip = whole;
      else unread = unread.subarray(whole);
      if (message !== null) onMessage(message);
    }
  };
  return Object.assign(read, { isWithin: () => waiting > 0 || toSkip > 0 });
}

const isLittle = (header: Buffer): boolean => header[0] === 'l'.charCodeAt(0);

/** How long the whole message is, and where its body begins. */
function lengthsOf(header: Buffer): { whole: number; bodyAt: number } {
  const [body, fieldBytes] = isLittle(header)
    ? [header.readUInt32LE(4), header.readUInt32LE(fieldsFrom)]
    : [header.readUInt32BE(4), header.readUInt32BE(fieldsFrom)];
  const bodyAt = headerBytes + Math.ceil(fieldBytes / 8) * 8;
  return { whole: bodyAt + body, bodyAt };
}

function parse(bytes: Buffer, bodyAt: number, isTooLong: boolean): BusMessage | null {
  const little = isLittle(bytes);
  const header = attempt(() => {
    const pairs = readValues(bytes.subarray(0, bodyAt), headerTypes, little).values.at(-1);
    const known = fieldPairs.parse(pairs).flatMap(([code, { value }]) => {
      const name = fieldNames[code];
      return name === undefined ? [] : [[name, value] as const];
    });
    return fields.parse(Object.fromEntries(known));
  });
  if (header === null) return null;
  const readBody = () => {
    const rest = bytes.subarray(bodyAt);
    const { values, end } = readValues(rest, parseSignature(header.signature ?? ''), little);
    return end === rest.length ? values : null;
  };
  let body: readonly unknown[] | null | undefined;
  return {
    ...header,
    type: bytes[1] ?? 0,
    get body() {
      body ??= isTooLong ? null : attempt(readBody);
      return body;
    },
  };
}

/** Null for what is not as it says: a peer may send anything. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    // What was wrong with it is the peer’s affair; its text could hold anything.
    return null;
  }
}
