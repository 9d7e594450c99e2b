import { vaultError } from './errors.ts';
import type { Ports } from './ports.ts';
import type { LockedBy, LockState } from './records.ts';

/** The lock that is to be opened, as main saw it. */
export interface LockFacts {
  /** A key or a button was pressed in the window since the last lock fell, and no other try to unlock has used it. */
  readonly wasPressed: boolean;
  /** The screen, sleep or idle time locked, or locked again what a hand had locked: the person may have left. */
  readonly fellByItself: boolean;
}

export interface Locking {
  state(): LockState;
  isLocked(): boolean;
  /**
   * From this very call on nothing is shown, copied or confirmed, and what was open is forgotten. Asked again, it only
   * clears again. Returns whether a value was taken off the clipboard; one that can't be taken off now is tried again.
   */
  lock(by: LockedBy): Promise<boolean>;
  /**
   * Before a page's wish to lock is followed: where nothing was pressed since the lock was opened, it counts once a minute. A
   * page that locks on and on would keep the person out. What main locks by itself always does. @throws LOCKED_TOO_OFTEN
   */
  assertPageMayLock(): void;
  /** A real key press or mouse button reached the window that unlocks. */
  notePress(): void;
  /** Opens it once `ask` has let the person through. @throws UNLOCK_REFUSED where a lock fell meanwhile, and what `ask` throws */
  unlock(ask: (lock: LockFacts) => Promise<void>): Promise<void>;
  /**
   * The same question to the person, whose answer counts only where no lock fell since it was asked: a dialog may stay
   * open behind the screen's lock. @throws VAULT_LOCKED instead
   */
  unlessLocked<A extends readonly unknown[], T>(ask: (...given: A) => Promise<T>): (...given: A) => Promise<T>;
}

export interface LockSteps {
  /** Takes what is ours off the clipboard; gives whether something was. */
  clear(): Promise<boolean>;
  /** Lets go of what was shown for a later choice. */
  forget(): void;
  /** Wipes the key to the values, where it is Clavis' own. */
  seal(): void;
  /** Whether that key was wiped by the last end of Clavis: then it is locked from the start. */
  readonly isSealedAtStart: boolean;
}

const unpressedPauseMs = 60_000;

const words: Record<LockedBy, string> = {
  hand: 'by hand',
  screen: 'with the screen',
  suspend: 'for sleep',
  idle: 'after a time without input',
};

/**
 * Whether the vault is locked, and what a lock does. It hides and clears; the values lie in the keychain all the time, and only
 * a passphrase vault is closed by it.
 */
export function createLocking(
  ports: Pick<Ports, 'clock' | 'store' | 'changes' | 'diagnostics'>,
  steps: LockSteps,
): Locking {
  const { clock, store, changes } = ports;
  let state: LockState = { locked: steps.isSealedAtStart, since: clock.now(), by: null };
  /** How often a lock fell. */
  let locks = 0;
  let wasPressed = false;
  let fellByItself = false;
  /** When a page locked without a press before, on the clock that nobody sets. */
  let unpressedAt = -unpressedPauseMs;

  function setState(next: LockState, detail: string): void {
    state = next;
    changes.lock(state);
    try {
      const kind = state.locked ? 'locked' : 'unlocked';
      store.activity.append({ at: state.since, kind, keyId: null, subject: 'Clavis', detail });
    } catch (error) {
      // A full disk must not keep it open, nor shut.
      ports.diagnostics.report('lock', error);
    }
  }

  return {
    state: () => state,
    isLocked: () => state.locked,

    async lock(by) {
      locks += 1;
      wasPressed = false;
      fellByItself ||= by !== 'hand';
      const wasLocked = state.locked;
      // Refuses copies from here on; the clear begins before anything else, for sleep waits for nobody.
      state = { locked: true, since: wasLocked ? state.since : clock.now(), by: wasLocked ? state.by : by };
      const cleared = steps.clear();
      steps.forget();
      steps.seal();
      if (!wasLocked) setState(state, words[by]);
      return cleared;
    },

    assertPageMayLock() {
      if (wasPressed) return;
      const left = unpressedAt + unpressedPauseMs - clock.uptime();
      if (left > 0) throw vaultError('LOCKED_TOO_OFTEN', { seconds: Math.ceil(left / 1_000) });
      unpressedAt = clock.uptime();
    },

    notePress() {
      wasPressed = true;
    },

    async unlock(ask) {
      if (!state.locked) return;
      const before = locks;
      const facts = { wasPressed, fellByItself };
      // One press, one try: whoever was refused is not asked again before the next press.
      wasPressed = false;
      await ask(facts);
      if (locks !== before) throw vaultError('UNLOCK_REFUSED');
      if (!state.locked) return;
      fellByItself = false;
      setState({ locked: false, since: clock.now(), by: null }, '');
    },

    unlessLocked:
      (ask) =>
      async (...given) => {
        const before = locks;
        if (state.locked) throw vaultError('VAULT_LOCKED');
        const answer = await ask(...given);
        if (locks !== before) throw vaultError('VAULT_LOCKED');
        return answer;
      },
  };
}
