import { z } from 'zod';
import {
  type GitAnswer,
  type GitCommand,
  type GitFailure,
  type GitReply,
  outputLimit,
  saidLimit,
  type ToRunner,
} from './protocol.ts';

/** A process that was started, and what is said to it. Electron's `utilityProcess` in the app. */
export interface RunnerProcess {
  /** Never throws. What is sent before it has started waits for it; what is sent after its end is lost. */
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Not told where the system could not start it. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** One runner, as long as it is of use. */
export interface RunnerLink {
  /** Never rejects, and has an end whatever the runner does. */
  ask(command: GitCommand): Promise<GitAnswer>;
  /** Has it end, and what it has started. Resolves when it is gone, or was killed because it took too long. */
  end(): Promise<void>;
}

/** What is said of a git whose runner is gone. */
export const failed: GitAnswer = { code: null, out: '', failure: { code: 'GIT_RUNNER_FAILED' } };

/** In ms, beyond git's own time limit: a runner may have to start first. */
const graceMs = 5_000;
/** In ms: an orderly end takes a moment. */
const endMs = 500;

const failure = z.discriminatedUnion('code', [
  z.strictObject({ code: z.enum(['GIT_LATE', 'GIT_RUNNER_FAILED']) }),
  z.strictObject({
    code: z.literal('GIT_NOT_RUN'),
    cause: z.strictObject({ code: z.literal('SYSTEM'), errno: z.string().max(saidLimit) }),
  }),
]) satisfies z.ZodType<GitFailure>;

const replies = z.strictObject({
  number: z.int(),
  answer: z.union([
    z.strictObject({ code: z.int(), out: z.string().max(outputLimit), said: z.string().max(saidLimit) }),
    z.strictObject({ code: z.null(), out: z.literal(''), failure }),
  ]),
}) satisfies z.ZodType<GitReply>;

/**
 * Asks one runner. `onUseless` comes once, when it ended, kept silent for too long or said what can't be true: then it was
 * killed, and everybody who waits has an answer.
 */
export function linkRunner(runner: RunnerProcess, onUseless: () => void): RunnerLink {
  const waiting = new Map<number, (answer: GitAnswer) => void>();
  const gone = Promise.withResolvers<void>();
  let useful = true;
  let last = 0;

  function drop(): void {
    if (!useful) return;
    useful = false;
    onUseless();
    runner.kill();
    for (const resolve of waiting.values()) resolve(failed);
  }

  runner.onMessage((message) => {
    const reply = replies.safeParse(message);
    // An answer that nobody waits for is one that came twice.
    if (reply.success) waiting.get(reply.data.number)?.(reply.data.answer);
    else drop();
  });
  runner.onExit(() => {
    drop();
    gone.resolve();
  });

  const send = (message: ToRunner): void => runner.postMessage(message);

  async function ask(command: GitCommand): Promise<GitAnswer> {
    if (!useful) return failed;
    last += 1;
    const number = last;
    const { promise, resolve } = Promise.withResolvers<GitAnswer>();
    const late = setTimeout(() => {
      resolve({ code: null, out: '', failure: { code: 'GIT_LATE' } });
      drop();
    }, command.timeLimit + graceMs);
    waiting.set(number, resolve);
    try {
      send({ number, command });
      return await promise;
    } finally {
      clearTimeout(late);
      waiting.delete(number);
    }
  }

  async function end(): Promise<void> {
    if (useful) send('end');
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, endMs);
    await Promise.race([gone.promise, late.promise]);
    clearTimeout(timer);
    drop();
  }

  return { ask, end };
}
