import { createConnection, type Socket } from 'node:net';

const prompter = 'org.gnome.keyring.SystemPrompter';

/** Called, it dismisses the prompts. */
export interface SilentPrompter {
  (): void;
  /** How many prompts were opened. */
  opened(): number;
}

/**
 * Takes the name of the desktop's password prompter on the bus and never answers: whoever unlocks the keyring then
 * waits as for a prompt that nobody types into. Speaks just enough of D-Bus' wire protocol (D-Bus Specification,
 * “Message Protocol”) to own a name. Giving the name up dismisses the prompts.
 */
export async function openSilentPrompter(socketPath: string): Promise<SilentPrompter> {
  const socket = createConnection(socketPath);
  const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${uid}\r\n`);
  await received(socket, (text) => text.startsWith('OK '));
  socket.write('BEGIN\r\n');
  socket.write(callToBus(1, 'Hello', null));
  const noFlags = Buffer.alloc(4);
  const name = text(prompter);
  socket.write(callToBus(2, 'RequestName', { signature: 'su', bytes: Buffer.concat([name, gap(name, 4), noFlags]) }));
  await received(socket, (text) => text.includes(prompter));
  let opened = 0;
  socket.on('data', (bytes) => {
    opened += bytes.toString('latin1').split('BeginPrompting').length - 1;
  });
  return Object.assign(() => void socket.destroy(), { opened: () => opened });
}

async function received(socket: Socket, enough: (text: string) => boolean): Promise<void> {
  let soFar = '';
  await new Promise<void>((resolve, reject) => {
    const take = (bytes: Buffer) => {
      soFar += bytes.toString('latin1');
      if (!enough(soFar)) return;
      socket.off('data', take);
      resolve();
    };
    socket.on('data', take);
    socket.once('error', reject);
  });
}

/** A method call to the bus itself: fixed header, header fields each at a multiple of 8, body. Little-endian. */
function callToBus(serial: number, member: string, body: { signature: string; bytes: Buffer } | null): Buffer {
  const given: [code: number, type: string, value: Buffer][] = [
    [1, 'o', text('/org/freedesktop/DBus')],
    [2, 's', text('org.freedesktop.DBus')],
    [3, 's', text(member)],
    [6, 's', text('org.freedesktop.DBus')],
  ];
  if (body !== null)
    given.push([8, 'g', Buffer.from(`${String.fromCharCode(body.signature.length)}${body.signature}\0`)]);
  let fields = Buffer.alloc(0);
  for (const [code, type, value] of given) {
    fields = Buffer.concat([fields, gap(fields, 8), Buffer.from([code, 1, type.charCodeAt(0), 0]), value]);
  }
  const fixed = Buffer.from('l\x01\x00\x01............', 'latin1');
  fixed.writeUInt32LE(body?.bytes.length ?? 0, 4);
  fixed.writeUInt32LE(serial, 8);
  fixed.writeUInt32LE(fields.length, 12);
  return Buffer.concat([fixed, fields, gap(fields, 8), body?.bytes ?? Buffer.alloc(0)]);
}

/** Length, bytes, NUL. */
function text(value: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(Buffer.byteLength(value));
  return Buffer.concat([length, Buffer.from(`${value}\0`)]);
}

function gap(before: Buffer, multiple: number): Buffer {
  return Buffer.alloc((multiple - (before.length % multiple)) % multiple);
}
