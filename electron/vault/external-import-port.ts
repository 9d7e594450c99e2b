import type { Secret } from './secret.ts';

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
