import type { ErrorCode, FactsOf } from '../vault/errors.ts';
import type { MarredKey } from '../vault/marred-key.ts';

/** The code of an error that has a sentence of its own; a form's is made of those of its fields. */
export type SentenceCode = Exclude<ErrorCode, 'FIELDS_INVALID'>;

/** The sentences of errors: what didn't happen, why, what to do next. */
export type ErrorWords = { readonly [C in SentenceCode]: (facts: FactsOf<C>) => string };

/** What is said where main can't go on, or of an error that nobody foresaw. */
export interface FatalWords {
  readonly unforeseen: string;
}

/** Everything that Clavis says in one language. What is missing, or too much, is a type error in its file. */
export interface Language {
  readonly errors: ErrorWords;
  /** The sentences of a form's errors as one; `more`: how many fields are wrong besides. */
  readonly fieldErrors: (sentences: readonly string[], more: number) => string;
  /** Why a file or a line can't be written, before anybody tried: of the sentence that says that it was not. */
  readonly blocked: (sentence: string) => string;
  /** Why what the clipboard has is not offered. */
  readonly marredOffer: (key: MarredKey) => string;
  readonly fatal: FatalWords;
}
