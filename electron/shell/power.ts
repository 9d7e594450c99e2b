import { BrowserWindow, powerMonitor } from 'electron';
import type { Diagnostics } from '../vault/diagnostics.ts';

export interface PowerParts {
  readonly platform: NodeJS.Platform;
  /** The main window's. */
  readonly contents: Electron.WebContents;
  readonly lock: (by: 'screen' | 'suspend') => void;
  /** Takes what is ours off the clipboard. */
  readonly clear: () => Promise<unknown>;
  /** Told that the session ends. True: there is something to wait for, and the app quits as soon as that is done. */
  readonly sessionEnds: () => boolean;
  readonly diagnostics: Diagnostics;
}

/**
 * Locks with the screen and for sleep, and clears before the session ends. Linux' screen, for which Electron has no event,
 * is somebody else's. `suspend` waits for nobody: what it starts has the moment until the computer sleeps, and goes on when
 * it wakes.
 */
export function followPower({ platform, contents, lock, clear, sessionEnds, diagnostics }: PowerParts): void {
  powerMonitor.on('suspend', () => lock('suspend'));

  if (platform === 'win32') {
    powerMonitor.on('lock-screen', () => lock('screen'));
    const clearAtOnce = (): void => {
      // The session ends all the same, and its clipboard with it.
      clear().catch((error: unknown) => diagnostics.report('clipboard', error));
    };
    const window = BrowserWindow.fromWebContents(contents);
    // The person's wish to end the session is not held up: there are seconds between the two.
    window?.on('query-session-end', clearAtOnce);
    window?.on('session-end', clearAtOnce);
    return;
  }
  if (platform === 'darwin') {
    powerMonitor.on('lock-screen', () => lock('screen'));
    // Another person's session comes to the front.
    powerMonitor.on('user-did-resign-active', () => lock('screen'));
  }

  // While somebody listens, Electron may hold up the end on Linux.
  powerMonitor.on('shutdown', (...[event]: unknown[]) => {
    if (sessionEnds()) prevent(event);
  });
}

/** Electron's types leave out the event that its documentation names. */
function prevent(event: unknown): void {
  if (event instanceof Object && 'preventDefault' in event && typeof event.preventDefault === 'function') {
    event.preventDefault();
  }
}
