import { parentPort, workerData } from 'node:worker_threads';
import { AsyncEntry, findCredentialsAsync } from '@napi-rs/keyring';
import { attempt, type KeychainEntry, KeychainPool, type Tried } from './pool.ts';
import type { KeychainReply, KeychainRequest } from './protocol.ts';

/**
 * The worker that holds the binding, whose constructor blocks its thread. Does what it is asked at once: order and
 * time-outs are the main thread's.
 */

/**
 * How many entries it makes before it is to be replaced: each holds a connection, and a bus gives out about 1,000. None is
 * dropped before: a dropped one closes its connection when it is garbage, perhaps while another is opened, at which
 * gnome-keyring 42 was seen to crash.
 */
const worthReplacing = 128;

const service: unknown = workerData;
const port = parentPort;
if (port === null || typeof service !== 'string') throw new TypeError('made to be a worker with a service name');

// Pinned: unpinned, the binding falls back to the kernel's keyring, which forgets at reboot (invariant 6).
const open = (account: string) => new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
const pool = new KeychainPool(open);

port.on('message', async (request: KeychainRequest) => {
  const tried = await answer(request);
  request.bytes?.fill(0);
  port.postMessage(...reply(request, tried));
});

async function answer(request: KeychainRequest): Promise<Tried<Uint8Array<ArrayBuffer> | null>> {
  if (request.operation === 'ping') return { ok: true, value: null };
  if (request.operation === 'accounts') return attempt(listAccounts);
  return pool.use(request.account, (entry) => perform(entry, request));
}

async function perform(entry: KeychainEntry, request: KeychainRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  if (request.operation === 'remove') await entry.deleteCredential();
  if (request.operation === 'write' && request.bytes !== null) await entry.setSecret(request.bytes);
  if (request.operation !== 'read') return null;
  const secret = await entry.getSecret();
  return secret === null ? null : Uint8Array.from(secret);
}

/**
 * Can't be pinned, but on Linux asks the Secret Service alone (keyring-node 2.1, `find_credentials_`). It opens no prompt:
 * a locked item is an error.
 */
async function listAccounts(): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await findCredentialsAsync(`${service}`);
  return found.length === 0 ? null : new TextEncoder().encode(JSON.stringify(found.map(({ account }) => account)));
}

function reply(
  { id, operation }: KeychainRequest,
  tried: Tried<Uint8Array<ArrayBuffer> | null>,
): [KeychainReply, ArrayBuffer[]] {
  // A list of accounts came with every value, as texts that can't be wiped: they go with this worker's memory.
  const spent = pool.made >= worthReplacing || operation === 'accounts';
  if (!tried.ok) return [{ id, outcome: tried, spent }, []];
  const bytes = tried.value;
  return [{ id, outcome: { ok: true, bytes }, spent }, bytes === null ? [] : [bytes.buffer]];
}
