import { contextBridge, ipcRenderer } from 'electron';

/**
 * The bridge: one function per channel that its pages may call and one subscription per event, nothing generic. The names
 * are put in by the build from `ipc/contract.ts`, so that no schema library runs in the page's process; main's own
 * questions have a build of it with theirs alone.
 */
declare const __CHANNELS__: readonly string[];
declare const __EVENTS__: readonly string[];

const bridge: Record<string, Record<string, unknown>> = {};

function split(name: string): [area: string, verb: string] {
  const dot = name.indexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

function areaOf(name: string): Record<string, unknown> {
  bridge[name] ??= {};
  return bridge[name];
}

for (const channel of __CHANNELS__) {
  const [area, verb] = split(channel);
  areaOf(area)[verb] = (input: unknown) => ipcRenderer.invoke(channel, input);
}

for (const event of __EVENTS__) {
  const [area, verb] = split(event);
  areaOf(area)[`on${verb.charAt(0).toUpperCase()}${verb.slice(1)}`] = (listener: (data: unknown) => void) => {
    const forward = (_event: unknown, data: unknown): void => listener(data);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.removeListener(event, forward);
    };
  };
}

contextBridge.exposeInMainWorld('clavis', bridge);
