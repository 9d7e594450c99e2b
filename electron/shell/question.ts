import type { PassphrasePurpose, UnlockPurpose } from '../vault/passphrase-vault-port.ts';
import type { Secret } from '../vault/secret.ts';
import type { ChosenFile, ShownWriteQuestion } from '../vault/write-question.ts';

/** What main's own window asks. Its texts are plain: no character in them that can't be seen. */
export type Question =
  | (ShownWriteQuestion & { readonly kind: 'write' })
  /** `wrong`: what was typed last was another one. */
  | { readonly kind: 'passphrase'; readonly file: string; readonly wrong: boolean; readonly triesLeft: number }
  | { readonly kind: 'new-passphrase'; readonly purpose: PassphrasePurpose }
  | { readonly kind: 'unlock'; readonly purpose: UnlockPurpose; readonly wrong: boolean };

/** A question as its page gets it; `waitMs`: how long until an answer counts. */
export type ShownQuestion = Question & { readonly questionId: string; readonly waitMs: number };

export type GivenAnswer = { readonly questionId: string } & (
  | { readonly kind: 'no' }
  | { readonly kind: 'write'; readonly files: readonly ChosenFile[] }
  | { readonly kind: 'passphrase' | 'new-passphrase' | 'unlock'; readonly passphrase: Secret }
);

/** What became of an answer; after all but `counted` the question is as it was. */
export type AnswerOutcome = 'counted' | 'too-early' | 'not-attended' | 'not-shown';

/** The window of one question. */
export interface QuestionFrame {
  /** Of its page's `webContents`. */
  readonly contentsId: number;
  /** Whether it is shown and has the focus: a person is at it. */
  isAttended(): boolean;
  /** Shows it over the other windows, with the focus. */
  toFront(): void;
  close(): void;
}

export interface QuestionFrameEvents {
  attended(): void;
  unattended(): void;
  /** It was closed, or its page is gone. */
  gone(): void;
}

export type OpenQuestionFrame = (question: Question, events: QuestionFrameEvents) => QuestionFrame;
