import { app } from 'electron';
import { autostart } from '../adapters/desktop/autostart.ts';
import type { TrayHost } from '../shell/close-to-tray.ts';
import { autostartLoginItem, type LoginItem, programAtLogin, systemLoginItem } from '../shell/login-item.ts';
import type { DiagnosticArea, Diagnostics } from '../vault/diagnostics.ts';

/** What each system's desktop has for the app, and what Electron doesn't know of it. */
export interface Desktop {
  readonly trayHost: TrayHost;
  /** Calls back whenever the screen is locked, where Electron has no event for it; `followPower` knows the others. */
  watchScreenLock(onLock: () => void): void;
  /** Starting at login. After ready. */
  loginItem(): LoginItem;
}

/** Where it is told, or noted, that the desktop could not be asked. */
export interface DesktopFailures {
  readonly failIn: (area: DiagnosticArea) => (error: unknown) => void;
  readonly diagnostics: Diagnostics;
}

export function createDesktop(platform: NodeJS.Platform, failures: DesktopFailures): Desktop {
  return platform === 'linux' ? linuxDesktop(failures) : systemDesktop;
}

/** macOS and Windows: there is always a place for a tray icon, and Electron does the rest. */
const systemDesktop: Desktop = {
  trayHost: { watch: (onChange) => onChange(true), isThere: async () => true },
  watchScreenLock() {},
  loginItem: systemLoginItem,
};

function linuxDesktop({ failIn, diagnostics: { report } }: DesktopFailures): Desktop {
  // What speaks D-Bus is loaded once it is needed: no window waits for it.
  const tray = () => import('../adapters/desktop/tray.ts');

  async function watchTray(onChange: (shown: boolean) => void): Promise<void> {
    const { watchTrayHost } = await tray();
    watchTrayHost({ onChange, onFailure: (error) => report('tray', error) });
  }

  async function isTrayThere(): Promise<boolean> {
    try {
      return await (await tray()).hasTrayHost();
    } catch (error) {
      report('tray', error);
      return false;
    }
  }

  async function watchLock(onLock: () => void): Promise<void> {
    const { watchScreenLock } = await import('../adapters/desktop/lock.ts');
    watchScreenLock({ onLock, onFailure: (error) => report('screen-lock', error) });
  }

  return {
    trayHost: { watch: (onChange) => void watchTray(onChange).catch(failIn('tray')), isThere: isTrayThere },
    watchScreenLock: (onLock) => void watchLock(onLock).catch(failIn('screen-lock')),
    loginItem() {
      const [name, configHome] = [app.getName(), app.getPath('appData')];
      return autostartLoginItem(autostart({ name, configHome, ...programAtLogin(process.env) }));
    },
  };
}
