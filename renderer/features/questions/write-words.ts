import type { WriteView } from '../../question-client.ts';
import type { IconName } from '../../ui/icons.tsx';
import { count } from '../../ui/time.ts';
import { type ChosenFiles, isOfOthers, isOpen, type WriteFile, type WriteLine } from './write-choice.ts';

export interface Remark {
  readonly icon: IconName;
  readonly tone: 'due' | 'bad' | 'plain';
  readonly text: string;
}

const notes: Record<NonNullable<WriteLine['note']>, Remark> = {
  ordinary: { icon: 'info', tone: 'plain', text: 'Its name does not say that it is a secret' },
  steering: { icon: 'alert', tone: 'due', text: 'Tells a program where to go or what to run' },
  public: { icon: 'eye', tone: 'bad', text: 'Published by the build: everybody who opens the site can read it' },
};

/** What a person is to look at before this line is written. */
export function remarksOf({ keyBefore, there, foreign, repeated, note, couldRun, misreadBy }: WriteLine): Remark[] {
  return [
    ...(keyBefore === null ? [] : [renamed(keyBefore)]),
    ...(there && there.holds !== 'value' ? [remark(replacedWords[there.holds], 'alert')] : []),
    ...(foreign ? [remark('Not written by Clavis', 'pencil')] : []),
    ...(repeated
      ? [remark('Defined more than once in this file: each of these lines gets the new value', 'alert')]
      : []),
    ...(note ? [notes[note]] : []),
    ...(couldRun ? [remark('Some programs could run parts of this value', 'alert')] : []),
    ...(misreadBy.length > 0 ? [remark(`${listOf(misreadBy)} would take another value from this line`, 'alert')] : []),
  ];
}

/** "Vite, Nx and Bun". */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export function renamed(before: string): Remark {
  return remark(`Renamed less than a minute ago. Before, this key was called: ${before}`, 'alert');
}

const replacedWords = {
  reference: 'Replaces a reference: what reads this file gets the value from elsewhere',
  ciphertext: 'Replaces an encrypted value: what reads this file decrypts it',
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
  if (state === 'rotated') return { icon: 'rotate', text: 'Newer in Clavis' };
  if (state === 'edited') return { icon: 'pencil', text: 'Edited by hand' };
  if (state === 'missing') return { icon: 'minus', text: 'Missing in the file' };
  return change === 'added' ? { icon: 'plus', text: 'Added' } : { icon: 'swap', text: 'Changed' };
}

const gitWords: Record<NonNullable<WriteFile['git']>, string> = {
  ignored: 'Ignored by git',
  'no-repository': 'No git repository',
  'only-if-added': 'In git only if added by name',
  'outside-git': 'Not in git',
  tracked: 'Tracked by git',
  exposed: 'Not ignored by git',
  unknown: 'Could be committed',
};

export function gitWord({ git }: WriteFile): string {
  return git === null ? '' : gitWords[git];
}

/** What a take costs besides. */
export const erasedWords = {
  previous: 'The previous value of this key is erased at once; its last rotation can’t be undone any more',
  current: 'The value that this key has now is erased at once: your settings keep no previous one',
  both: 'The value that this key has now and the one before are erased at once: your settings keep no previous one',
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
  const write = first && others.length === 0 ? `Write ${nameOf(first)}` : `Write ${count(written.length, 'file')}`;
  if (chosen.length === 0) return 'Nothing chosen';
  const lines = chosen.reduce((sum, one) => sum + one.lines.length, 0);
  if (purpose === 'remove') return `Remove ${count(lines, 'line')}`;
  if (written.length === 0) return `Take ${count(taken, 'value')}`;
  return taken === 0 ? write : `${write}, take ${count(taken, 'value')}`;
}

/** "3 lines to add, 2 to change, 1 that may be removed": of those that can be chosen. No sentence yet. */
export function formatLines(files: readonly WriteFile[]): string {
  const open = files.filter(isOpen).flatMap((file) => file.lines);
  const lines = open.filter(({ blocked, take }) => blocked === null || take !== null);
  const words = { added: 'to add', changed: 'to change', removed: 'that may be removed' } as const;
  const counts = (['added', 'changed', 'removed'] as const)
    .map((change) => ({ change, found: lines.filter((line) => line.change === change).length }))
    .filter(({ found }) => found > 0);
  return counts
    .map(({ change, found }, at) => `${at === 0 ? count(found, 'line') : found} ${words[change]}`)
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
    one: 'there now was not written by Clavis',
    many: 'there now were not written by Clavis',
  },
  {
    counts: ({ note }) => note === 'public',
    icon: 'eye',
    tone: 'bad',
    one: 'is published by the build',
    many: 'are published by the build',
  },
  {
    counts: ({ note }) => note === 'steering',
    icon: 'alert',
    tone: 'due',
    one: 'tells a program where to go or what to run',
    many: 'tell a program where to go or what to run',
  },
  {
    counts: ({ couldRun }) => couldRun,
    icon: 'alert',
    tone: 'due',
    one: 'holds a value that some programs could run',
    many: 'hold a value that some programs could run',
  },
  {
    counts: ({ misreadBy }) => misreadBy.length > 0,
    icon: 'alert',
    tone: 'due',
    one: 'would be misread by a program of its project',
    many: 'would be misread by programs of their projects',
  },
  {
    counts: ({ keyBefore }) => keyBefore !== null,
    icon: 'alert',
    tone: 'due',
    one: 'is of a key that was renamed just now',
    many: 'are of keys that were renamed just now',
  },
];

/** What needs a look before anything else, however far down its line stands. */
export function headRemarks(files: readonly WriteFile[]): Remark[] {
  const lines = files.flatMap((file) => file.lines);
  return headCounts.flatMap(({ counts, icon, tone, one, many }) => {
    const found = lines.filter(counts).length;
    return found === 0 ? [] : [{ icon, tone, text: `${count(found, 'line')} ${found === 1 ? one : many}` }];
  });
}
