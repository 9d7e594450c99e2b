import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { BackupKey, BackupVersion } from '../../vault/backup-content.ts';
import { isVaultError } from '../../vault/errors.ts';
import { refusalOf } from '../refusal.ts';
import { open, seal } from './age.ts';
import { fromJson } from './json.ts';
import type { BackupPart, BackupReply, BackupRequest, PlainKey } from './protocol.ts';

/** In characters of values and notes: what the main thread reads in some milliseconds. */
const partSize = 256 * 1024;
/** A key's other fields take this much at least. */
const keySize = 1_024;

/** A worker for one request: scrypt blocks its thread, a large file takes long to parse, and its memory ends with it. */
const port = parentPort;
if (port === null) throw new TypeError('made to be a worker');

port.once('message', async (request: BackupRequest) => {
  const reply = await perform(request);
  request.bytes.fill(0);
  port.postMessage(reply, reply.kind === 'done' ? [reply.bytes.buffer] : []);
});

async function perform({ operation, bytes, passphrase, work, file }: BackupRequest): Promise<BackupReply> {
  try {
    if (operation === 'seal') return done(await seal(bytes, passphrase, work));
    const opened = await open(bytes, passphrase);
    if (opened.kind !== 'opened') return opened;
    try {
      if (operation === 'open') return await tell(opened.bytes, file);
      return done(createHash('sha256').update(opened.bytes).digest());
    } finally {
      opened.bytes.fill(0);
    }
  } catch (error) {
    if (isVaultError(error)) return refusalOf(error);
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

/**
 * Sends the keys part by part, each once the main thread took the one before, and gives the rest: of messages that lie there
 * together, a thread takes all in one go.
 */
async function tell(bytes: Uint8Array, file: string): Promise<BackupReply> {
  const { keys, ...content } = fromJson(bytes, file);
  let part: PlainKey[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    if (port === null) return;
    port.postMessage({ kind: 'keys', keys: part } satisfies BackupPart);
    [part, size] = [[], 0];
    await once(port, 'message');
  };
  for (const key of keys) {
    const plain = toPlain(key);
    part.push(plain);
    size += keySize + plain.note.length + plain.versions.reduce((sum, { value }) => sum + value.length, 0);
    if (size > partSize) await send();
  }
  await send();
  return { kind: 'content', content };
}

function toPlain({ versions: [first, ...others], ...fields }: BackupKey): PlainKey {
  const plain = ({ value, ...version }: BackupVersion) => ({ ...version, value: value.reveal() });
  return { ...fields, versions: [plain(first), ...others.map(plain)] };
}
