import type { Broadcast } from './broadcast.ts';
import type { KeychainView } from './contract.ts';

type State = KeychainView['state'];

/**
 * How the keychain was when it was last asked; windows hear of a change. One that answers can still be the wrong one:
 * while that is in doubt, its answers don't make it ready.
 */
export function createKeychainStatus(broadcast: Broadcast, onReadyAgain: () => void) {
  let state: State = 'ready';
  let identityProblem: State | null = null;

  function setState(next: State): void {
    if (next === state) return;
    state = next;
    broadcast('keychain.changed', { state });
    if (next === 'ready') onReadyAgain();
  }

  return {
    current: (): KeychainView => ({ state }),
    /** What its last answer, or its silence, showed. */
    set: (next: State): void => setState(next === 'ready' ? (identityProblem ?? next) : next),
    /** What is wrong with a keychain that answers; null: it is the vault's own. */
    identityProblem(next: 'other' | 'failing' | null): void {
      const before = identityProblem;
      identityProblem = next;
      if (next !== null) setState(next);
      else if (state === before) setState('ready');
    },
  };
}
