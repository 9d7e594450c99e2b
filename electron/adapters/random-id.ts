import { randomBytes } from 'node:crypto';

/** 128 random bits as 32 hex digits: the ids name accounts in the keychain, and no program may take one for an option. */
export function newRandomId(): string {
  return randomBytes(16).toString('hex');
}
