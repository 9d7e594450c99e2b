import type { BackupContent, ReadBackup } from './backup-content.ts';
import type { ConsentQuestion } from './consent-question.ts';
import type { Detection } from './detection-port.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { EnvDocuments, EnvFileFinder } from './env-file-ports.ts';
import type { ExternalImports } from './external-import-port.ts';
import type { Fingerprints, Keychain } from './keychain-port.ts';
import type { PassphrasePurpose, PassphraseVault, UnlockPurpose, ValuePlaces } from './passphrase-vault-port.ts';
import type { Reason } from './reasons.ts';
import type { LeaseRecord, LockState } from './records.ts';
import type { Secret } from './secret.ts';
import type { Settings } from './settings/setting-table.ts';
import type { Store } from './store-port.ts';
import type { OtherSystemName } from './version-control.ts';
import type { WriteChoice, WriteQuestion } from './write-question.ts';

/** What the vault needs of the world. Each port has one adapter; errors are `VaultError`s. The larger ones have files of their own. */
export type * from './env-file-ports.ts';
export type * from './external-import-port.ts';
export type * from './keychain-port.ts';
export type * from './outcome.ts';
export type * from './passphrase-vault-port.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds that the computer has been running since some moment: nobody sets it, and each start of Clavis may begin elsewhere. */
  uptime(): number;
  /** Runs `task` once after `ms` milliseconds; the returned function calls it off. */
  after(ms: number, task: () => void): () => void;
}

export type Selection = 'clipboard' | 'primary';

export interface Clipboard {
  /** The selections of this system: PRIMARY exists on Linux only. */
  readonly selections: readonly Selection[];
  /** Text and the hints that keep clipboard managers away, in one ownership. */
  write(value: Secret): Promise<void>;
  /** Text that is no secret, for other programs to take as they like. */
  writeText(text: string): Promise<void>;
  /** The selection's text, null if it has none. */
  read(selection: Selection): Promise<Secret | null>;
  clear(selection: Selection): Promise<void>;
}

/** Questions that only the person can answer, in a dialog or a window of the main process (invariant 2). */
export interface Consent {
  ask(question: ConsentQuestion): Promise<boolean>;
  /** Shows each line that would be written, and lets the person choose; null: nothing. */
  askWrite(question: WriteQuestion): Promise<WriteChoice | null>;
  /** Asks for the passphrase of a backup until it `opens` it; false after three that don't, or a no. */
  confirmPassphrase(file: string, opens: (typed: Secret) => Promise<boolean>): Promise<boolean>;
  /** Says what a passphrase vault protects and what not, and asks for a new passphrase; null: the person would rather not. */
  choosePassphrase(purpose: PassphrasePurpose): Promise<Secret | null>;
  /** Asks for the passphrase of the vault until it `isRight`, with the vault's pauses after wrong ones; false for a no. */
  confirmVault(
    vault: Pick<PassphraseVault, 'pauseMs' | 'confirm'>,
    purpose: Exclude<UnlockPurpose, 'unlock'>,
  ): Promise<boolean>;
}

/** A file as it was read; `stamp` tells whether it is still the same. */
export interface FileSnapshot {
  /** null: there is no such file. */
  readonly bytes: Uint8Array | null;
  /** Where it truly lies, as `Files.realPath` gives it. */
  readonly path: string;
  readonly stamp: string;
  /** Others than its owner may read or write it. */
  readonly isOpenToOthers: boolean;
}

/** Env files inside picked folders (invariant 5). Paths are relative to `root`, with `/`. */
export interface Files {
  /** The picked folder with its links resolved. Throws `FOLDER_GONE`. */
  resolveFolder(folder: string): Promise<string>;
  /** Where the file truly lies, with `/`: the same for all links to it. It may not exist. Throws as `read` does. */
  realPath(root: string, file: string): Promise<string>;
  /** Throws `FOLDER_GONE` and the `TARGET_*` errors. */
  read(root: string, file: string): Promise<FileSnapshot>;
  /** Removes what killed writes left next to the file, and returns whether nothing of it stays. Throws as `read` does. */
  removeLeftovers(root: string, file: string): Promise<boolean>;
  /** Takes the rights of others on the file away. Throws `TARGET_UNWRITABLE`, and as `realPath` does. */
  makePrivate(root: string, file: string): Promise<void>;
  /**
   * Replaces the file at once or leaves it whole, with its rights and owner; a new one is for its owner alone. Throws
   * `TARGET_CHANGED` where it is not what `expected` says, `TARGET_MOUNTED`.
   */
  write(root: string, file: string, bytes: Uint8Array, expected: FileSnapshot): Promise<void>;
}

export type GitState =
  /** No repository there, or the file is ignored: git will not commit it. */
  | { readonly kind: 'safe'; readonly why: 'ignored' | 'no-repository' }
  /** A repository elsewhere (`by`, its git folder) has a folder around as its working tree: it takes what is added by name. */
  | { readonly kind: 'safe'; readonly why: 'only-if-added'; readonly by: string }
  /** `instead`: the file next to it that the project's framework reads secrets from; `by`: as above. */
  | { readonly kind: 'tracked'; readonly instead?: string; readonly by?: string }
  /** `ignoreFile`: where a line would go, relative to the project's root; `line`: that line. */
  | { readonly kind: 'exposed'; readonly ignoreFile: string; readonly line: string }
  /** `remedy`: what to do, where that is known. */
  | { readonly kind: 'unknown'; readonly said: Reason; readonly remedy?: Reason }
  /** `system`: not git was asked, for this one keeps the folder. */
  | { readonly kind: 'unknown'; readonly said: Reason; readonly remedy: Reason; readonly system: OtherSystemName };

