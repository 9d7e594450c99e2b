import type { CallError } from '../vault-client.ts';

/**
 * What the person knows without a word of ours: they said no themselves, have main's own dialog before them, or see the lock
 * screen. No message and no note shows these.
 */
const silent: readonly CallError['code'][] = ['NOT_CONFIRMED', 'UNLOCK_NOT_CONFIRMED', 'DIALOG_OPEN', 'VAULT_LOCKED'];

export function isSilent({ code }: { readonly code: CallError['code'] }): boolean {
  return silent.includes(code);
}
