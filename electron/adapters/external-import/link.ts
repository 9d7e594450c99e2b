import { Worker } from 'node:worker_threads';
import type { ExternalImportReply, ExternalImportRequest } from './protocol.ts';

export interface WorkerLimits {
  readonly timeoutMs: number;
  /** In MiB. */
  readonly heap: number;
}

/** Why there is no reply. */
export interface Ended {
  readonly kind: 'late' | 'full' | 'dead';
}

/** A worker for one file. */
export interface ExternalImportLink {
  /** The request first, then `next`. Never rejects. */
  ask(message: ExternalImportRequest | 'next'): Promise<ExternalImportReply | Ended>;
  end(): void;
}

/** Starts the worker; its time-out counts from here to its last reply. */
export function startWorker(url: URL, { timeoutMs, heap }: WorkerLimits): ExternalImportLink {
  const worker = new Worker(url, { name: 'external-import', resourceLimits: { maxOldGenerationSizeMb: heap } });
  const ended = new Promise<Ended>((resolve) => {
    const timeout = setTimeout(() => resolve({ kind: 'late' }), timeoutMs);
    // Its message is not looked at: that could hold anything.
    worker.once('error', (error) => resolve({ kind: isOutOfMemory(error) ? 'full' : 'dead' }));
    worker.once('exit', () => {
      clearTimeout(timeout);
      resolve({ kind: 'dead' });
    });
  });
  return {
    ask(message) {
      const reply = new Promise<ExternalImportReply>((resolve) => void worker.once('message', resolve));
      worker.postMessage(message, message === 'next' ? [] : [message.bytes.buffer]);
      return Promise.race([reply, ended]);
    },
    // Not waited for: a step of V8's own, as reading JSON is one, ends first.
    end: () => void worker.terminate(),
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
