import { systemPreferences } from 'electron';
import { language } from '../messages/languages.ts';
import { vaultError } from '../vault/errors.ts';
import type { Identity } from '../vault/unlock-rule.ts';

/** After a refusal: a page that asks again at once is no person. */
const pauseMs = 1_000;

/** Asks the system who is there, where it can: Touch ID on macOS. */
export function createTouchId(): Identity {
  let couldAsk = false;
  let asking: Promise<void> | null = null;
  let quietUntil = 0;

  /** What could ask once is still asked: Touch ID is also unavailable after five wrong fingers. */
  function checks(): 'touch-id' | null {
    // There on macOS only.
    couldAsk ||= typeof systemPreferences.canPromptTouchID === 'function' && systemPreferences.canPromptTouchID();
    return couldAsk ? 'touch-id' : null;
  }

  async function prompt(): Promise<void> {
    if (Date.now() < quietUntil) throw vaultError('UNLOCK_REFUSED');
    try {
      await systemPreferences.promptTouchID(language.start.touchId);
    } catch {
      // The system says no more than that it did not confirm; the person is told so.
      quietUntil = Date.now() + pauseMs;
      throw vaultError('UNLOCK_REFUSED');
    }
  }

  return {
    checks,
    async ask() {
      asking ??= prompt().finally(() => {
        asking = null;
      });
      await asking;
    },
  };
}
