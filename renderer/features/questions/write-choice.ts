import type { QuestionAnswer, WriteView } from '../../question-client.ts';

export type WriteFile = WriteView['files'][number];
export type WriteLine = WriteFile['lines'][number];
export type ChosenFiles = Extract<QuestionAnswer, { kind: 'write' }>['files'];
/** What happens to a line; null: it stays as it is. */
export type LinePick = 'write' | 'take' | 'remove' | null;

/** What the person picked so far: for each line, and which files they left out. */
export interface Picks {
  readonly lines: readonly (readonly LinePick[])[];
  readonly off: ReadonlySet<number>;
}

/** Whether anything in the file can be chosen. */
export function isOpen({ blocked, lines }: WriteFile): boolean {
  return blocked === null && lines.some((line) => line.blocked === null || line.take !== null);
}

/** Whether the line holds what somebody else put there, and not a value that Clavis wrote or imported. */
export function isOfOthers({ change, state }: WriteLine): boolean {
  return change === 'changed' && state !== 'rotated';
}

/**
 * Everything that can be written and loses nothing: what somebody else wrote stays until the person says what becomes of it. No
 * line goes before they tick it, but where they asked for nothing else, and then none that takes others with it.
 */
export function firstPicks({ purpose, files }: Pick<WriteView, 'purpose' | 'files'>): Picks {
  const pick = (line: WriteLine): LinePick => {
    const { change, blocked, repeated } = line;
    if (blocked !== null || isOfOthers(line)) return null;
    if (change === 'removed') return purpose === 'remove' && !repeated ? 'remove' : null;
    return 'write';
  };
  return {
    lines: files.map(({ lines, blocked }) => lines.map((line) => (blocked === null ? pick(line) : null))),
    off: new Set(),
  };
}

export function pickLine(picks: Picks, at: number, lineAt: number, pick: LinePick): Picks {
  const lines = picks.lines.map((of, file) =>
    file === at ? of.map((one, line) => (line === lineAt ? pick : one)) : of,
  );
  const off = new Set(picks.off);
  // Whoever ticks a line of a file that was left out wants it written.
  if (pick !== null) off.delete(at);
  return { lines, off };
}

export function tickFile(picks: Picks, at: number, ticked: boolean): Picks {
  const off = new Set(picks.off);
  if (ticked) off.delete(at);
  else off.add(at);
  return { ...picks, off };
}

/** By key: the number of the value that it takes from a file. */
export type TakenValues = ReadonlyMap<number | null, number>;

export function takenValues(files: readonly WriteFile[], picks: Picks): TakenValues {
  const taken = new Map<number | null, number>();
  for (const [at, { lines }] of files.entries()) {
    if (picks.off.has(at)) continue;
    for (const [lineAt, { keyAt, take }] of lines.entries()) {
      if (take && picks.lines[at]?.[lineAt] === 'take') taken.set(keyAt, take.valueAt);
    }
  }
  return taken;
}

/** Whether the line has to wait: its key takes a value that nobody has seen there. */
export function waits({ keyAt, change }: WriteLine, pick: LinePick, taken: TakenValues): boolean {
  return change !== 'removed' && pick !== 'take' && taken.has(keyAt);
}

/** Whether this line's value can become the key's, next to what is taken already. */
export function canTake({ keyAt, take }: WriteLine, taken: TakenValues): boolean {
  return take !== null && (!taken.has(keyAt) || taken.get(keyAt) === take.valueAt);
}

/** What the answer names: the places of all that is to be written, taken or removed. */
export function chosenFiles(files: readonly WriteFile[], picks: Picks): ChosenFiles {
  const taken = takenValues(files, picks);
  return files.flatMap(({ lines }, at) => {
    if (picks.off.has(at)) return [];
    const chosen = lines.flatMap((line, lineAt) => {
      const as = picks.lines[at]?.[lineAt] ?? null;
      return as === null || (as === 'write' && waits(line, as, taken)) ? [] : [{ at: lineAt, as }];
    });
    return chosen.length === 0 ? [] : [{ at, lines: chosen }];
  });
}
