import { nativeTheme } from 'electron';
import type { Settings } from '../vault/settings/setting-table.ts';

/** Pages, menus and dialogs take it at once; `system` follows the desktop. */
export function setTheme({ theme }: Pick<Settings, 'theme'>): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
}
