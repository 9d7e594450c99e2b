import type { OpenStore } from '../adapters/store/store.ts';
import type { CloseToTray } from '../shell/close-to-tray.ts';
import { createIdleLock } from '../shell/idle.ts';
import { followLoginItem } from '../shell/login-item.ts';
import { readPagesUntilRead, servePages } from '../shell/protocol.ts';
import { followSettings } from '../shell/settings.ts';
import type { Shortcut } from '../shell/shortcut.ts';
import type { Windows } from '../shell/windows.ts';
import type { VaultError } from '../vault/errors.ts';
import type { LockedBy } from '../vault/records.ts';
import { builtFiles } from './built-files.ts';
import type { PageMessages } from './connect-vault.ts';
import type { Desktop } from './desktop.ts';
import { maintainVault } from './maintenance.ts';
import type { OpenVault } from './open-vault.ts';
import { warmUpGit } from './warm-up-git.ts';

/** What is started besides the vault and the windows. */
export interface LaterParts {
  readonly page: PageMessages;
  readonly lock: (by: LockedBy) => void;
  readonly shortcut: Shortcut;
  readonly closeToTray: CloseToTray;
  readonly desktop: Desktop;
  /** That other users can get at the database's folder. */
  readonly openToOthers: VaultError | null;
}

/** Everything that can wait until the window is seen, piece by piece: what one of them fails at keeps no other back. */
export function startAfterFirstPaint(opened: OpenVault, store: OpenStore, windows: Windows, parts: LaterParts): void {
  const { vault, changes, diagnostics } = opened;
  const { page, lock, shortcut, closeToTray, desktop, openToOthers } = parts;
  const { fail, failIn } = page;
  const later = windows.main.onFirstPaint;

  later(() => {
    if (openToOthers !== null) failIn('start')(openToOthers);
  });
  later(() => servePages('question', readPagesUntilRead(builtFiles.questionPages)));
  later(() => warmUpGit(opened));
  later(() => changes.follow(closeToTray.begin()));
  later(() => maintainVault(opened, store, { window: windows.main, lookAgain: closeToTray.lookAgain, fail }));
  later(() => changes.follow(followLoginItem(desktop.loginItem(), vault.settings, failIn('login-item'))));
  later(() => changes.follow(followSettings(vault.settings, shortcut, createIdleLock(lock, diagnostics))));
  later(() => desktop.watchScreenLock(() => lock('screen')));
}
