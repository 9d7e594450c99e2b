import type { Ports } from './ports.ts';
import type { ValueRef } from './records.ts';
import type { Secret } from './secret.ts';

type Stores = Pick<Ports, 'store' | 'keychain'>;

/** The keychain account of a version. */
export function accountOf(ref: ValueRef): string {
  return `${ref.keyId}/${ref.number}`;
}

function isCommitted({ store }: Stores, ref: ValueRef): boolean {
  const listed = store.keys.find(ref.keyId);
  return listed?.current.number === ref.number || listed?.previous?.number === ref.number;
}

/**
 * Puts a value into the keychain and commits what belongs to it: intent, value, commit (invariant 4). A crash or an
 * error at any instant leaves the old state or the new one; what is left over is settled at the next start.
 */
export async function keepValue(stores: Stores, ref: ValueRef, value: Secret, commit: () => void): Promise<void> {
  const { store, keychain } = stores;
  store.commit(() => store.intents.add(ref));
  try {
    await keychain.write(accountOf(ref), value);
    store.commit(() => {
      commit();
      store.intents.remove(ref);
    });
  } catch (error) {
    await settleIntent(stores, ref).catch(() => {
      // The intent stays, and is settled at the next start; the first error is the one to tell.
    });
    throw error;
  }
}

/** Finishes or takes back what an intent stands for. */
export async function settleIntent(stores: Stores, ref: ValueRef): Promise<void> {
  const { store, keychain } = stores;
  if (!isCommitted(stores, ref)) await keychain.remove(accountOf(ref));
  store.commit(() => store.intents.remove(ref));
}

/**
 * Removes values whose tombstones are committed, then the tombstones. What the keychain refuses stays buried under its
 * tombstone and is tried again at the next start.
 */
export async function eraseValues({ store, keychain }: Stores, refs: readonly ValueRef[]): Promise<void> {
  for (const ref of refs) {
    await keychain.remove(accountOf(ref));
    store.commit(() => store.tombstones.remove(ref));
  }
}
