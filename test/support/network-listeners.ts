import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { connect as connectTcp, createServer, type Server, type Socket as TcpSocket } from 'node:net';
import { networkInterfaces } from 'node:os';

/** What has reached the listeners. */
export interface Arrivals {
  readonly packets: number;
  readonly connections: number;
}

/** UDP and TCP listeners on one port of every address of this machine: nothing sent to them leaves it. */
export interface NetworkListeners {
  readonly port: number;
  /** How a page names them: the addresses as they stand in a URL, and names that every browser takes for this machine. */
  readonly hosts: readonly string[];
  /** What arrived but for the control messages. */
  arrivals(): Arrivals;
  /** The first part of each path that was asked for over HTTP. */
  requested(): readonly string[];
  /** Sends a packet to, and opens a connection with, each listener; resolves when all have been counted. */
  control(): Promise<void>;
  close(): Promise<void>;
}

const answer =
  'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
const controlMark = 'control message';
const attempts = 20;

/** Loopback, and the machine's own addresses but for link-local ones, which need a zone. */
function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return [...new Set(all.map(({ address }) => address).filter((address) => !address.startsWith('fe80:')))];
}

class Listener {
  readonly address: string;
  readonly requested: string[] = [];
  readonly #udp: Socket;
  readonly #tcp: Server = createServer();
  readonly #sockets = new Set<TcpSocket>();
  readonly #seen = { packets: 0, connections: 0, controlPackets: 0, controlConnections: 0 };
  #onControl: () => void = () => {};

  constructor(address: string) {
    this.address = address;
    this.#udp = createSocket(address.includes(':') ? { type: 'udp6', ipv6Only: true } : { type: 'udp4' });
    this.#udp.on('message', (message) => {
      this.#seen.packets += 1;
      if (message.toString('latin1') !== controlMark) return;
      this.#seen.controlPackets += 1;
      this.#onControl();
    });
    this.#tcp.on('connection', (socket) => {
      this.#seen.connections += 1;
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => {
        // The browser drops what it no longer wants.
      });
      socket.once('data', (data) => {
        const text = data.toString('latin1');
        if (text === controlMark) {
          this.#seen.controlConnections += 1;
          this.#onControl();
        }
        const [, path] = /^[A-Z]+ \/([^ /]*)/.exec(text) ?? [];
        if (path !== undefined) this.requested.push(decodeURIComponent(path));
        socket.end(answer);
      });
    });
  }

  /** Binds both to the port, 0 for a free one; rejects where one is taken. */
  async listen(port: number): Promise<number> {
    const bound = once(this.#tcp, 'listening');
    this.#tcp.listen({ port, host: this.address, ipv6Only: true });
    await bound;
    const place = this.#tcp.address();
    const taken = typeof place === 'object' && place !== null ? place.port : 0;
    await new Promise<void>((resolve, reject) => {
      this.#udp.once('error', reject);
      this.#udp.bind({ port: taken, address: this.address }, resolve);
    });
    return taken;
  }

  arrivals(): Arrivals {
    const { packets, connections, controlPackets, controlConnections } = this.#seen;
    return { packets: packets - controlPackets, connections: connections - controlConnections };
  }

  async control(port: number): Promise<void> {
    const wanted = { packets: this.#seen.controlPackets + 1, connections: this.#seen.controlConnections + 1 };
    const counted = new Promise<void>((resolve) => {
      this.#onControl = () => {
        const { controlPackets, controlConnections } = this.#seen;
        if (controlPackets >= wanted.packets && controlConnections >= wanted.connections) resolve();
      };
    });
    const socket = connectTcp({ port, host: this.address }, () => socket.write(controlMark));
    socket.resume();
    this.#udp.send(controlMark, port, this.address);
    await Promise.all([counted, once(socket, 'close')]);
  }

  async close(): Promise<void> {
    this.#udp.close();
    const closed = new Promise((resolve) => this.#tcp.close(resolve));
    // A browser that a failed test left open keeps its connections.
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

/** Opens the listeners. They are gone when `close` resolves. */
export async function listenOnThisMachine(): Promise<NetworkListeners> {
  const listeners = await openAll();
  const { port } = listeners;
  return {
    port,
    hosts: [
      ...listeners.all.map(({ address }) => (address.includes(':') ? `[${address}]` : address)),
      'localhost',
      'secret.localhost',
    ],
    arrivals() {
      const each = listeners.all.map((listener) => listener.arrivals());
      return {
        packets: each.reduce((sum, { packets }) => sum + packets, 0),
        connections: each.reduce((sum, { connections }) => sum + connections, 0),
      };
    },
    requested: () => listeners.all.flatMap(({ requested }) => requested),
    async control() {
      await Promise.all(listeners.all.map((listener) => listener.control(port)));
    },
    async close() {
      await Promise.all(listeners.all.map((listener) => listener.close()));
    },
  };
}

/** One port that is free on every address, for both. */
async function openAll(): Promise<{ port: number; all: Listener[] }> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const all = ownAddresses().map((address) => new Listener(address));
    const bound: Listener[] = [];
    try {
      let port = 0;
      for (const listener of all) {
        port = await listener.listen(port);
        bound.push(listener);
      }
      return { port, all };
    } catch {
      // Another program has this port on one of the addresses.
      await Promise.all(bound.map((listener) => listener.close()));
    }
  }
  throw new Error('No port is free on every address of this machine.');
}
