import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A private X server that lets in only who shows the cookie in the file, as a login's does. */
export interface GuardedDisplay {
  readonly env: { readonly DISPLAY: string; readonly XAUTHORITY: string };
  stop(): Promise<void>;
}

export async function startGuardedDisplay(): Promise<GuardedDisplay> {
  const folder = await mkdtemp(join(tmpdir(), 'clavis-x-'));
  const cookies = join(folder, 'Xauthority');
  const key = join(folder, 'key');
  const own = entry(hostname(), '', 3);
  await writeFile(key, own);
  // Only one of them fits.
  await writeFile(cookies, Buffer.concat([entry('elsewhere', '', 1), entry(hostname(), '4711', 2), own]));
  // Without a reset when the last guest leaves: npm's x11 takes atoms to stay as they are.
  const args = ['-displayfd', '3', '-nolisten', 'tcp', '-noreset', '-screen', '0', '640x480x24', '-auth', key];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = server.stdio[3];
  if (number === null || number === undefined) throw new Error('no pipe from Xvfb');
  const [said] = await once(number, 'data');
  return {
    env: { DISPLAY: `:${String(said).trim()}`, XAUTHORITY: cookies },
    async stop() {
      server.kill();
      await once(server, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

/** Xauth(7): the family of a host known by its name, then four counted texts. */
function entry(host: string, display: string, fill: number): Buffer {
  const texts = [host, display, 'MIT-MAGIC-COOKIE-1'].map((text) => counted(Buffer.from(text)));
  return Buffer.concat([Buffer.from([1, 0]), ...texts, counted(Buffer.alloc(16, fill))]);
}

function counted(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}
