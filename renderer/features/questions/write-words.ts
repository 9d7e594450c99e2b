import * as words from '../../../electron/messages/window.ts';
import type { WriteView } from '../../question-client.ts';
import type { IconName } from '../../ui/icons.tsx';

import { type ChosenFiles, isOfOthers, isOpen, type WriteFile, type WriteLine } from './write-choice.ts';

export interface Remark {
  readonly icon: IconName;
  readonly tone: 'due' | 'bad' | 'plain';
  readonly text: string;
}

const notes: Record<NonNullable<WriteLine['note']>, Remark> = {
  ordinary: { icon: 'info', tone: 'plain', text: words.writeQuestion.ordinary },
  steering: { icon: 'alert', tone: 'due', text: words.writeQuestion.steering },
  public: { icon: 'eye', tone: 'bad', text: words.writeQuestion.published },
};

/** What a person is to look at before this line is written. */
export function remarksOf({ keyBefore, there, foreign, repeated, note, couldRun, misreadBy }: WriteLine): Remark[] {
  return [
    ...(keyBefore === null ? [] : [renamed(keyBefore)]),
    ...(there && there.holds !== 'value' ? [remark(replacedWords[there.holds], 'alert')] : []),
    ...(foreign ? [remark(words.writeQuestion.foreign, 'pencil')] : []),
    ...(repeated ? [remark(words.writeQuestion.repeated, 'alert')] : []),
    ...(note ? [notes[note]] : []),
    ...(couldRun ? [remark(words.writeQuestion.couldRun, 'alert')] : []),
    ...(misreadBy.length > 0 ? [remark(words.writeQuestion.misread(listOf(misreadBy)), 'alert')] : []),
  ];
}

/** "Vite, Nx and Bun". */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : words.writeQuestion.and(names.slice(0, -1).join(', '), last);
}

export function renamed(before: string): Remark {
  return remark(words.writeQuestion.renamed(before), 'alert');
}

const replacedWords = {
  reference: words.writeQuestion.replacesReference,
  ciphertext: words.writeQuestion.replacesCiphertext,
} as const;

function remark(text: string, icon: IconName): Remark {
  return { icon, tone: 'due', text };
}

/** In lines: with fewer, all of them fit into the window. */
const fewLines = 12;
const fewLinesOfFile = 5;

/** Of which files the lines are behind the head at first: only among many, and only where none of them needs a look. */
export function foldedFiles(files: readonly WriteFile[]): boolean[] {
  const all = files.reduce((sum, file) => sum + file.lines.length, 0);
  const needsLook = (line: WriteLine): boolean =>
    line.blocked !== null ||
    isOfOthers(line) ||
    line.take !== null ||
    line.state === 'missing' ||
    remarksOf(line).length > 0;
  const areMany = files.length > 1 && all > fewLines;
  return files.map(
    ({ lines, blocked }) => areMany && blocked === null && lines.length > fewLinesOfFile && !lines.some(needsLook),
  );
}

/** How a line differs from the vault. */
export function stateWord({ state, change }: WriteLine): { readonly icon: IconName; readonly text: string } {
  if (state === 'rotated') return { icon: 'rotate', text: words.writeQuestion.newer };
  if (state === 'edited') return { icon: 'pencil', text: words.writeQuestion.edited };
  if (state === 'missing') return { icon: 'minus', text: words.writeQuestion.missing };
  return change === 'added'
    ? { icon: 'plus', text: words.writeQuestion.added }
    : { icon: 'swap', text: words.writeQuestion.changed };
}

const gitWords: Record<NonNullable<WriteFile['git']>, string> = {
  ignored: words.writeQuestion.gitIgnored,
  'no-repository': words.writeQuestion.noRepository,
  'only-if-added': words.writeQuestion.onlyIfAdded,
  'outside-git': words.writeQuestion.outsideGit,
  tracked: words.writeQuestion.tracked,
  exposed: words.writeQuestion.exposed,
  unknown: words.writeQuestion.gitUnknown,
};

export function gitWord({ git }: WriteFile): string {
  return git === null ? '' : gitWords[git];
}

