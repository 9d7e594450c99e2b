import { isVaultError } from '../errors.ts';
import type { ValueRef } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { accountOf } from './value-store.ts';

type Stores = Pick<VaultPorts, 'store' | 'keychain' | 'diagnostics' | 'waitingValues'>;

/**
 * Removes values whose tombstones are committed, then the tombstones. What the keychain refuses stays under its tombstone, and
 * is tried again at each reconciliation; one that it refuses keeps no other from going. @throws the first error
 */
export async function eraseValues(stores: Stores, refs: readonly ValueRef[]): Promise<void> {
  const { errors } = await tryToErase(stores, refs);
  if (errors.length > 0) throw errors[0];
}

/**
 * Erases values that are marked, now or when the keychain answers again: what was asked for is committed already. Returns how
 * many of them still wait.
 */
export async function eraseOrWait(stores: Stores, refs: readonly ValueRef[]): Promise<number> {
  return (await tryToErase(stores, refs)).left;
}

/** Reports what fails. */
async function tryToErase({ store, keychain, diagnostics, waitingValues }: Stores, refs: readonly ValueRef[]) {
  const errors: unknown[] = [];
  const left = new Set(refs);
  for (const ref of refs) {
    try {
      await keychain.remove(accountOf(ref));
      store.commit(() => store.tombstones.remove(ref));
      left.delete(ref);
    } catch (error) {
      diagnostics.report('erasing', error, [ref.keyId]);
      errors.push(error);
      // That alone is about one value. Whatever else fails would fail for each, some of it after seconds.
      if (!isVaultError(error, 'KEYCHAIN_FAILED')) break;
    }
  }
  waitingValues.note(refs, [...left]);
  return { errors, left: left.size };
}
