import { app } from 'electron';
import { autostart } from '../adapters/desktop/autostart.ts';
import type { TrayHost } from '../shell/close-to-tray.ts';
import { autostartLoginItem, type LoginItem, programAtLogin, systemLoginItem } from '../shell/login-item.ts';

/** What each system's desktop has for the app, and what Electron doesn't know of it. */
export interface Desktop {
  readonly trayHost: TrayHost;
  /** Calls back whenever the screen is locked, where Electron has no event for it; `followPower` knows the others. */
  watchScreenLock(onLock: () => void): void;
  /** Starting at login. After ready. */
  loginItem(): LoginItem;
}

/** `fail` tells the person that the desktop could not be asked. */
export function createDesktop(platform: NodeJS.Platform, fail: (error: unknown) => void): Desktop {
  return platform === 'linux' ? linuxDesktop(fail) : systemDesktop;
}

/** macOS and Windows: there is always a place for a tray icon, and Electron does the rest. */
const systemDesktop: Desktop = {
  trayHost: { watch: (onChange) => onChange(true), isThere: async () => true },
  watchScreenLock() {},
  loginItem: systemLoginItem,
};

function linuxDesktop(fail: (error: unknown) => void): Desktop {
  // What speaks D-Bus is loaded once it is needed: no window waits for it.
  const tray = () => import('../adapters/desktop/tray.ts');

  async function watchLock(onLock: () => void): Promise<void> {
    const { watchScreenLock } = await import('../adapters/desktop/lock.ts');
    watchScreenLock(onLock);
  }

  return {
    trayHost: {
      watch: (onChange) => tray().then(({ watchTrayHost }) => watchTrayHost(onChange), fail),
      isThere: () =>
        tray().then(
          ({ hasTrayHost }) => hasTrayHost(),
          () => false,
        ),
    },
    watchScreenLock: (onLock) => void watchLock(onLock).catch(fail),
    loginItem() {
      const [name, configHome] = [app.getName(), app.getPath('appData')];
      return autostartLoginItem(autostart({ name, configHome, ...programAtLogin(process.env) }));
    },
  };
}
