import { z } from 'zod';
import { isVaultError } from '../../vault/errors.ts';
import type { FoundValue } from '../../vault/ports.ts';
import { Secret } from '../../vault/secret.ts';
import { type PlainContent, readDocument } from '../env-files/documents.ts';
import { entrySizeLimit } from './entries.ts';
import { isPlainName } from './field-name.ts';

/**
 * What exports have in their fields: other programs' formats grow, so what is missing or of another kind is nothing; and so
 * is a text that no entry could hold, before anything is looked for in it.
 */
export const text = z.string().max(entrySizeLimit).catch('');
export const list = z.array(z.unknown()).catch([]);

/** An object of such parts, each as it is where nothing is there. */
export function part<T extends z.ZodRawShape>(shape: T) {
  const schema = z.object(shape);
  return schema.catch(() => schema.parse({}));
}

/** The seed of one-time codes, by its address or by what its field is called: no key of an API. */
const oneTimeAddress = /^(?:otpauth|otpauth-migration|steam):\/\//i;
const oneTimeName = /(?:^|[^a-z])(?:totp|otp|2fa|one[- ]time)(?:$|[^a-z])/i;

/**
 * The value as a list of none or one: none where it is empty or makes one-time codes. A field's name that could hold a secret
 * itself is left out.
 */
export function valuesOf(kind: FoundValue['kind'], field: string, value: string): FoundValue[] {
  const makesCodes = oneTimeAddress.test(value.trim()) || (kind !== 'variable' && oneTimeName.test(field));
  if (value.trim() === '' || makesCodes) return [];
  const name = kind === 'variable' || isPlainName(field.trim()) ? field.trim() : '';
  // Line ends as Windows has them: PEM blocks mean the same without, and env files can't carry them.
  return [{ kind, field: name, value: new Secret(value.replaceAll('\r\n', '\n')) }];
}

const pem = /^-----BEGIN [A-Z0-9 ]+-----\n[\s\S]+\n-----END [A-Z0-9 ]+-----$/;
const envLine = /^(?:export\s+)?[A-Za-z_][A-Za-z0-9_]*\s*=/;

/** The values in a note that is an env file, one word or one PEM block; none in one that is prose. */
export function valuesOfNote(note: string): FoundValue[] {
  const content = note.replaceAll('\r\n', '\n').trim();
  if (/^\S+$/.test(content) && !envLine.test(content)) return valuesOf('note', '', content);
  if (pem.test(content)) return valuesOf('note', '', content);
  const lines = content.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  if (lines.length === 0 || !lines.every((line) => envLine.test(line.trim()))) return [];
  const variables = readVariables(content);
  return (variables?.names ?? []).flatMap((name) => {
    const value = variables?.values.get(name) ?? null;
    return value === null ? [] : valuesOf('variable', name, value);
  });
}

/** Null for a note that is no env file after all. */
function readVariables(content: string): PlainContent | null {
  try {
    return readDocument(new TextEncoder().encode(content), { dialect: 'dotenv', expands: false, file: '' });
  } catch (error) {
    if (isVaultError(error)) return null;
    throw error;
  }
}
