import path from 'node:path';
import { app } from 'electron';
import { openClipboard } from './adapters/clipboard.ts';
import { autostart } from './adapters/desktop/autostart.ts';
import { closeToOthers } from './adapters/files/private-folder.ts';
import { openKeychain } from './adapters/keychain/keychain.ts';
import { openPorts } from './adapters/open-ports.ts';
import { openStoreOrRepair } from './adapters/store/open-or-repair.ts';
import type { OpenStore } from './adapters/store/store.ts';
import { createBroadcast } from './ipc/broadcast.ts';
import { toCallError } from './ipc/call-error.ts';
import type { RepairView } from './ipc/contract.ts';
import { forwardChangesToPalette } from './ipc/forward-changes-to-palette.ts';
import { forwardChangesToWindows } from './ipc/forward-changes-to-windows.ts';
import { createHandlers } from './ipc/handlers.ts';
import { createKeychainStatus } from './ipc/keychain-status.ts';
import { logInternalError } from './ipc/log-internal-error.ts';
import { openRouter } from './ipc/router.ts';
import { warmUp } from './ipc/warm-up.ts';
import { knownProviders } from './providers/registry.ts';
import { setApplicationMenu } from './shell/application-menu.ts';
import { createCloseToTray } from './shell/close-to-tray.ts';
import { limitCoreDumps } from './shell/core-dumps.ts';
import { askRepair } from './shell/database-repair.ts';
import { createDialogs } from './shell/dialogs.ts';
import { showFatalError } from './shell/fatal-error.ts';
import { createIdleLock } from './shell/idle.ts';
import { followLifecycle, isOnlyInstance, leaveAtOnce } from './shell/lifecycle.ts';
import { lockWithNotice } from './shell/locking.ts';
import {
  autostartLoginItem,
  followLoginItem,
  type LoginItem,
  programAtLogin,
  startsHidden,
  systemLoginItem,
} from './shell/login-item.ts';
import { startMaintenance } from './shell/maintenance.ts';
import { appendNetworkSwitches, cutPagesOff } from './shell/network.ts';
import { createOneAtATime } from './shell/one-at-a-time.ts';
import { origins } from './shell/origin.ts';
import { createPalette } from './shell/palette.ts';
import { createPaletteActions } from './shell/palette-actions.ts';
import { followPower } from './shell/power.ts';
import { readPages, registerScheme, servePages } from './shell/protocol.ts';
import { questionFrames } from './shell/question-frame.ts';
import { createQuestionWindow } from './shell/question-window.ts';
import { createReminding } from './shell/reminding.ts';
import { denyPermissions, refuseWhatPagesNeverNeed } from './shell/security.ts';
import { pageSession } from './shell/sessions.ts';
import { createShortcut } from './shell/shortcut.ts';
import { setTheme } from './shell/theme.ts';
import { createTouchId } from './shell/touch-id.ts';
import { createTrayActions } from './shell/tray-actions.ts';
import { createMainWindow } from './shell/window.ts';
import { createChanges } from './vault/changes.ts';
import { type VaultError, vaultError } from './vault/errors.ts';
import { createReminders } from './vault/reminders.ts';
import { createUnlockRule } from './vault/unlock-rule.ts';
import { createVault } from './vault/vault.ts';

const here = import.meta.dirname;
const { platform } = process;

