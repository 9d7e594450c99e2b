import { EventEmitter } from 'node:events';
import type { KeychainView } from './contract.ts';

type State = KeychainView['state'];

/**
 * How the keychain was when it was last asked. One that answers can still be the wrong one: while it is not known to be the
 * vault's, its answers don't make it ready.
 */
export interface KeychainStatus {
  current(): KeychainView;
  /** Calls back at each change. */
  onChange(listener: (view: KeychainView) => void): void;
  /** What its last answer, or its silence, showed. */
  set(next: State): void;
  /** What is wrong with a keychain that answers; null: it is the vault's own. */
  identityProblem(next: 'other' | 'failing' | null): void;
}

export function createKeychainStatus(): KeychainStatus {
  const events = new EventEmitter<{ change: [KeychainView] }>();
  let state: State = 'ready';
  let identityProblem: State | null = null;

  function setState(next: State): void {
    if (next === state) return;
    state = next;
    events.emit('change', { state });
  }

  return {
    current: () => ({ state }),
    onChange: (listener) => void events.on('change', listener),
    set: (next) => setState(next === 'ready' ? (identityProblem ?? next) : next),
    identityProblem(next) {
      const before = identityProblem;
      identityProblem = next;
      if (next !== null) setState(next);
      else if (state === before) setState('ready');
    },
  };
}
