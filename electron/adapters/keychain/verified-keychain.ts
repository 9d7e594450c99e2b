import type { Fingerprints, Keychain } from '../../vault/ports.ts';

/**
 * The keychain as the vault may use it: after a change of desktop another one may answer under the same name, and what is
 * absent there proves nothing. So an absent value is believed, and something written or removed, only where the vault's
 * own fingerprint key is (which costs one read more). Throws `KEYCHAIN_OTHER`.
 */
export function verifiedKeychain(keychain: Keychain, fingerprints: Pick<Fingerprints, 'probe'>): Keychain {
  let hasIdentityProblem = false;

  async function probe(): Promise<void> {
    hasIdentityProblem = true;
    await fingerprints.probe();
    hasIdentityProblem = false;
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
    async write(account, value, label) {
      await probe();
      await keychain.write(account, value, label);
    },
    async remove(account) {
      await probe();
      await keychain.remove(account);
    },
    async accounts() {
      await probe();
      return keychain.accounts();
    },
  };
}
