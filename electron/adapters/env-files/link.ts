import { Worker } from 'node:worker_threads';
import type { EnvFileReply, EnvFileRequest } from './protocol.ts';

export interface WorkerLimits {
  /** For how long a reply is waited for, in ms. */
  readonly timeoutMs: number;
  /** For how long a worker is kept that has nothing to do, in ms. */
  readonly idleMs: number;
  /** In MiB. */
  readonly heap: number;
}

/** Why there is no reply. */
export interface Ended {
  readonly kind: 'late' | 'dead';
}

/** The env files' worker: started when it is needed, one request at a time, ended when nothing more comes. */
export function openLink(url: URL, limits: WorkerLimits): (request: EnvFileRequest) => Promise<EnvFileReply | Ended> {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function end(): void {
    clearTimeout(idle);
    void worker?.terminate();
    worker = null;
  }

  async function send(request: EnvFileRequest): Promise<EnvFileReply | Ended> {
    clearTimeout(idle);
    worker ??= startWorker(url, limits);
    const reply = replyOf(worker, limits.timeoutMs);
    worker.postMessage(request, [request.bytes.buffer]);
    const got = await reply;
    if (got.kind === 'late' || got.kind === 'dead') end();
    else idle = setTimeout(end, limits.idleMs).unref();
    return got;
  }

  return (request) => {
    const mine = last.then(() => send(request));
    last = mine;
    return mine;
  };
}

/** One that keeps no process alive while it has nothing to do. */
function startWorker(url: URL, { heap }: WorkerLimits): Worker {
  const worker = new Worker(url, { name: 'env-files', resourceLimits: { maxOldGenerationSizeMb: heap } });
  worker.unref();
  // Its message is not looked at: that could hold anything. `exit` follows.
  worker.on('error', () => {});
  return worker;
}

/** Never rejects. */
async function replyOf(worker: Worker, timeoutMs: number): Promise<EnvFileReply | Ended> {
  const { promise, resolve } = Promise.withResolvers<EnvFileReply | Ended>();
  const timeout = setTimeout(() => resolve({ kind: 'late' }), timeoutMs);
  const onExit = (): void => resolve({ kind: 'dead' });
  worker.ref();
  worker.once('message', resolve).once('exit', onExit);
  try {
    return await promise;
  } finally {
    clearTimeout(timeout);
    worker.off('message', resolve).off('exit', onExit).unref();
  }
}
