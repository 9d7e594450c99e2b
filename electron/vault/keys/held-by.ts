import { isVaultError } from '../errors.ts';
import type { Secret } from '../secret.ts';
import { isGuessable } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';

/** Whether it may be told: not of a value that could be guessed, and else until too much was compared. */
function mayTell({ guessLimiter }: Pick<VaultPorts, 'guessLimiter'>, value: Secret, fingerprint: string): boolean {
  if (isGuessable(value)) return false;
  try {
    guessLimiter.chargeNew([fingerprint]);
    return true;
  } catch (error) {
    if (isVaultError(error)) return false;
    throw error;
  }
}

/** The name of the key that holds this very value already; null for none, and where that may not be told. */
export function nameOfHolder(
  ports: Pick<VaultPorts, 'store' | 'guessLimiter'>,
  value: Secret,
  fingerprint: string,
): string | null {
  if (!mayTell(ports, value, fingerprint)) return null;
  const holder = ports.store.versions.keyIdByFingerprint(fingerprint);
  return holder === null ? null : (ports.store.keys.find(holder)?.key.name ?? null);
}
