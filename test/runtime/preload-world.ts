import type { KeyLetter, watchKeys } from './key-world.ts';
import type { MouseLetter, watchMouse } from './mouse-world.ts';
import type { makeBridgeEnd } from './page-world.ts';
import type { Codec, Wire } from './wire.ts';

/** From the isolated world to main, as JSON through the binding. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: Wire }
  | { kind: 'send'; channel: string; args: Wire }
  | { kind: 'title'; title: string }
  | { kind: 'focus'; focused: boolean }
  | { kind: 'open'; url: string; name: string; features: string }
  | { kind: 'preload-error'; message: string; stack: string }
  | KeyLetter
  | MouseLetter;

/** From main to the isolated world. */
export type ToPage =
  | { kind: 'reply'; id: number; value: Wire }
  | { kind: 'refusal'; id: number; error: string }
  | { kind: 'event'; channel: string; args: Wire };

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;
type Listener = (event: object, ...args: unknown[]) => void;

/** What main tells the preload's world about itself. */
export type PreloadFacts = { platform: string; versions: Record<string, string | undefined>; argv: string[] };

/**
 * The isolated world: `ipcRenderer` over the binding, `contextBridge` over the bridge, then the preload script itself.
 * Self-contained; runs in the page.
 */
export function enterPreloadWorld(
  makeEnd: typeof makeBridgeEnd,
  makeCodec: () => Codec,
  watch: typeof watchKeys,
  watchButtons: typeof watchMouse,
  names: {
    binding: string;
    receive: string;
    toIsolated: string;
    toMain: string;
    everyFrame: boolean;
    /** Tell main when Chromium's window gets the focus or loses it. */
    tellFocus: boolean;
  },
  facts: PreloadFacts,
  preload: Preload | null,
): void {
  const codec = makeCodec();
  const raw: unknown = Reflect.get(globalThis, names.binding);
  const post = (letter: FromPage): void => {
    if (typeof raw === 'function') raw(JSON.stringify(letter));
  };
  const end = makeEnd(names.toIsolated, names.toMain, (letter) => {
    if (letter.kind === 'open') post(letter);
  });
  const whenFree = watch(post);
  watchButtons(post);
  if (window.top === window) reportTitle();
  if (window.top === window && names.tellFocus) reportFocus();
  if (preload === null || (window.top !== window && !names.everyFrame)) return;

  function reportTitle(): void {
    let told = '';
    const tell = (): void => {
      if (document.title === told) return;
      told = document.title;
      post({ kind: 'title', title: told });
    };
    document.addEventListener('DOMContentLoaded', () => {
      tell();
      new MutationObserver(tell).observe(document.documentElement, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
  }

  function reportFocus(): void {
    for (const type of ['focus', 'blur'] as const) {
      window.addEventListener(type, (event) => {
        if (event.isTrusted) post({ kind: 'focus', focused: type === 'focus' });
      });
    }
  }

  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;

  const closed = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key) {
        if (typeof key === 'symbol' || key in object || key === 'then' || key === 'default')
          return Reflect.get(object, key);
        throw new Error(`not in the stand-in: ${name}.${key}`);
      },
    });

  function add(channel: string, listener: Listener, once: boolean): typeof ipcRenderer {
    if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be of type function.');
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  }
  function remove(channel: string, listener: Listener): typeof ipcRenderer {
    const list = listeners.get(channel) ?? [];
    const at = list.findLastIndex((entry) => entry.listener === listener);
    listeners.set(
      channel,
      list.filter((_, index) => index !== at),
    );
    return ipcRenderer;
  }
  const ipcRenderer = closed('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      last += 1;
      const id = last;
      post({ kind: 'invoke', id, channel, args: codec.encode(args) });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    send(channel: string, ...args: unknown[]): void {
      post({ kind: 'send', channel, args: codec.encode(args) });
    },
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel?: string) {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string): number => listeners.get(channel)?.length ?? 0,
  });

  const contextBridge = closed('contextBridge', {
    exposeInMainWorld(key: string, api: unknown): void {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.add(key);
      end.send({ kind: 'expose', key, value: end.pack(api) });
    },
  });
  const exposed = new Set<string>();

  function receive(text: string): void {
    const letter: ToPage = JSON.parse(text);
    if (letter.kind === 'event') {
      const args = codec.decode(letter.args);
      const list = listeners.get(letter.channel) ?? [];
      listeners.set(
        letter.channel,
        list.filter((entry) => !entry.once),
      );
      for (const entry of list)
        entry.listener({ sender: ipcRenderer, ports: [] }, ...(Array.isArray(args) ? args : []));
      return;
    }
    const entry = waiting.get(letter.id);
    waiting.delete(letter.id);
    if (letter.kind === 'reply') entry?.resolve(codec.decode(letter.value));
    else entry?.reject(new Error(letter.error));
  }
  Object.defineProperty(globalThis, names.receive, { value: (text: string) => whenFree(() => receive(text)) });

  const electron = closed('electron', { contextBridge, ipcRenderer });
  function require(name: string): unknown {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  }
  const process = closed('process', {
    ...facts,
    type: 'renderer',
    env: {},
    sandboxed: true,
    contextIsolated: true,
  });
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, process);
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    post({ kind: 'preload-error', message: known.message, stack: known.stack ?? '' });
  }
}
