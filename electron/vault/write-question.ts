import type { AskedValue } from './consent-question.ts';
import type { VaultError } from './errors.ts';

/**
 * What main shows before it writes env files, and what a person may choose of it. `Blocked`: why something can't be written now, as an
 * error here and in words where it is shown.
 */

/** Every file that would be written, each with every line that would change. */
export interface WriteQuestion<Blocked = VaultError, Leaving = LeavingKey> {
  /** Whether files get what the vault holds, or a key that is deleted gives up its lines: then each stands ticked. */
  readonly purpose: 'write' | 'remove';
  /** The key whose lines go, for it is to be deleted or is in Trash already; null where files are written. */
  readonly leaving: Leaving | null;
  readonly files: readonly WriteFile<Blocked>[];
}

/** As the window shows it. */
export type ShownWriteQuestion = WriteQuestion<string, ShownLeavingKey>;

export interface LeavingKey extends LeavingName, AskedValue {}

export interface ShownLeavingKey extends LeavingName {
  /** Its provider, what its value ends in, and since when it is the current one. */
  readonly about: string;
}

interface LeavingName {
  readonly name: string;
  /** Whether it is in Trash already: nothing but its lines goes. */
  readonly isInTrash: boolean;
  /** What it was called less than a minute ago, where that was another name. */
  readonly before: string | null;
}

export interface WriteFile<Blocked = VaultError> {
  /** The project's name. */
  readonly project: string;
  /** Relative to the project's folder, with `/`. */
  readonly file: string;
  /** The project's folder, absolute: folders in different places can have the same name. */
  readonly root: string;
  /** Whether the file is there already. */
  readonly exists: boolean;
  /** Whether git would commit it; null where it was not asked. */
  readonly git:
    | 'ignored'
    | 'no-repository'
    | 'only-if-added'
    | 'outside-git'
    | 'tracked'
    | 'exposed'
    | 'unknown'
    | null;
  /** Why nothing in it can be written now; null: it can be. */
  readonly blocked: Blocked | null;
  readonly lines: readonly WriteLine<Blocked>[];
}

export interface WriteLine<Blocked = VaultError> {
  readonly envVar: string;
  readonly change: 'added' | 'changed' | 'removed';
  /**
   * new: never written · rotated: the vault has a newer value · edited: somebody changed the line · missing: the line that
   * was written is gone · leaving: unbound, so that the line is to go.
   */
  readonly state: 'new' | 'rotated' | 'edited' | 'missing' | 'leaving';
  /** The key whose value the line will hold, by name; null for a line that goes. */
  readonly key: string | null;
  /** What that key was called less than a minute ago, where that was another name. */
  readonly keyBefore: string | null;
  /** Lines of the same key have the same number; null for a line that goes. */
  readonly keyAt: number | null;
  /** The value in the file, masked; null where the file has no such line. */
  readonly there: { readonly last4: string | null; readonly holds: 'value' | 'reference' | 'ciphertext' } | null;
  readonly last4: string | null;
  /** Since when this is the key's value, in ms since 1970; null for a line that goes. */
  readonly currentSince: number | null;
  /** The line there now was not written by Clavis. */
  readonly foreign: boolean;
  /** The file defines its variable more than once: all of these lines get the value, or go. */
  readonly repeated: boolean;
  /**
   * Why the name itself is asked for. ordinary: it does not say that it is a secret · steering: it tells a program where to
   * go or what to run · public: the build publishes it. Null: it is a name for a secret.
   */
  readonly note: 'ordinary' | 'steering' | 'public' | null;
  /** Some programs that read such files could run parts of the value. */
  readonly couldRun: boolean;
  /** The readers of the file that would take another value, by name. */
  readonly misreadBy: readonly string[];
  /** Why this line can't be written now; null: it can be. */
  readonly blocked: Blocked | null;
  /** What comes of making the file's value the key's; null: it can't be. */
  readonly take: TakeOffer | null;
}

export interface TakeOffer {
  /** Lines of the same key whose files hold the same value have the same number. */
  readonly valueAt: number;
  /** Which values of the key are erased by that at once; null: none. */
  readonly erases: 'previous' | 'current' | 'both' | null;
}

/** What happens to a line: it gets the vault's value, gives its value to the vault, or goes. */
export type LineChoice = 'write' | 'take' | 'remove';

/** What a person chose, by the places in the question. What is not named stays as it is. */
export interface WriteChoice {
  readonly files: readonly ChosenFile[];
}

export interface ChosenFile {
  readonly at: number;
  readonly lines: readonly ChosenLine[];
}

export interface ChosenLine {
  readonly at: number;
  readonly as: LineChoice;
}

function allDifferent(places: readonly { readonly at: number }[]): boolean {
  return new Set(places.map(({ at }) => at)).size === places.length;
}

function isOffered({ change, blocked, take }: WriteLine<unknown>, as: LineChoice): boolean {
  if (as === 'take') return take !== null;
  return blocked === null && (change === 'removed') === (as === 'remove');
}

/** A key takes one value, and is written nowhere else in the same go: nobody has seen that value there. */
function takesClearly(lines: readonly { readonly line: WriteLine<unknown>; readonly as: LineChoice }[]): boolean {
  const taken = new Map<number | null, number | undefined>();
  for (const { line, as } of lines) {
    if (as !== 'take') continue;
    const value = line.take?.valueAt;
    if (taken.has(line.keyAt) && taken.get(line.keyAt) !== value) return false;
    taken.set(line.keyAt, value);
  }
  return lines.every(({ line, as }) => as !== 'write' || !taken.has(line.keyAt));
}

/**
 * Whether a choice is one that the question offers: at least one line, each of them shown there, named once, and open to what
 * is to happen to it.
 */
export function isChoiceOf({ files }: WriteQuestion<unknown, unknown>, choice: WriteChoice): boolean {
  if (choice.files.length === 0 || !allDifferent(choice.files)) return false;
  const chosen: { line: WriteLine<unknown>; as: LineChoice }[] = [];
  for (const { at, lines } of choice.files) {
    const file = files[at];
    if (file === undefined || file.blocked !== null || lines.length === 0 || !allDifferent(lines)) return false;
    for (const { at: place, as } of lines) {
      const line = file.lines[place];
      if (line === undefined || !isOffered(line, as)) return false;
      chosen.push({ line, as });
    }
  }
  return takesClearly(chosen);
}

/** Whether anything in the file can be chosen. */
export function isOpenToChoice({ blocked, lines }: WriteFile<unknown>): boolean {
  return blocked === null && lines.some((line) => line.blocked === null || line.take !== null);
}
