import type { Facts, FactsInWords } from '../vault/fact-kinds.ts';
import type { Reason } from '../vault/reasons.ts';
import type { Language } from './language.ts';
import { language } from './languages.ts';

/** A reason in words, which are a part of a sentence. */
export function reasonText({ code, ...facts }: Reason, spoken: Language = language): string {
  // As with errors: a method's parameters compare both ways, and a reason has the facts of its code.
  const table: { [C in Reason['code']]: { say(given: FactsInWords): string }['say'] } = spoken.reasons;
  return table[code](factsInWords(facts, spoken));
}

/** The same facts, with words for the reasons among them. */
export function factsInWords(facts: Readonly<Facts>, spoken: Language = language): FactsInWords {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? reasonText(fact, spoken) : fact]),
  );
}
