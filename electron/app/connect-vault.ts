import { createBroadcast, type Listener } from '../ipc/broadcast.ts';
import { toCallError } from '../ipc/call-error.ts';
import { forwardChangesToPalette } from '../ipc/forward-changes-to-palette.ts';
import { forwardChangesToWindows } from '../ipc/forward-changes-to-windows.ts';
import type { Palette } from '../shell/palette.ts';
import type { MainWindow } from '../shell/window.ts';
import type { DiagnosticArea } from '../vault/diagnostics.ts';
import type { IdentityCheck } from '../vault/unlock-rule.ts';
import type { OpenVault } from './open-vault.ts';

/** What main says to the page of the main window. */
export interface PageMessages {
  /** Shows this error. */
  fail(error: unknown): void;
  /** Shows it, and has it noted: the page may not be there yet, or be locked. */
  failIn(area: DiagnosticArea): (error: unknown) => void;
  /** Shows this key. */
  select(keyId: string): void;
}

/** A window's page, once there is one. */
interface WithPage {
  contents(): Listener | null;
}

/** What of the vault is connected. */
export interface ConnectedVault extends Omit<OpenVault, 'keychain' | 'passphraseVault' | 'git'> {
  readonly keychain: Pick<OpenVault['keychain'], 'quietly'>;
}

/** What of the windows is connected. */
export interface ConnectedWindows {
  readonly main: WithPage & Pick<MainWindow, 'onAttention' | 'onPress'>;
  readonly palette: WithPage & Pick<Palette, 'onBegin'>;
}

/**
 * Connects both directions: the pages hear of what changes in the vault and its keychain, the vault of what the person does
 * at the windows. `checks`: what unlocking asks who is there by.
 */
export function connectVault(
  { vault, changes, keychain, keychainStatus, diagnostics }: ConnectedVault,
  { main, palette }: ConnectedWindows,
  checks: () => IdentityCheck | null,
): PageMessages {
  const { isLocked } = vault.locking;
  const toMain = createBroadcast(main.contents, isLocked);
  const toPalette = createBroadcast(palette.contents, isLocked);

  changes.follow(
    forwardChangesToWindows(toMain, checks, {
      findKey: vault.keys.find,
      findProject: vault.projects.find,
      viewMove: vault.moving.view,
    }),
  );
  changes.follow(forwardChangesToPalette(toPalette, checks, vault.palette.find));
  keychainStatus.onChange((view) => {
    toMain('keychain.changed', view);
    // What had to wait for it.
    if (view.state !== 'ready') return;
    keychain.quietly(vault.reconcile).catch((error: unknown) => diagnostics.report('keychain', error));
  });
  main.onAttention(() => toMain('app.attention', {}));
  main.onPress(vault.locking.notePress);
  palette.onBegin(() => toPalette('palette.shown', {}));

  const fail = (error: unknown): void => toMain('app.failed', toCallError(error));
  return {
    fail,
    failIn: (area) => (error) => {
      diagnostics.report(area, error);
      fail(error);
    },
    select: (keyId) => toMain('keys.selected', { id: keyId }),
  };
}
