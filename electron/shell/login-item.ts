import { app } from 'electron';
import type { Follower } from '../vault/changes.ts';
import { isVaultError, vaultError } from '../vault/errors.ts';
import type { Reason } from '../vault/reasons.ts';
import type { SettingsStore } from '../vault/settings/settings.ts';
import { appImageOf } from './app-image.ts';

/** Starting at login, hidden: of the system's two or three ways the one it has. */
export interface LoginItem {
  isOn(): Promise<boolean>;
  /** @throws LOGIN_ITEM_REFUSED */
  set(on: boolean): Promise<void>;
}

export const hiddenSwitch = '--hidden';

/** Whether the system started it at login, where it does so without its window. */
export function startsHidden(platform: NodeJS.Platform): boolean {
  // macOS hands no arguments over.
  return process.argv.includes(hiddenSwitch) || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
}

/** What a login starts: the program, and its folder while it is not packaged. */
export function programAtLogin(env: NodeJS.ProcessEnv): { exec: string; args: string[] } {
  return {
    exec: appImageOf(process.execPath, env) ?? process.execPath,
    args: app.isPackaged ? [] : [app.getAppPath()],
  };
}

/** macOS and Windows. */
export function systemLoginItem(): LoginItem {
  const { exec, args } = programAtLogin({});
  const how = process.platform === 'win32' ? { path: exec, args: [...args, hiddenSwitch] } : {};
  const isOn = (): boolean => {
    const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(how);
    // Windows' own settings may have switched it off.
    return process.platform === 'win32' ? executableWillLaunchAtLogin : openAtLogin;
  };
  return {
    isOn: async () => isOn(),
    async set(on) {
      app.setLoginItemSettings({ ...how, openAtLogin: on });
      if (isOn() !== on) throw vaultError('LOGIN_ITEM_REFUSED', { reason: { code: 'SETTINGS_FORBID' } });
    },
  };
}

function reasonOf(error: unknown): Reason {
  if (isVaultError(error)) {
    const { reason } = error.details;
    return typeof reason === 'object' ? reason : { code: 'CHANGED_MEANWHILE' };
  }
  return { code: 'SYSTEM', errno: error instanceof Error && 'code' in error ? String(error.code) : '' };
}

/** Linux, where Electron has no way. */
export function autostartLoginItem(autostart: {
  isOn(): Promise<boolean>;
  set(on: boolean): Promise<'done' | 'not-ours'>;
}): LoginItem {
  return {
    isOn: () => autostart.isOn(),
    async set(on) {
      const how = await autostart.set(on).catch((error: unknown) => {
        throw vaultError('LOGIN_ITEM_REFUSED', { reason: reasonOf(error) });
      });
      if (on && how === 'not-ours') {
        throw vaultError('LOGIN_ITEM_REFUSED', { reason: { code: 'AUTOSTART_OF_OTHERS' } });
      }
    },
  };
}

/**
 * Keeps the system in step with the setting, and the setting with the system: what the person switched off there is off
 * here too, and what is not available is not said to be.
 */
export function followLoginItem(item: LoginItem, settings: SettingsStore, fail: (error: unknown) => void): Follower {
  let wanted = settings.get().startAtLogin;

  /** What is not so is not said to be; it is the system's state already, and nothing is to be done for it. */
  async function admit(isOn: boolean): Promise<void> {
    wanted = isOn;
    await settings.set({ startAtLogin: isOn });
  }

  async function begin(): Promise<void> {
    if (!wanted) return;
    // On again, for the program may lie elsewhere since.
    if (await item.isOn()) await item.set(true);
    else await admit(false);
  }

  async function change(on: boolean): Promise<void> {
    try {
      await item.set(on);
    } catch (error) {
      await admit(!on);
      fail(error);
    }
  }

  let last = begin().catch(fail);
  return {
    settings({ startAtLogin }) {
      if (startAtLogin === wanted) return;
      wanted = startAtLogin;
      last = last.then(() => change(startAtLogin)).catch(fail);
    },
  };
}
