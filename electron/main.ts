import path from 'node:path';
import { app } from 'electron';
import { openClipboard } from './adapters/clipboard.ts';
import { systemClock } from './adapters/clock.ts';
import { envDocuments } from './adapters/env-documents.ts';
import { openEnvFileFinder } from './adapters/env-file-finder.ts';
import { openFiles } from './adapters/files.ts';
import { openFingerprints } from './adapters/fingerprints.ts';
import { openGit } from './adapters/git.ts';
import { openKeychain } from './adapters/keychain.ts';
import { newRandomId } from './adapters/random-id.ts';
import { openStore } from './adapters/store.ts';
import { valueLimitOf } from './adapters/value-limit.ts';
import { createBroadcast } from './ipc/broadcast.ts';
import { toCallError } from './ipc/call-error.ts';
import { createHandlers } from './ipc/handlers.ts';
import { createKeychainStatus } from './ipc/keychain-status.ts';
import { logInternalError } from './ipc/log-internal-error.ts';
import { rehearse } from './ipc/rehearse.ts';
import { openRouter } from './ipc/router.ts';
import { tellWindows } from './ipc/tell-windows.ts';
import { knownProviders } from './providers/registry.ts';
import { setApplicationMenu } from './shell/application-menu.ts';
import { createDialogs } from './shell/dialogs.ts';
import { giveUp } from './shell/failure.ts';
import { followLifecycle, isOnlyInstance, leaveAtOnce } from './shell/lifecycle.ts';
import { origin } from './shell/origin.ts';
import { readPages, registerScheme, servePages } from './shell/protocol.ts';
import { denyPermissions, refuseWhatPagesNeverNeed } from './shell/security.ts';
import { openTray } from './shell/tray.ts';
import { createTrayActions } from './shell/tray-actions.ts';
import { keepTrayInStep } from './shell/tray-state.ts';
import { keepUp } from './shell/upkeep.ts';
import { createMainWindow, whenSettled } from './shell/window.ts';
import { createChanges } from './vault/changes.ts';
import { createVault } from './vault/vault.ts';

const here = import.meta.dirname;
const { platform } = process;

/** Everything that needs no screen: done while Electron is still getting ready. */
function prepare() {
  const window = createMainWindow({
    preload: path.join(here, '../preload/preload.cjs'),
    title: app.getName(),
    platform,
  });
  const pages = readPages(path.join(here, '../renderer'));
  const broadcast = createBroadcast(() => window.contents());
  const store = openStore(path.join(app.getPath('userData'), 'vault.db'));
  const keychainStatus = createKeychainStatus(broadcast, () => void vault.settle());
  const keychain = openKeychain({
    service: app.getName(),
    workerUrl: new URL('./keychain-worker.js', import.meta.url),
    onState: keychainStatus.set,
  });
  const files = openFiles();
  const dialogs = createDialogs(window);
  const changes = createChanges();
  const vault = createVault({
    store,
    keychain,
    fingerprints: openFingerprints(keychain),
    clipboard: openClipboard(platform),
    consent: dialogs.consent,
    files,
    git: openGit(files),
    envFileFinder: openEnvFileFinder(),
    envDocuments,
    providers: knownProviders,
    clock: systemClock,
    changes,
    newId: newRandomId,
    valueLimit: valueLimitOf(platform),
  });
  const handlers = createHandlers({ vault, ...dialogs, keychainState: keychainStatus.current });
  openRouter(handlers, {
    origin,
    windowKindOf: (id) => (id === window.contents()?.id ? 'main' : null),
    onInternalError: logInternalError,
  });
  changes.follow(tellWindows(broadcast));
  followLifecycle(window, {
    before: async () => {
      await vault.close();
      await keychain.close();
    },
    last: () => {
      store.close();
      if (keychain.heldUp()) leaveAtOnce();
    },
  });
  return { window, pages, vault, handlers, changes, broadcast };
}

function open({ window, pages, vault, changes, broadcast }: ReturnType<typeof prepare>): void {
  denyPermissions();
  setApplicationMenu(platform);
  servePages(pages);
  const contents = window.open();
  const fail = (error: unknown): void => broadcast('app.failed', toCallError(error));
  // The window first: tray and repairs have a moment.
  whenSettled(contents, () => {
    const tray = openTray(app.getName(), createTrayActions(vault, window, fail));
    changes.follow(keepTrayInStep(tray, vault));
    keepUp(vault);
  });
}

async function start(): Promise<void> {
  const prepared = prepare();
  await Promise.all([app.whenReady(), prepared.pages, rehearse(prepared.handlers)]);
  open(prepared);
}

app.enableSandbox();
registerScheme();
refuseWhatPagesNeverNeed();
if (isOnlyInstance()) start().catch((error: unknown) => giveUp('Clavis can’t start', error));
else app.quit();
