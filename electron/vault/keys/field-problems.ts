import { type Facts, isVaultError, type VaultError, vaultError } from '../errors.ts';

/** What is wrong with the fields of a form, told for all of them at once. */
export interface FieldProblems {
  /**
   * Returns what `parse` returns; where it throws a vault error, that is kept for this field, and `otherwise` returned. A database
   * that fails says nothing about a field: its error is thrown on.
   */
  parse<T>(field: string, parse: () => T, otherwise: T): T;
  /** @throws FIELDS_INVALID with every problem so far; nothing where there is none */
  refuse(): void;
}

export function createFieldProblems(): FieldProblems {
  const problems = new Map<string, VaultError>();
  return {
    parse(field, parse, otherwise) {
      try {
        return parse();
      } catch (error) {
        if (!isVaultError(error) || isVaultError(error, 'DATABASE_FAILED')) throw error;
        problems.set(field, error);
        return otherwise;
      }
    },
    refuse() {
      if (problems.size > 0) throw vaultError('FIELDS_INVALID', asFacts(problems));
    },
  };
}

/** `{ name: 'NAME_TOO_LONG', 'name:limit': 120 }`: for each field the error's code, and that error's own facts. */
function asFacts(problems: ReadonlyMap<string, VaultError>): Facts {
  const facts: Facts = {};
  for (const [field, { code, details }] of problems) {
    facts[field] = code;
    for (const [name, fact] of Object.entries(details)) facts[`${field}:${name}`] = fact;
  }
  return facts;
}
