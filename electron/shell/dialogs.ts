import { dialog } from 'electron';
import type { Consent } from '../vault/ports.ts';
import type { MainWindow } from './window.ts';

/** Questions and choices that only a person can answer; no page can press their buttons (invariant 2). */
export function createDialogs(window: MainWindow): { consent: Consent; pickFolder: () => Promise<string | null> } {
  return {
    consent: {
      async ask({ message, detail, action }) {
        const cancel = 0;
        const { response } = await dialog.showMessageBox(window.shown(), {
          type: 'question',
          message,
          detail,
          buttons: ['Cancel', action],
          defaultId: cancel,
          cancelId: cancel,
          noLink: true,
        });
        return response !== cancel;
      },
    },
    async pickFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window.shown(), {
        title: 'Link a project folder',
        buttonLabel: 'Link',
        properties: ['openDirectory', 'dontAddToRecent'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}
