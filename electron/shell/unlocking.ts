import type { LockFacts } from '../vault/locking.ts';
import { createUnlockRule } from '../vault/unlock-rule.ts';
import { createTouchId } from './touch-id.ts';
import type { Windows } from './windows.ts';

/** What lets a person through to a locked vault. */
export interface Unlocking {
  /** Whether it asks the system who is there. */
  checks(): boolean;
  /** Decides whether an unlock counts. @throws as `createUnlockRule` says */
  ask(lock: LockFacts): Promise<void>;
}

export function createUnlocking({ main, questions }: Pick<Windows, 'main' | 'questions'>): Unlocking {
  const touchId = createTouchId();
  const { consent } = questions.dialogs;
  return {
    checks: touchId.checks,
    ask: createUnlockRule({ attention: main.hasAttention, identity: touchId, consent }),
  };
}
