import { posix } from 'node:path';
import {
  type EnvDocument,
  EnvFileError,
  fileKind,
  judgeName,
  parseEnvFile,
  readVariables,
  refusedName,
  setVariables,
  visibleNames,
} from '../../envfile/index.ts';
import { vaultError } from '../../vault/errors.ts';
import type { EnvDocuments } from '../../vault/ports.ts';
import type { TargetDialect } from '../../vault/records.ts';
import { Secret } from '../../vault/secret.ts';

/** A document's error in the vault's words. */
function translate(error: unknown, file: string): unknown {
  if (!(error instanceof EnvFileError)) return error;
  const { name = '', reason, character, readers } = error.facts;
  switch (error.code) {
    case 'BAD_NAME':
      return vaultError('ENV_VAR_INVALID');
    case 'REFUSED_NAME':
      return vaultError('ENV_VAR_REFUSED', { envVar: name, reason: reason ?? 'it changes how programs start' });
    case 'UNWRITABLE_VALUE': {
      const who = readers === undefined || readers.length === 0 ? 'some readers' : readers.join(', ');
      const why = reason ?? `${who} would misread ${character ?? 'a character in it'}`;
      return vaultError('VALUE_UNWRITABLE', { envVar: name, file, reason: why });
    }
    default:
      return vaultError('TARGET_UNPARSABLE', { file, reason: error.message });
  }
}

function inWords<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(error, file);
  }
}

function parse(bytes: Uint8Array, dialect: TargetDialect, file: string): EnvDocument {
  const document = parseEnvFile(bytes, dialect);
  const unfit = document.problems.find(({ code }) => code === 'NOT_AN_ENV_FILE');
  if (unfit === undefined) return document;
  throw vaultError('TARGET_UNPARSABLE', { file, reason: `It is not an env file: ${unfit.reason ?? 'unknown'}.` });
}

/** What a shell sources by its name must be text for shells: a value for another reader could hold commands. */
function checkDialect(dialect: TargetDialect, file: string): void {
  const kind = fileKind(posix.basename(file));
  if (kind === 'program') throw vaultError('TARGET_IS_PROGRAM', { file });
  if (kind === 'shell' && dialect !== 'shell') throw vaultError('TARGET_FOR_SHELLS', { file });
}

/** The port on `envfile`, the lossless document. */
export const envDocuments: EnvDocuments = {
  read(bytes, { dialect, expands, file }) {
    const document = parse(bytes, dialect, file);
    const values = readVariables(document, { expands });
    const repeated = new Set(document.entries.flatMap(({ name, shadowed }) => (shadowed ? [name] : [])));
    return {
      ...visibleNames(document),
      has: (name) => values.has(name),
      isRepeated: (name) => repeated.has(name),
      valueOf(name) {
        const value = values.get(name) ?? null;
        return value === null ? null : new Secret(value);
      },
    };
  },

  edit(bytes, { dialect, file, changes, bound, expands }) {
    checkDialect(dialect, file);
    const revealed = changes.map(({ name, value }) => ({ name, value: value === null ? null : value.reveal() }));
    return inWords(file, () => setVariables(parse(bytes, dialect, file), revealed, { bound, expands }).bytes);
  },

  refusedName,
  judgeName,
};
