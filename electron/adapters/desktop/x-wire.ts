import { cookieName } from './x-cookie.ts';

/**
 * As much of the X11 protocol (“Protocol Encoding”) as finding a selection's owner takes; with npm's `x11` the main
 * process would be more than twice as large. Little-endian throughout.
 */
const opcodes = { changeWindowAttributes: 2, internAtom: 16, getSelectionOwner: 23 };
const eventMaskGiven = 1 << 11;
const structureNotify = 1 << 17;
const packetBytes = 32;

/** The first thing said to a display. `cookie` is empty where none is known. */
export function greeting(cookie: Uint8Array): Buffer {
  const name = Buffer.from(cookie.length === 0 ? '' : cookieName);
  const start = Buffer.alloc(12);
  start.write('l');
  start.writeUInt16LE(11, 2);
  start.writeUInt16LE(name.length, 6);
  start.writeUInt16LE(cookie.length, 8);
  return Buffer.concat([start, padded(name), padded(cookie)]);
}

/** Asks for a name's atom, made if it isn't there yet; the reply's `answerOf`. */
export function atomRequest(name: string): Buffer {
  const text = Buffer.from(name);
  const start = request(opcodes.internAtom, 8 + padded(text).length);
  start.writeUInt16LE(text.length, 4);
  return Buffer.concat([start, padded(text)]);
}

/** Asks which window owns the selection; the reply's `answerOf`, 0 for none. */
export function ownerRequest(selection: number): Buffer {
  const start = request(opcodes.getSelectionOwner, 8);
  start.writeUInt32LE(selection, 4);
  return start;
}

/** From now on a window's end, and what is announced at it, come as events. */
export function watchRequest(window: number): Buffer {
  const start = request(opcodes.changeWindowAttributes, 16);
  start.writeUInt32LE(window, 4);
  const rest = Buffer.alloc(8);
  rest.writeUInt32LE(eventMaskGiven, 0);
  rest.writeUInt32LE(structureNotify, 4);
  return Buffer.concat([start, rest]);
}

/** How many bytes the display's answer to the greeting has, or how many are needed to tell. */
export function greetedLength(bytes: Buffer): number {
  return bytes.length < 8 ? 8 : 8 + 4 * bytes.readUInt16LE(6);
}

/** The first screen's root window, from the answer to the greeting; null when it was a refusal. */
export function rootWindow(answer: Buffer): number | null {
  if (answer[0] !== 1 || answer.length < 40) return null;
  const vendorLength = answer.readUInt16LE(24);
  const formats = answer.readUInt8(29);
  const screen = 40 + 4 * Math.ceil(vendorLength / 4) + 8 * formats;
  return answer.length < screen + 4 ? null : answer.readUInt32LE(screen);
}

/** How many bytes the next reply, event or error has, or how many are needed to tell. */
export function packetLength(bytes: Buffer): number {
  if (bytes.length < packetBytes) return packetBytes;
  const isLong = kindOf(bytes) === 'reply' || bytes.readUInt8(0) % 128 === 35;
  return packetBytes + (isLong ? 4 * bytes.readUInt32LE(4) : 0);
}

export function kindOf(packet: Buffer): 'error' | 'reply' | 'event' {
  if (packet[0] === 0) return 'error';
  return packet[0] === 1 ? 'reply' : 'event';
}

/** The atom or the window that a reply gives. */
export function answerOf(reply: Buffer): number {
  return reply.readUInt32LE(8);
}

/** A request's beginning; its length counts what is put after it. */
function request(opcode: number, length: number): Buffer {
  const start = Buffer.alloc(8);
  start.writeUInt8(opcode, 0);
  start.writeUInt16LE(length / 4, 2);
  return start;
}

function padded(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
