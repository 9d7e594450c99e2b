import type { ConsentQuestion } from '../consent-question.ts';
import { firstOf } from '../first-of.ts';
import type { KeyWithVersions } from '../records.ts';
import { questionLine } from '../shown-text.ts';
import type { VaultPorts } from '../vault-ports.ts';

/** In lines: a dialog must fit on the screen. */
const most = 12;

/**
 * Names the keys and what their values end in, as far as there is room: those first that were renamed just now, with the name
 * before, then those deleted last. How many there are it says in any case.
 */
export function emptyTrashQuestion(
  { renamings }: Pick<VaultPorts, 'renamings'>,
  keys: readonly KeyWithVersions[],
): ConsentQuestion {
  const named = keys.map(({ key, current: { last4 } }) => {
    const before = renamings.before(key.id, key.name);
    return { name: questionLine(key.name), last4, before: before === null ? null : questionLine(before) };
  });
  const renamedFirst = named.toSorted((a, b) => Number(b.before !== null) - Number(a.before !== null));
  return { kind: 'emptyTrash', facts: firstOf(renamedFirst, most) };
}
