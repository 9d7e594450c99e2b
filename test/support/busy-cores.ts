import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

/** Works without a pause, but for hearing that its standard input has ended: then whoever started it is gone. */
const work = `
  process.stdin.on('end', () => process.exit()).resume();
  const burn = () => { for (const end = Date.now() + 50; Date.now() < end; ); setImmediate(burn); };
  burn();`;

/** Keeps every core of this machine busy, a process for each, until the function that it returns has ended them. */
export function keepCoresBusy(): () => Promise<void> {
  const children = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', work], { stdio: ['pipe', 'ignore', 'ignore'] }),
  );
  return async () => {
    await Promise.all(children.map(end));
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
