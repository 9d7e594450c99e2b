import { vaultError } from '../../vault/errors.ts';
import type { Fingerprints, Keychain } from '../../vault/ports.ts';
import type { OpenKeychain } from './keychain.ts';

/** A keychain that is restarted more often during one call is no place to keep anything. */
const mostHolders = 4;

/**
 * The keychain as the vault may use it: after a change of desktop another one may answer under the same name, and what is
 * absent there proves nothing. So an absent value is believed, and something written or removed, only where the vault's
 * own fingerprint key is (which costs one read more), and by the very program that has it. Throws `KEYCHAIN_OTHER`.
 */
export function verifiedKeychain(
  keychain: Keychain & Pick<OpenKeychain, 'holder' | 'whileHeldBy'>,
  fingerprints: Pick<Fingerprints, 'probe' | 'isAmong'>,
): Keychain {
  let hasIdentityProblem = false;

  async function probe(): Promise<void> {
    hasIdentityProblem = true;
    await fingerprints.probe();
    hasIdentityProblem = false;
  }

  /** Does the work with who was seen to have the vault's key; with whoever takes its place meanwhile only if it has, too. */
  async function withOwner<T>(work: () => Promise<T>): Promise<T> {
    for (let left = mostHolders; left > 0; left -= 1) {
      const holder = keychain.holder();
      await probe();
      if (keychain.holder() !== holder) continue;
      try {
        return await keychain.whileHeldBy(holder, work);
      } catch (error) {
        if (keychain.holder() === holder) throw error;
      }
    }
    throw vaultError('KEYCHAIN_MISSING');
  }

  return {
    async read(account) {
      const value = await keychain.read(account);
      if (value === null || hasIdentityProblem) await probe();
      return value;
    },
    async readMany(accounts) {
      const outcomes = await keychain.readMany(accounts);
      const isAnyAbsent = [...outcomes.values()].some((outcome) => outcome.ok && outcome.value === null);
      if (isAnyAbsent || hasIdentityProblem) await probe();
      return outcomes;
    },
    write: (account, value, label) => withOwner(() => keychain.write(account, value, label)),
    remove: (account) => withOwner(() => keychain.remove(account)),
    async accounts() {
      const accounts = await keychain.accounts();
      // By its name alone: a list needs no value, nor that of the vault's own key.
      if (fingerprints.isAmong(accounts) && !hasIdentityProblem) return accounts;
      return withOwner(() => keychain.accounts());
    },
    items: keychain.items,
    removeSpare: (account, id) => withOwner(() => keychain.removeSpare(account, id)),
    // Where an account's item is, it is the vault's: no other vault has its random name.
    label: keychain.label,
    async encodeRaw(account, isIntact) {
      if (hasIdentityProblem) await probe();
      return keychain.encodeRaw(account, isIntact);
    },
  };
}
