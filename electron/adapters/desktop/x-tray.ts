import { createConnection, type Socket } from 'node:net';
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

/**
 * Says whether a tray of X11's kind is there (freedesktop.org, “System Tray Protocol”): soon after the call, and at each
 * change. On Wayland there is none, whatever XWayland's selections say: Electron is no client of X11 there.
 */
export function watchXTray(onAnswer: (there: boolean) => void, env = process.env): { close(): void } {
  const display = localDisplay(env);
  let said: boolean | null = null;
  let closed = false;
  const answer = (there: boolean) => {
    if (closed || there === said) return;
    said = there;
    onAnswer(there);
  };
  if (display === null) queueMicrotask(() => answer(false));
  const socket = display === null ? null : connect(display, env, answer);
  return {
    close() {
      closed = true;
      socket?.destroy();
    },
  };
}

/** The number of the display on this machine that Electron would use; null where it uses none. */
function localDisplay(env: typeof process.env): string | null {
  if (env['WAYLAND_DISPLAY'] || env['XDG_SESSION_TYPE'] === 'wayland') return null;
  return /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(env['DISPLAY'] ?? '')?.[1] ?? null;
}

function connect(display: string, env: typeof process.env, answer: (there: boolean) => void): Socket {
  const socket = createConnection(`/tmp/.X11-unix/X${display}`).unref();
  socket.on('error', () => {});
  socket.on('close', () => answer(false));
  socket.setTimeout(timeoutMs, () => socket.destroy());
  void readXCookie(display, env).then((cookie) => socket.write(greeting(cookie)));

  let unread = Buffer.alloc(0);
  let take: ((packet: Buffer) => void) | null = null;
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
      if (root === null) return socket.destroy();
      socket.setTimeout(0);
      take = followTray(socket, root, answer);
    }
  });
  return socket;
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
