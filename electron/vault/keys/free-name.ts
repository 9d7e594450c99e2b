import type { Store } from '../store-port.ts';
import { fieldLimits } from './key-choices.ts';
import { foldName } from './key-fields.ts';

/**
 * Names to try in turn, by count: "OpenAI", "OpenAI (shop)", "OpenAI (shop 2)"; without a place "OpenAI", "OpenAI 2".
 * None is longer than a name may be.
 */
export function nameLike(wanted: string, where: string, count: number): string {
  const suffix =
    count === 0 ? '' : where === '' ? ` ${count + 1}` : ` (${[where, ...(count === 1 ? [] : [count])].join(' ')})`;
  return [...wanted].slice(0, fieldLimits.name.longest - [...suffix].length).join('') + suffix;
}

/**
 * A name that no key has but perhaps this one: the wanted one, or one like it. `where` tells it from its namesake;
 * `isUsed` knows further folded names that are spoken for.
 */
export function freeName(
  store: Store,
  wanted: string,
  { where = '', ownId = null, isUsed = () => false }: FreeNameOptions = {},
): string {
  for (let count = 0; ; count += 1) {
    const name = nameLike(wanted, where, count);
    const folded = foldName(name);
    const holder = store.keys.idByFoldedName(folded);
    if ((holder === null || holder === ownId) && !isUsed(folded)) return name;
  }
}

interface FreeNameOptions {
  readonly where?: string;
  readonly ownId?: string | null;
  readonly isUsed?: (folded: string) => boolean;
}
