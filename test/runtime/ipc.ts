import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { preventable } from './event.ts';
import type { FromPage, ToPage } from './preload-world.ts';
import { closeClass } from './refuse.ts';
import { makeCodec } from './wire.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

const codec = makeCodec();

/** Electron's `ipcMain`: events for what is sent, one handler a channel for what is invoked. */
export class IpcMain extends EventEmitter implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`);
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** The handler of a channel, for the one that delivers. */
  static handlerOf(ipc: IpcMain, channel: string): Handler | null {
    return ipc.#handlers.get(channel) ?? null;
  }
}

/** The one `ipcMain`. */
export const ipcMain = new IpcMain();
const handlerOf = IpcMain.handlerOf;
Reflect.deleteProperty(IpcMain, 'handlerOf');
closeClass('ipcMain', IpcMain);

/** Whom a message comes from, and the way back to exactly that document. */
export type Origin = {
  sender: Electron.WebContents;
  /** Null once the document that sent is gone. */
  senderFrame(): Electron.WebFrameMain | null;
  processId: number;
  frameId: number;
  post(letter: ToPage): void;
};

/** Takes a message from a page to `ipcMain`, and the answer back. */
export async function deliver(letter: FromPage, origin: Origin): Promise<void> {
  if (letter.kind === 'send') receive(letter.channel, argsOf(letter), origin);
  else if (letter.kind === 'invoke') await answer(letter, origin);
}

function argsOf(letter: Extract<FromPage, { kind: 'send' | 'invoke' }>): unknown[] {
  const args = codec.decode(letter.args);
  return Array.isArray(args) ? args : [];
}

function receive(channel: string, args: unknown[], origin: Origin): void {
  const event = preventable({
    type: 'frame' as const,
    sender: origin.sender,
    get senderFrame() {
      return origin.senderFrame();
    },
    processId: origin.processId,
    frameId: origin.frameId,
    ports: [],
    returnValue: undefined,
    reply: (to: string, ...values: unknown[]) => origin.post(eventLetter(to, values)),
  });
  ipcMain.emit(channel, event, ...args);
}

async function answer(letter: Extract<FromPage, { kind: 'invoke' }>, origin: Origin): Promise<void> {
  const { id, channel } = letter;
  const refuse = (error: unknown): void =>
    origin.post({ kind: 'refusal', id, error: `Error invoking remote method '${channel}': ${String(error)}` });
  const handler = handlerOf(ipcMain, channel);
  if (!handler) {
    const error = new Error(`No handler registered for '${channel}'`);
    console.error(`Error occurred in handler for '${channel}':`, error);
    refuse(error);
    return;
  }
  try {
    const event = preventable({
      type: 'frame' as const,
      sender: origin.sender,
      get senderFrame() {
        return origin.senderFrame();
      },
      processId: origin.processId,
      frameId: origin.frameId,
    });
    origin.post({ kind: 'reply', id, value: codec.encode(await handler(event, ...argsOf(letter))) });
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    refuse(error);
  }
}

/** A message of main's own to a page. Throws when an argument can't be cloned. */
export function eventLetter(channel: string, args: unknown[]): ToPage {
  return { kind: 'event', channel, args: codec.encode(args) };
}
