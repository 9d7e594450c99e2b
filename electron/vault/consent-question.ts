import type { ValuePlace } from './records.ts';
import type { LooseningSetting, Settings } from './settings/setting-table.ts';

/**
 * What main asks the person in its own dialog: a kind and its facts, for which `electron/messages` has the words. What others named
 * stands in it as lines that can't be taken for words of the question (`shown-text.ts`).
 */

/** What a value's key is told by, which no page can choose together. */
export interface AskedValue {
  /** The provider's name; null: none. */
  readonly provider: string | null;
  readonly last4: string | null;
  /** ms since the epoch. */
  readonly currentSince: number;
}

export interface AskedKey extends AskedValue {
  readonly name: string;
  /** Its name less than a minute ago, where that was another one. */
  readonly before: string | null;
}

export interface AskedFile {
  /** Relative to the folder around the project's. */
  readonly file: string;
  /** The project's, absolute. */
  readonly folder: string;
}

/** How a file is read and written, by the dialect's name. */
interface AskedFormat {
  readonly dialect: string;
  readonly expands: boolean;
}

/** An older item in the keychain, next to the one that counts. */
export interface AskedItem {
  readonly name: string;
  readonly isPrevious: boolean;
  /** '' where it has no name. */
  readonly collection: string;
  readonly changedAt: number | null;
}

/** Names of several things, as many as a dialog has room for, and how many there are besides. */
interface AskedNames<Name = string> {
  readonly shown: readonly Name[];
  readonly more: number;
}

/** A change of a setting that protects less. */
type SettingFacts = {
  readonly [S in LooseningSetting as `setting ${S}`]: { readonly before: Settings; readonly wanted: Settings };
};

/** The facts of each question. */
export interface ConsentFacts extends SettingFacts {
  readonly unlock: Record<never, never>;
  /** `keys`: how many have their values in the other keychain. */
  readonly adoptKeychain: { readonly keys: number };
  /** `keys`: how many have their values moved. */
  readonly moveValues: { readonly to: ValuePlace; readonly keys: number };
  readonly copyAlways: { readonly key: AskedKey; readonly isNew: boolean };
  readonly copyOnceMore: { readonly key: AskedKey };
  /** `until`: when its grace ends, in ms since the epoch. */
  readonly erasePrevious: { readonly key: AskedKey; readonly until: number };
  readonly eraseNewer: { readonly key: AskedKey };
  readonly deletePermanently: { readonly key: AskedKey };
  readonly emptyTrash: AskedNames<Pick<AskedKey, 'name' | 'last4' | 'before'>>;
  readonly removeSpare: AskedNames<AskedItem>;
  /** `system`: the version control system that is not asked about the file. */
  readonly leaveOutsideGit: { readonly file: AskedFile; readonly system: string };
  readonly changeFormat: { readonly file: AskedFile; readonly before: AskedFormat; readonly wanted: AskedFormat };
  readonly linkFolders: { readonly folders: readonly string[] };
  readonly restoreCopyAlways: AskedNames;
  readonly restoreErasing: AskedNames;
}

export type ConsentKind = keyof ConsentFacts;
export type ConsentQuestion = {
  readonly [K in ConsentKind]: { readonly kind: K; readonly facts: ConsentFacts[K] };
}[ConsentKind];
