import { connectDisplay, type XConnection } from './clipboard/x11-connection.ts';

const structureNotify = 1 << 17;
const substructureNotify = 1 << 19;
const stringLimit = 256;

/**
 * Windows of the preview on an X server, hidden as Electron hides its own: not mapped. Minimising would need a window
 * manager, which not every display has, and Chromium draws nothing for a window that it minimised itself.
 */
export type XWindows = {
  /**
   * Shows a window or hides it, from its first mapping on.
   * @param name the part of its class that is its own: known before Chromium makes the window
   */
  setShown(name: string, shown: boolean): void;
};

/** Follows the windows of the X server that `DISPLAY` names, or null where there is none: each window is managed there. */
export async function followXWindows(): Promise<XWindows | null> {
  const { DISPLAY = '' } = process.env;
  if (process.platform !== 'linux' || DISPLAY === '') return null;
  const x = await connectDisplay(DISPLAY).catch(() => null);
  return x && follow(x);
}

async function follow(x: XConnection): Promise<XWindows> {
  const { client, root } = x;
  const wmClass = await x.atom('WM_CLASS');
  const shown = new Map<string, boolean>();
  const windows = new Map<string, number>();

  function put(name: string, window: number): void {
    if (shown.get(name) === false) client.UnmapWindow(window);
    else client.MapWindow(window);
  }

  async function mapped(window: number): Promise<void> {
    const text = await classOf(x, window, wmClass);
    for (const name of shown.keys()) {
      if (!text.includes(name)) continue;
      windows.set(name, window);
      if (shown.get(name) === false) put(name, window);
    }
  }

  x.on((event) => {
    // A window manager puts it into a frame, where it is no longer the root's: it is followed by itself.
    if (event.name === 'CreateNotify') client.ChangeWindowAttributes(event.wid, { eventMask: structureNotify });
    else if (event.name === 'MapNotify') void mapped(event.wid);
  });
  client.ChangeWindowAttributes(root, { eventMask: substructureNotify });

  return {
    setShown(name, isShown) {
      shown.set(name, isShown);
      const window = windows.get(name);
      if (window !== undefined) put(name, window);
    },
  };
}

/** Name and class of a window, or '' where it has none, or is gone. */
function classOf({ client }: XConnection, window: number, wmClass: number): Promise<string> {
  return new Promise((resolve) => {
    client.GetProperty(0, window, wmClass, 0, 0, stringLimit, (error, got) =>
      resolve(error ? '' : got.data.toString('latin1')),
    );
  });
}
