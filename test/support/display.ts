import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { needsLinux } from './needs.ts';

needsLinux('Xvfb');

/** A private X server: `display` is what `DISPLAY` should be, as in `:99`. */
export type PrivateDisplay = { display: string; stop(): Promise<void> };

/** Starts Xvfb on a number of its own choosing, reachable on this machine only. Throws when it does not start. */
export async function startDisplay(): Promise<PrivateDisplay> {
  const args = ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1280x800x24', '-ac'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const number = child.stdio[3];
  if (!(number instanceof Readable)) throw new Error('No pipe from Xvfb.');
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  const exited = once(child, 'exit');
  const started = once(number, 'data').then(([chunk]: Buffer[]) => String(chunk).trim());
  const failed = exited.then(() => {
    throw new Error(`Xvfb did not start: ${complaint.trim()}`);
  });
  failed.catch(() => {});
  const display = `:${await Promise.race([started, failed])}`;
  return {
    display,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
