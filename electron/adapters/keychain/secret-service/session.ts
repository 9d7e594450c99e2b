import { z } from 'zod';
import type { Bus } from '../../dbus/bus.ts';
import { BusError } from '../../dbus/bus-error.ts';
import { SessionLost, troubleOf, unreadable } from './failures.ts';
import { beginKeyExchange } from './key-exchange.ts';
import { faces, servicePath } from './names.ts';
import { encryptedCipher, plainCipher, type SessionCipher } from './session-cipher.ts';

/** Secret Service API, “Transfer of Secrets”. */
const encrypted = 'dh-ietf1024-sha256-aes128-cbc-pkcs7';
const plain = 'plain';
/** Chance makes two of them necessary once in 256 times. */
const mostExchanges = 8;

/** How a call into the service is made. */
export interface ServiceCall {
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** The values sealed for one program that has the service's name, as long as it has it. */
export interface Session {
  /** The object that stands for it over there. */
  readonly path: string;
  readonly cipher: SessionCipher;
  /** What the last look found, as a hint of what the next one finds; null: no collection, or a locked one. */
  readonly seen: { openCollection: string | null };
  /** Rejects with a `KeychainTrouble`; with `SessionLost` as soon as the session ends, too. */
  call(call: ServiceCall, timeoutMs?: number): Promise<readonly unknown[]>;
  /** Aborted when the session is over. */
  readonly ended: AbortSignal;
  /** Something was not sealed as agreed: after this work another session is opened. */
  distrust(): void;
  isDistrusted(): boolean;
  /** Ends it on our side, and wipes its key. */
  end(): void;
}

const opened = z.tuple([z.object({ signature: z.string(), value: z.unknown() }), z.string()]);

/** `owner`: the bus's own name of the program, so that nobody who takes the service's name later is spoken to. */
export async function openSession(bus: Bus, owner: string): Promise<Session> {
  const ending = new AbortController();
  const lost = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(new SessionLost()));
  });
  // Each call that waits hears of it; without one nobody has to.
  lost.catch(() => {});
  const call = async (given: ServiceCall, timeoutMs?: number) => {
    if (ending.signal.aborted) throw new SessionLost();
    try {
      return await Promise.race([bus.call({ ...given, destination: owner }, timeoutMs), lost]);
    } catch (error) {
      throw troubleOf(error);
    }
  };
  const { path, cipher } = await agree(bus, owner);
  let isDistrusted = false;
  return {
    path,
    cipher,
    seen: { openCollection: null },
    call,
    ended: ending.signal,
    distrust() {
      isDistrusted = true;
    },
    isDistrusted: () => isDistrusted,
    end() {
      ending.abort();
      cipher.forget();
    },
  };
}

/** Encrypted, or not at all where the service has nothing else. */
async function agree(bus: Bus, owner: string): Promise<{ path: string; cipher: SessionCipher }> {
  const ask = async (algorithm: string, input: { signature: string; value: unknown }) => {
    const body = [algorithm, input];
    const call = { destination: owner, path: servicePath, interface: faces.service, member: 'OpenSession' };
    const { data } = opened.safeParse(await bus.call({ ...call, signature: 'sv', body }));
    if (data === undefined || data[1] === '/') throw unreadable();
    return { output: data[0].value, path: data[1] };
  };
  try {
    for (let tries = 0; tries < mostExchanges; tries += 1) {
      const exchange = beginKeyExchange();
      const { output, path } = await ask(encrypted, { signature: 'ay', value: exchange.publicKey });
      const key = output instanceof Uint8Array ? exchange.finish(output) : null;
      if (key === null) throw unreadable();
      if (key !== 'again') return { path, cipher: encryptedCipher(key) };
    }
    throw unreadable();
  } catch (error) {
    if (!isNotSupported(error)) throw troubleOf(error);
  }
  try {
    const { path } = await ask(plain, { signature: 's', value: '' });
    return { path, cipher: plainCipher };
  } catch (error) {
    throw troubleOf(error);
  }
}

function isNotSupported(error: unknown): boolean {
  return error instanceof BusError && error.errorName === 'org.freedesktop.DBus.Error.NotSupported';
}
