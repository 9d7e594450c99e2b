import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type Bus, busItself, openBus } from '../../dbus/bus.ts';
import { BusError } from '../../dbus/bus-error.ts';
import { withFewCalls } from '../../dbus/few-calls.ts';
import type { BusMessage } from '../../dbus/messages.ts';
import { missing, SessionLost, troubleOf } from './failures.ts';
import { ownerOf, startService } from './name-owner.ts';
import { faces, secretsName } from './names.ts';
import { openSession, type Session } from './session.ts';

/** 100 values of 64 KiB, sealed and encoded, with room. */
const longestBytes = 1 << 24;
/** gnome-keyring 42 was seen to crash after some 60,000 calls on one connection. */
const mostCalls = 20_000;
/** The service hears of a closed connection from the bus, a moment later: gnome-keyring was seen to crash at both at once. */
const settleMs = 50;

const nameChange = z.tuple([z.literal(secretsName), z.string(), z.string()]);

/** What happens to the service, without anybody having asked it. */
export interface LinkEvents {
  /** A collection came, went or changed, or a late answer came: facts are to be looked at. */
  onChange(): void;
  /** Another program has the service's name. */
  onOwner(): void;
  /** Nobody has the name any more, or the bus is gone. */
  onGone(): void;
  /** A prompt of ours was completed. */
  onCompleted(prompt: string, body: readonly unknown[]): void;
}

interface Connection {
  readonly bus: Bus;
  /** Who has the service's name now; null: nobody. */
  owner: string | null;
  /** How often the bus said that it changed: since then, what it was asked before that is no news. */
  ownerChanges: number;
  session: Promise<Session> | null;
  calls: number;
  /** Another one is to take its place. */
  isSpent: boolean;
}

/**
 * The one connection to the Secret Service, and the session on it: opened with the first use, and again when the bus or the
 * service was restarted.
 */
export class SecretServiceLink {
  readonly #paths: readonly string[];
  readonly #events: LinkEvents;
  #connection: Promise<Connection> | null = null;
  #closed = false;
  #holder = 0;

  /** `paths`: sockets of the session bus, to be tried in order. */
  constructor(paths: readonly string[], events: LinkEvents) {
    this.#paths = paths;
    this.#events = events;
  }

  /** A number that is another one as soon as another program may have the service's name. */
  get holder(): number {
    return this.#holder;
  }

  /** The session with whoever is the service now, which the bus starts where nobody is. Rejects with a `KeychainTrouble`. */
  async session(): Promise<Session> {
    const connection = await this.#connect();
    connection.session ??= this.#begin(connection);
    const { session } = connection;
    // Its caller hears why; the next one begins another.
    session.catch(() => {
      if (connection.session === session) connection.session = null;
    });
    return session;
  }

  /** The session again, after this one turned out to be over. */
  async sessionAfter(lost: Session): Promise<Session> {
    lost.end();
    const connection = await this.#connect();
    // One that never began is over, too.
    if (connection.session !== null && (await connection.session.catch(() => lost)) === lost) connection.session = null;
    return this.session();
  }

  /** The session, unless that would start a service or wake one: null where there is none yet. */
  async present(): Promise<Session | null> {
    const connection = await this.#connect();
    return connection.owner === null ? null : this.session();
  }

  /** Called while no call is under way: a connection that carried very many is closed, so that the next use opens another. */
  async renew(): Promise<void> {
    // Whoever uses it hears why it could not be opened.
    const connection = await this.#connection?.catch(() => null);
    if (!connection || connection.calls < mostCalls) return;
    connection.isSpent = true;
    const gap = (async () => {
      connection.bus.close();
      await delay(settleMs);
      return this.#open();
    })();
    this.#keep(gap);
  }

