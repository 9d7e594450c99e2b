import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Reply, Request } from './protocol.ts';

/** How a request ended. */
export type Ending =
  | { readonly is: 'answered'; readonly reply: Reply }
  /** `point`: the write before which it killed itself; null where it was killed from outside. */
  | { readonly is: 'killed'; readonly point: string | null }
  | { readonly is: 'broken'; readonly why: string };

/** The longest that anything takes, ms; beyond that it hangs. */
const timeoutMs = 30_000;

/** The vault's process, asked one thing at a time. */
export interface Program {
  /** `killAfter`: ms until it is killed from outside, answered or not; null for never. */
  ask(request: Request, killAfter?: number | null): Promise<Ending>;
  /** Kills it now; resolves when the system has taken it away. */
  kill(): Promise<void>;
  /** Lets it end by itself. */
  leave(): Promise<void>;
}

export function startProgram(file: string, env: NodeJS.ProcessEnv): Program {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const [out, errors] = [collect(child.stdout), collect(child.stderr)];
  const gone = once(child, 'close');
  const replies = repliesOf(child);

  async function ended(): Promise<Ending> {
    await gone;
    if (child.signalCode === 'SIGKILL') return { is: 'killed', point: out() || null };
    return { is: 'broken', why: `it ended with ${child.exitCode ?? child.signalCode}: ${errors()}` };
  }

  async function nextReply(): Promise<Ending> {
    const reply = await replies.next();
    if (reply.say === 'failed') return { is: 'broken', why: reply.error };
    return { is: 'answered', reply };
  }

  const ready = Promise.race([nextReply(), ended()]);

  return {
    async ask(request, killAfter = null) {
      const start = await ready;
      if (start.is !== 'answered') return start;
      child.send(JSON.stringify(request));
      const hung = setTimeout(() => child.kill('SIGTERM'), timeoutMs);
      const kill = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
      try {
        return await Promise.race([nextReply(), ended()]);
      } finally {
        clearTimeout(hung);
        if (kill !== null) clearTimeout(kill);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async leave() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** A queue: nothing that was said is missed. */
function repliesOf(child: ChildProcess): { next(): Promise<Reply> } {
  const said: Reply[] = [];
  const waiting: ((reply: Reply) => void)[] = [];
  child.on('message', (message) => {
    const reply: Reply = JSON.parse(String(message));
    const first = waiting.shift();
    if (first === undefined) said.push(reply);
    else first(reply);
  });
  return {
    next() {
      const first = said.shift();
      return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first);
    },
  };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: unknown) => {
    text += String(chunk);
  });
  return () => text;
}
