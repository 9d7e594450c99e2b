import {
  type EnvDocument,
  isInert,
  isReaderId,
  judgeName,
  misreadersOf,
  refusedName,
  type VisibleNames,
  visibleNames,
} from '../../envfile/index.ts';
import { type VaultError, vaultError } from '../../vault/errors.ts';
import type { EnvContent, EnvDocuments, EnvEdit, EnvShape } from '../../vault/ports.ts';
import { Secret } from '../../vault/secret.ts';
import { errorOf } from '../refusal.ts';
import { takeTurn } from '../turns.ts';
import {
  changeDocument,
  type PlainContent,
  type PlainEdit,
  type PlainValues,
  parseDocument,
  valuesOf,
} from './documents.ts';
import { type Ended, openLink, type WorkerLimits } from './link.ts';
import type { EnvFileReply } from './protocol.ts';

/** What a content was read from, as long as somebody has it. */
interface Source {
  readonly shape: EnvShape;
  readonly bytes: Uint8Array;
  /** Null where the worker read it. */
  readonly document: EnvDocument | null;
}

/** In bytes: what is larger, as no ordinary env file is, is read and edited by the worker. */
const largeFrom = 8 * 1024;

/** The largest and slowest files take 1 s, some on a busy machine, and 100 MiB. */
const defaults: WorkerLimits = { timeoutMs: 10_000, idleMs: 1_000, heap: 512 };

/**
 * Env files as documents. `workerUrl` is `env-files-worker`. No file holds the main thread up: small ones are read one by
 * one with others' turns between them, large ones in the worker.
 */
export function openEnvDocuments(given: { readonly workerUrl: URL } & Partial<WorkerLimits>): EnvDocuments {
  const ask = openLink(given.workerUrl, { ...defaults, ...given });
  const sources = new WeakMap<EnvContent, Source>();

  function keep(content: EnvContent, source: Source): EnvContent {
    sources.set(content, source);
    return content;
  }

  /** What the worker read. */
  function keepLarge(content: PlainContent, shape: EnvShape, bytes: Uint8Array): EnvContent {
    return keep(
      toContent(content, () => content),
      { shape, bytes, document: null },
    );
  }

  async function readSmall(bytes: Uint8Array, shape: EnvShape): Promise<EnvContent> {
    await takeTurn();
    const document = parseDocument(bytes, shape);
    const visible = lazily(() => visibleNames(document));
    return keep(toContent(valuesOf(document, shape), visible), { shape, bytes, document });
  }

  return {
    async read(bytes, { dialect, expands, file }) {
      const shape = { dialect, expands, file };
      if (bytes.length <= largeFrom) return readSmall(bytes, shape);
      const reply = await ask({ kind: 'read', bytes: new Uint8Array(bytes), shape });
      if (reply.kind !== 'content') throw errorFor(reply, file);
      return keepLarge(reply.content, shape, bytes);
    },

    async edit(content, given) {
      const source = sources.get(content);
      if (source === undefined) throw new TypeError('it was read elsewhere');
      const { bytes, shape, document } = source;
      const edit = toPlain(given);
      if (document !== null && bytes.length + lengthOf(edit) <= largeFrom) {
        await takeTurn();
        const edited = changeDocument(document, shape, edit);
        return { bytes: edited, content: await readSmall(edited, shape) };
      }
      const reply = await ask({ kind: 'edit', bytes: new Uint8Array(bytes), shape, edit });
      if (reply.kind !== 'edited') throw errorFor(reply, shape.file);
      return { bytes: reply.bytes, content: keepLarge(reply.content, shape, reply.bytes) };
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

/** What is worked out when it is first asked for. */
function lazily<T>(work: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

function toContent({ values, earlier }: PlainValues, visible: () => VisibleNames): EnvContent {
  return {
    get names() {
      return visible().names;
    },
    get shadowed() {
      return visible().shadowed;
    },
    get hidden() {
      return visible().hidden;
    },
    has: (name) => values.has(name),
    isRepeated: (name) => earlier.has(name),
    earlierOf: (name) => (earlier.get(name) ?? []).map((value) => (value === null ? null : new Secret(value))),
    valueOf(name) {
      const value = values.get(name) ?? null;
      return value === null ? null : new Secret(value);
    },
  };
}

/** Only what the worker needs. */
function toPlain({ path, changes, bound }: EnvEdit): PlainEdit {
  const revealed = changes.map(({ name, value }) => ({ name, value: value === null ? null : value.reveal() }));
  return { path, changes: revealed, bound };
}

/** What an edit may add, in characters. */
function lengthOf({ changes }: PlainEdit): number {
  return changes.reduce((sum, { name, value }) => sum + name.length + (value?.length ?? 0), 0);
}

function errorFor(reply: EnvFileReply | Ended, file: string): VaultError {
  if (reply.kind === 'refused') return errorOf(reply);
  const code = reply.kind === 'late' ? 'READING_ENDLESS' : 'READING_FAILED';
  return vaultError('TARGET_UNPARSABLE', { file, reason: { code } });
}
