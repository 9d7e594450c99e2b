import * as words from '../../../electron/messages/window.ts';

import type { ImportView } from '../../vault-client.ts';

export type ImportVariable = ImportView['variables'][number];

/** What the button does, exactly: "Import 3 keys and bind 1"; null where nothing is chosen. */
export function formatTake(chosen: readonly ImportVariable[]): string | null {
  const held = chosen.filter(({ heldBy }) => heldBy !== null).length;
  const fresh = chosen.length - held;
  if (fresh > 0 && held > 0) return words.envImport.importAndBind(fresh, held);
  if (fresh > 0) return words.envImport.importKeys(fresh);
  if (held > 0) return words.envImport.bindKeys(held);
  return null;
}

/** `bound` counts the variables of the kept keys too. */
export function formatTaken({ kept, bound }: { kept: number; bound: number }, file: string): string {
  const held = bound - kept;
  const parts = [
    ...(kept > 0 ? [words.envImport.kept(kept)] : []),
    ...(held > 0 ? [words.envImport.boundToHad(held)] : []),
  ];
  return words.envImport.taken(parts.join(', ') || words.envImport.nothingTaken, file);
}

/** In the order in which a person decides: what looks like a secret, the rest, what is bound already. */
export function grouped(
  variables: readonly ImportVariable[],
): readonly (readonly [string, readonly ImportVariable[]])[] {
  return [
    [words.envImport.likeSecrets, variables.filter(({ bound, secret }) => !bound && secret)],
    [words.envImport.others, variables.filter(({ bound, secret }) => !bound && !secret)],
    [words.envImport.boundAlready, variables.filter(({ bound }) => bound)],
  ];
}
