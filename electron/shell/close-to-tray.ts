import { app } from 'electron';
import { formatAccelerator } from '../ipc/accelerator.ts';
import type { Follower } from '../vault/changes.ts';
import type { Diagnostics } from '../vault/diagnostics.ts';
import type { Store } from '../vault/store-port.ts';
import type { Vault } from '../vault/vault.ts';
import { createDriftMarks, type Quietly } from './drift-marks.ts';
import { notifyOfQuit } from './quit-notice.ts';
import type { Shortcut } from './shortcut.ts';
import { openTray, type TrayIcon } from './tray.ts';
import { createTrayActions } from './tray-actions.ts';
import { keepTrayInStep } from './tray-state.ts';
import { isWayland } from './wayland.ts';
import type { Windows } from './windows.ts';

/** A panel takes its time after login, and comes back when the desktop restarts it. */
const hostTimeoutMs = 10_000;

/** How the app is there while its window is not: nobody is left with a process that they can't see or reach. */
export interface CloseToTray {
  /** The icon goes into the tray, wherever there is one. After ready. */
  begin(): Follower;
  hasTray(): boolean;
  /** Compares the projects' files with the vault again, soon. */
  lookAgain(): void;
}

/** Where this desktop shows tray icons. */
export interface TrayHost {
  /** Calls back when a tray icon begins to be shown, and when no longer. */
  watch(onChange: (shown: boolean) => void): unknown;
  /** The same asked once, for who can't wait to be told. */
  isThere(): Promise<boolean>;
}

/** The vault, and how its keychain is. */
export interface WatchedVault {
  readonly vault: Vault;
  readonly keychain: { readonly quietly: Quietly };
  readonly keychainStatus: { current(): { readonly state: string } };
}

export interface CloseToTrayOptions {
  readonly platform: NodeJS.Platform;
  readonly store: Pick<Store, 'notifiedAt'>;
  readonly shortcut: Shortcut;
  readonly trayHost: TrayHost;
  /** Shows the error of a click in the tray's menu. */
  readonly fail: (error: unknown) => void;
  readonly diagnostics: Diagnostics;
}

/**
 * From now on a window that the person closes hides where the tray is there to bring it back and the person wants that; else
 * the app quits.
 */
export function createCloseToTray(
  { vault, keychain, keychainStatus }: WatchedVault,
  { main: window, questions }: Windows,
  { platform, store: { notifiedAt }, shortcut, trayHost, fail, diagnostics }: CloseToTrayOptions,
): CloseToTray {
  const name = app.getName();
  let tray: TrayIcon | null = null;
  let losing: NodeJS.Timeout | null = null;
  let refresh = (): void => {};
  const marks = createDriftMarks({
    vault,
    mayLook: () => keychainStatus.current().state === 'ready' && !vault.locking.isLocked(),
    quietly: keychain.quietly,
    onChange: () => refresh(),
    diagnostics,
  });
  const hasTray = (): boolean => tray?.isThere() === true;

  /** On Wayland nobody can tell whether a shortcut works; there it is no way back. */
  function hasShortcut(): boolean {
    return shortcut.registered() === true && !(platform === 'linux' && isWayland(process.env));
  }

  function isReachable(): boolean {
    // macOS has its dock.
    return platform === 'darwin' || hasTray() || hasShortcut() || window.isOpen();
  }

  function stayReachable(): void {
    if (isReachable() || losing !== null) return;
    losing = setTimeout(() => {
      losing = null;
      if (!isReachable()) window.show();
    }, hostTimeoutMs).unref();
  }

  async function hideOrQuit(): Promise<void> {
    // In its first moments the desktop may not have answered yet.
    if (hasTray() || (await trayHost.isThere())) {
      window.hide();
      return stayReachable();
    }
    const chord = hasShortcut() ? formatAccelerator(vault.settings.get().shortcut, platform === 'darwin') : null;
    await notifyOfQuit(notifiedAt, chord, diagnostics);
    app.quit();
  }

  /** Whether it could have stayed is not known: quitting is what the person asked for where it can't. */
  function quitAfter(error: unknown): void {
    diagnostics.report('tray', error);
    app.quit();
  }

  window.onClose(() => {
    // What main asks stands on it.
    if (questions.window.isOpen()) return;
    if (vault.settings.get().closeToTray) hideOrQuit().catch(quitAfter);
    else app.quit();
  });

  return {
    hasTray,
    lookAgain: marks.refresh,
    begin() {
      tray = openTray({
        name,
        platform,
        actions: createTrayActions(vault, window, { fail, diagnostics }),
        watchHost: trayHost.watch,
        onThere: stayReachable,
        diagnostics,
      });
      const inStep = keepTrayInStep(tray, vault, { drift: marks, diagnostics });
      refresh = inStep.refresh;
      stayReachable();
      return { ...inStep, settings: stayReachable };
    },
  };
}
