import type { KeychainCare } from './keychain-care.ts';
import type { VaultPorts } from './vault-ports.ts';

export interface ErasureCare {
  /** How many old values the keychain still has that were to be erased. */
  waiting(): number;
  /**
   * Tries them again, with all else that had to wait, as `KeychainCare.tryAgain` does. Returns how many wait then.
   * @throws why the keychain or the database would not have them erased
   */
  tryAgain(): Promise<number>;
}

export function createErasureCare(
  { waitingValues }: Pick<VaultPorts, 'waitingValues'>,
  keychain: Pick<KeychainCare, 'tryAgain'>,
): ErasureCare {
  return {
    waiting: waitingValues.count,
    async tryAgain() {
      const [error] = await keychain.tryAgain();
      if (waitingValues.count() > 0 && error !== undefined) throw error;
      return waitingValues.count();
    },
  };
}
