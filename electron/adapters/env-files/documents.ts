import { posix } from 'node:path';
import {
  type EnvDocument,
  EnvFileError,
  fileKind,
  otherShell,
  parseEnvFile,
  readEarlier,
  readVariables,
  setVariables,
  unfitness,
  type VisibleNames,
  visibleNames,
} from '../../envfile/index.ts';
import type { ValuePart } from '../../envfile/reasons.ts';
import { vaultError } from '../../vault/errors.ts';
import type { EnvShape } from '../../vault/ports.ts';
import type { Reason } from '../../vault/reasons.ts';

/** A document's error as the vault's. */
function translate(error: unknown, file: string): unknown {
  if (!(error instanceof EnvFileError)) return error;
  const { code, facts } = error.trouble;
  const whole = (reason: Reason) => vaultError('TARGET_UNPARSABLE', { file, reason });
  // The other lines of the file can be written without this one.
  const ofLine = (why: ReasonOfLine, line: { readonly name: string; readonly line: number }) =>
    vaultError('TARGET_UNPARSABLE', { file, reason: { code: why, ...line }, envVar: line.name });
  switch (code) {
    case 'NOT_A_PLAIN_ASSIGNMENT':
      return ofLine('NO_PLAIN_ASSIGNMENT', facts);
    case 'SHARED_LINE':
      return ofLine('LINE_SHARED', facts);
    case 'CUT_VALUE':
      return ofLine('VALUE_CUT', facts);
    case 'BAD_NAME':
      return vaultError('ENV_VAR_INVALID');
    case 'REFUSED_NAME':
      return vaultError('ENV_VAR_REFUSED', {
        envVar: facts.name,
        reason: { code: 'NAME_REFUSED', why: facts.nameReason },
      });
    case 'UNWRITABLE_VALUE':
      return vaultError('VALUE_UNWRITABLE', { envVar: facts.name, file, reason: misread(facts.part, facts.readers) });
    case 'REPEATED_NAME':
      return whole({ code: 'NAME_TWICE', name: facts.name });
    case 'NOT_AN_ENV_FILE':
      return whole({ code: 'NO_ENV_FILE', why: facts.unfit });
    case 'UNTERMINATED_QUOTE':
      return whole({ code: 'QUOTE_OPEN', line: facts.line });
    case 'UNREACHED_LINE':
      return whole({ code: 'LINE_UNREACHED', line: facts.line });
    case 'UNSAFE_EDIT':
      return whole({ code: 'EDIT_UNSAFE' });
  }
}

type ReasonOfLine = 'NO_PLAIN_ASSIGNMENT' | 'LINE_SHARED' | 'VALUE_CUT';

function misread(part: ValuePart, readers: readonly string[]): Reason {
  return readers.length === 0
    ? { code: 'MISREAD_BY_ALL', part }
    : { code: 'MISREAD', part, readers: readers.join(', ') };
}

function asVaultErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(error, file);
  }
}

/** Throws `TARGET_UNPARSABLE`. */
export function parseDocument(bytes: Uint8Array, { dialect, file }: EnvShape): EnvDocument {
  const document = parseEnvFile(bytes, dialect);
  const unfit = unfitness(document);
  if (unfit !== null)
    throw vaultError('TARGET_UNPARSABLE', { file, reason: { code: 'NO_ENV_FILE', why: unfit.reason } });
  if (document.entries.length > variablesLimit)
    throw vaultError('TARGET_UNPARSABLE', { file, reason: { code: 'TOO_MANY_VARIABLES', limit: variablesLimit } });
  return document;
}

/**
 * What a shell sources by its name must be text for shells: a value for another reader could hold commands. A link goes by
 * the name that it leads to as well.
 */
function checkDialect({ dialect, file }: EnvShape, path: string): void {
  for (const name of [posix.basename(file), posix.basename(path)]) {
    const kind = fileKind(name);
    if (kind === 'program') throw vaultError('TARGET_IS_PROGRAM', { file, shell: otherShell(name) ?? '' });
    if (kind === 'shell' && dialect !== 'shell') throw vaultError('TARGET_FOR_SHELLS', { file });
  }
}

/** More variables than any program's file has; a person could not look through them. */
export const variablesLimit = 4_000;

/** What readers take from a file, as plain data. */
export interface PlainValues {
  /** null where only a running shell could tell. */
  readonly values: ReadonlyMap<string, string | null>;
  /** Of names that several lines define, the values of those before the last. */
  readonly earlier: ReadonlyMap<string, readonly (string | null)[]>;
}

/** All that a file holds, so that it can cross from a worker. */
export interface PlainContent extends PlainValues, VisibleNames {}

/** An `EnvEdit` with its values as texts: a `Secret` can't cross to a worker. */
export interface PlainEdit {
  readonly path: string;
  readonly changes: readonly { readonly name: string; readonly value: string | null }[];
  readonly bound: readonly string[];
}

/** Throws `TARGET_UNPARSABLE`. Takes up to 1 ms for each KiB. */
export function readDocument(bytes: Uint8Array, shape: EnvShape): PlainContent {
  return contentOf(parseDocument(bytes, shape), shape);
}

export function valuesOf(document: EnvDocument, { expands }: EnvShape): PlainValues {
  return { values: readVariables(document, { expands }), earlier: readEarlier(document, { expands }) };
}

function contentOf(document: EnvDocument, shape: EnvShape): PlainContent {
  return { ...visibleNames(document), ...valuesOf(document, shape) };
}

/** The bytes after the edit. Throws what `EnvDocuments.edit` throws. */
export function changeDocument(document: EnvDocument, shape: EnvShape, edit: PlainEdit): Uint8Array {
  const { changes, bound, path } = edit;
  checkDialect(shape, path);
  return asVaultErrors(shape.file, () => setVariables(document, changes, { bound, expands: shape.expands }).bytes);
}

/** The same for bytes that were not read before. */
export function editDocument(bytes: Uint8Array, shape: EnvShape, edit: PlainEdit): Uint8Array {
  return changeDocument(parseDocument(bytes, shape), shape, edit);
}
