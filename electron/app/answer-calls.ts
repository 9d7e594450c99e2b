import type { RepairView, WindowKind } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/dispatcher.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { logInternalErrors } from '../ipc/log-internal-error.ts';
import { openRouter } from '../ipc/router.ts';
import type { CloseToTray } from '../shell/close-to-tray.ts';
import { origins } from '../shell/origin.ts';
import { createPaletteActions } from '../shell/palette-actions.ts';
import type { Shortcut } from '../shell/shortcut.ts';
import type { Unlocking } from '../shell/unlocking.ts';
import type { Windows } from '../shell/windows.ts';
import type { PageMessages } from './connect-vault.ts';
import type { OpenVault } from './open-vault.ts';

/** What calls reach besides the vault and the windows. */
export interface CallParts {
  readonly page: PageMessages;
  readonly lock: (by: 'hand') => void;
  readonly unlock: Unlocking;
  readonly shortcut: Shortcut;
  readonly closeToTray: CloseToTray;
  /** What a repair of the database did at this start. */
  readonly repair: RepairView | null;
}

/** Answers the calls of our windows' pages, and of no others; while the vault is locked only those of the lock. */
export function answerCalls(opened: OpenVault, windows: Windows, parts: CallParts): Handlers {
  const { vault, keychain, keychainStatus, diagnostics } = opened;
  const { page, lock, unlock, shortcut, closeToTray, repair } = parts;
  const handlers = createHandlers({
    vault,
    dialogs: windows.questions.dialogs,
    question: windows.questions.window,
    palette: createPaletteActions(vault, windows, page),
    keychainState: keychainStatus.current,
    lock,
    unlock,
    abilities: () => ({ tray: closeToTray.hasTray(), shortcut: shortcut.registered() }),
    repair,
  });
  openRouter(handlers, {
    origins: { main: origins.vault, palette: origins.vault, question: origins.question },
    windowKindOf: (contentsId) => windowKindOf(windows, contentsId),
    isLocked: vault.locking.isLocked,
    // A page asks by itself, too: while nobody is at the window it opens no prompt of the keychain's.
    onBehalfOf: (kind, work) => (kind === 'main' && !windows.main.hasAttention() ? keychain.quietly(work) : work()),
    onInternalError: logInternalErrors(diagnostics),
  });
  return handlers;
}

function windowKindOf({ main, palette, questions }: Windows, contentsId: number): WindowKind | null {
  if (contentsId === main.contents()?.id) return 'main';
  if (questions.window.isPage(contentsId)) return 'question';
  return contentsId === palette.contents()?.id ? 'palette' : null;
}
