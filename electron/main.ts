import { app } from 'electron';
import { startAfterFirstPaint } from './app/after-first-paint.ts';
import { answerCalls } from './app/answer-calls.ts';
import { builtFiles } from './app/built-files.ts';
import { connectVault } from './app/connect-vault.ts';
import { createDesktop } from './app/desktop.ts';
import { openAppDiagnostics } from './app/open-diagnostics.ts';
import { openStoreAtStart } from './app/open-store.ts';
import { openVault } from './app/open-vault.ts';
import { quitInOrder } from './app/quit.ts';
import { warmUp } from './ipc/warm-up.ts';
import { setApplicationMenu } from './shell/application-menu.ts';
import { createCloseToTray } from './shell/close-to-tray.ts';
import { showFatalError } from './shell/fatal-error.ts';
import { isOnlyInstance } from './shell/lifecycle.ts';
import { lockWithNotice } from './shell/locking.ts';
import { startsHidden } from './shell/login-item.ts';
import { cutPagesOff } from './shell/network.ts';
import { createPalette } from './shell/palette.ts';
import { followPower } from './shell/power.ts';
import { setUpProcess } from './shell/process.ts';
import { noteProcessFailures } from './shell/process-failures.ts';
import { readPages, servePages } from './shell/protocol.ts';
import { createQuestions } from './shell/questions.ts';
import { denyPermissions } from './shell/security.ts';
import { createShortcut } from './shell/shortcut.ts';
import { setTheme } from './shell/theme.ts';
import { createUnlocking } from './shell/unlocking.ts';
import { createMainWindow } from './shell/window.ts';

const { platform } = process;
const diagnostics = openAppDiagnostics(platform);
const onProcessFailure = noteProcessFailures(diagnostics);

/** Starts Clavis, in this order: the database, everything around the vault, the window, and what can wait until it is seen. */
async function start(): Promise<void> {
  const atStart = await openStoreAtStart(app.getPath('userData'));
  if (atStart === null) return app.quit();
  const { store, repair, openToOthers } = atStart;

  // What needs no screen, while Electron gets ready: the windows are not open yet.
  const pages = readPages(builtFiles.vaultPages);
  const look = { title: app.getName(), platform, diagnostics };
  const main = createMainWindow({ ...look, preload: builtFiles.vaultPreload });
  const questions = createQuestions({ ...look, preload: builtFiles.questionPreload, window: main });
  const person = { consent: questions.dialogs.consent, attention: main.hasAttention };
  const opened = openVault({ platform, store, diagnostics }, person);
  const { vault } = opened;
  const { isLocked } = vault.locking;
  const palette = createPalette({ ...look, preload: builtFiles.vaultPreload, isLocked, onLocked: main.show });
  const windows = { main, palette, questions };

  const lock = lockWithNotice(vault.locking, windows, diagnostics);
  const unlock = createUnlocking(windows, opened.passphraseVault);
  const page = connectVault(opened, windows, unlock.checks);
  const { fail, failIn } = page;
  onProcessFailure(fail);
  const desktop = createDesktop(platform, { failIn, diagnostics });
  const shortcut = createShortcut(platform, palette, failIn('shortcut'));
  const reachable = { platform, store, shortcut, trayHost: desktop.trayHost, fail, diagnostics };
  const closeToTray = createCloseToTray(opened, windows, reachable);
  const handlers = answerCalls(opened, windows, { page, lock, unlock, shortcut, closeToTray, repair });
  const { sessionEnds } = quitInOrder(opened, store, windows);

  // A window opens only when its pages can't reach the network any more.
  await Promise.all([app.whenReady().then(cutPagesOff), pages, warmUp(handlers)]);
  denyPermissions();
  setApplicationMenu(platform);
  servePages('vault', () => pages);
  setTheme(vault.settings.get());
  const contents = main.open({ hidden: startsHidden(platform) });
  followPower({ platform, contents, lock, clear: vault.leases.end, sessionEnds, diagnostics });

  const parts = { page, lock, shortcut, closeToTray, desktop, openToOthers };
  startAfterFirstPaint(opened, store, windows, parts);
}

setUpProcess(platform, diagnostics);
if (isOnlyInstance()) {
  start().catch((error: unknown) => {
    diagnostics.report('start', error);
    return showFatalError(error);
  });
} else app.quit();
