import type { CallError } from '../vault-client.ts';

/**
 * What the person knows without a word of ours: they said no themselves, have main's own dialog before them, or see the lock
 * screen. No message and no note shows these.
 */
const silent: readonly CallError['code'][] = ['NOT_CONFIRMED', 'DIALOG_OPEN', 'VAULT_LOCKED'];

export function isSilent({ code }: { readonly code: CallError['code'] }): boolean {
  return silent.includes(code);
}

/** What came of a no, or of an answer that did not count: worth a word, and no failure of anything. */
const calledOff: readonly CallError['code'][] = ['UNLOCK_NOT_CONFIRMED', 'BACKUP_NOT_CONFIRMED'];

export function isCalledOff({ code }: { readonly code: CallError['code'] }): boolean {
  return calledOff.includes(code);
}
