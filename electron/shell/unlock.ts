import { systemPreferences } from 'electron';
import { vaultError } from '../vault/errors.ts';

/** Asks the system who is there, where it can: Touch ID. Elsewhere the lock hides, and the window says so. */
export interface Unlock {
  /** Whether unlocking asks. */
  checks(): boolean;
  /** @throws UNLOCK_REFUSED */
  ask(): Promise<void>;
}

/** After a refusal: a page that asks again at once is no person. */
const pauseMs = 1_000;

export function createUnlock(): Unlock {
  let couldAsk = false;
  let asking: Promise<void> | null = null;
  let quietUntil = 0;

  /** What could ask once is never given up: Touch ID is also not to be had after five wrong fingers. */
  function checks(): boolean {
    // There on macOS only.
    couldAsk ||= typeof systemPreferences.canPromptTouchID === 'function' && systemPreferences.canPromptTouchID();
    return couldAsk;
  }

  async function prompt(): Promise<void> {
    if (Date.now() < quietUntil) throw vaultError('UNLOCK_REFUSED');
    try {
      await systemPreferences.promptTouchID('unlock Clavis');
    } catch {
      quietUntil = Date.now() + pauseMs;
      throw vaultError('UNLOCK_REFUSED');
    }
  }

  return {
    checks,
    async ask() {
      if (!checks()) return;
      asking ??= prompt().finally(() => {
        asking = null;
      });
      await asking;
    },
  };
}
