import type { Broadcast } from './broadcast.ts';
import type { KeychainView } from './contract.ts';

type State = KeychainView['state'];

/** How the keychain was when it was last asked; windows hear of a change. */
export function createKeychainStatus(broadcast: Broadcast, onReadyAgain: () => void) {
  let state: State = 'ready';
  return {
    current: (): KeychainView => ({ state }),
    set(next: State): void {
      if (next === state) return;
      state = next;
      broadcast('keychain.changed', { state });
      if (next === 'ready') onReadyAgain();
    },
  };
}