/** What a take costs besides. */
export const erasedWords = {
  previous: words.writeQuestion.erasesPrevious,
  current: words.writeQuestion.erasesCurrent,
  both: words.writeQuestion.erasesBoth,
} as const;

/** The file's own name: where it lies is in the question. */
export function nameOf({ file }: Pick<WriteFile, 'file'>): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** What the button does, exactly: "Write 4 files, take 1 value". */
export function formatButton({ purpose, files }: Pick<WriteView, 'purpose' | 'files'>, chosen: ChosenFiles): string {
  const written = chosen.filter(({ lines }) => lines.some(({ as }) => as !== 'take'));
  const taken = chosen.flatMap(({ lines }) => lines.filter(({ as }) => as === 'take')).length;
  const [first, ...others] = files.filter(isOpen);
  const write =
    first && others.length === 0
      ? words.writeQuestion.writeFile(nameOf(first))
      : words.writeQuestion.writeFiles(written.length);
  if (chosen.length === 0) return words.common.nothingChosen;
  const lines = chosen.reduce((sum, one) => sum + one.lines.length, 0);
  if (purpose === 'remove') return words.writeQuestion.removeLines(lines);
  if (written.length === 0) return words.writeQuestion.take(taken);
  return taken === 0 ? write : words.writeQuestion.andTake(write, taken);
}

/** "3 lines to add, 2 to change, 1 that may be removed": of those that can be chosen. No sentence yet. */
export function formatLines(files: readonly WriteFile[]): string {
  const open = files.filter(isOpen).flatMap((file) => file.lines);
  const lines = open.filter(({ blocked, take }) => blocked === null || take !== null);
  const said = {
    added: words.writeQuestion.toAdd,
    changed: words.writeQuestion.toChange,
    removed: words.writeQuestion.mayBeRemoved,
  } as const;
  const counts = (['added', 'changed', 'removed'] as const)
    .map((change) => ({ change, found: lines.filter((line) => line.change === change).length }))
    .filter(({ found }) => found > 0);
  return counts
    .map(({ change, found }, at) => `${at === 0 ? words.writeQuestion.lines(found) : found} ${said[change]}`)
    .join(', ');
}

interface HeadCount extends Omit<Remark, 'text'> {
  readonly counts: (line: WriteLine) => boolean;
  /** Behind "1 line", and behind "2 lines". */
  readonly one: string;
  readonly many: string;
}

const headCounts: readonly HeadCount[] = [
  {
    counts: ({ foreign }) => foreign,
    icon: 'pencil',
    tone: 'due',
    one: words.writeQuestion.foreignOne,
    many: words.writeQuestion.foreignMany,
  },
  {
    counts: ({ note }) => note === 'public',
    icon: 'eye',
    tone: 'bad',
    one: words.writeQuestion.publishedOne,
    many: words.writeQuestion.publishedMany,
  },
  {
    counts: ({ note }) => note === 'steering',
    icon: 'alert',
    tone: 'due',
    one: words.writeQuestion.steeringOne,
    many: words.writeQuestion.steeringMany,
  },
  {
    counts: ({ couldRun }) => couldRun,
    icon: 'alert',
    tone: 'due',
    one: words.writeQuestion.couldRunOne,
    many: words.writeQuestion.couldRunMany,
  },
  {
    counts: ({ misreadBy }) => misreadBy.length > 0,
    icon: 'alert',
    tone: 'due',
    one: words.writeQuestion.misreadOne,
    many: words.writeQuestion.misreadMany,
  },
  {
    counts: ({ keyBefore }) => keyBefore !== null,
    icon: 'alert',
    tone: 'due',
    one: words.writeQuestion.renamedOne,
    many: words.writeQuestion.renamedMany,
  },
];

/** What needs a look before anything else, however far down its line stands. */
export function headRemarks(files: readonly WriteFile[]): Remark[] {
  const lines = files.flatMap((file) => file.lines);
  return headCounts.flatMap(({ counts, icon, tone, one, many }) => {
    const found = lines.filter(counts).length;
    return found === 0 ? [] : [{ icon, tone, text: `${words.writeQuestion.lines(found)} ${found === 1 ? one : many}` }];
  });
}
