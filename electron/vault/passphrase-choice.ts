import { vaultError } from './errors.ts';
import { assertStrong } from './passphrase.ts';
import type { Ports } from './ports.ts';
import type { LockState } from './records.ts';

/** Where a vault without a keychain gets a place for its values. */
export interface PassphraseChoice {
  /**
   * Makes a passphrase vault the place of this vault's values, if the person chooses a passphrase in main's own window: only
   * where no keychain is there, and while no key has its value in one.
   * @throws NOT_CONFIRMED, PASSPHRASE_VAULT_NOT_OFFERED, PASSPHRASE_WEAK, SEALED_FILE_*, VAULT_LOCKED
   */
  choose(): Promise<void>;
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

  return {
    async choose() {
      assertOffered();
      const passphrase = await consent.choosePassphrase();
      if (passphrase === null) throw vaultError('NOT_CONFIRMED');
      assertStrong(passphrase);
      // A keychain may have come while the person was asked.
      assertOffered();
      await passphraseVault.create(passphrase);
      const detail = 'values are in a passphrase vault from now on';
      store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject: 'Keychain', detail });
      // What unlocking asks is another thing now.
      changes.lock(lockState());
      await fingerprints.probe();
    },
  };
}
