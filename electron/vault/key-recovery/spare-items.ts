import { vaultError } from '../errors.ts';
import { createIsIntact } from '../keys/intact.ts';
import { accountOf } from '../keys/value-store.ts';
import type { KeychainItem, Ports } from '../ports.ts';
import { questionLine } from '../shown-text.ts';

/** An item in the keychain that lies next to the one that counts: an older one, perhaps in another keyring. */
export interface SpareItem {
  readonly account: string;
  /** The keychain's own, for it alone. */
  readonly id: string;
  readonly view: SpareView;
}

export interface SpareView {
  itemId: string;
  /** The key whose value it once was. */
  name: string;
  isPrevious: boolean;
  /** What people call the keyring or database that it lies in; '' where it has no name. */
  collection: string;
  changedAt: number | null;
}

/** In lines: a dialog must fit on the screen. */
const most = 12;

/** The items of the vault's keys that don't count, those in Trash too. */
export function findSpare(
  { store, newId }: Pick<Ports, 'store' | 'newId'>,
  items: ReadonlyMap<string, readonly KeychainItem[]>,
): SpareItem[] {
  return [...store.keys.listed(), ...store.keys.deleted()].flatMap(({ key, current, previous }) =>
    [current, previous].flatMap((version) => {
      if (version === null) return [];
      const account = accountOf(version);
      return (items.get(account) ?? []).slice(1).map(({ id, collection, modifiedAt }) => {
        const changedAt = modifiedAt === 0 ? null : modifiedAt;
        const about = { itemId: newId(), name: key.name, isPrevious: version !== current, changedAt };
        // Written by anybody.
        const view = { ...about, collection: questionLine(collection) };
        return { account, id, view };
      });
    }),
  );
}

/**
 * Removes these items, if the person agrees in main's own dialog. Returns how many are gone; what counts by now, or is gone,
 * is left. @throws NOT_CONFIRMED; SPARE_NEEDED where the item that counts does not hold what was kept; KEYCHAIN_*
 */
export async function removeSpare(ports: Ports, spare: readonly SpareItem[]): Promise<number> {
  const { keychain, consent } = ports;
  const isIntact = createIsIntact(ports);
  const shown = spare.slice(0, most).map(({ view }) => ({ ...view, name: questionLine(view.name) }));
  const agreed = await consent.ask({ kind: 'removeSpare', facts: { shown, more: spare.length - shown.length } });
  if (!agreed) throw vaultError('NOT_CONFIRMED');
  let removed = 0;
  for (const { account, id, view } of spare) {
    const value = await keychain.read(account);
    // Else it may be the only one that holds it (invariant 4).
    if (value === null || !(await isIntact(account, value))) throw vaultError('SPARE_NEEDED', { name: view.name });
    if (await keychain.removeSpare(account, id)) removed += 1;
  }
  return removed;
}
