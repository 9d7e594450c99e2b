import { parentPort, workerData } from 'node:worker_threads';
import { AsyncEntry } from '@napi-rs/keyring';
import { type KeychainEntry, KeychainPool, type Tried } from './keychain-pool.ts';
import type { KeychainReply, KeychainRequest } from './keychain-protocol.ts';

/**
 * The worker that holds the binding, whose constructor blocks its thread. Does what it is asked at once: order and
 * time-outs are the main thread's.
 */
const kept = 16;
/** Dropped entries hold their connection until they are garbage, and a bus gives out about 1,000. */
const worthReplacing = 128;

const service: unknown = workerData;
const port = parentPort;
if (port === null || typeof service !== 'string') throw new TypeError('made to be a worker with a service name');

// Pinned: unpinned, the binding falls back to the kernel's keyring, which forgets at reboot (invariant 6).
const open = (account: string) => new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
const pool = new KeychainPool(open, kept);

port.on('message', async (request: KeychainRequest) => {
  const tried = await pool.use(request.account, (entry) => perform(entry, request));
  request.bytes?.fill(0);
  port.postMessage(...reply(request.id, tried));
});

async function perform(entry: KeychainEntry, request: KeychainRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  if (request.operation === 'remove') await entry.deleteCredential();
  if (request.operation === 'write' && request.bytes !== null) await entry.setSecret(request.bytes);
  if (request.operation !== 'read') return null;
  const secret = await entry.getSecret();
  return secret === null ? null : Uint8Array.from(secret);
}

function reply(id: number, tried: Tried<Uint8Array<ArrayBuffer> | null>): [KeychainReply, ArrayBuffer[]] {
  const spent = pool.made >= worthReplacing;
  if (!tried.ok) return [{ id, outcome: tried, spent }, []];
  const bytes = tried.value;
  return [{ id, outcome: { ok: true, bytes }, spent }, bytes === null ? [] : [bytes.buffer]];
}
