import { join } from 'node:path';
import { dialog } from 'electron';
import type { Consent } from '../vault/ports.ts';
import type { MainWindow } from './window.ts';

const cancel = 0;

export interface Dialogs {
  readonly consent: Consent;
  pickFolder(): Promise<string | null>;
  /** A file there, or one to be made. */
  pickFile(folder: string): Promise<string | null>;
}

/** Questions and choices that only a person can answer; no page can press their buttons (invariant 2). */
export function createDialogs(window: MainWindow): Dialogs {
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
    async pickFile(folder) {
      const choice: Electron.SaveDialogOptions = {
        title: 'Choose an env file',
        buttonLabel: 'Choose',
        defaultPath: join(folder, '.env'),
        properties: ['showHiddenFiles', 'dontAddToRecent'],
      };
      const parent = window.shown();
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, choice)
        : dialog.showSaveDialog(choice));
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
