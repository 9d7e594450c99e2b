import { timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type VaultError, vaultError } from '../../vault/errors.ts';
import type { Keychain } from '../../vault/ports.ts';
import { Secret } from '../../vault/secret.ts';
import type { KeychainFailure } from './failure.ts';
import { KeychainLanes } from './lanes.ts';
import { KeychainLink } from './link.ts';
import type { KeychainOutcome } from './protocol.ts';

/** What the last call showed of the keychain. */
export type KeychainState = 'ready' | 'locked' | 'missing' | 'failing' | 'no-default';

export interface OpenKeychain extends Keychain {
  /** Waits up to a second for the calls under way, then ends the worker. Later calls fail. */
  close(): Promise<void>;
  /**
   * Whether a call into the system has not come back, as while a prompt to unlock is open. It can't be called off, and
   * an ordinary exit of the process waits for it: after `close`, kill the process instead.
   */
  hasBlockedCall(): boolean;
}

/** How long a caller waits. The binding aborts a call to a silent keyring after 2 s; a write is then read back for 2 s. */
const timeoutMs = 5_000;
/** The same for a list of all accounts, which reads every value. */
const listingTimeoutMs = 120_000;
/** A single operation beyond this is not slow: the system is asking the person. */
const promptAfter = 3_000;
/** Each running call holds a thread of libuv's four, which the whole process shares. */
const sideBySide = 2;

/** The OS keychain, through a worker: the binding blocks its thread. `onState` hears of each change of state. */
export function openKeychain(options: {
  service: string;
  workerUrl: URL;
  onState?: (state: KeychainState) => void;
}): OpenKeychain {
  const link = new KeychainLink(options.workerUrl, options.service);
  let state: KeychainState | null = null;
  let closed = false;
  let lastSuccess = Number.NEGATIVE_INFINITY;
  /** When the youngest call began that showed the keychain working: a call that began before it has old news. */
  let readySince = Number.NEGATIVE_INFINITY;
  // One at a time while it doesn't work: each call could open a prompt of its own, or wait its 2 s in vain.
  const lanes = new KeychainLanes(() => (state === 'ready' ? sideBySide : 1));

  const setState = (next: KeychainState) => {
    if (next === state) return;
    state = next;
    options.onState?.(next);
  };

  const setReady = (began: number) => {
    readySince = Math.max(readySince, began);
    setState('ready');
  };

  const setTrouble = (next: KeychainState, began: number) => {
    if (began >= readySince) setState(next);
  };

  /** `began`: when the call was sent, in the milliseconds of `performance.now()`. */
  const learn = (outcome: KeychainOutcome, began: number) => {
    if (!outcome.ok) return setTrouble(stateAfter[outcome.failure.kind], began);
    lastSuccess = performance.now();
    // A locked one still knows what it doesn't hold, one without a keyring holds nothing: only a value shows a change.
    if ((state !== 'locked' && state !== 'no-default') || outcome.bytes !== null) setReady(began);
  };

  /** Whether the system has a prompt open: it keeps a call, and not because nothing answers. */
  const isAsking = async () => link.longest() > promptAfter && (await link.answers());

  /** The outcome of `job`, or the error for having waited too long. A job that no one waits for isn't started. */
  const inTurn = (account: string, job: (began: number) => Promise<KeychainOutcome>, most = timeoutMs) =>
    new Promise<Uint8Array | null>((resolve, reject) => {
      if (closed) return reject(vaultError('KEYCHAIN_FAILED', { reason: 'Clavis is closing' }));
      let given = false;
      let started = false;
      const timer = setTimeout(() => {
        // In a long line that moves, waiting is no sign of trouble.
        if (!started && performance.now() - lastSuccess < timeoutMs) return void timer.refresh();
        given = true;
        const waitedUntil = performance.now();
        void isAsking().then((asking) => {
          setTrouble(asking ? 'locked' : 'failing', waitedUntil);
          reject(vaultError(asking ? 'KEYCHAIN_LOCKED' : 'KEYCHAIN_TIMEOUT'));
        });
      }, most);
      lanes.run(account, async () => {
        if (given) return;
        started = true;
        if (state === 'ready') timer.refresh();
        const began = performance.now();
        const outcome = await job(began);
        clearTimeout(timer);
        learn(outcome, began);
        if (outcome.ok) resolve(outcome.bytes);
        else reject(errorFor(outcome.failure));
      });
    });

  return {
    async read(account) {
      const bytes = await inTurn(account, () => link.send('read', account, null));
      return bytes === null ? null : toSecret(bytes);
    },

    async write(account, value) {
      if (!value.reveal().isWellFormed())
        throw vaultError('KEYCHAIN_FAILED', { reason: 'the value is not valid text' });
      await inTurn(account, async (began) => {
        const written = await link.send('write', account, toBytes(value));
        if (written.ok) setReady(began);
        if (written.ok || !written.failure.unclear) return written;
        const held = await link.send('read', account, null);
        return held.ok && held.bytes !== null && same(held.bytes, toBytes(value)) ? { ok: true, bytes: null } : written;
      });
    },

    async remove(account) {
      await inTurn(account, () => link.send('remove', account, null));
    },

    async accounts() {
      const bytes = await inTurn('', () => link.send('accounts', '', null), listingTimeoutMs);
      const names: unknown = bytes === null ? [] : JSON.parse(new TextDecoder().decode(bytes));
      return Array.isArray(names) ? names.map(String) : [];
    },

    async close() {
      closed = true;
      const tooLong = new AbortController();
      await Promise.race([lanes.idle(), delay(1_000, null, { signal: tooLong.signal }).catch(() => null)]);
      tooLong.abort();
      await link.close();
    },

    hasBlockedCall: () => link.longest() > 0,
  };
}

const stateAfter = {
  locked: 'locked',
  missing: 'missing',
  'no-default': 'no-default',
  timeout: 'failing',
  failed: 'failing',
  refused: 'ready',
} satisfies Record<KeychainFailure['kind'], KeychainState>;

function errorFor(failure: KeychainFailure): VaultError {
  if (failure.kind === 'locked') return vaultError('KEYCHAIN_LOCKED');
  if (failure.kind === 'missing') return vaultError('KEYCHAIN_MISSING');
  if (failure.kind === 'no-default') return vaultError('KEYCHAIN_NO_DEFAULT');
  if (failure.kind === 'timeout') return vaultError('KEYCHAIN_TIMEOUT');
  return vaultError('KEYCHAIN_FAILED', { reason: failure.reason });
}

/** A buffer of its own, so that it can be moved. */
function toBytes(value: Secret): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value.reveal());
}

function toSecret(bytes: Uint8Array): Secret {
  try {
    return new Secret(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw vaultError('KEYCHAIN_FAILED', { reason: 'what it holds there is not text' });
  } finally {
    bytes.fill(0);
  }
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  const equal = one.length === other.length && timingSafeEqual(one, other);
  one.fill(0);
  other.fill(0);
  return equal;
}
