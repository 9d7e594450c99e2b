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

/** Names the keys, those deleted last first, as far as there is room; how many there are it says in any case. */
export function emptyTrashQuestion(keys: readonly KeyWithVersions[]): Question {
  const names = keys.map(({ key }) => questionLine(key.name));
  const shown = names.length > most ? [...names.slice(0, most - 1), `and ${names.length - most + 1} more`] : names;
  return {
    message: names.length === 1 ? 'Delete the key in Trash permanently?' : `Delete ${names.length} keys permanently?`,
    detail: [...shown, '', `Their values are erased from the keychain. ${noWayBack}`].join('\n'),
    action: 'Empty Trash',
  };
}
