import type { Fingerprints, Keychain } from '../../vault/ports.ts';

/**
 * The keychain as the vault may use it: after a change of desktop another one may answer under the same name, and what is
 * absent there proves nothing. So an absent value is believed, and something written or removed, only where the vault's
 * own fingerprint key is (which costs one read more). Throws `KEYCHAIN_OTHER`.
 */
export function verifiedKeychain(keychain: Keychain, fingerprints: Pick<Fingerprints, 'probe' | 'isAmong'>): Keychain {
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
      const accounts = await keychain.accounts();
      // By its name alone: a list needs no value, nor that of the vault's own key.
      if (fingerprints.isAmong(accounts) && !hasIdentityProblem) return accounts;
      await probe();
      return keychain.accounts();
    },
    items: keychain.items,
    async removeSpare(account, id) {
      await probe();
      return keychain.removeSpare(account, id);
    },
    // Where an account's item is, it is the vault's: no other vault has its random name.
    label: keychain.label,
    async encodeRaw(account, isIntact) {
      if (hasIdentityProblem) await probe();
      return keychain.encodeRaw(account, isIntact);
    },
  };
}
