import { createConnection, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { readXCookie } from './x-cookie.ts';
import {
  answerOf,
  atomRequest,
  greetedLength,
  greeting,
  kindOf,
  ownerRequest,
  packetLength,
  rootWindow,
  watchRequest,
} from './x-wire.ts';

const timeoutMs = 5_000;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

export interface XTrayWish {
  /** Whether it is there: soon after the call, and at each change. */
  onAnswer(there: boolean): void;
  /** The display can't be asked; told once until it can again. */
  onFailure(error: unknown): void;
}

/**
 * Says whether a tray of X11's kind is there (freedesktop.org, “System Tray Protocol”). A display that can't be asked shows
 * none, and is tried again after 1 s, 2 s, and so on up to a minute. On Wayland there is none, whatever XWayland's selections
 * say: Electron is no client of X11 there.
 */
export function watchXTray({ onAnswer, onFailure }: XTrayWish, env = process.env): { close(): void } {
  const display = localDisplay(env);
  const ending = new AbortController();
  let said: boolean | null = null;
  const answer = (there: boolean) => {
    if (ending.signal.aborted || there === said) return;
    said = there;
    onAnswer(there);
  };

  async function watch(number: string): Promise<void> {
    let retryMs = firstRetryMs;
    let isTold = false;
    while (!ending.signal.aborted) {
      const { failure, wasAsked } = await follow(number, env, { answer, ending: ending.signal });
      if (wasAsked) [retryMs, isTold] = [firstRetryMs, false];
      answer(false);
      if (!isTold && !ending.signal.aborted) onFailure(failure);
      isTold = true;
      // It rejects when it is over.
      await pause(retryMs, null, { ref: false, signal: ending.signal }).catch(() => {});
      retryMs = Math.min(2 * retryMs, longestRetryMs);
    }
  }

  if (display === null) queueMicrotask(() => answer(false));
  else watch(display).catch(onFailure);
  return { close: () => ending.abort() };
}

/** The number of the display on this machine that Electron would use; null where it uses none. */
function localDisplay(env: typeof process.env): string | null {
  if (env['WAYLAND_DISPLAY'] || env['XDG_SESSION_TYPE'] === 'wayland') return null;
  return /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(env['DISPLAY'] ?? '')?.[1] ?? null;
}

interface Following {
  readonly answer: (there: boolean) => void;
  readonly ending: AbortSignal;
}

/** How a connection ended: why, and whether the display had let us in before. */
interface Ended {
  readonly failure: unknown;
  readonly wasAsked: boolean;
}

/** Follows the tray over one connection, until that ends. */
async function follow(display: string, env: typeof process.env, { answer, ending }: Following): Promise<Ended> {
  const cookie = await readXCookie(display, env);
  const { promise, resolve } = Promise.withResolvers<Ended>();
  let failure: unknown = new Error('the display closed the connection');
  let take: ((packet: Buffer) => void) | null = null;
  const socket = createConnection(`/tmp/.X11-unix/X${display}`).unref();
  const stop = () => void socket.destroy();
  ending.addEventListener('abort', stop);
  if (ending.aborted) stop();
  // `close` follows.
  socket.on('error', (error) => {
    failure = error;
  });
  socket.on('close', () => {
    ending.removeEventListener('abort', stop);
    resolve({ failure, wasAsked: take !== null });
  });
  socket.setTimeout(timeoutMs, stop);
  socket.write(greeting(cookie));

  let unread = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (;;) {
      const length = take === null ? greetedLength(unread) : packetLength(unread);
      if (unread.length < length) return;
      const packet = unread.subarray(0, length);
      unread = unread.subarray(length);
      if (take !== null) {
        take(packet);
        continue;
      }
      const root = rootWindow(packet);
      if (root === null) return stop();
      socket.setTimeout(0);
      take = followTray(socket, root, answer);
    }
  });
  return promise;
}

/** A new tray is announced at the root window; one that ends takes its window with it. */
function followTray(socket: Socket, root: number, answer: (there: boolean) => void): (packet: Buffer) => void {
  let selection: number | null = null;
  let watched = 0;
  const ask = (atom: number) => socket.write(ownerRequest(atom));
  socket.write(watchRequest(root));
  socket.write(atomRequest('_NET_SYSTEM_TRAY_S0'));
  return (packet) => {
    const kind = kindOf(packet);
    // A window that was to be watched is gone: the question after that request tells.
    if (kind === 'error') return;
    if (kind === 'event') {
      if (selection !== null) ask(selection);
    } else if (selection === null) {
      selection = answerOf(packet);
      ask(selection);
    } else {
      const owner = answerOf(packet);
      answer(owner !== 0);
      if (owner === watched) return;
      watched = owner;
      if (owner === 0) return;
      socket.write(watchRequest(owner));
      ask(selection);
    }
  };
}
