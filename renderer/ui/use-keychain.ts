import { useResource } from '../use-resource.ts';
import type { KeychainView } from '../vault-client.ts';
import { keychain, lock } from '../vault-data.ts';
import { type KeychainWords, wordsOf } from './keychain-words.ts';

export interface ShownKeychain {
  readonly state: KeychainView['state'];
  /** Whether values are in a passphrase vault, which is Clavis' own. */
  readonly isVault: boolean;
  readonly words: KeychainWords;
}

/** Where values are and how that is, in words; null until it is known. */
export function useKeychain(): ShownKeychain | null {
  const view = useResource(keychain).value;
  const locking = useResource(lock).value;
  return view
    ? { state: view.state, isVault: locking?.checks === 'passphrase', words: wordsOf(view, locking ?? null) }
    : null;
}
