import type { Socket } from 'node:net';
import { BusError } from './bus-error.ts';

/** In bytes, of what a bus says before the first message. */
const longestLine = 4_096;

/**
 * D-Bus specification, “Authentication Protocol”: the kernel tells the bus who we are. Then the messages go to `read`. Rejects
 * with a `BusError`, at the latest after `timeoutMs`, however slowly it answers.
 */
export function authenticate(socket: Socket, read: (chunk: Buffer) => void, timeoutMs: number): Promise<void> {
  const user = Buffer.from(String(process.getuid?.())).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new BusError('timeout')), timeoutMs).unref();
    let said = Buffer.alloc(0);
    const hear = (chunk: Buffer) => {
      said = Buffer.concat([said, chunk]);
      const end = said.indexOf('\r\n');
      // No bus says more than a line of some hundred bytes: whatever does is none.
      if (end === -1 && said.length > longestLine) return reject(new BusError('refused'));
      if (end === -1) return;
      if (!said.toString('latin1', 0, end).startsWith('OK ')) return reject(new BusError('refused'));
      clearTimeout(timer);
      socket.off('data', hear);
      socket.write('BEGIN\r\n');
      socket.on('data', read);
      read(said.subarray(end + 2));
      resolve();
    };
    socket.on('data', hear);
    socket.once('close', () => reject(new BusError('gone')));
  });
}
