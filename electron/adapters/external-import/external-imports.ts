import { basename } from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { type VaultError, vaultError } from '../../vault/errors.ts';
import type { ExternalContent, ExternalImports, FoundItem } from '../../vault/ports.ts';
import { Secret } from '../../vault/secret.ts';
import { readPicked, unreadable } from './file.ts';
import { type Ended, type ExternalImportLink, startWorker, type WorkerLimits } from './link.ts';
import type { ExternalImportPart, ExternalImportRefusal, ExternalImportRequest } from './protocol.ts';

/**
 * Of files as large as they may be, real ones take 1 s and the slowest known to be read 8 s; a slow machine may need twice
 * as long, and a person waits no longer.
 */
const timeoutMs = 20_000;
/**
 * In MiB: more than what the most fields take (`fields.ts`), 1.2 GB. A worker that is full while V8 parses JSON ends the
 * whole program, not itself alone.
 */
const heap = 1_536;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Exports of other password managers on this system's disks. `workerUrl` is `external-import-worker`, started for each file. */
export function openExternalImports(given: { readonly workerUrl: URL } & Partial<WorkerLimits>): ExternalImports {
  const limits = { timeoutMs: timeoutMs, heap, ...given };
  return {
    async read(path) {
      const file = basename(path);
      const bytes = await readPicked(path, file);
      const worker = startWorker(given.workerUrl, limits);
      try {
        return await receive(worker, { bytes, file }, limits);
      } finally {
        worker.end();
      }
    },
  };
}

async function receive(
  worker: ExternalImportLink,
  request: ExternalImportRequest,
  limits: WorkerLimits,
): Promise<ExternalContent> {
  const { file } = request;
  const items: FoundItem[] = [];
  for (let reply = await worker.ask(request); ; reply = await worker.ask('next')) {
    if (reply.kind !== 'part') throw errorFor(reply, file, limits);
    items.push(...toFound(reply));
    const { source, skipped, archived, trashed } = reply;
    if (reply.last) return { file, source, skipped, archived, trashed, items };
    // Asked for at once, the next part could be there before the event loop goes on, and so with all of them.
    await othersTurn();
  }
}

function toFound({ items, notes }: ExternalImportPart): FoundItem[] {
  let end = 0;
  return items.map(({ values, noteEnd, ...item }) => {
    const noteBytes = notes.subarray(end, noteEnd);
    end = noteEnd;
    return {
      ...item,
      get note() {
        return utf8.decode(noteBytes);
      },
      values: values.map((one) => ({ ...one, value: new Secret(one.value) })),
    };
  });
}

function errorFor(outcome: ExternalImportRefusal | Ended, file: string, { timeoutMs }: WorkerLimits): VaultError {
  switch (outcome.kind) {
    case 'encrypted':
      return vaultError('EXTERNAL_IMPORT_ENCRYPTED', { file });
    case 'unreadable':
      return unreadable(file, outcome.reason);
    case 'late':
      return unreadable(file, { code: 'READING_TOO_LONG', seconds: timeoutMs / 1000 });
    case 'full':
      return unreadable(file, { code: 'READING_TOO_LARGE' });
    case 'dead':
      return unreadable(file, { code: 'READING_FAILED' });
  }
}
