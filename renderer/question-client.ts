import type { QuestionAnswer, QuestionView } from '../electron/ipc/contract.ts';

export type { QuestionAnswer, QuestionView } from '../electron/ipc/contract.ts';
export type WriteView = Extract<QuestionView, { kind: 'write' }>;
export type PassphraseView = Extract<QuestionView, { kind: 'passphrase' }>;

/** The only door from the page of main's own questions to main. What main asks now; null: nothing, or it is gone. */
export async function getQuestion(): Promise<QuestionView | null> {
  try {
    const answer = await window.clavis.question.get({});
    return answer.ok ? answer.value : null;
  } catch {
    // Main is closing this window.
    return null;
  }
}

/** Whether it counted is main's to say: what is asked then tells. */
export async function answerQuestion(given: QuestionAnswer): Promise<void> {
  try {
    await window.clavis.question.answer(given);
  } catch {
    // It counted: main has closed this window.
  }
}
