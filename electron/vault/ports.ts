import type { BackupContent } from './backup-content.ts';
import type { Detection } from './detection-port.ts';
import type { LeaseRecord, LockState, Settings, TargetDialect } from './records.ts';
import type { Secret } from './secret.ts';
import type { Store } from './store-port.ts';
import type { WriteChoice, WriteQuestion } from './write-question.ts';

/** What the vault needs of the world. Each port has one adapter; errors are `VaultError`s. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds that the computer has been running since some moment: nobody sets it, and each start of Clavis may begin elsewhere. */
  uptime(): number;
  /** Runs `task` once after `ms` milliseconds; the returned function calls it off. */
  after(ms: number, task: () => void): () => void;
}

/** What one of several questions that were asked together ended with. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** What a read of several accounts found of one of them: its value, null where it is absent, or why it can't be read. */
export type ReadOutcome = Outcome<Secret | null>;

/**
 * The OS keychain under this app's service name. Absent is null; locked, missing, dead and slow throw
 * `KEYCHAIN_LOCKED`, `KEYCHAIN_MISSING`, `KEYCHAIN_NO_DEFAULT`, `KEYCHAIN_DENIED`, `KEYCHAIN_FAILED`, `KEYCHAIN_TIMEOUT`; one
 * that holds nothing of this vault throws `KEYCHAIN_OTHER`. Calls on one account keep their order.
 */
export interface Keychain {
  read(account: string): Promise<Secret | null>;
  /** All at once, each with an outcome of its own; throws where the keychain itself is in trouble. */
  readMany(accounts: readonly string[]): Promise<ReadonlyMap<string, ReadOutcome>>;
  /**
   * Resolves only when the keychain was seen to hold the value; a write that timed out is read back first. `label`: what people
   * see of the item in other programs.
   */
  write(account: string, value: Secret, label?: string): Promise<void>;
  /** Removing what is absent is fine. */
  remove(account: string): Promise<void>;
  /**
   * The accounts under this app's service name, other programs' too. Slow, and some systems hand every value over with them:
   * only for an explicit recovery. Throws `KEYCHAIN_LOCKED` where a single one is locked.
   */
  accounts(): Promise<string[]>;
}

/** Keyed hashes (HMAC-SHA-256 under a random key that lives in the keychain), for comparing without keeping values. */
export interface Fingerprints {
  /**
   * `like`: under the key that this earlier fingerprint was made with, where the keychain still has it. Throws
   * `KEYCHAIN_*`.
   */
  of(value: Secret, like?: string): Promise<string>;
  /**
   * Asks the keychain again for this vault's key, which opens the system's prompt where it is locked; calls at once are
   * one. Throws `KEYCHAIN_OTHER` where it has none although the vault has keys, and the other `KEYCHAIN_*`.
   */
  probe(): Promise<void>;
  /** From now on this keychain is the vault's: a key of its own is made where it has none. */
  adopt(): Promise<void>;
}

export type Selection = 'clipboard' | 'primary';

export interface Clipboard {
  /** The selections of this system: PRIMARY exists on Linux only. */
  readonly selections: readonly Selection[];
  /** Text and the hints that keep clipboard managers away, in one ownership. */
  write(value: Secret): Promise<void>;
  /** The selection's text, null if it has none. */
  read(selection: Selection): Promise<Secret | null>;
  clear(selection: Selection): Promise<void>;
}

