import type Electron from 'electron';
import { windowList } from './window-list.ts';

type MacApp = Pick<Electron.App, 'hide' | 'show' | 'isHidden'>;

/** What `app` has on macOS only; elsewhere the names read as undefined. */
export function macApp(platform: NodeJS.Platform = process.platform): MacApp | Record<keyof MacApp, undefined> {
  if (platform !== 'darwin') return { hide: undefined, show: undefined, isHidden: undefined };
  // The windows that `hide` took away: `show` brings back those and no others.
  let hidden: ReturnType<typeof windowList.all> | null = null;
  return {
    hide() {
      if (hidden) return;
      hidden = windowList.all().filter((window) => window.isVisible());
      for (const window of hidden) window.hide();
    },
    show() {
      const back = hidden ?? [];
      hidden = null;
      for (const window of windowList.all()) if (back.includes(window)) window.showInactive();
    },
    isHidden: () => hidden !== null,
  };
}
