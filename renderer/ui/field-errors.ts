import * as words from '../../electron/messages/window.ts';
import type { CallError } from '../vault-client.ts';

/** What is wrong with each field of a form, in words, by the field's name. */
export type FieldErrors = Readonly<Partial<Record<string, string>>>;

type Facts = CallError['details'];

/** The errors that a field has: whose they are where main names none, and what they say next to it. */
const problems = {
  NAME_EMPTY: { field: 'name', words: () => words.fieldErrors.nameEmpty },
  NAME_TOO_LONG: {
    field: 'name',
    words: (f: Facts) => words.fieldErrors.nameTooLong(f['limit'], f['length']),
  },
  NAME_UNREADABLE: { field: 'name', words: () => words.fieldErrors.nameUnreadable },
  NAME_TAKEN: { field: 'name', words: (f: Facts) => words.fieldErrors.nameTaken(f['name']) },
  ENV_VAR_INVALID: {
    field: 'envVar',
    words: () => words.fieldErrors.envVarInvalid,
  },
  ENV_VAR_REFUSED: {
    field: 'envVar',
    words: (f: Facts) => words.fieldErrors.envVarRefused(f['envVar'], f['reason']),
  },
  ENV_VAR_BOUND: {
    field: 'envVar',
    words: (f: Facts) => words.fieldErrors.envVarBound(f['envVar'], f['file']),
  },
  NOTE_TOO_LONG: { field: 'note', words: (f: Facts) => words.fieldErrors.tooLong(f['limit']) },
  TAGS_TOO_LONG: { field: 'tags', words: (f: Facts) => words.fieldErrors.tagsTooLong(f['most'], f['limit']) },
  VALUE_EMPTY: { field: 'value', words: () => words.fieldErrors.valueEmpty },
  VALUE_CONTROL_CHARACTER: {
    field: 'value',
    words: (f: Facts) => words.fieldErrors.controlCharacter(f['character'], f['position']),
  },
  VALUE_TOO_LONG: {
    field: 'value',
    words: (f: Facts) => words.fieldErrors.valueTooLong(f['bytes'], f['limit']),
  },
  VALUE_MARRED: {
    field: 'value',
    words: (f: Facts) => words.fieldErrors.marred(f['character'], f['position']),
  },
  VALUE_ODD: {
    field: 'value',
    words: (f: Facts) => words.fieldErrors.odd(f['characters']),
  },
  VALUE_REFERENCE: {
    field: 'value',
    words: () => words.fieldErrors.reference,
  },
  VALUE_CIPHERTEXT: {
    field: 'value',
    words: () => words.fieldErrors.ciphertext,
  },
  VALUE_SAME: { field: 'value', words: () => words.fieldErrors.sameValue },
  GENERATE_WEAK: {
    field: 'value',
    words: (f: Facts) => words.fieldErrors.weak(f['bits'], f['least']),
  },
  PASSPHRASE_WEAK: { field: 'passphrase', words: (f: Facts) => words.fieldErrors.passphraseWeak(f['least']) },
  BACKUP_LOCKED: { field: 'passphrase', words: () => words.fieldErrors.backupLocked },
} as const;

type ProblemCode = keyof typeof problems;

function isProblem(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(problems, code);
}

/** What this error says next to its field. */
export function formatProblem(code: ProblemCode, facts: Facts = {}): string {
  return problems[code].words(facts);
}

/** What an error says of single fields, by their names; null where it is about none. */
export function fieldErrorsOf({ code, details }: CallError): FieldErrors | null {
  if (isProblem(code)) return { [problems[code].field]: formatProblem(code, details) };
  if (code !== 'FIELDS_INVALID') return null;
  // `name: 'NAME_TOO_LONG'` and, behind it, that problem's own facts, as `name:limit`.
  const named = new Map<string, { readonly code: ProblemCode; readonly facts: Facts }>();
  for (const [name, fact] of Object.entries(details)) {
    const at = name.indexOf(':');
    const own = at < 0 ? undefined : named.get(name.slice(0, at));
    if (own) own.facts[name.slice(at + 1)] = fact;
    else if (isProblem(fact)) named.set(name, { code: fact, facts: {} });
  }
  return Object.fromEntries([...named].map(([field, one]) => [field, formatProblem(one.code, one.facts)]));
}
