import { vaultError } from './errors.ts';
import { assertStrong } from './passphrase.ts';
import type { PassphrasePurpose } from './passphrase-vault-port.ts';
import type { Ports } from './ports.ts';
import type { LockState } from './records.ts';
import type { Secret } from './secret.ts';

/** Where a vault without a keychain gets a place for its values, and what opens that. */
export interface PassphraseChoice {
  /**
   * Makes a passphrase vault the place of this vault's values, if the person chooses a passphrase in main's own window: only
   * where no keychain is there, and while no key has its value in one.
   * @throws NOT_CONFIRMED, PASSPHRASE_VAULT_NOT_OFFERED, PASSPHRASE_WEAK, SEALED_FILE_*, VAULT_LOCKED
   */
  choose(): Promise<void>;
  /**
   * Has another passphrase open the vault from now on, chosen by who knows the one there is, in main's own window.
   * @throws PASSPHRASE_VAULT_NONE, NOT_CONFIRMED, PASSPHRASE_WEAK, KEYCHAIN_*, SEALED_FILE_*, VAULT_LOCKED
   */
  change(): Promise<void>;
}

export function createPassphraseChoice(
  ports: Pick<Ports, 'store' | 'consent' | 'passphraseVault' | 'fingerprints' | 'clock' | 'changes'>,
  lockState: () => LockState,
): PassphraseChoice {
  const { store, consent, passphraseVault, fingerprints, clock, changes } = ports;

  function assertOffered(): void {
    const keys = store.keys.listed().length + store.keys.deletedCount();
    if (!passphraseVault.mayBeChosen() || keys > 0) throw vaultError('PASSPHRASE_VAULT_NOT_OFFERED', { keys });
  }

  async function askNew(purpose: PassphrasePurpose): Promise<Secret> {
    const passphrase = await consent.choosePassphrase(purpose);
    if (passphrase === null) throw vaultError('NOT_CONFIRMED');
    assertStrong(passphrase);
    return passphrase;
  }

  return {
    async change() {
      if (!passphraseVault.isChosen()) throw vaultError('PASSPHRASE_VAULT_NONE');
      if (!(await consent.confirmVault(passphraseVault))) throw vaultError('NOT_CONFIRMED');
      await passphraseVault.change(await askNew('change'));
      const detail = 'another passphrase opens it from now on';
      store.activity.append({ at: clock.now(), kind: 'edited', keyId: null, subject: 'Passphrase vault', detail });
    },

    async choose() {
      assertOffered();
      const passphrase = await askNew('create');
      // A keychain may have come while the person was asked.
      assertOffered();
      await passphraseVault.create(passphrase, assertOffered);
      const detail = 'values are in a passphrase vault from now on';
      store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject: 'Keychain', detail });
      // What unlocking asks is another thing now.
      changes.lock(lockState());
      await fingerprints.probe();
    },
  };
}
