import type { Follower } from '../vault/changes.ts';
import type { SettingsStore } from '../vault/settings/settings.ts';
import type { IdleLock } from './idle.ts';
import type { Shortcut } from './shortcut.ts';
import { setTheme } from './theme.ts';

/** Puts the settings of shortcut and idle lock to work now, and these and the theme's whenever the person changes them. */
export function followSettings(settings: SettingsStore, shortcut: Shortcut, idle: IdleLock): Follower {
  shortcut.use(settings.get().shortcut);
  idle.follow(settings.get().idleLockMinutes);
  return {
    settings(now, before) {
      setTheme(now);
      // One that another program has would be tried, and said, with every other setting.
      if (now.shortcut !== before.shortcut) shortcut.use(now.shortcut);
      idle.follow(now.idleLockMinutes);
    },
  };
}
