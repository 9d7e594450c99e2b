import { Worker } from 'node:worker_threads';
import limited from 'p-limit';
import type { GitAnswer, GitCommand, GitReply, GitRequest } from './protocol.ts';

/** Runs git, a few at a time. Never rejects. */
export type GitProcesses = (command: GitCommand) => Promise<GitAnswer>;

/** However many files are asked about: a page that asks a hundred times must not fill the machine with processes. */
const atOnce = 4;

/** The worker that starts git; it is opened when it is needed, and keeps no process alive. `workerUrl` is `git-worker`. */
export function openGitProcesses({ workerUrl }: { readonly workerUrl: URL }): GitProcesses {
  const turn = limited(atOnce);
  const waiting = new Map<number, (answer: GitAnswer) => void>();
  let worker: Worker | null = null;
  let last = 0;

  function start(): Worker {
    const started = new Worker(workerUrl, { name: 'git' });
    started.unref();
    started.on('message', ({ number, answer }: GitReply) => resolveOne(number, answer));
    // Its message is not looked at; `exit` follows.
    started.on('error', () => {});
    started.once('exit', () => {
      worker = null;
      for (const number of waiting.keys()) resolveOne(number, { code: null, out: '', said: 'running git failed' });
    });
    return started;
  }

  function resolveOne(number: number, answer: GitAnswer): void {
    waiting.get(number)?.(answer);
    waiting.delete(number);
    if (waiting.size === 0) worker?.unref();
  }

  function run(command: GitCommand): Promise<GitAnswer> {
    worker ??= start();
    worker.ref();
    last += 1;
    const request: GitRequest = { number: last, command };
    const { promise, resolve } = Promise.withResolvers<GitAnswer>();
    waiting.set(request.number, resolve);
    worker.postMessage(request);
    return promise;
  }

  return (command) => turn(() => run(command));
}