/** Everything that needs no screen: done while Electron is still getting ready. */
function prepare(store: OpenStore, repair: RepairView | null) {
  const look = { preload: path.join(here, '../preload/preload.cjs'), title: app.getName(), platform };
  const window = createMainWindow({
    ...look,
    onClose: () => {
      // What main asks stands on it.
      if (!question.isOpen()) closeToTray.close();
    },
    onAttention: () => broadcast('app.attention', {}),
    onPress: () => vault.locking.notePress(),
  });
  const pages = readPages(path.join(here, '../renderer'));
  const isLocked = (): boolean => vault.locking.isLocked();
  const broadcast = createBroadcast(() => window.contents(), isLocked);
  const fail = (error: unknown): void => broadcast('app.failed', toCallError(error));
  const palette = createPalette({
    ...look,
    isLocked,
    onLocked: () => window.show(),
    onBegin: () => toPalette('palette.shown', {}),
  });
  const toPalette = createBroadcast(() => palette.contents(), isLocked);
  const shortcut = createShortcut({
    platform,
    onPress: palette.toggle,
    onRegistered: palette.warmUp,
    onTaken: (said) => fail(vaultError('SHORTCUT_TAKEN', { shortcut: said })),
  });
  const keychainStatus = createKeychainStatus(broadcast, () => void vault.reconcile());
  const only = createOneAtATime();
  const question = createQuestionWindow({
    only,
    openFrame: questionFrames({ ...look, preload: path.join(here, '../question-preload/preload.cjs'), window }),
  });
  const dialogs = createDialogs(window, only, question);
  const changes = createChanges();
  const worker = (name: string): URL => new URL(`./${name}.js`, import.meta.url);
  const keychain = openKeychain({
    service: app.getName(),
    workerUrl: worker('keychain-worker'),
    onState: keychainStatus.set,
  });
  const ports = openPorts({
    platform,
    worker,
    store,
    keychain,
    clipboard: openClipboard(platform),
    providers: knownProviders,
    consent: dialogs.consent,
    attention: window.hasAttention,
    changes,
    onIdentityProblem: keychainStatus.identityProblem,
  });
  const vault = createVault(ports);
  const lock = lockWithNotice(vault.locking, window, () => {
    only.callOff();
    palette.hide();
  });
  const touchId = createTouchId();
  const askWho = createUnlockRule({ attention: window.hasAttention, identity: touchId, consent: dialogs.consent });
  const closeToTray = createCloseToTray({
    name: app.getName(),
    platform,
    env: process.env,
    vault,
    notifiedAt: store.notifiedAt,
    window,
    shortcut,
    actions: createTrayActions(vault, window, fail),
    ...(platform === 'linux'
      ? {
          watchHost: (onChange) => desktopTray().then((tray) => tray.watchTrayHost(onChange), fail),
          hasHost: () =>
            desktopTray().then(
              (tray) => tray.hasTrayHost(),
              () => false,
            ),
        }
      : { watchHost: (onChange) => onChange(true), hasHost: async () => true }),
    keychainIsReady: () => keychainStatus.current().state === 'ready',
  });
  const remind = createReminding(createReminders(ports, vault.settings), window, isLocked);
  const select = (keyId: string): void => broadcast('keys.selected', { id: keyId });
  const handlers = createHandlers({
    vault,
    ...dialogs,
    palette: createPaletteActions({ vault, palette, window, select, fail }),
    question,
    keychainState: keychainStatus.current,
    lock,
    unlock: { checks: touchId.checks, ask: askWho },
    abilities: () => ({ startAtLogin: true, tray: closeToTray.hasTray(), shortcut: shortcut.registered() }),
    repair,
  });
  openRouter(handlers, {
    origins: { main: origins.vault, palette: origins.vault, question: origins.question },
    windowKindOf: (id) => {
      if (id === window.contents()?.id) return 'main';
      if (question.isPage(id)) return 'question';
      return id === palette.contents()?.id ? 'palette' : null;
    },
    isLocked,
    onInternalError: logInternalError,
  });
  changes.follow(forwardChangesToWindows(broadcast, touchId.checks, vault.keys.find));
  changes.follow(forwardChangesToPalette(toPalette, touchId.checks));
  const { sessionEnds } = followLifecycle(window, {
    mustWait: () => vault.leases.current() !== null,
    before: async () => {
      only.end();
      await vault.close();
      await keychain.close();
    },
    last: () => {
      palette.letClose();
      store.close();
      if (keychain.hasBlockedCall()) leaveAtOnce();
    },
  });
  return {
    window,
    pages,
    store,
    vault,
    handlers,
    changes,
    shortcut,
    closeToTray: closeToTray,
    remind,
    lock,
    sessionEnds,
    fail,
  };
}

function open(prepared: ReturnType<typeof prepare>, openToOthers: VaultError | null): void {
  const { window, pages, store, vault, changes, shortcut, closeToTray, remind, lock, sessionEnds, fail } = prepared;
  const sessions = { vault: pageSession('vault'), question: pageSession('question') };
  denyPermissions(sessions.vault);
  denyPermissions(sessions.question);
  setApplicationMenu(platform);
  servePages(sessions.vault, origins.vault, pages);
  setTheme(vault.settings.get());
  // The window first: tray and repairs have a moment.
  const then = (): void => {
    if (openToOthers !== null) fail(openToOthers);
    servePages(sessions.question, origins.question, readPages(path.join(here, '../question')));
    changes.follow(closeToTray.begin());
    startMaintenance(vault, () => {
      closeToTray.lookAgain();
      remind();
      store.copyDaily(Date.now()).catch(fail);
    });
    changes.follow(followLoginItem(loginItem(), vault.settings, fail));
    shortcut.use(vault.settings.get().shortcut);
    const idle = createIdleLock(lock);
    idle.follow(vault.settings.get().idleLockMinutes);
    changes.follow({
      settings: (settings, before) => {
        setTheme(settings);
        // One that another program has would be tried, and said, with every other setting.
        if (settings.shortcut !== before.shortcut) shortcut.use(settings.shortcut);
        idle.follow(settings.idleLockMinutes);
      },
    });
    if (platform === 'linux') watchScreen(() => lock('screen')).catch(fail);
  };
  const contents = window.open({ hidden: startsHidden(platform), then });
  followPower({ platform, contents, lock, clear: () => vault.leases.end(), sessionEnds });
}

// What speaks D-Bus is loaded once it is needed: no window waits for it.
const desktopTray = () => import('./adapters/desktop/tray.ts');

/** Electron has no event for it on Linux. */
async function watchScreen(onLock: () => void): Promise<void> {
  const { watchScreenLock } = await import('./adapters/desktop/lock.ts');
  watchScreenLock({ onLock, onUnlock: () => {} });
}

function loginItem(): LoginItem {
  if (platform !== 'linux') return systemLoginItem();
  const [name, configHome] = [app.getName(), app.getPath('appData')];
  return autostartLoginItem(autostart({ name, configHome, ...programAtLogin(process.env) }));
}

async function start(): Promise<void> {
  const openToOthers = await closeToOthers(app.getPath('userData'));
  const opened = await openStoreOrRepair(path.join(app.getPath('userData'), 'vault.db'), askRepair);
  if (opened === null) return app.quit();
  const prepared = prepare(opened.store, opened.repaired);
  await Promise.all([app.whenReady().then(cutPagesOff), prepared.pages, warmUp(prepared.handlers)]);
  open(prepared, openToOthers);
}

limitCoreDumps(platform);
app.enableSandbox();
// Notifications and the login entry go by it; the packages' own id.
if (platform === 'win32') app.setAppUserModelId('app.clavis.Clavis');
registerScheme();
appendNetworkSwitches();
refuseWhatPagesNeverNeed();
if (isOnlyInstance()) start().catch((error: unknown) => showFatalError('Clavis can’t start', error));
else app.quit();
