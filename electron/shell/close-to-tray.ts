import { app, dialog } from 'electron';
import { formatAccelerator } from '../ipc/accelerator.ts';
import type { Follower } from '../vault/changes.ts';
import type { Store } from '../vault/store-port.ts';
import type { Vault } from '../vault/vault.ts';
import { createDriftMarks } from './drift-marks.ts';
import { type Notice, notify } from './notices.ts';
import type { Shortcut } from './shortcut.ts';
import { openTray, type TrayIcon } from './tray.ts';
import type { TrayActions } from './tray-menu.ts';
import { keepTrayInStep } from './tray-state.ts';
import { isWayland } from './wayland.ts';
import type { MainWindow } from './window.ts';

/** A panel takes its time after login, and comes back when the desktop restarts it. */
const hostTimeoutMs = 10_000;
const notifiedAt = 'no-tray';

/** How the app is there while its window is not: nobody is left with a process that they can't see or reach. */
export interface CloseToTray {
  /** The icon goes into the tray, wherever there is one. After ready. */
  begin(): Follower;
  hasTray(): boolean;
  /** Compares the projects' files with the vault again, soon. */
  lookAgain(): void;
  /** The window is closed: it hides where the tray is there to bring it back and the person wants that; else the app quits. */
  close(): void;
}

export interface CloseToTrayOptions {
  readonly name: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly vault: Vault;
  readonly notifiedAt: Store['notifiedAt'];
  readonly window: MainWindow;
  readonly shortcut: Shortcut;
  readonly actions: TrayActions;
  /** Says when a tray icon begins to be shown on this desktop, and when no longer. */
  readonly watchHost: (onChange: (shown: boolean) => void) => unknown;
  /** The same asked once, for who can't wait to be told. */
  readonly hasHost: () => Promise<boolean>;
  readonly keychainIsReady: () => boolean;
}

export function createCloseToTray(options: CloseToTrayOptions): CloseToTray {
  const { name, platform, env, vault, window, shortcut } = options;
  let tray: TrayIcon | null = null;
  let losing: NodeJS.Timeout | null = null;
  const marks = createDriftMarks({
    vault,
    mayLook: () => options.keychainIsReady() && !vault.locking.isLocked(),
    onChange: () => refresh(),
  });
  let refresh = (): void => {};
  const hasTray = (): boolean => tray?.isThere() === true;

  /** On Wayland nobody can tell whether a shortcut works; there it is no way back. */
  function hasShortcut(): boolean {
    return shortcut.registered() === true && !(platform === 'linux' && isWayland(env));
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

  /** Said once; closed again, the person knows. */
  async function notifyThatItQuits(): Promise<void> {
    if (options.notifiedAt.at(notifiedAt) !== null) return;
    options.notifiedAt.set(notifiedAt, Date.now());
    const notice = noticeOfQuit(
      name,
      hasShortcut() ? formatAccelerator(vault.settings.get().shortcut, platform === 'darwin') : null,
    );
    if (!notify(notice)) await dialog.showMessageBox({ message: notice.title, detail: notice.body, buttons: ['OK'] });
  }

  async function hideOrQuit(): Promise<void> {
    // In its first moments the desktop may not have answered yet.
    if (hasTray() || (await options.hasHost())) {
      window.hide();
      return stayReachable();
    }
    await notifyThatItQuits();
    app.quit();
  }

  return {
    hasTray,
    lookAgain: marks.refresh,
    close() {
      if (vault.settings.get().closeToTray) hideOrQuit().catch(() => app.quit());
      else app.quit();
    },
    begin() {
      tray = openTray({ ...options, onThere: stayReachable });
      const inStep = keepTrayInStep(tray, vault, marks);
      refresh = inStep.refresh;
      stayReachable();
      return { ...inStep, settings: stayReachable };
    },
  };
}

function noticeOfQuit(name: string, chord: string | null): Notice {
  const instead = chord === null ? 'Minimise it to keep Clavis running.' : `Minimise it to keep ${chord} at hand.`;
  return {
    title: `${name} has quit`,
    body: `This desktop has no tray to stay in, so closing the window quits. Start it again to open it. ${instead}`,
  };
}
