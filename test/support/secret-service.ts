import { setTimeout as delay } from 'node:timers/promises';
import type { TestKeyring } from './keyring.ts';
import type { PrivateBus } from './private-bus.ts';

/** A keyring, a wallet or a database: what the Secret Service API calls a collection. */
export interface OneCollection {
  readonly path: string;
  /** What people call it. */
  readonly name: string;
}

/** Another one than that where values go. */
export interface SecondCollection extends OneCollection {
  /** From now on it is there, and locked. */
  make(): Promise<void>;
  open(): Promise<void>;
}

/** A Secret Service of any maker on a bus of its own, with what the tests of all of them need. */
export type TestSecretService = Pick<
  TestKeyring,
  'env' | 'lookup' | 'store' | 'clear' | 'lock' | 'unlock' | 'kill' | 'hang' | 'resume' | 'stop'
> & {
  /** The one where values go. */
  readonly collection: OneCollection;
  readonly second: SecondCollection;
  /** Opens them all: of what the service asks for in its windows. */
  readonly password: string;
  /** The title of the window in which it asks for that, a pattern. */
  readonly promptTitle: string;
  /** From now on its prompts open on the display that it was started with; the returned function ends that. */
  showPrompts(): Promise<() => Promise<void>>;
  /** Ends it if it lives, and starts one again over the same data. */
  restart(options?: { locked?: boolean }): Promise<void>;
};

/** Whether the collection is locked; null where it is not there. */
export async function isLocked(bus: PrivateBus, collection: string): Promise<boolean | null> {
  const of = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
  const reply = await bus
    .send('org.freedesktop.secrets', collection, 'org.freedesktop.DBus.Properties.Get', ...of)
    .catch(() => null);
  return reply === null ? null : reply.includes('boolean true');
}

export async function lockCollection(bus: PrivateBus, collection: string): Promise<void> {
  const method = 'org.freedesktop.Secret.Service.Lock';
  await bus.send('org.freedesktop.secrets', '/org/freedesktop/secrets', method, `array:objpath:${collection}`);
}

/** Waits until `isSo`; throws `otherwise` after a minute, or after `longestMs`. */
export async function waitUntil(isSo: () => Promise<boolean>, otherwise: string, longestMs = 60_000): Promise<void> {
  const until = performance.now() + longestMs;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(otherwise);
    await delay(20);
  }
}
