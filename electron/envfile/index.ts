import { decode, encode } from './bytes.ts';
import { applyChanges, type Change } from './change.ts';
import type { Dialect } from './dialects.ts';
import type { EnvDocument, Unfitness } from './document.ts';
import { afterExpansion, type WriteOptions } from './dotenv-write.ts';
import { EnvFileError } from './errors.ts';
import { checkName } from './names.ts';
import { markShadowed } from './shadowing.ts';
import { syntaxOf } from './syntaxes.ts';
import { whyNotText } from './text-file.ts';

export type { Change } from './change.ts';
export { CLAVIS_COMMENT } from './comment.ts';
export { type Dialect, dialects } from './dialects.ts';
export type { Entry, EnvDocument, Problem, ProblemCode } from './document.ts';
export { EnvFileError, type EnvFileTrouble } from './errors.ts';
export { fileKind, otherShell } from './file-kinds.ts';
export { type Misreader, misreadersOf } from './misreaders.ts';
export { judgeName, type NameVerdict, refusedName } from './names.ts';
export { isInert } from './plain.ts';
export type { EnvReader, Packages } from './reader.ts';
export { type EnvReaderId, envReaderIds, envReaders, isReaderId } from './readers.ts';
export { type VisibleNames, visibleNames } from './visible-names.ts';

export interface SetOptions extends WriteOptions {
  /** Names that Clavis binds in this target; new variables go after the last of them. */
  readonly bound: readonly string[];
}

/**
 * Reads a file. Never throws and loses nothing: `bytes` of the result are those given. What isn't an env file of the
 * dialect (UTF-16, NUL, JSON that is not a flat object) has one problem, `NOT_AN_ENV_FILE`, and no entries.
 */
export function parseEnvFile(bytes: Uint8Array, dialect: Dialect): EnvDocument {
  const text = decode(bytes);
  const reason = whyNotText(bytes, text);
  if (reason !== null)
    return { dialect, bytes, text, entries: [], problems: [{ code: 'NOT_AN_ENV_FILE', line: 1, reason }] };
  const contents = markShadowed(syntaxOf(dialect, { expands: false }).scan(text));
  return { dialect, bytes, text, ...contents };
}

/**
 * The document with all changes made, or none: throws `EnvFileError` (see its codes) where a name, a value or the file
 * itself forbids it. Only the lines of the changed variables differ, but for one comment line above new ones.
 */
export function setVariables(doc: EnvDocument, changes: readonly Change[], options: SetOptions): EnvDocument {
  requireEnvFile(doc);
  const seen = new Set<string>();
  for (const { name, value } of changes) {
    if (value !== null) checkName(name);
    if (seen.has(name)) throw new EnvFileError({ code: 'REPEATED_NAME', facts: { name } });
    seen.add(name);
  }
  const after = applyChanges({ text: doc.text, contents: doc }, changes, options.bound, syntaxOf(doc.dialect, options));
  if (after.text === doc.text) return doc;
  return { dialect: doc.dialect, bytes: encode(after.text), text: after.text, ...after.contents };
}

/**
 * Every variable with the value that readers take, null where only a running shell could tell; in one pass. With `expands`,
 * what was escaped for readers that expand is given as they end up with it. Throws `NOT_AN_ENV_FILE`, so that an unreadable
 * file is not taken for one without variables.
 */
export function readVariables(doc: EnvDocument, options: WriteOptions): Map<string, string | null> {
  requireEnvFile(doc);
  return new Map(
    doc.entries.filter(({ shadowed }) => !shadowed).map(({ name, value }) => [name, asRead(doc, value, options)]),
  );
}

/**
 * The values of a name's definitions before its last one, for names that are defined more than once, as {@link readVariables}
 * gives the last. Throws `NOT_AN_ENV_FILE`.
 */
export function readEarlier(doc: EnvDocument, options: WriteOptions): Map<string, (string | null)[]> {
  requireEnvFile(doc);
  const earlier = new Map<string, (string | null)[]>();
  for (const { name, value, shadowed } of doc.entries) {
    if (!shadowed) continue;
    const known = earlier.get(name) ?? [];
    known.push(asRead(doc, value, options));
    earlier.set(name, known);
  }
  return earlier;
}

function asRead({ dialect }: EnvDocument, value: string | null, options: WriteOptions): string | null {
  return value === null || dialect !== 'dotenv' ? value : afterExpansion(value, options);
}

/** Why it isn't an env file of its dialect, or null. */
export function unfitness({ problems }: Pick<EnvDocument, 'problems'>): Unfitness | null {
  return problems.find((problem): problem is Unfitness => problem.code === 'NOT_AN_ENV_FILE') ?? null;
}

function requireEnvFile(doc: EnvDocument): void {
  const unfit = unfitness(doc);
  if (unfit === null) return;
  throw new EnvFileError({ code: 'NOT_AN_ENV_FILE', facts: { line: unfit.line, unfit: unfit.reason } });
}