  close(): void {
    this.#closed = true;
    void this.#connection?.then(
      ({ bus }) => bus.close(),
      () => {},
    );
  }

  async #connect(): Promise<Connection> {
    if (this.#closed) throw missing();
    const present = this.#connection ?? this.#keep(this.#open());
    const connection = await present;
    if (connection.bus.isOpen()) return connection;
    if (this.#connection === present) this.#connection = null;
    return this.#connection ?? this.#keep(this.#open());
  }

  #keep(opening: Promise<Connection>): Promise<Connection> {
    this.#connection = opening;
    const forget = () => {
      if (this.#connection === opening) this.#connection = null;
    };
    opening.then(({ bus }) => bus.closed.then(forget), forget);
    return opening;
  }

  async #open(): Promise<Connection> {
    let connection: Connection | null = null;
    const take = (signal: BusMessage) => {
      if (connection !== null && !this.#closed) this.#hear(connection, signal);
    };
    const options = {
      onSignal: take,
      onDirectedSignal: take,
      onLateAnswer: this.#events.onChange,
      longestBytes,
    };
    const bus = withFewCalls(await openFirst(this.#paths, options), () => {
      if (connection !== null) connection.calls += 1;
    });
    connection = { bus, owner: null, ownerChanges: 0, session: null, calls: 0, isSpent: false };
    const opened = connection;
    void bus.closed.then(async () => {
      // One that never began has nothing to end.
      await opened.session?.then((session) => session.end()).catch(() => {});
      if (!this.#closed && !opened.isSpent) this.#events.onGone();
    });
    try {
      const { destination: sender, interface: busInterface } = busItself;
      await bus.listen({ sender, interface: busInterface, member: 'NameOwnerChanged', arg0: secretsName });
      await bus.listen({ sender: secretsName, interface: faces.service });
      await bus.listen({ sender: secretsName, interface: faces.prompt, member: 'Completed' });
      await this.#learnOwner(connection, () => ownerOf(bus));
      return connection;
    } catch (error) {
      bus.close();
      throw troubleOf(error);
    }
  }

  async #begin(connection: Connection): Promise<Session> {
    const { bus } = connection;
    try {
      if (connection.owner === null) await this.#learnOwner(connection, () => startService(bus));
      const { owner } = connection;
      if (owner === null) throw new SessionLost();
      const session = await openSession(bus, owner);
      // The name may have changed hands meanwhile.
      if (connection.owner !== owner) throw new SessionLost();
      return session;
    } catch (error) {
      throw troubleOf(error);
    }
  }

  /** Asks who has the name. What the bus signalled meanwhile is younger than its answer, or the same. */
  async #learnOwner(connection: Connection, ask: () => Promise<string | null>): Promise<void> {
    const { ownerChanges } = connection;
    const owner = await ask();
    if (connection.ownerChanges !== ownerChanges) return;
    connection.owner = owner;
    this.#holder += 1;
  }

  /** Anybody may send a signal: only the bus itself, and who has the name, are listened to. */
  #hear(connection: Connection, { sender, interface: face, member, path, body }: BusMessage): void {
    if (sender === busItself.destination && member === 'NameOwnerChanged') {
      const { data } = nameChange.safeParse(body);
      if (data !== undefined) this.#setOwner(connection, data[2] === '' ? null : data[2]);
    }
    if (sender === undefined || sender !== connection.owner) return;
    if (face === faces.service) this.#events.onChange();
    if (face === faces.prompt && path !== undefined && body !== null) this.#events.onCompleted(path, body);
  }

  #setOwner(connection: Connection, owner: string | null): void {
    connection.ownerChanges += 1;
    if (connection.owner === owner) return;
    connection.owner = owner;
    this.#holder += 1;
    const { session } = connection;
    connection.session = null;
    // One that never began has nothing to end.
    void session?.then((one) => one.end()).catch(() => {});
    if (owner === null) this.#events.onGone();
    else this.#events.onOwner();
  }
}

async function openFirst(paths: readonly string[], options: Parameters<typeof openBus>[1]): Promise<Bus> {
  let trouble = missing();
  for (const path of paths) {
    try {
      return await openBus(path, options);
    } catch (error) {
      trouble = error instanceof BusError && error.trouble === 'timeout' ? troubleOf(error) : missing();
    }
  }
  throw trouble;
}
