import { vaultError } from '../errors.ts';
import type { EnvDocuments } from '../ports.ts';
import type { KeyRecord } from '../records.ts';
import { isReadable } from '../shown-text.ts';
import { createFieldProblems, type FieldProblems } from './field-problems.ts';
import { fieldLimits, tagCount } from './key-choices.ts';

/** What a person says of a key. */
export type KeyFields = Pick<
  KeyRecord,
  'name' | 'provider' | 'envVar' | 'copyPolicy' | 'rotateEveryDays' | 'note' | 'tags'
>;

/** In UTF-16 units: a name may be typed in single marks, several for each of its characters, with blanks around it. */
const typedLimit = 1_000;

/** How names are compared: trimmed, case aside. */
export function foldName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/**
 * The name, trimmed and in its composed form. The time that composing takes grows with the square of the marks on one
 * letter: what is longer than any name can become is refused before.
 * @throws NAME_EMPTY, NAME_UNREADABLE, NAME_TOO_LONG
 */
function parseName(given: string): string {
  const trimmed = given.trim();
  if (trimmed.length > typedLimit) {
    throw vaultError('NAME_TOO_LONG', { length: [...trimmed].length, limit: fieldLimits.name.longest });
  }
  const name = trimmed.normalize('NFC');
  if (name === '') throw vaultError('NAME_EMPTY');
  if (!isReadable(name)) throw vaultError('NAME_UNREADABLE');
  const length = [...name].length;
  if (length > fieldLimits.name.longest) throw vaultError('NAME_TOO_LONG', { length, limit: fieldLimits.name.longest });
  return name;
}

/** @throws ENV_VAR_INVALID, ENV_VAR_REFUSED */
export function parseEnvVar(envVar: string, envDocuments: EnvDocuments): string {
  // Measured before anything is done with it, as each field below: a page may send any text, of any length.
  if (envVar.length > typedLimit) throw vaultError('ENV_VAR_INVALID');
  const trimmed = envVar.trim();
  // Not quoted: somebody may have pasted the value itself there.
  if (trimmed.length > fieldLimits.envVar.longest || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(trimmed))
    throw vaultError('ENV_VAR_INVALID');
  const why = envDocuments.refusedName(trimmed);
  if (why !== null) throw vaultError('ENV_VAR_REFUSED', { envVar: trimmed, reason: { code: 'NAME_REFUSED', why } });
  return trimmed;
}

function parseNote(note: string): string {
  if (note.length > fieldLimits.note.longest) throw vaultError('NOTE_TOO_LONG', { limit: fieldLimits.note.longest });
  return note.trim();
}

function parseTags(given: readonly string[]): string[] {
  const tags = [...new Set(given.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
  if (tags.length > tagCount.most || tags.some((tag) => tag.length > fieldLimits.tag.longest)) {
    throw vaultError('TAGS_TOO_LONG', { most: tagCount.most, limit: fieldLimits.tag.longest });
  }
  if (!tags.every(isReadable)) throw vaultError('NAME_UNREADABLE');
  return tags;
}

export interface FieldChecks {
  readonly envDocuments: EnvDocuments;
  readonly problems: FieldProblems;
  /** Throws for a name that can't be this key's, such as another key's own. */
  readonly refuseName?: (name: string) => void;
}

/** The fields, trimmed and checked; what is wrong with each goes to `problems`, and it stays as it was given. */
export function checkKeyFields(fields: KeyFields, { envDocuments, problems, refuseName }: FieldChecks): KeyFields {
  function ownName(): string {
    const name = parseName(fields.name);
    refuseName?.(name);
    return name;
  }
  return {
    ...fields,
    name: problems.parse('name', ownName, fields.name),
    envVar: problems.parse('envVar', () => parseEnvVar(fields.envVar, envDocuments), fields.envVar),
    note: problems.parse('note', () => parseNote(fields.note), fields.note),
    tags: problems.parse('tags', () => parseTags(fields.tags), fields.tags),
  };
}

/** The fields, trimmed and checked. @throws FIELDS_INVALID, which names each field that is wrong */
export function parseKeyFields(fields: KeyFields, envDocuments: EnvDocuments): KeyFields {
  const problems = createFieldProblems();
  const checked = checkKeyFields(fields, { envDocuments, problems });
  problems.refuse();
  return checked;
}
