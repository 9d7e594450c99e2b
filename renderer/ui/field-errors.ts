import type { CallError } from '../vault-client.ts';

/** What is wrong with each field of a form, in words, by the field's name. */
export type FieldErrors = Readonly<Partial<Record<string, string>>>;

type Facts = CallError['details'];

/** The errors that a field has: whose they are where main names none, and what they say next to it. */
const problems = {
  NAME_EMPTY: { field: 'name', words: () => 'Enter a name.' },
  NAME_TOO_LONG: {
    field: 'name',
    words: (f: Facts) => `Use ${f['limit']} characters or fewer. It has ${f['length']}.`,
  },
  NAME_UNREADABLE: { field: 'name', words: () => 'Has a character that can’t be seen. Type it again.' },
  NAME_TAKEN: { field: 'name', words: (f: Facts) => `A key named “${f['name']}” already exists. Choose another name.` },
  ENV_VAR_INVALID: {
    field: 'envVar',
    words: () => 'Enter a name such as STRIPE_SECRET_KEY: letters, digits and _, no digit first, up to 120.',
  },
  ENV_VAR_REFUSED: {
    field: 'envVar',
    words: (f: Facts) => `${f['envVar']} can’t be used: ${f['reason']}. Choose another name.`,
  },
  ENV_VAR_BOUND: {
    field: 'envVar',
    words: (f: Facts) =>
      `${f['envVar']} already uses another key in ${f['file']}. Remove that one first, or choose another name.`,
  },
  FIELD_TOO_LONG: {
    field: 'note',
    words: (f: Facts) =>
      f['field'] === 'a tag'
        ? `Use 20 tags or fewer, each of ${f['limit']} characters or fewer.`
        : `Use ${f['limit']} characters or fewer.`,
  },
  VALUE_EMPTY: { field: 'value', words: () => 'Enter the value.' },
  VALUE_CONTROL_CHARACTER: {
    field: 'value',
    words: (f: Facts) =>
      `Has ${f['character']} at position ${f['position']}, which env files can’t hold. Copy the key again.`,
  },
  VALUE_TOO_LONG: {
    field: 'value',
    words: (f: Facts) =>
      `Has ${f['bytes']} bytes; this system’s keychain takes ${f['limit']}. Keep it in a file instead.`,
  },
  VALUE_MARRED: {
    field: 'value',
    words: (f: Facts) => `Has ${f['character']} at position ${f['position']}, which no such key has. Copy it again.`,
  },
  VALUE_ODD: {
    field: 'value',
    words: (f: Facts) => `Has ${f['characters']}. Copy the value again, or say below that it belongs there.`,
  },
  VALUE_REFERENCE: {
    field: 'value',
    words: () =>
      'This looks like a reference to a value that is kept elsewhere. Copy the value, or say below that this is it.',
  },
  VALUE_CIPHERTEXT: {
    field: 'value',
    words: () => 'This looks like an encrypted text. Decrypt it and copy the value, or say below that this is it.',
  },
  VALUE_SAME: { field: 'value', words: () => 'This is the value it has now. Make a new key at your provider.' },
  GENERATE_WEAK: {
    field: 'value',
    words: (f: Facts) => `Make it longer: it has ${f['bits']} random bits, at least ${f['least']} are needed.`,
  },
  PASSPHRASE_WEAK: { field: 'passphrase', words: (f: Facts) => `Use ${f['least']} characters or more.` },
  BACKUP_LOCKED: { field: 'passphrase', words: () => 'This passphrase doesn’t open the backup. Type it again.' },
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
