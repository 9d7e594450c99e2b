import { isVaultError, vaultError } from './errors.ts';
import type { Leases } from './keys/leases.ts';
import type { Ports } from './ports.ts';

/** After a prompt to unlock that was dismissed. */
const pauseMs = 2_000;

export interface KeychainCare {
  /**
   * Asks the keychain again, which may open the system's prompt to unlock (one, however often it is called), and does what
   * had to wait. Only while the person is at the window; right after the prompt was
   * dismissed it waits a moment. How the keychain is then, its state tells. Returns the errors of what must still wait.
   */
  tryAgain(): Promise<unknown[]>;
  /**
   * Makes a keychain that holds nothing of this vault the vault's, if the person agrees in main's own dialog. The other
   * one is left as it is, what waits to be erased there too; where it comes back, it serves as before.
   * @throws NOT_CONFIRMED, KEYCHAIN_*
   */
  adopt(): Promise<void>;
}

export function createKeychainCare(ports: Ports, leases: Leases, reconcile: () => Promise<unknown[]>): KeychainCare {
  const { store, fingerprints, consent, changes, clock, attention } = ports;
  let quietUntil = 0;
  let trying: Promise<unknown[]> | null = null;

  /** Whether it is the vault's; any other trouble than that it isn't is thrown. */
  async function isOwn(): Promise<boolean> {
    try {
      await fingerprints.probe();
      return true;
    } catch (error) {
      if (isVaultError(error, 'KEYCHAIN_OTHER')) return false;
      throw error;
    }
  }

  async function confirm(): Promise<void> {
    const keys = store.keys.listed().length;
    if (!(await consent.ask({ kind: 'adoptKeychain', facts: { keys } }))) throw vaultError('NOT_CONFIRMED');
  }

  function countAsMissing(): void {
    store.commit(() => {
      const detail = 'another one is this vault’s from now on';
      store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject: 'Keychain', detail });
      for (const { current, previous } of [...store.keys.listed(), ...store.keys.deleted()]) {
        for (const version of [current, previous]) {
          if (version?.missing === false) store.versions.update({ ...version, missing: true });
        }
      }
    });
  }

  /** The system's prompt is no thing to be thrown at a person who is somewhere else, or has just closed it. */
  async function tryNow(): Promise<unknown[]> {
    const pause = quietUntil - clock.now();
    if (attention() && pause > 0) await new Promise<void>((resolve) => clock.after(pause, resolve));
    if (!attention()) return [];
    try {
      await fingerprints.probe();
    } catch (error) {
      if (isVaultError(error, 'KEYCHAIN_LOCKED')) quietUntil = clock.now() + pauseMs;
      if (isVaultError(error) && error.code.startsWith('KEYCHAIN_')) return [error];
      throw error;
    }
    return reconcile();
  }

  return {
    tryAgain() {
      trying ??= tryNow().finally(() => {
        trying = null;
      });
      return trying;
    },

    async adopt() {
      if (await isOwn()) return;
      await confirm();
      // What is on the clipboard is known by the key of the keychain before: it goes while that is still available.
      // Only a start with this keychain never had it.
      await leases.end().catch((error: unknown) => ports.diagnostics.report('clipboard', error));
      await fingerprints.adopt();
      countAsMissing();
      changes.keys();
      await reconcile();
    },
  };
}