/** Questions that only the person can answer, in a dialog or a window of the main process (invariant 2). */
export interface Consent {
  /** `action` is the confirming button's text. */
  ask(question: { message: string; detail: string; action: string }): Promise<boolean>;
  /** Shows each line that would be written, and lets the person choose; null: nothing. */
  askWrite(question: WriteQuestion): Promise<WriteChoice | null>;
  /** Asks for the passphrase of a backup until it `opens` it; false after three that don't, or a no. */
  confirmPassphrase(file: string, opens: (typed: Secret) => Promise<boolean>): Promise<boolean>;
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
  /** `remedy`: what to do, where that is known. `system`: not git was asked, for another one keeps the folder. */
  | { readonly kind: 'unknown'; readonly said: string; readonly remedy?: string; readonly system?: string };

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

/** An env file found in a project, and what is known of its reader. */
export interface FoundEnvFile {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly dialect: TargetDialect;
  /** Whether a reader of it expands `$name`, as far as the project tells. */
  readonly expands: boolean;
}

/** A program that reads a dotenv file, as far as the project tells. */
export interface AssumedReader {
  readonly id: string;
  readonly name: string;
  /** It replaces `$name` by that variable. */
  readonly expands: boolean;
  /** The name of the file that tells: `package.json`. */
  readonly foundIn: string;
}

export interface EnvFileFinder {
  /** The project's env files, of its packages too; node_modules and what git ignores as folders aside. By path. */
  find(root: string): Promise<FoundEnvFile[]>;
  /** What a file of this path would be. */
  describe(root: string, file: string): Promise<FoundEnvFile>;
  /** By which programs a dotenv file of this path is read; none where the project doesn't tell. Throws `FOLDER_GONE`. */
  readers(root: string, file: string): Promise<AssumedReader[]>;
  /** The path relative to the root of a file picked in a native dialog. Throws `TARGET_LEAVES_PROJECT`, `FOLDER_GONE`. */
  locate(root: string, picked: string): Promise<string>;
}

/**
 * Env files as documents; however one is made, it holds nobody up. Throws `TARGET_UNPARSABLE`, for files with more
 * variables than any program's too, `VALUE_UNWRITABLE`, `ENV_VAR_REFUSED`.
 */
export interface EnvDocuments {
  /** Reads it once: all that is asked of it, and each edit, goes by this reading. */
  read(bytes: Uint8Array, shape: EnvShape): Promise<EnvContent>;
  /** What `content` was read from, the same but for the changed lines; a null value removes the line. */
  edit(content: EnvContent, edit: EnvEdit): Promise<EditedContent>;
  /** Why this name must not be set, or null. */
  refusedName(name: string): string | null;
  /** Whether a variable of this name may be written, and whether the person is asked first. */
  judgeName(name: string): NameVerdict;
  /** Whether every program that reads a line with this value takes it for text, and runs no part of it. */
  isInert(value: Secret): boolean;
  /** Which of these readers would take the written value for another one, or fail at the file. */
  misreaders(
    value: Secret,
    shape: Pick<EnvShape, 'dialect' | 'expands'>,
    readers: readonly AssumedReader[],
  ): Misreader[];
}

export interface Misreader {
  readonly name: string;
  /** It would not read the file at all. */
  readonly fails: boolean;
}

/**
 * `free`: the name says that it is of a secret, or is a provider's own. `asked`: it does not (`ordinary`), it tells programs
 * where to go or what to run (`steering`), or a build publishes it (`public`). `refused`: its value decides which code runs.
 */
export type NameVerdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'asked'; readonly why: 'ordinary' | 'steering' | 'public' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface EnvShape {
  readonly dialect: TargetDialect;
  readonly expands: boolean;
  /** For the error's words. */
  readonly file: string;
}

/**
 * What a file holds. There is no list of all of its names: one of them could be a piece of a value to another reader of the
 * file. Of names that are known already it can be asked everything.
 */
export interface EnvContent {
  /** Names that may be shown, in the file's order, each once. */
  readonly names: readonly string[];
  /** Of these, those that are defined more than once. */
  readonly shadowed: readonly string[];
  /** How many further names there are. */
  readonly hidden: number;
  has(name: string): boolean;
  /** Whether several lines define it. */
  isRepeated(name: string): boolean;
  /** The values of its definitions before the last, which some programs take; null where only a running shell could tell. */
  earlierOf(name: string): readonly (Secret | null)[];
  /** The value that the dialect's readers take; null where there is none, and where only a running shell could tell. */
  valueOf(name: string): Secret | null;
}

/** The new bytes, and what a reader takes from them: they are read back. */
export interface EditedContent {
  readonly bytes: Uint8Array;
  readonly content: EnvContent;
}

export interface EnvEdit {
  /** Where the file truly lies, links resolved: programs go by its name there, too. */
  readonly path: string;
  readonly changes: readonly { readonly name: string; readonly value: Secret | null }[];
  /** Names that are ours in this file: new lines go after the last of them. */
  readonly bound: readonly string[];
}

/** Exports of other password managers, read once and left as they are. */
export interface ExternalImports {
  /** A file that the person picked. Throws `EXTERNAL_IMPORT_ENCRYPTED`, `EXTERNAL_IMPORT_UNREADABLE`. */
  read(path: string): Promise<ExternalContent>;
}

export interface ExternalContent {
  /** Which program it is from: "Bitwarden". */
  readonly source: string;
  /** Its name, for people. */
  readonly file: string;
  /** Entries left out: archived, in the trash, cards and papers, or not readable. */
  readonly skipped: number;
  /** How many of them are archived there, and how many lie in its trash. */
  readonly archived: number;
  readonly trashed: number;
  readonly items: readonly FoundItem[];
}

/** One entry there. What a person wrote in it may hold values anywhere: it is judged before any of it is shown or kept. */
export interface FoundItem {
  readonly title: string;
  /** Its tags, and the folder it lies in. */
  readonly tags: readonly string[];
  readonly note: string;
  readonly url: string;
  /** Its folder, vault or file; '' where it lies in none. */
  readonly from: string;
  /** A file of a folder that the person picked, and `from` its path there. */
  readonly isFile?: boolean;
  readonly values: readonly FoundValue[];
}

export interface FoundValue {
  /**
   * password: a login's; credential: said to be a key; hidden: a concealed field; text: a field that is shown there;
   * note: a note that is one word or one PEM block; variable: a line of an env file.
   */
  readonly kind: 'password' | 'credential' | 'hidden' | 'text' | 'note' | 'variable';
  /** The field's or the variable's name; '' for the entry's own value. */
  readonly field: string;
  readonly value: Secret;
}

/** Backups in encrypted files, at places that the person picked. */
export interface Backups {
  /**
   * Replaces the file at once, when what was written has been opened again and is confirmed; or leaves all as it was. Throws
   * `BACKUP_UNWRITABLE`, `BACKUP_NOT_CONFIRMED`.
   */
  save(path: string, backup: BackupToSave): Promise<void>;
  /** Throws `BACKUP_UNREADABLE`, `BACKUP_LOCKED`, `BACKUP_DAMAGED`, `BACKUP_NOT_OURS`, `BACKUP_NEWER`. */
  open(path: string, passphrase: Secret): Promise<BackupContent>;
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
  projects(): void;
  lease(lease: LeaseRecord | null): void;
  /** One file of a write of several is done. */
  exported(progress: ExportProgress): void;
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
  readonly attention: Attention;
  readonly newId: NewId;
  readonly takeTurn: TakeTurn;
  readonly randomBytes: RandomBytes;
  /** The most bytes the keychain takes for one value. */
  readonly valueLimit: number;
}
