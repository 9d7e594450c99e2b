/** The keychain's states, with how to fix them. */

export const title = 'Keychain';
export const where = 'Values are in your system’s keychain, under Clavis. Other programs of yours can read them there.';
export const answersAgain = 'The keychain answers again.';
export const goOn = 'Go on with this one';
export const ready = 'Keychain ready';
export const locked = 'Keychain locked';
export const lockedFix =
  'Unlock your system’s keychain. Until then values can’t be read; the list and its names stay usable.';
export const asking = 'Keychain asks';
export const askingFix =
  'Your system’s keychain has a window of its own open. Answer it there, then do again what you were about to do.';
export const missing = 'No keychain';
export const missingFix =
  'There is no keychain to talk to. On Linux start a Secret Service: gnome-keyring, KeePassXC or KWallet. Values are kept nowhere else unless you choose it.';
export const denied = 'Keychain not allowed';
export const deniedFix =
  'This system does not let Clavis speak to the keychain. Allow it (org.freedesktop.secrets, where AppArmor or a sandbox decides).';
export const failing = 'Keychain failing';
export const failingFix =
  'The keychain does not answer as it should. Nothing is lost. Try again in a moment, or restart the keychain.';
export const noDefault = 'No default keyring';
export const noDefaultFix =
  'The Secret Service is there, but has no default keyring. Make one in “Passwords and Keys” and set it as default.';
export const other = 'Another keychain';
export const otherFix =
  'This keychain holds nothing of this vault, as after a change of desktop or login. Nothing was deleted. Go back to the one before, or go on with this one.';
