import { app } from 'electron';
import { EventFailure } from '../vault/diagnostics.ts';
import { hiddenSwitch } from './login-item.ts';
import type { MainWindow } from './window.ts';

/** How long a quit waits for what must be done first: the clipboard's clear before all. */
const longestQuitMs = 5_000;

export interface QuitSteps {
  /** Waited for, up to the time-out of a quit. */
  before(): Promise<void>;
  /** Done in any case, at the very end. */
  last(): void;
  /** What failed, which holds nothing up. */
  failed(error: unknown): void;
  /** Whether a value lies on the clipboard: even the end of the session waits for its clear. */
  mustWait(): boolean;
}

export interface Lifecycle {
  /**
   * The person logs out or shuts down. True: the app quits as soon as a value is off the clipboard. Else the next quit is
   * held up by nothing, for that would call the log-out off; what is left over is reconciled at the next start.
   */
  sessionEnds(): boolean;
}

/** One Clavis per vault. False: another one runs, and was asked to show itself. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock();
}

/** Quitting waits for what must be done first, then goes on; a second instance and the dock bring the window back. */
export function followLifecycle(window: MainWindow, { before, last, failed, mustWait }: QuitSteps): Lifecycle {
  let done = false;
  let closing = false;
  let sessionEnds = false;

  function finish(): void {
    done = true;
    window.letClose();
    try {
      last();
    } catch (error) {
      failed(error);
    }
  }

  app.on('before-quit', (event) => {
    if (done) return;
    if (sessionEnds && !closing && !mustWait()) return finish();
    event.preventDefault();
    if (closing) return;
    closing = true;
    const timeout = Promise.withResolvers<void>();
    setTimeout(() => timeout.reject(new EventFailure('QUIT_TIMEOUT')), longestQuitMs);
    const leave = (): void => {
      finish();
      app.quit();
    };
    Promise.race([before(), timeout.promise]).catch(failed).then(leave, leave);
  });
  // Started again by the person, not again by the login.
  app.on('second-instance', (_event, argv) => {
    if (!argv.includes(hiddenSwitch)) window.show();
  });
  app.on('activate', () => window.show());
  // The tray keeps it alive: closing the window is no wish to quit.
  app.on('window-all-closed', () => {});

  return {
    sessionEnds() {
      sessionEnds = true;
      const waits = !done && mustWait();
      if (waits) app.quit();
      return waits;
    },
  };
}

/**
 * Ends the process without waiting for its threads: one may be held up in the system, behind a prompt to unlock that
 * nobody answers. Only after everything is on the disk.
 */
export function leaveAtOnce(): void {
  process.kill(process.pid, 'SIGKILL');
}
