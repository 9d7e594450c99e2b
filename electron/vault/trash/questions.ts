import { aboutKey } from '../keys/key-question.ts';
import type { Consent } from '../ports.ts';
import type { KeyWithVersions } from '../records.ts';
import { questionLine } from '../shown-text.ts';
import type { VaultPorts } from '../vault-ports.ts';

/** In lines: a dialog must fit on the screen. */
const most = 12;

const noWayBack =
  'Erased values can’t be restored. Lines in env files stay as they are; Clavis no longer manages them.';

type Question = Parameters<Consent['ask']>[0];

export function deletePermanentlyQuestion(ports: VaultPorts, listed: KeyWithVersions): Question {
  return {
    message: 'Delete this key permanently?',
    detail: `${aboutKey(ports, listed)}\n\nIts values are erased from the keychain. ${noWayBack}`,
    action: 'Delete permanently',
  };
}

/**
 * Names the keys and what their values end in, as far as there is room: those first that were renamed just now, with the name
 * before, then those deleted last. How many there are it says in any case.
 */
export function emptyTrashQuestion(
  { renamings }: Pick<VaultPorts, 'renamings'>,
  keys: readonly KeyWithVersions[],
): Question {
  const named = keys.map(({ key, current: { last4 } }) => {
    const before = renamings.before(key.id, key.name);
    const end = last4 === null ? '' : `, ends in ${last4}`;
    const was = before === null ? '' : `, renamed less than a minute ago, before: ${questionLine(before)}`;
    return { isRenamed: before !== null, line: `${questionLine(key.name)}${end}${was}` };
  });
  const names = named.toSorted((a, b) => Number(b.isRenamed) - Number(a.isRenamed)).map(({ line }) => line);
  const shown = names.length > most ? [...names.slice(0, most - 1), `and ${names.length - most + 1} more`] : names;
  return {
    message: names.length === 1 ? 'Delete the key in Trash permanently?' : `Delete ${names.length} keys permanently?`,
    detail: [...shown, '', `Their values are erased from the keychain. ${noWayBack}`].join('\n'),
    action: 'Empty Trash',
  };
}
