import { count } from '../../ui/time.ts';
import type { ImportView } from '../../vault-client.ts';

export type ImportVariable = ImportView['variables'][number];

/** What the button does, exactly: "Import 3 keys and bind 1"; null where nothing is chosen. */
export function formatTake(chosen: readonly ImportVariable[]): string | null {
  const held = chosen.filter(({ heldBy }) => heldBy !== null).length;
  const fresh = chosen.length - held;
  if (fresh > 0 && held > 0) return `Import ${count(fresh, 'key')} and bind ${held}`;
  if (fresh > 0) return `Import ${count(fresh, 'key')}`;
  if (held > 0) return `Bind ${count(held, 'key')}`;
  return null;
}

/** `bound` counts the variables of the kept keys too. */
export function formatTaken({ kept, bound }: { kept: number; bound: number }, file: string): string {
  const held = bound - kept;
  const parts = [
    ...(kept > 0 ? [`${count(kept, 'key')} kept`] : []),
    ...(held > 0 ? [`${count(held, 'variable')} bound to ${held === 1 ? 'a key' : 'keys'} you had`] : []),
  ];
  return `${parts.join(', ') || 'Nothing taken'}. ${file} is as it was.`;
}

/** In the order in which a person decides: what looks like a secret, the rest, what is bound already. */
export function grouped(
  variables: readonly ImportVariable[],
): readonly (readonly [string, readonly ImportVariable[]])[] {
  return [
    ['Look like secrets', variables.filter(({ bound, secret }) => !bound && secret)],
    ['Others', variables.filter(({ bound, secret }) => !bound && !secret)],
    ['Bound already', variables.filter(({ bound }) => bound)],
  ];
}
