import type Electron from 'electron';
import { standInRecord } from './hooks-for-tests.ts';
import { standIn } from './refuse.ts';

/** Starting at login, as `app` offers it. */
export type LoginItems = { set(settings: Electron.Settings): void; get(): Electron.LoginItemSettings };

/**
 * A model on macOS and Windows: nothing is entered anywhere. On Linux Electron has both functions, but the one does
 * nothing and the other says false, with the fewer fields of its `login_item_settings_converter.cc`.
 */
export function loginItems(platform: NodeJS.Platform = process.platform): LoginItems {
  return {
    set(settings) {
      if (platform !== 'linux') standInRecord.loginItem = { openAtLogin: false, ...settings };
    },
    get() {
      const item = standInRecord.loginItem;
      const openAtLogin = item?.openAtLogin === true;
      const everywhere = { executableWillLaunchAtLogin: false, openAtLogin, wasOpenedAtLogin: false };
      if (platform === 'darwin') return standIn({ ...everywhere, status: openAtLogin ? 'enabled' : 'not-registered' });
      if (platform !== 'win32') return standIn(everywhere);
      const enabled = openAtLogin && item?.enabled !== false;
      const launchItem = {
        name: item?.name ?? '',
        path: item?.path ?? process.execPath,
        args: item?.args ?? [],
        scope: 'user',
        enabled,
      };
      return standIn({
        ...everywhere,
        executableWillLaunchAtLogin: enabled,
        launchItems: openAtLogin ? [launchItem] : [],
      });
    },
  };
}
