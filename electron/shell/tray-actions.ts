import { app } from 'electron';
import type { Vault } from '../vault/vault.ts';
import type { TrayActions } from './tray-menu.ts';
import type { MainWindow } from './window.ts';

/** What a click in the tray does. What fails is said in the window, which comes up for it. */
export function createTrayActions(vault: Vault, window: MainWindow, fail: (error: unknown) => void): TrayActions {
  function orSay(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      window.show();
      fail(error);
    });
  }
  return {
    copy: (keyId) => orSay(vault.copying.copy(keyId)),
    exportProject: (projectId) => orSay(vault.exportAll.project(projectId)),
    clearClipboard: () => orSay(vault.leases.end()),
    open: () => window.show(),
    quit: () => app.quit(),
  };
}
