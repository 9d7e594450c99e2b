import { vaultError } from './errors.ts';
import type { MoveGate } from './moving/move-gate.ts';
import type { MoveRemains } from './moving/move-remains.ts';
import { noteNewPlace } from './moving/new-place.ts';
import type { OneQuestion } from './one-question.ts';
import { askNewPassphrase } from './passphrase.ts';
import type { Ports } from './ports.ts';
import type { LockState } from './records.ts';

/** Where a vault without a keychain gets a place for its values, and what opens that. */
export interface PassphraseChoice {
  /**
   * Makes a passphrase vault the place of this vault's values, if the person chooses a passphrase in main's own window: only
   * where no keychain is there, and while no key has its value in one.
   * @throws NOT_CONFIRMED, PASSPHRASE_VAULT_NOT_OFFERED, VALUES_MOVING, PASSPHRASE_WEAK, SEALED_FILE_*, VAULT_LOCKED
   */
  choose(): Promise<void>;
  /**
   * Has another passphrase open the vault from now on, chosen by who knows the one there is, in main's own window.
   * @throws PASSPHRASE_VAULT_NONE, VALUES_MOVING, NOT_CONFIRMED, PASSPHRASE_WEAK, KEYCHAIN_*, SEALED_FILE_*, VAULT_LOCKED
   */
  change(): Promise<void>;
}

export interface PassphraseChoiceParts {
  readonly lockState: () => LockState;
  readonly gate: Pick<MoveGate, 'isMoving'>;
  readonly remains: MoveRemains;
  /** No passphrase is changed while another question decides where values are. */
  readonly oneQuestion: OneQuestion;
}

export function createPassphraseChoice(
  ports: Pick<
    Ports,
    'store' | 'consent' | 'passphraseVault' | 'valuePlaces' | 'fingerprints' | 'clock' | 'changes' | 'diagnostics'
  >,
  { lockState, gate, remains, oneQuestion }: PassphraseChoiceParts,
): PassphraseChoice {
  const { store, consent, passphraseVault, valuePlaces, fingerprints, clock, changes, diagnostics } = ports;

  function assertOffered(): void {
    const keys = store.keys.listed().length + store.keys.deletedCount();
    if (!passphraseVault.mayBeChosen() || keys > 0) throw vaultError('PASSPHRASE_VAULT_NOT_OFFERED', { keys });
  }

  async function change(): Promise<void> {
    if (!passphraseVault.isChosen()) throw vaultError('PASSPHRASE_VAULT_NONE');
    if (!(await consent.confirmVault(passphraseVault, 'change'))) throw vaultError('NOT_CONFIRMED');
    await passphraseVault.change(await askNewPassphrase(consent, 'change'));
    const detail = 'another passphrase opens it from now on';
    store.activity.append({ at: clock.now(), kind: 'edited', keyId: null, subject: 'Passphrase vault', detail });
  }

  async function choose(): Promise<void> {
    assertOffered();
    if (remains.count() > 0) await remains.remove();
    const passphrase = await askNewPassphrase(consent, 'create');
    // A keychain may have come while the person was asked.
    assertOffered();
    try {
      await passphraseVault.create(passphrase, (fileId) => {
        assertOffered();
        // Until the choice is committed, the file that comes now is the half of one.
        store.valuePlace.set({ place: 'keychain', work: 'copying', fileId });
      });
      store.commit(() => {
        store.valuePlace.set({ place: 'passphrase', work: null, fileId: null });
        noteNewPlace(ports, 'passphrase');
      });
    } catch (error) {
      await remains.remove().catch((left: unknown) => diagnostics.report('moving', left));
      throw error;
    }
    valuePlaces.use('passphrase');
    // What unlocking asks is another thing now.
    changes.lock(lockState());
    await fingerprints.probe();
  }

  const alone = (work: () => Promise<void>): Promise<void> =>
    gate.isMoving() ? Promise.reject(vaultError('VALUES_MOVING')) : oneQuestion(work);
  return { change: () => alone(change), choose: () => alone(choose) };
}
