import { parentPort } from 'node:worker_threads';
import { isVaultError } from '../../vault/errors.ts';
import { refusalOf } from '../refusal.ts';
import { editDocument, readDocument } from './documents.ts';
import type { EnvFileReply, EnvFileRequest } from './protocol.ts';

/** A worker for large env files: a file made to be hard to read holds nobody up. */
const port = parentPort;
if (port === null) throw new TypeError('made to be a worker');

port.on('message', (request: EnvFileRequest) => {
  const reply = perform(request);
  request.bytes.fill(0);
  port.postMessage(reply, reply.kind === 'edited' ? [reply.bytes.buffer] : []);
});

function perform(request: EnvFileRequest): EnvFileReply {
  try {
    const { bytes, shape } = request;
    if (request.kind === 'read') return { kind: 'content', content: readDocument(bytes, shape) };
    // In a buffer of its own, so that it can be moved: an edit that changes nothing gives the bytes that came.
    const edited = new Uint8Array(editDocument(bytes, shape, request.edit));
    return { kind: 'edited', bytes: edited, content: readDocument(edited, shape) };
  } catch (error) {
    // Any other error ends the worker: its message could hold anything.
    if (!isVaultError(error)) throw error;
    return refusalOf(error);
  }
}
