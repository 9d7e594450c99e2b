import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;

/** Thrown when Chromium refuses a command, or goes away before it answers. */
export class CdpError extends Error {
  override name = 'CdpError';
}

/** What JSON.parse gives: trusted here, because Chromium follows its own protocol description. */
type Json = ReturnType<typeof JSON.parse>;

type Waiting = { method: string; resolve: (result: Json) => void; reject: (error: Error) => void };
type Incoming = {
  id?: number;
  method?: string;
  params?: unknown;
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
};

/** One session of the protocol: the browser itself, or one page of it. */
export type Session = {
  send<M extends keyof Commands>(method: M, ...params: Commands[M]['paramsType']): Promise<Commands[M]['returnType']>;
  on<E extends keyof Events>(event: E, listener: (...params: Events[E]) => void): void;
  /** Called once, when the target or the browser is gone. */
  onDetached(listener: () => void): void;
};

/** A connection over Chromium's debugging pipe: JSON messages, each ended by a zero byte. */
export type Connection = { browser: Session; session(id: string): Session; onClosed(listener: () => void): void };

/** Speaks the protocol over the two ends of the pipe. */
export function connect(input: Readable, output: Writable): Connection {
  const waiting = new Map<number, Waiting & { sessionId: string }>();
  const emitters = new Map<string, EventEmitter>();
  const closed = new EventEmitter().setMaxListeners(0);
  let lastId = 0;
  let open = true;

  function emitterOf(sessionId: string): EventEmitter {
    const known = emitters.get(sessionId);
    if (known) return known;
    const made = new EventEmitter().setMaxListeners(0);
    emitters.set(sessionId, made);
    return made;
  }

  function post(sessionId: string, method: string, params: unknown): Promise<Json> {
    if (!open) return Promise.reject(new CdpError(`${method}: Chromium is gone`));
    lastId += 1;
    const id = lastId;
    output.write(`${JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) })}\0`);
    return new Promise((resolve, reject) => waiting.set(id, { method, sessionId, resolve, reject }));
  }

  function drop(belongs: (sessionId: string) => boolean): void {
    for (const [id, entry] of waiting) {
      if (!belongs(entry.sessionId)) continue;
      waiting.delete(id);
      entry.reject(new CdpError(`${entry.method}: the target is gone`));
    }
  }

  function receive(message: Incoming): void {
    if (message.id !== undefined) {
      const entry = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) entry?.reject(new CdpError(`${entry.method}: ${message.error.message}`));
      else entry?.resolve(message.result);
      return;
    }
    if (message.method === undefined) return;
    emitters.get(message.sessionId ?? '')?.emit(message.method, message.params);
    const gone = message.method === 'Target.detachedFromTarget' ? sessionIdIn(message.params) : null;
    if (gone === null) return;
    drop((sessionId) => sessionId === gone);
    emitters.get(gone)?.emit('detached');
    emitters.delete(gone);
  }

  readMessages(input, receive);
  const end = (): void => {
    if (!open) return;
    open = false;
    drop(() => true);
    for (const [id, emitter] of emitters) if (id !== '') emitter.emit('detached');
    closed.emit('closed');
  };
  input.on('close', end);
  input.on('error', end);
  output.on('error', end);

  function session(sessionId: string): Session {
    const emitter = emitterOf(sessionId);
    return {
      async send(method, ...params) {
        return await post(sessionId, method, params[0]);
      },
      on: (event, listener) => void emitter.on(event, listener),
      onDetached: (listener) => void emitter.once('detached', listener),
    };
  }
  return { browser: session(''), session, onClosed: (listener) => void closed.once('closed', listener) };
}

function sessionIdIn(params: unknown): string | null {
  if (typeof params !== 'object' || params === null) return null;
  const id: unknown = Reflect.get(params, 'sessionId');
  return typeof id === 'string' ? id : null;
}

function readMessages(input: Readable, receive: (message: Incoming) => void): void {
  let parts: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      receive(JSON.parse(Buffer.concat(parts).toString('utf8')));
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });
}
