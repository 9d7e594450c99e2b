/// <reference path="./dbus-native.d.ts" />
import { marshall, unmarshalMessages } from '@homebridge/dbus-native/lib/message.js';
import { z } from 'zod';

/** Numbers of the D-Bus specification, “Message Format”. */
const types = { call: 1, return: 2, error: 3, signal: 4 };
const noAutoStart = 2;
const headerBytes = 16;

/** What Clavis listens for is short; a longer message is passed over, so that nobody can fill its memory. */
const longestBytes = 1 << 18;

const message = z.object({
  type: z.number(),
  replySerial: z.number().optional(),
  sender: z.string().optional(),
  destination: z.string().optional(),
  path: z.string().optional(),
  interface: z.string().optional(),
  member: z.string().optional(),
  errorName: z.string().optional(),
  body: z.array(z.unknown()).default([]),
});

/** A message as it came: nothing in it is to be trusted but `sender`, which the bus wrote. */
export type BusMessage = z.infer<typeof message>;

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** A variant, as the library gives it: its signature's tree, and its one value. */
export const variant = z.tuple([z.unknown(), z.tuple([z.unknown()])]).transform(([, [value]]) => value);

export function isReply({ type }: BusMessage): boolean {
  return type === types.return || type === types.error;
}

export function isError({ type }: BusMessage): boolean {
  return type === types.error;
}

export function isSignal({ type }: BusMessage): boolean {
  return type === types.signal;
}

/** The bytes of a call that starts no service: who isn't there is not woken by our asking. */
export function callBytes(call: BusCall, serial: number): Buffer {
  return marshall({ ...call, type: types.call, flags: noAutoStart, serial });
}

/** Takes a connection's bytes as they come, and gives its messages. One that can't be understood is passed over. */
export function messageReader(onMessage: (message: BusMessage) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let waiting = 0;
  /** From how many bytes on there is something to be done. */
  let needed = headerBytes;
  let toSkip = 0;
  return (chunk) => {
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
      if (unread.length < headerBytes) return keep(headerBytes);
      const length = wholeLength(unread);
      if (length > longestBytes) {
        toSkip = length;
        continue;
      }
      if (unread.length < length) return keep(length);
      const parsed = parse(unread.subarray(0, length));
      unread = unread.subarray(length);
      if (parsed !== null) onMessage(parsed);
    }
  };
}

function wholeLength(header: Buffer): number {
  const little = header[0] === 'l'.charCodeAt(0);
  const [body, fields] = little
    ? [header.readUInt32LE(4), header.readUInt32LE(12)]
    : [header.readUInt32BE(4), header.readUInt32BE(12)];
  return headerBytes + Math.ceil(fields / 8) * 8 + body;
}

function parse(bytes: Buffer): BusMessage | null {
  let at = 0;
  let found: unknown = null;
  const source = {
    on: (_event: 'readable', listener: () => void) => listener(),
    read(size: number) {
      if (at + size > bytes.length || at === bytes.length) return null;
      at += size;
      return bytes.subarray(at - size, at);
    },
  };
  try {
    unmarshalMessages(
      source,
      (raw) => {
        found = raw;
      },
      {},
    );
  } catch {
    // A peer may send types that the library doesn't know (`h`, a file descriptor).
    return null;
  }
  return message.safeParse(found).data ?? null;
}