/** Where a line may go that makes git leave a file alone: the nearest .gitignore, or the repository's own exclude file. */
export type IgnorePlace = 'gitignore' | 'exclude';

/** A file, relative to the folder of its project. */
export interface GitPlace {
  readonly root: string;
  readonly file: string;
}

export interface Git {
  /** Throws `FOLDER_GONE`, `TARGET_LEAVES_PROJECT`, `TARGET_UNREADABLE`. */
  stateOf(root: string, file: string): Promise<GitState>;
  /**
   * The same for several files, in their order, each as soon as it is known: a repository is asked once for all of a project's
   * files, and no project waits for another one.
   */
  statesOf(places: readonly GitPlace[]): readonly Promise<GitState>[];
  /** Adds the line that `stateOf` named (for `exclude`, its like), and asks git again. Throws `TARGET_TRACKED`, `GIT_FAILED`. */
  ignore(root: string, file: string, place: IgnorePlace): Promise<void>;
}

/** Backups in encrypted files, at places that the person picked. */
export interface Backups {
  /**
   * Replaces the file at once, when what was written has been opened again and is confirmed; or leaves all as it was. Throws
   * `BACKUP_UNWRITABLE`, `BACKUP_NOT_CONFIRMED`.
   */
  save(path: string, backup: BackupToSave): Promise<void>;
  /** Throws `BACKUP_UNREADABLE`, `BACKUP_LOCKED`, `BACKUP_DAMAGED`, `BACKUP_NOT_OURS`, `BACKUP_NEWER`. */
  open(path: string, passphrase: Secret): Promise<ReadBackup>;
}

export interface BackupToSave {
  readonly passphrase: Secret;
  readonly content: BackupContent;
  /** Asked when the file is finished and not yet in its place; `opens` tries a passphrase on that very file. */
  readonly confirm: (opens: (typed: Secret) => Promise<boolean>) => Promise<boolean>;
}

/** How far a write of several files is. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number;
  readonly outcome: ExportOutcome;
}

/** How one file of a write ended. */
export interface ExportOutcome {
  readonly targetId: string;
  readonly project: string;
  readonly file: string;
  readonly written: number;
  readonly removed: number;
  /** Lines whose values the vault took. */
  readonly taken: number;
  /** Lines that were not written or taken, and why; the others were. */
  readonly left: readonly { readonly envVar: string; readonly error: unknown }[];
  /** Why nothing of it was written; null where it was, or where nothing was to be written. */
  readonly error: unknown;
}

/** Told after each commit, so that windows and tray can follow. */
export interface Changes {
  /** These keys are not as they were, or are gone; without ids any may be. */
  keys(ids?: readonly string[]): void;
  /** A key came to Trash, or left it. */
  trash(): void;
  /** How many old values still wait to be erased. */
  erasure(waiting: number): void;
  /** These projects are not as they were, or are gone; without ids any may be. */
  projects(ids?: readonly string[]): void;
  lease(lease: LeaseRecord | null): void;
  /** One file of a write of several is done. */
  exported(progress: ExportProgress): void;
  /** A move of all values began, went on or ended, or what it left is not as it was. */
  moving(): void;
  /** One step of a backup or a restore is done. */
  backup(progress: { done: number; total: number }): void;
  /** As they are from now on, and as they were. */
  settings(settings: Settings, before: Settings): void;
  lock(lock: LockState): void;
  /** Something failed that no call is waiting for. */
  failed(error: unknown): void;
}

/** Whether the person has the main window before them: it is shown and has the focus. */
export type Attention = () => boolean;

/**
 * Resolves when the caller may work for a moment: work that grows with what others wrote asks before each piece, so that
 * windows and tray never wait for the whole.
 */
export type TakeTurn = () => Promise<void>;

/** Random ids: 128 bits, letters and digits alone. */
export type NewId = () => string;

/** That many bytes nobody can guess. */
export type RandomBytes = (count: number) => Uint8Array;

/** Everything the vault is built on. */
export interface Ports {
  readonly store: Store;
  readonly keychain: Keychain;
  readonly fingerprints: Fingerprints;
  readonly passphraseVault: PassphraseVault;
  readonly valuePlaces: ValuePlaces;
  readonly clipboard: Clipboard;
  readonly consent: Consent;
  readonly files: Files;
  readonly git: Git;
  readonly envFileFinder: EnvFileFinder;
  readonly envDocuments: EnvDocuments;
  readonly externalImports: ExternalImports;
  readonly backups: Backups;
  readonly detection: Detection;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly diagnostics: Diagnostics;
  readonly attention: Attention;
  readonly newId: NewId;
  readonly takeTurn: TakeTurn;
  readonly randomBytes: RandomBytes;
  /** The most bytes the keychain takes for one value. */
  readonly valueLimit: number;
  /** Whether the keychain can be read without a question of the system's, where nobody is there to answer one. */
  readonly readsQuietly: boolean;
}
