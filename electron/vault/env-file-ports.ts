import type { NameReason } from '../envfile/reasons.ts';
import type { Dialect } from './records.ts';
import type { Secret } from './secret.ts';

/** An env file found in a project, and what is known of its reader. */
export interface FoundEnvFile {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly dialect: Dialect;
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
  refusedName(name: string): NameReason | null;
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
  | { readonly kind: 'refused'; readonly reason: NameReason };

export interface EnvShape {
  readonly dialect: Dialect;
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
