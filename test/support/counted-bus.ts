import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messageReader } from '../../electron/adapters/dbus/messages.ts';

/** A call is the `at`th from now on; `before`: the bus never hears of it, `after`: it is done, and nobody hears the answer. */
export interface Cut {
  readonly at: number;
  readonly when: 'before' | 'after';
}

export interface CountedBus {
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string };
  /** The methods that were called, in order, without those of the bus itself. */
  readonly called: readonly string[];
  /** Forgets what was called, and lets programs connect again. */
  reset(): void;
  /** Ends the connection at this call, and takes no other, as where the process died that made it. */
  cut(cut: Cut): void;
  stop(): Promise<void>;
}

/** Stands between a program and its bus, and counts what the program calls. `address`: the bus's, a unix socket. */
export async function openCountedBus(address: string): Promise<CountedBus> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-counted-'));
  const socketPath = path.join(folder, 'bus');
  const called: string[] = [];
  const sockets = new Set<Socket>();
  let cut: Cut | null = null;
  let isDead = false;

  const server = createServer((program) => {
    if (isDead) return void program.destroy();
    const bus = createConnection(address.replace('unix:path=', ''));
    let isPlain = true;
    let isLost = false;
    const end = (): void => {
      program.destroy();
      bus.destroy();
    };
    const read = messageReader(({ type, member, destination }) => {
      if (type !== 1 || member === undefined || destination === 'org.freedesktop.DBus') return;
      called.push(member);
      if (cut?.at !== called.length) return;
      isDead = true;
      if (cut.when === 'before') end();
      else isLost = true;
    });
    for (const socket of [program, bus]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    program.on('data', (chunk) => {
      // Before the messages come lines of text: “Authentication Protocol”.
      const begins = chunk.indexOf('BEGIN\r\n');
      if (!isPlain) read(chunk);
      else if (begins >= 0) {
        isPlain = false;
        read(chunk.subarray(begins + 'BEGIN\r\n'.length));
      }
      if (!bus.destroyed) bus.write(chunk);
    });
    bus.on('data', (chunk) => {
      if (isLost) end();
      else program.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));

  return {
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socketPath}` },
    called,
    reset() {
      called.length = 0;
      cut = null;
      isDead = false;
    },
    cut(next) {
      called.length = 0;
      cut = next;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}
