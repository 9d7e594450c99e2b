import { join } from 'node:path';
import { dialog } from 'electron';
import { vaultError } from '../vault/errors.ts';
import type { Consent } from '../vault/ports.ts';
import type { MainWindow } from './window.ts';

const cancel = 0;
/** After a dialog that was closed without a choice: nobody asks on purpose again so soon. */
const pauseMs = 1_000;

export interface Dialogs {
  readonly consent: Consent;
  pickFolder(): Promise<string | null>;
  /** A file there, or one to be made. */
  pickFile(folder: string): Promise<string | null>;
}

/** A name could hold characters that make a question read as another one. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}

/** Questions and choices that only a person can answer; no page can press their buttons (invariant 2), or pile them up. */
export function createDialogs(window: MainWindow): Dialogs {
  let open = false;
  let quietUntil = 0;

  /** One dialog at a time. @throws DIALOG_OPEN */
  async function alone<T>(show: () => Promise<T | null>): Promise<T | null> {
    if (open || Date.now() < quietUntil) throw vaultError('DIALOG_OPEN');
    open = true;
    try {
      const answer = await show();
      if (answer === null) quietUntil = Date.now() + pauseMs;
      return answer;
    } finally {
      open = false;
    }
  }

  return {
    consent: {
      async ask({ message, detail, action }) {
        const question: Electron.MessageBoxOptions = {
          type: 'question',
          message: plain(message),
          detail: detail.split('\n').map(plain).join('\n'),
          buttons: ['Cancel', action],
          defaultId: cancel,
          cancelId: cancel,
          noLink: true,
        };
        const agreed = await alone(async () => {
          const parent = window.shown();
          const asked = parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question);
          return (await asked).response === cancel ? null : true;
        });
        return agreed === true;
      },
    },
    pickFolder() {
      const choice: Electron.OpenDialogOptions = {
        title: 'Link a project folder',
        buttonLabel: 'Link',
        properties: ['openDirectory', 'dontAddToRecent'],
      };
      return alone(async () => {
        const parent = window.shown();
        const picked = parent ? dialog.showOpenDialog(parent, choice) : dialog.showOpenDialog(choice);
        return (await picked).filePaths[0] ?? null;
      });
    },
    pickFile(folder) {
      const choice: Electron.SaveDialogOptions = {
        title: 'Choose an env file',
        buttonLabel: 'Choose',
        defaultPath: join(folder, '.env'),
        properties: ['showHiddenFiles', 'dontAddToRecent'],
      };
      return alone(async () => {
        const parent = window.shown();
        const picked = parent ? dialog.showSaveDialog(parent, choice) : dialog.showSaveDialog(choice);
        const { canceled, filePath } = await picked;
        return canceled || filePath === '' ? null : filePath;
      });
    },
  };
}
