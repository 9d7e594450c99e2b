import { app } from 'electron';
import { language } from '../messages/languages.ts';
import { messageOf } from '../messages/message-of.ts';
import type { Diagnostics } from '../vault/diagnostics.ts';
import { isVaultError } from '../vault/errors.ts';
import type { Vault } from '../vault/vault.ts';
import { notify } from './notices.ts';
import type { TrayActions } from './tray-menu.ts';
import type { MainWindow } from './window.ts';

/** Where a click in the tray says what failed. */
export interface TrayMessages {
  readonly fail: (error: unknown) => void;
  readonly diagnostics: Diagnostics;
}

/** What a click in the tray does. A copy that fails is said in the window, which comes up for it; an export in a notification. */
export function createTrayActions(
  vault: Vault,
  window: MainWindow,
  { fail, diagnostics: { report } }: TrayMessages,
): TrayActions {
  function showError(error: unknown): void {
    window.show();
    fail(error);
  }

  async function exportProject(projectId: string): Promise<void> {
    try {
      await vault.writing.project(projectId);
    } catch (error) {
      // The person said no in main's own dialog, or has it before them; locked, nothing names a project.
      const isSeen = isVaultError(error, 'NOT_CONFIRMED') || isVaultError(error, 'DIALOG_OPEN');
      if (isSeen) return;
      if (vault.locking.isLocked()) return report('exports', error, [projectId]);
      const project = vault.projects.list().find(({ id }) => id === projectId);
      const body = isVaultError(error) ? messageOf(error) : language.fatal.unforeseen;
      const title = project === undefined ? 'Not exported' : `Not exported: ${project.name}`;
      const show = (): void => showError(error);
      if (!notify({ title, body, onClick: show, onFailed: show })) show();
    }
  }

  return {
    copy: (keyId) => void vault.copying.copy(keyId).catch(showError),
    exportProject: (projectId) => void exportProject(projectId),
    clearClipboard: () => void vault.leases.end().catch(showError),
    open: () => window.show(),
    quit: () => app.quit(),
  };
}
