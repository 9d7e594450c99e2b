import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Session } from './cdp.ts';
import type { Chromium } from './chromium.ts';
import type { XWindows } from './x-windows.ts';

/** One of Chromium's windows in the preview. */
export type PreviewWindow = {
  /** The address by which its page is known when Chromium has opened it. */
  url: string;
  setShown(shown: boolean, page: { id: string; session: Session }): Promise<void>;
};

/** Opens windows that a person sees. */
export type PreviewWindows = {
  open(options: { width: number; height: number; shown: boolean }): PreviewWindow;
};

/** Windows of a Chromium that shows them. `onX`: where they are on an X server. */
export function previewWindows({ executable, profile }: Chromium, onX: XWindows | null): PreviewWindows {
  return {
    /** Chromium opens a window without tabs only from its command line: a second start hands over to the first. */
    open({ width, height, shown }) {
      // It becomes a part of the window's class.
      const name = randomUUID();
      const url = `data:text/html,${name}`;
      onX?.setShown(name, shown);
      const args = [`--app=${url}`, `--user-data-dir=${profile}`, `--window-size=${width},${height}`];
      const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      spawn(executable, [...args, ...noSandbox], { stdio: 'ignore' });
      return { url, setShown: onX === null ? minimise : (isShown) => hideOnX(onX, name, isShown) };
    },
  };
}

async function hideOnX(windows: XWindows, name: string, shown: boolean): Promise<void> {
  windows.setShown(name, shown);
}

async function minimise(shown: boolean, { id, session }: { id: string; session: Session }): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget', { targetId: id });
  const windowState = shown ? 'normal' : 'minimized';
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
}
