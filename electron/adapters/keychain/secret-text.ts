import { timingSafeEqual } from 'node:crypto';
import { Secret } from '../../vault/secret.ts';
import { KeychainTrouble } from './trouble.ts';

/** The value in these bytes, which are wiped. Throws where they are no text. */
export function toSecret(bytes: Uint8Array): Secret {
  try {
    return new Secret(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new KeychainTrouble('refused', { code: 'HELD_NO_TEXT' });
  } finally {
    bytes.fill(0);
  }
}

/** Whether both are the same; both are wiped. */
export function sameAndWiped(one: Uint8Array, other: Uint8Array): boolean {
  const equal = one.length === other.length && timingSafeEqual(one, other);
  one.fill(0);
  other.fill(0);
  return equal;
}

/** UTF-8 would change it. */
export function assertText(value: Secret): void {
  if (!value.reveal().isWellFormed()) throw new KeychainTrouble('refused', { code: 'VALUE_NO_TEXT' });
}
