import type { Client } from 'x11';
import { openClient } from '../runtime/clipboard/x11-connection.ts';
import { openService } from './desktop-service.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

/** A StatusNotifierWatcher, and whether something shows what is registered with it. */
export interface TestWatcher {
  setHost(there: boolean): void;
  close(): Promise<void>;
}

export async function openWatcher(address: string, { host }: { host: boolean }): Promise<TestWatcher> {
  const service = await openService(address);
  const object = { IsStatusNotifierHostRegistered: host };
  const path = '/StatusNotifierWatcher';
  service.serve({ path, name: watcher, properties: { IsStatusNotifierHostRegistered: 'b' }, object });
  await service.own(watcher);
  return {
    setHost(there) {
      object.IsStatusNotifierHostRegistered = there;
      service.signal(path, watcher, there ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered', '', []);
    },
    close: () => service.close(),
  };
}

/** A tray of X11's kind, by the System Tray Protocol: it owns the selection, and announces itself. */
export async function openXTray(display: string): Promise<{ close(): Promise<void> }> {
  const { client, root } = await openClient(display);
  const window = client.AllocID();
  client.CreateWindow(window, root, 0, 0, 1, 1, 0, 0, 0, 0, { eventMask: 0 });
  const selection = await atom(client, '_NET_SYSTEM_TRAY_S0');
  const manager = await atom(client, 'MANAGER');
  client.SetSelectionOwner(window, selection, 0);
  const announcement = Buffer.alloc(32);
  announcement.writeUInt8(33, 0);
  announcement.writeUInt8(32, 1);
  for (const [index, value] of [root, manager, 0, selection, window].entries()) {
    announcement.writeUInt32LE(value, 4 + 4 * index);
  }
  client.SendEvent(root, false, 1 << 17, announcement);
  await atom(client, 'MANAGER');
  return {
    // As when its process ends: the server takes its window away.
    close: () => new Promise((resolve) => client.close(() => resolve())),
  };
}

function atom(client: Client, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    client.InternAtom(false, name, (error, value) => (error ? reject(error) : resolve(value)));
  });
}
