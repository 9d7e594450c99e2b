import { parentPort } from 'node:worker_threads';
import { isVaultError } from '../../vault/errors.ts';
import type { FoundItem } from '../../vault/ports.ts';
import { parseExternalImport } from './parse.ts';
import { partsOf } from './parts.ts';
import type {
  ExternalImportPart,
  ExternalImportRefusal,
  ExternalImportReply,
  ExternalImportRequest,
} from './protocol.ts';

/** A worker for one file: a file made to be hard to read holds nobody up, and what was in memory ends with it. */
const port = parentPort;
if (port === null) throw new TypeError('made to be a worker');

port.once('message', (request: ExternalImportRequest) => {
  const replies = read(request).values();
  request.bytes.fill(0);
  const answer = (): void => {
    const { value: reply } = replies.next();
    port.postMessage(reply, reply?.kind === 'part' ? [reply.notes.buffer] : []);
  };
  port.on('message', answer);
  answer();
});

function read({ bytes, file }: ExternalImportRequest): ExternalImportReply[] {
  try {
    const { items, ...found } = parseExternalImport(bytes, file);
    const parts = partsOf(items);
    return parts.map((part, at) => {
      return { kind: 'part', ...found, ...toPlain(part), last: at === parts.length - 1 };
    });
  } catch (error) {
    return [refusal(error)];
  }
}

function toPlain(part: readonly FoundItem[]): Pick<ExternalImportPart, 'items' | 'notes'> {
  const notes = new Uint8Array(part.reduce((sum, { note }) => sum + Buffer.byteLength(note), 0));
  const encoder = new TextEncoder();
  let noteEnd = 0;
  const items = part.map(({ values, note, ...item }) => {
    noteEnd += encoder.encodeInto(note, notes.subarray(noteEnd)).written;
    return { ...item, noteEnd, values: values.map((one) => ({ ...one, value: one.value.reveal() })) };
  });
  return { items, notes };
}

function refusal(error: unknown): ExternalImportRefusal {
  if (isVaultError(error, 'EXTERNAL_IMPORT_ENCRYPTED')) return { kind: 'encrypted' };
  const reason = isVaultError(error, 'EXTERNAL_IMPORT_UNREADABLE') ? error.details['reason'] : null;
  // No other error's message: that could hold anything.
  return {
    kind: 'unreadable',
    reason: typeof reason === 'object' && reason !== null ? reason : { code: 'READING_FAILED' },
  };
}
