import { z } from 'zod';
import { nothing } from './shapes.ts';

/** How the keychain was when it was last asked. */
const keychainView = z.strictObject({
  /**
   * asking: the system has a window of its own open, for a password or a permission; denied: the system does not let Clavis
   * speak to it; no-default: the Secret Service has no default keyring yet; other: it answers, but holds nothing of this vault,
   * as after a change of desktop.
   */
  state: z.enum(['ready', 'locked', 'asking', 'missing', 'denied', 'failing', 'no-default', 'other']),
});
export type KeychainView = z.infer<typeof keychainView>;

export const keychainCalls = {
  'keychain.get': { input: nothing, result: keychainView },
  /** Asks the keychain for a value, which may open the system's prompt to unlock; gives how it is then. */
  'keychain.tryAgain': { input: nothing, result: keychainView },
  /** Goes on with a keychain that holds nothing of this vault, if the person agrees in main's own dialog. */
  'keychain.adopt': { input: nothing, result: keychainView },
  /** Has values kept in a passphrase vault where no keychain is, if the person chooses its passphrase in main's own window. */
  'keychain.choosePassphrase': { input: nothing, result: keychainView },
  /** Has another passphrase open the passphrase vault, chosen in main's own window by who knows the one there is. */
  'keychain.changePassphrase': { input: nothing, result: keychainView },
} as const;

export const keychainEvents = {
  'keychain.changed': keychainView,
} as const;
