import type { AskedValue, ConsentFacts, ConsentKind } from '../vault/consent-question.ts';
import type { ErrorCode, FactsOf } from '../vault/errors.ts';
import type { InWords } from '../vault/fact-kinds.ts';
import type { MarredKey } from '../vault/marred-key.ts';
import type { ReasonCode, ReasonFacts } from '../vault/reasons.ts';
import type { LooseningSetting } from '../vault/settings/setting-table.ts';
import type { DialogWords, NoticeWords, StartWords, TrayWords } from './shell-words.ts';

/** The code of an error that has a sentence of its own; a form's is made of those of its fields. */
export type SentenceCode = Exclude<ErrorCode, 'FIELDS_INVALID'>;

/** The sentences of errors: what didn't happen, why, what to do next. */
export type ErrorWords = { readonly [C in SentenceCode]: (facts: InWords<FactsOf<C>>) => string };

/** Why something failed, and what can be done for it, as a part of an error's sentence. */
export type ReasonWords = { readonly [C in ReasonCode]: (facts: InWords<ReasonFacts<C>>) => string };

/** A question of a native dialog; `action`: the confirming button's text. */
export interface QuestionText {
  readonly message: string;
  readonly detail: string;
  readonly action: string;
}

export type QuestionWords = { readonly [K in ConsentKind]: (facts: ConsentFacts[K]) => QuestionText };

/** The questions before a setting protects less: one for each row of the table that says `loosens`. */
export type SettingQuestionWords = Pick<QuestionWords, `setting ${LooseningSetting}`>;

/** Everything that Clavis says in one language. What is missing, or too much, is a type error in its file. */
export interface Language {
  readonly errors: ErrorWords;
  readonly reasons: ReasonWords;
  /** The sentences of a form's errors as one; `more`: how many fields are wrong besides. */
  readonly fieldErrors: (sentences: readonly string[], more: number) => string;
  readonly questions: QuestionWords;
  /** What a key's value is told by, in a line. */
  readonly aboutValue: (value: AskedValue) => string;
  /** Why a file or a line can't be written, before anybody tried: of the sentence that says that it was not. */
  readonly blocked: (sentence: string) => string;
  /** Why what the clipboard has is not offered. */
  readonly marredOffer: (key: MarredKey) => string;
  readonly dialogs: DialogWords;
  readonly tray: TrayWords;
  readonly notices: NoticeWords;
  readonly start: StartWords;
}
