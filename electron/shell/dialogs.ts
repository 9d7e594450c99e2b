import { dialog } from 'electron';
import type { Consent } from '../vault/ports.ts';
import type { MainWindow } from './window.ts';

const cancel = 0;

/** Questions and choices that only a person can answer; no page can press their buttons (invariant 2). */
export function createDialogs(window: MainWindow): { consent: Consent; pickFolder: () => Promise<string | null> } {
  return {
    consent: {
      async ask({ message, detail, action }) {
        const question: Electron.MessageBoxOptions = {
          type: 'question',
          message,
          detail,
          buttons: ['Cancel', action],
          defaultId: cancel,
          cancelId: cancel,
          noLink: true,
        };
        const parent = window.shown();
        const { response } = await (parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question));
        return response !== cancel;
      },
    },
    async pickFolder() {
      const choice: Electron.OpenDialogOptions = {
        title: 'Link a project folder',
        buttonLabel: 'Link',
        properties: ['openDirectory', 'dontAddToRecent'],
      };
      const parent = window.shown();
      const { canceled, filePaths } = await (parent
        ? dialog.showOpenDialog(parent, choice)
        : dialog.showOpenDialog(choice));
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}
