import { vaultError } from '../vault/errors.ts';
import type { LockFacts } from '../vault/locking.ts';
import type { PassphraseVault } from '../vault/ports.ts';
import { createUnlockRule, type Identity, type IdentityCheck } from '../vault/unlock-rule.ts';
import type { QuestionWindow } from './question-window.ts';
import { createTouchId } from './touch-id.ts';
import type { Windows } from './windows.ts';

/** What lets a person through to a locked vault. */
export interface Unlocking {
  /** What it asks who is there by; null: nobody is asked. */
  checks(): IdentityCheck | null;
  /** Decides whether an unlock counts. @throws as `createUnlockRule` says */
  ask(lock: LockFacts): Promise<void>;
}

export function createUnlocking(
  { main, questions }: Pick<Windows, 'main' | 'questions'>,
  passphraseVault: Pick<PassphraseVault, 'isChosen' | 'assertThere' | 'pauseMs' | 'unlock' | 'lock'>,
): Unlocking {
  const touchId = createTouchId();
  const passphrase = passphraseIdentity(questions.window, passphraseVault);
  // Without its passphrase nobody reads a value of it, whatever the system confirms.
  const identity = (): Identity => (passphraseVault.isChosen() ? passphrase : touchId);
  const { consent } = questions.dialogs;
  return {
    checks: () => identity().checks(),
    ask: (lock) => createUnlockRule({ attention: main.hasAttention, identity: identity(), consent })(lock),
  };
}

/** Typed in a window of main's own, which no page can reach. */
function passphraseIdentity(
  window: Pick<QuestionWindow, 'askUnlock'>,
  vault: Pick<PassphraseVault, 'assertThere' | 'pauseMs' | 'unlock' | 'lock'>,
): Identity {
  return {
    checks: () => 'passphrase',
    async ask() {
      vault.assertThere();
      if (await window.askUnlock('unlock', vault)) return;
      // What was typed may be tried still: Clavis stays locked, so it must open nothing any more.
      vault.lock();
      throw vaultError('UNLOCK_NOT_CONFIRMED');
    },
  };
}
