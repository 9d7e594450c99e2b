import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { open, seal } from './age.ts';
import type { BackupReply, BackupRequest } from './protocol.ts';

/** A worker for one request: scrypt blocks its thread, and what it had in memory ends with it. */
const port = parentPort;
if (port === null) throw new TypeError('made to be a worker');

port.once('message', async (request: BackupRequest) => {
  const reply = await perform(request);
  request.bytes.fill(0);
  port.postMessage(reply, reply.kind === 'done' ? [reply.bytes.buffer] : []);
});

async function perform({ operation, bytes, passphrase }: BackupRequest): Promise<BackupReply> {
  try {
    if (operation === 'seal') return done(await seal(bytes, passphrase));
    const opened = await open(bytes, passphrase);
    if (opened.kind !== 'opened') return opened;
    if (operation === 'open') return done(opened.bytes);
    const digest = createHash('sha256').update(opened.bytes).digest();
    opened.bytes.fill(0);
    return done(digest);
  } catch {
    // Not its message: that could hold anything.
    return { kind: 'failed' };
  }
}

/** In a buffer of its own, so that it can be moved. */
function done(bytes: Uint8Array): BackupReply {
  const own = new Uint8Array(bytes);
  bytes.fill(0);
  return { kind: 'done', bytes: own };
}
