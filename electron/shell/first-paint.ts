import { isWayland } from './wayland.ts';

/** What is asked of a window; Electron's `BrowserWindow` fits. */
export interface Drawn {
  once(event: 'ready-to-show', listener: () => void): unknown;
  isDestroyed(): boolean;
  readonly webContents: { once(event: 'did-finish-load' | 'did-fail-load', listener: () => void): unknown };
}

/** On Wayland no first frame will come; elsewhere one that comes later than this has failed. */
const timeoutMs = { wayland: 400, elsewhere: 5_000 };

/**
 * Runs `then` once, when the hidden window has drawn its page, so that it can be shown without a flash. Not by
 * `ready-to-show` alone: on Wayland a window that was never shown draws nothing, and would stay unseen permanently
 * (https://github.com/electron/electron/issues/48859). There it runs a moment after the page's load.
 */
export function onFirstPaint(window: Drawn, then: () => void, env = process.env): void {
  const timeout = isWayland(env) ? timeoutMs.wayland : timeoutMs.elsewhere;
  let done = false;
  const once = (): void => {
    if (done || window.isDestroyed()) return;
    done = true;
    then();
  };
  window.once('ready-to-show', once);
  window.webContents.once('did-finish-load', () => setTimeout(once, timeout));
  window.webContents.once('did-fail-load', once);
}
