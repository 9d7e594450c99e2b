import type { FactsInWords, VaultError } from '../vault/errors.ts';
import type { Language, SentenceCode } from './language.ts';
import { language } from './languages.ts';
import { factsInWords } from './reason-text.ts';

/** So many of a form's errors are said in a message; the facts name them all. */
const mostSaid = 5;

/** An error in words: where one is shown, in a window, a dialog, a menu or a notification, they come from here. */
export function messageOf(
  { code, details }: Pick<VaultError, 'code' | 'details'>,
  spoken: Language = language,
): string {
  const { errors, fieldErrors } = spoken;
  const said = factsInWords(details, spoken);
  return code === 'FIELDS_INVALID' ? formProblems(said) : sentence(code, said);

  function sentence(of: SentenceCode, facts: FactsInWords): string {
    // A method's parameters compare both ways, which lets one call serve every code; the error was made with the facts of its code.
    const table: { [C in SentenceCode]: { say(given: FactsInWords): string }['say'] } = errors;
    return table[of](facts);
  }

  function isSentenceCode(fact: unknown): fact is SentenceCode {
    return typeof fact === 'string' && Object.hasOwn(errors, fact);
  }

  function formProblems(facts: FactsInWords): string {
    const problems = new Map<string, { readonly code: SentenceCode; readonly facts: FactsInWords }>();
    for (const [name, fact] of Object.entries(facts)) {
      const at = name.indexOf(':');
      const own = at < 0 ? undefined : problems.get(name.slice(0, at));
      if (own) own.facts[name.slice(at + 1)] = fact;
      else if (isSentenceCode(fact)) problems.set(name, { code: fact, facts: {} });
    }
    const sentences = [...problems.values()].slice(0, mostSaid).map((one) => sentence(one.code, one.facts));
    return fieldErrors(sentences, problems.size - sentences.length);
  }
}
