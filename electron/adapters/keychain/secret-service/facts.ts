import type { KeychainState } from '../keychain.ts';
import type { KeychainFacts } from '../keychain-facts.ts';
import { stateAfter } from '../trouble.ts';
import { troubleOf } from './failures.ts';
import { lookAtDefault } from './items.ts';
import { opensWithoutQuestion } from './kwallet.ts';
import type { SecretServiceLink } from './link.ts';

/** Signals come several at once. */
const gatherMs = 30;
/** A service that is restarted has its name back by then. */
const restartMs = 1_500;
/** While something is wrong: gnome-keyring says nothing when a login unlocks it, a bus nothing when it is back. Ever less often. */
const firstPollMs = 1_000;
const longestPollMs = 5_000;

export interface FactsWatch {
  onChange(): void;
  /** Another program has the service's name: perhaps another keychain. */
  onOwner(): void;
  onGone(): void;
  /** A call showed that something is wrong. */
  onTrouble(): void;
  close(): void;
}

/** Looks again whenever the service says that something changed, and while something is wrong; from the first call on. */
export function watchFacts(
  link: SecretServiceLink,
  facts: KeychainFacts,
  { isAsking, verify }: { isAsking: () => boolean; verify: (() => Promise<void>) | undefined },
): FactsWatch {
  let timer: NodeJS.Timeout | null = null;
  let pollMs = firstPollMs;
  let goneAt = Number.NEGATIVE_INFINITY;
  let dueAt = Number.POSITIVE_INFINITY;
  let looking = false;
  let isVerified = true;
  let closed = false;

  function lookIn(ms: number): void {
    const at = performance.now() + ms;
    if (closed || facts.state === null || at >= dueAt) return;
    if (timer !== null) clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => void look(), ms).unref();
  }

  async function look(): Promise<void> {
    dueAt = Number.POSITIVE_INFINITY;
    if (looking) return lookIn(gatherMs);
    looking = true;
    const since = facts.now();
    const state = await lookNow(link).catch((error: unknown) => stateAfter[troubleOf(error).kind]);
    if (!closed) await take(state, since);
    looking = false;
    if (facts.state !== 'ready') lookIn(pollMs);
    pollMs = Math.min(2 * pollMs, longestPollMs);
  }

  async function take(state: KeychainState, since: number): Promise<void> {
    const untilRestarted = goneAt + restartMs - performance.now();
    if (state === 'missing' && untilRestarted > 0) return lookIn(untilRestarted);
    // An open keychain asks, too, before it hands out an entry.
    const asks = isAsking() && (state === 'locked' || state === 'ready');
    if (!asks && state === 'ready' && (facts.state !== 'ready' || !isVerified) && verify !== undefined) {
      isVerified = true;
      await verify().catch(() => {
        // What was found out by it has told the state.
      });
    } else facts.learn(asks ? 'asking' : state, since);
  }

  function lookSoon(ms: number): void {
    pollMs = firstPollMs;
    lookIn(ms);
  }

  return {
    onChange: () => lookSoon(gatherMs),
    onOwner() {
      isVerified = false;
      lookSoon(gatherMs);
    },
    onGone() {
      goneAt = performance.now();
      lookSoon(restartMs);
    },
    onTrouble: () => lookSoon(firstPollMs),
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Nothing is started, woken or unlocked by it. */
async function lookNow(link: SecretServiceLink): Promise<KeychainState> {
  const session = await link.present();
  if (session === null) return 'missing';
  const { collection, isLocked } = await lookAtDefault(session);
  if (collection === null) return 'no-default';
  return isLocked && !(await opensWithoutQuestion(session, collection)) ? 'locked' : 'ready';
}
