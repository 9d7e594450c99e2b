import type { ConsentFacts, ConsentKind, ConsentQuestion } from '../vault/consent-question.ts';
import type { Language, QuestionText } from './language.ts';
import { language } from './languages.ts';

/** A question of main's own dialog in words. */
export function questionText({ kind, facts }: ConsentQuestion, { questions }: Language = language): QuestionText {
  // As with errors: a method's parameters compare both ways, and a question has the facts of its kind.
  const table: { [K in ConsentKind]: { ask(given: ConsentFacts[ConsentKind]): QuestionText }['ask'] } = questions;
  return table[kind](facts);
}
