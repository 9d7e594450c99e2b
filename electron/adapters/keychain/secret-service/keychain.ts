import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReadOutcome } from '../../../vault/ports.ts';
import { sessionBusPaths } from '../../dbus/address.ts';
import { CallQueue } from '../call-queue.ts';
import type { KeychainOptions, KeychainState, OpenKeychain } from '../keychain.ts';
import { KeychainFacts } from '../keychain-facts.ts';
import { assertText } from '../secret-text.ts';
import { errorOf, KeychainTrouble, stateAfter } from '../trouble.ts';
import { watchFacts } from './facts.ts';
import { locked, SessionLost, troubleOf } from './failures.ts';
import { labelAccount } from './labels.ts';
import { SecretServiceLink } from './link.ts';
import { listItems, removeSpareItem } from './listing.ts';
import { type Held, listAccounts, readAccounts, removeAccount, type Work } from './operations.ts';
import { type Asker, Prompts } from './prompts.ts';
import { encodeAccount } from './re-encoding.ts';
import { ReadBatches } from './read-batches.ts';
import { savesAtOnce } from './saving.ts';
import type { Session } from './session.ts';
import { WritePace } from './write-pace.ts';
import { writeAccount } from './writing.ts';

/** Accounts asked for at the same time: the service does one after the other. */
const sideBySide = 16;
/** A write that the service didn't answer is read back before anything is said. */
const writeTimeoutMs = 9_000;
const listingTimeoutMs = 120_000;

/** So long a question of the service's own may stay open: time enough for a person. Then it is closed. */
const longestQuestionMs = 5 * 60_000;

/** The Secret Service of this desktop: gnome-keyring, KeePassXC, KWallet, or whatever else has its name. */
export function openSecretService(
  { service, onState = () => {}, verify }: KeychainOptions,
  env = process.env,
  questionMs = longestQuestionMs,
): OpenKeychain {
  const facts = new KeychainFacts(onState);
  const queue = new CallQueue(sideBySide);
  const pace = new WritePace();
  const quiet = new AsyncLocalStorage<true>();
  const wantedHolder = new AsyncLocalStorage<number>();
  const prompts = new Prompts(() => {
    // The first call of all may be the one that waits.
    if (prompts.isOpen) facts.learn('asking', facts.now());
    watch.onChange();
  }, questionMs);
  const link = new SecretServiceLink(sessionBusPaths(env), {
    onChange: () => watch.onChange(),
    onOwner() {
      pace.forgetKind();
      watch.onOwner();
    },
    onGone: () => watch.onGone(),
    onCompleted: (path, body) => prompts.completed(path, body),
  });
  const watch = watchFacts(link, facts, {
    isAsking: () => prompts.isOpen,
    verify: verify === undefined ? undefined : () => quiet.run(true, verify),
  });

  /** Does the work in the session; again in another one where the service was restarted behind this one. */
  async function inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const holder = wantedHolder.getStore() ?? null;
    const assertHolder = () => {
      if (holder !== null && holder !== link.holder) throw new SessionLost();
    };
    let session = await link.session();
    assertHolder();
    try {
      return await work(session);
    } catch (error) {
      if (!(error instanceof SessionLost)) throw error;
      session = await link.sessionAfter(session);
      assertHolder();
      return await work(session);
    } finally {
      if (session.isDistrusted()) session.end();
    }
  }

  async function run<T>(accounts: readonly string[], timeoutMs: number | undefined, work: Work<T>): Promise<T> {
    const mayAsk = quiet.getStore() !== true;
    const began = performance.now();
    let answeredAt = began;
    const noteAnswers = (session: Session): Session => ({
      ...session,
      async call(...given) {
        const answer = await session.call(...given);
        answeredAt = performance.now();
        return answer;
      },
    });
    let since = facts.now();
    const onAsked = () => {
      since = facts.now();
    };
    try {
      return await queue.run({
        accounts,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        // A service that answers is not in trouble, however much it was asked for; nor is a person who reads a question, nor one
        // that is left alone for a while.
        waitsFrom: () => Math.max(answeredAt, pace.freeAt(), mayAsk ? prompts.heldUntil() : answeredAt),
        work(unwanted, aside) {
          const asker: Asker = { mayAsk, began, unwanted };
          return inSession(async (session) => {
            const { value, proves } = await work({
              session: noteAnswers(session),
              service,
              prompts,
              asker,
              pace: pace.of(aside),
              onAsked,
            });
            // That nothing is there proves little: another keychain may have come in the place of one in trouble.
            if (proves !== null && !(proves === 'answers' && isInTrouble(facts.state)))
              facts.learn(proves === 'answers' ? 'ready' : proves, since);
            return value;
          });
        },
        onTimeout: () => (prompts.isOpen ? locked() : new KeychainTrouble('timeout')),
      });
    } catch (error) {
      const trouble = troubleOf(error);
      facts.learn(trouble.kind === 'locked' && prompts.isOpen ? 'asking' : stateAfter[trouble.kind], since);
      watch.onTrouble();
      throw errorOf(trouble);
    } finally {
      if (queue.isIdle) void link.renew();
    }
  }

  const batches = new ReadBatches(
    async (accounts) => {
      const held = await run(accounts, undefined, readAccounts(accounts));
      return new Map(Array.from(held, ([account, one]) => [account, toOutcome(one)]));
    },
    () => quiet.getStore(),
  );

  return {
    async readMany(accounts) {
      const outcomes = accounts.map(async (account) => [account, await batches.read(account)] as const);
      return new Map(await Promise.all(outcomes));
    },

    async read(account) {
      const outcome = await batches.read(account);
      if (!outcome.ok) throw outcome.error;
      return outcome.value;
    },

    async write(account, value, label) {
      try {
        assertText(value);
      } catch (error) {
        throw errorOf(troubleOf(error));
      }
      batches.flush();
      await run([account], writeTimeoutMs, writeAccount(account, value, label ?? `Clavis: ${account}`));
    },

    remove(account) {
      batches.flush();
      return run([account], undefined, removeAccount(account));
    },

    accounts: () => run([''], listingTimeoutMs, listAccounts),
    holder: () => link.holder,
    whileHeldBy: (holder, work) => wantedHolder.run(holder, work),
    items: (accounts) => quiet.run(true, () => run([''], listingTimeoutMs, listItems(accounts))),

    removeSpare(account, id) {
      batches.flush();
      return run([account], undefined, removeSpareItem(account, id));
    },

    label: (account, label) => quiet.run(true, () => run([account], writeTimeoutMs, labelAccount(account, label))),

    encodeRaw(account, isIntact) {
      batches.flush();
      return quiet.run(true, () => run([account], writeTimeoutMs, encodeAccount(account, isIntact)));
    },

    savesAtOnce: () =>
      run([''], undefined, async ({ session }) => ({ value: await savesAtOnce(session), proves: null })),

    quietly: (work) => quiet.run(true, work),

    async close() {
      await queue.close();
      watch.close();
      link.close();
    },

    // Nothing of it holds a thread.
    hasBlockedCall: () => false,
  };
}

const isInTrouble = (state: KeychainState | null): boolean =>
  state === 'locked' || state === 'asking' || state === 'no-default';

function toOutcome(held: Held): ReadOutcome {
  return held instanceof KeychainTrouble ? { ok: false, error: errorOf(held) } : { ok: true, value: held };
}
