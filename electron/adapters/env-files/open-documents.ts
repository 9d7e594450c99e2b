import { isInert, isReaderId, judgeName, misreadersOf, refusedName } from '../../envfile/index.ts';
import { type VaultError, vaultError } from '../../vault/errors.ts';
import type { EnvContent, EnvDocuments, EnvEdit } from '../../vault/ports.ts';
import { Secret } from '../../vault/secret.ts';
import { errorOf } from '../refusal.ts';
import { takeTurn } from '../turns.ts';
import { editDocument, type PlainContent, type PlainEdit, readDocument } from './documents.ts';
import { type Ended, openLink, type WorkerLimits } from './link.ts';
import type { EnvFileReply } from './protocol.ts';

/** In bytes: what is larger, as no ordinary env file is, is read and edited by the worker. */
const largeFrom = 16 * 1024;

/** The largest and slowest files take 1 s, some on a busy machine, and 100 MiB. */
const defaults: WorkerLimits = { timeoutMs: 10_000, idleMs: 1_000, heap: 512 };

/**
 * Env files as documents. `workerUrl` is `env-files-worker`. No file holds the main thread up: small ones are read one by
 * one with others' turns between them, large ones in the worker.
 */
export function openEnvDocuments(given: { readonly workerUrl: URL } & Partial<WorkerLimits>): EnvDocuments {
  const ask = openLink(given.workerUrl, { ...defaults, ...given });
  return {
    async read(bytes, { dialect, expands, file }) {
      const shape = { dialect, expands, file };
      if (bytes.length <= largeFrom) {
        await takeTurn();
        return toContent(readDocument(bytes, shape));
      }
      const reply = await ask({ kind: 'read', bytes: new Uint8Array(bytes), shape });
      if (reply.kind !== 'content') throw errorFor(reply, file);
      return toContent(reply.content);
    },

    async edit(bytes, given) {
      const edit = toPlain(given);
      if (bytes.length + lengthOf(edit) <= largeFrom) {
        await takeTurn();
        return editDocument(bytes, edit);
      }
      const reply = await ask({ kind: 'edit', bytes: new Uint8Array(bytes), edit });
      if (reply.kind !== 'edited') throw errorFor(reply, edit.file);
      return reply.bytes;
    },

    refusedName,
    judgeName,
    isInert: (value) => isInert(value.reveal()),
    misreaders(value, { dialect, expands }, readers) {
      if (dialect !== 'dotenv') return [];
      return misreadersOf(value.reveal(), { expands }, readers.map(({ id }) => id).filter(isReaderId));
    },
  };
}

function toContent({ values, earlier, names, shadowed, hidden }: PlainContent): EnvContent {
  return {
    names,
    shadowed,
    hidden,
    has: (name) => values.has(name),
    isRepeated: (name) => earlier.has(name),
    earlierOf: (name) => (earlier.get(name) ?? []).map((value) => (value === null ? null : new Secret(value))),
    valueOf(name) {
      const value = values.get(name) ?? null;
      return value === null ? null : new Secret(value);
    },
  };
}

/** Only what the worker needs: callers hand over whole records. */
function toPlain({ dialect, expands, file, path, changes, bound }: EnvEdit): PlainEdit {
  const revealed = changes.map(({ name, value }) => ({ name, value: value === null ? null : value.reveal() }));
  return { dialect, expands, file, path, changes: revealed, bound };
}

/** What an edit may add, in characters. */
function lengthOf({ changes }: PlainEdit): number {
  return changes.reduce((sum, { name, value }) => sum + name.length + (value?.length ?? 0), 0);
}

function errorFor(reply: EnvFileReply | Ended, file: string): VaultError {
  if (reply.kind === 'refused') return errorOf(reply);
  const reason = reply.kind === 'late' ? 'Reading it takes too long.' : 'Reading it failed.';
  return vaultError('TARGET_UNPARSABLE', { file, reason });
}
