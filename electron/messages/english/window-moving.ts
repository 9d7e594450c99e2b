import { count } from './counts.ts';

/** Moving values between the keychain and a passphrase vault. */

export const toKeychain = 'Move values to the keychain…';
export const toVault = 'Move values to a passphrase vault…';
export const inKeychain = 'Values moved to the keychain.';
export const inVault = 'Values moved to the passphrase vault.';
export const moving = 'Moving values…';
export const movingMeanwhile =
  'Until all are moved no value can be added, rotated or deleted. You can copy and write them.';
export const of = (done: string, total: string): string => `${done} of ${total}`;
export const left = (values: number): string => `${count(values, 'value')} still in the old place.`;
export const fileLeft =
  'Clavis has them in the keychain. The file of the passphrase vault is still there: it could not be deleted, or the keychain may not have saved the values yet. Clavis looks again every hour.';
export const keychainLeft =
  'Clavis has them in the passphrase vault. The keychain has not removed them yet; Clavis tries again every hour.';
export const removed = 'The old place is empty.';
