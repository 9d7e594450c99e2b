import * as words from '../../../electron/messages/window.ts';
import type { Drifts } from '../../drift-data.ts';
import type { IconName } from '../../ui/icons.tsx';
import type { DriftView, TargetView } from '../../vault-client.ts';

export type VariableState = DriftView['variables'][number]['state'];

export interface DriftWord {
  readonly tone: 'good' | 'due' | 'bad' | 'plain';
  readonly icon: IconName;
  readonly text: string;
}

/** Of one variable: on which side it differs. */
export const variableWords: Record<VariableState, DriftWord> = {
  same: { tone: 'good', icon: 'check', text: words.drift.same },
  rotated: { tone: 'due', icon: 'rotate', text: words.drift.newer },
  edited: { tone: 'due', icon: 'pencil', text: words.drift.edited },
  missing: { tone: 'due', icon: 'minus', text: words.drift.missing },
  new: { tone: 'plain', icon: 'clock', text: words.drift.unwritten },
  leaving: { tone: 'plain', icon: 'minus', text: words.drift.leaving },
};

/** Of one target, or of all targets of a project: the one thing to know first. null where nothing is bound. */
function sumUp(drifts: readonly DriftView[]): DriftWord | null {
  if (drifts.some(({ error }) => error !== null)) return { tone: 'bad', icon: 'stop', text: words.drift.unreadable };
  if (drifts.some(isFileGone)) return { tone: 'due', icon: 'file', text: words.drift.missingFile };
  const states = drifts.flatMap(({ variables }) => variables.map(({ state }) => state));
  if (states.includes('edited')) return variableWords.edited;
  if (states.includes('missing')) return variableWords.missing;
  const different = states.filter((state) => state !== 'same');
  if (different.length === 0) return states.length > 0 ? variableWords.same : null;
  const toWrite = words.drift.toWrite(different.length);
  return different.every((state) => state === 'rotated')
    ? { tone: 'due', icon: 'rotate', text: words.drift.rotated(toWrite) }
    : { tone: 'due', icon: 'clock', text: toWrite };
}

/** A file that was never written is not missed. */
function isFileGone({ file, variables }: DriftView): boolean {
  return file === 'missing' && variables.some(({ state }) => state === 'missing' || state === 'rotated');
}

/** The same for targets of which some may not be compared yet: those say what the vault alone knows. */
export function sumUpTargets(targets: readonly TargetView[], drifts: Drifts): DriftWord | null {
  const known = targets.flatMap(({ id }) => drifts.get(id) ?? []);
  const bound = targets.filter(({ bindings }) => bindings.length > 0);
  if (known.length >= bound.length) return sumUp(known);
  const pending = targets.reduce((sum, target) => sum + target.pending, 0);
  return pending > 0 ? { tone: 'due', icon: 'clock', text: words.drift.toWrite(pending) } : null;
}

/** Whether an export would have something to do there. */
export function isToWrite(target: TargetView, drifts: Drifts): boolean {
  const drift = drifts.get(target.id);
  if (!drift || drift.error) return target.pending > 0;
  return drift.variables.some(({ state }) => state !== 'same');
}
