import { isVaultError } from '../../../vault/errors.ts';
import type { ReadOutcome } from '../../../vault/ports.ts';
import type { Secret } from '../../../vault/secret.ts';
import { CallQueue } from '../call-queue.ts';
import type { KeychainOptions, OpenKeychain } from '../keychain.ts';
import { KeychainFacts } from '../keychain-facts.ts';
import { assertText, sameAndWiped, toSecret } from '../secret-text.ts';
import { errorOf, KeychainTrouble, stateAfter } from '../trouble.ts';
import { classify } from './classify.ts';

/** What is used of the binding. */
export interface NativeBinding {
  open(account: string): NativeEntry;
  /** The accounts of the service; hands every value over with them. */
  accounts(): Promise<string[]>;
}

export interface NativeEntry {
  getSecret(): Promise<number[] | null>;
  setSecret(secret: Uint8Array): Promise<void>;
  deleteCredential(): Promise<boolean>;
}

/** A single call beyond this is not slow: the system is asking the person. */
const promptAfterMs = 3_000;
const listingTimeoutMs = 120_000;

/**
 * The keychain of macOS and Windows, through the native binding, which does its work on libuv's threads. One call at a time:
 * each could open a prompt of its own, and holds one of the four threads that the whole process shares.
 */
export function openNativeKeychain(
  { service, onState = () => {} }: KeychainOptions,
  load: (service: string) => Promise<NativeBinding> = loadBinding,
): OpenKeychain {
  const queue = new CallQueue(1);
  const facts = new KeychainFacts(onState);
  let binding: Promise<NativeBinding> | null = null;
  let callSince = Number.POSITIVE_INFINITY;

  /** A call into the system; its trouble is told in our own words. */
  async function call<T>(work: (binding: NativeBinding) => Promise<T>): Promise<T> {
    binding ??= load(service);
    callSince = performance.now();
    try {
      return await work(await binding);
    } catch (error) {
      throw classify(error instanceof Error ? error.message : '');
    } finally {
      callSince = Number.POSITIVE_INFINITY;
    }
  }

  const isAsking = () => performance.now() - callSince > promptAfterMs;

  async function run<T>(account: string, work: () => Promise<T>, timeoutMs?: number): Promise<T> {
    const since = facts.now();
    try {
      const value = await queue.run({
        accounts: [account],
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        work,
        onTimeout: () => (isAsking() ? new KeychainTrouble('locked') : new KeychainTrouble('timeout')),
      });
      facts.learn('ready', since);
      return value;
    } catch (error) {
      const trouble = error instanceof KeychainTrouble ? error : classify('');
      facts.learn(stateAfter[trouble.kind], since);
      throw errorOf(trouble);
    }
  }

  async function readBytes(account: string): Promise<Uint8Array | null> {
    const held = await call((native) => native.open(account).getSecret());
    return held === null ? null : wiped(held);
  }

  async function read(account: string) {
    return run(account, async () => {
      const bytes = await readBytes(account);
      return bytes === null ? null : toSecret(bytes);
    });
  }

  return {
    read,

    async readMany(accounts) {
      const outcomes = new Map<string, ReadOutcome>();
      for (const account of accounts) outcomes.set(account, await read(account).then(toValue, toFailure));
      return outcomes;
    },

    write: (account, value) =>
      run(account, async () => {
        assertText(value);
        const bytes = new TextEncoder().encode(value.reveal());
        try {
          await call((native) => native.open(account).setSecret(bytes));
          const held = await readBytes(account);
          if (held === null || !sameAndWiped(held, Uint8Array.from(bytes)))
            throw new KeychainTrouble('refused', { code: 'NOT_KEPT_AS_IT_WAS' });
        } finally {
          bytes.fill(0);
        }
      }),

    async remove(account) {
      await run(account, () => call((native) => native.open(account).deleteCredential()));
    },

    accounts: () => run('', () => call((native) => native.accounts()), listingTimeoutMs),

    // The system itself holds it.
    holder: () => 0,
    whileHeldBy: (_holder, work) => work(),

    // One item for each account, and the binding tells nothing of it but its value.
    items: async (accounts) =>
      new Map(accounts.map((account) => [account, [{ id: account, label: '', collection: '', modifiedAt: 0 }]])),
    removeSpare: async () => false,

    // The binding has no labels: the systems' own programs show the service and the account.
    label: async () => true,

    // These keychains keep any bytes as they are.
    encodeRaw: async () => 'harmless',

    // The binding can't be told to ask nobody.
    quietly: (work) => work(),

    close: () => queue.close(),

    savesAtOnce: async () => true,
    hasBlockedCall: () => callSince !== Number.POSITIVE_INFINITY,
  };
}

const toValue = (value: Secret | null): ReadOutcome => ({ ok: true, value });

/** One account's trouble is that account's; the keychain's own is thrown. */
function toFailure(error: unknown): ReadOutcome {
  if (!isVaultError(error, 'KEYCHAIN_FAILED')) throw error;
  return { ok: false, error };
}

/** Loaded with the first call: it is not there on Linux, and takes a moment of the start elsewhere. */
async function loadBinding(service: string): Promise<NativeBinding> {
  const { AsyncEntry, findCredentialsAsync } = await import('@napi-rs/keyring');
  return {
    open: (account) => new AsyncEntry(service, account),
    accounts: async () => (await findCredentialsAsync(service)).map(({ account }) => account),
  };
}

/** The bytes; the array they came in is wiped. */
function wiped(numbers: number[]): Uint8Array {
  const bytes = Uint8Array.from(numbers);
  numbers.fill(0);
  return bytes;
}
