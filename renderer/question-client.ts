import type { Answer, Bridge, QuestionView } from '../electron/ipc/contract.ts';
import { answerOf } from './answer-of.ts';

export type { QuestionAnswer, QuestionView } from '../electron/ipc/contract.ts';
export type WriteView = Extract<QuestionView, { kind: 'write' }>;
export type NewPassphraseView = Extract<QuestionView, { kind: 'new-passphrase' }>;
export type UnlockView = Extract<QuestionView, { kind: 'unlock' }>;
export type PassphraseView = Extract<QuestionView, { kind: 'passphrase' }>;

/** What the page of main's own questions has of it. */
export type QuestionBridge = Pick<Bridge, 'question'>;

/** The only door from the page of main's own questions to main. */
export function ask<T>(call: (clavis: QuestionBridge) => Promise<Answer<T>>): Promise<Answer<T>> {
  return answerOf(() => call(window.clavis));
}

/** What main asks now; null: nothing, or it is gone. */
export const getQuestion = ({ question }: QuestionBridge): Promise<Answer<QuestionView | null>> => question.get({});
