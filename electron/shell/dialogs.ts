import { join } from 'node:path';
import { dialog } from 'electron';
import { vaultError } from '../vault/errors.ts';
import type { Consent } from '../vault/ports.ts';
import type { MainWindow } from './window.ts';

const cancel = 0;
/** After a dialog that was closed without a choice: nobody asks on purpose again so soon. */
const pauseMs = 1_000;
const backups: Electron.FileFilter[] = [
  { name: 'age files', extensions: ['age'] },
  { name: 'All files', extensions: ['*'] },
];
const collections: Electron.FileFilter[] = [
  { name: 'Exports', extensions: ['csv', 'json', '1pux', 'zip', 'data'] },
  { name: 'All files', extensions: ['*'] },
];

export interface Dialogs {
  readonly consent: Consent;
  /** What is asked just now counts as closed without a choice; a question closes, a choice of files may stay. */
  callOff(): void;
  pickFolder(): Promise<string | null>;
  /** A file there, or one to be made. */
  pickFile(folder: string): Promise<string | null>;
  pickBackup(): Promise<string | null>;
  /** A place for a new one, under the proposed name or another. */
  pickBackupPlace(name: string): Promise<string | null>;
  /** Another program's export. */
  pickCollection(): Promise<string | null>;
  /** A folder with env files, to take keys from. */
  pickCollectionFolder(): Promise<string | null>;
}

/** A name could hold characters that make a question read as another one. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}

/** Questions and choices that only a person can answer; no page can press their buttons (invariant 2), or pile them up. */
export function createDialogs(window: MainWindow): Dialogs {
  let open: AbortController | null = null;
  let quietUntil = 0;

  /** One dialog at a time. @throws DIALOG_OPEN */
  async function alone<T>(show: (signal: AbortSignal) => Promise<T | null>): Promise<T | null> {
    if (open !== null || Date.now() < quietUntil) throw vaultError('DIALOG_OPEN');
    open = new AbortController();
    const { signal } = open;
    try {
      const answer = await show(signal);
      if (answer === null) quietUntil = Date.now() + pauseMs;
      return signal.aborted ? null : answer;
    } finally {
      open = null;
    }
  }

  function openOne(choice: Electron.OpenDialogOptions): Promise<string | null> {
    return alone(async () => {
      const parent = window.shown();
      const picked = parent ? dialog.showOpenDialog(parent, choice) : dialog.showOpenDialog(choice);
      return (await picked).filePaths[0] ?? null;
    });
  }

  function savePlace(choice: Electron.SaveDialogOptions): Promise<string | null> {
    return alone(async () => {
      const parent = window.shown();
      const picked = parent ? dialog.showSaveDialog(parent, choice) : dialog.showSaveDialog(choice);
      const { canceled, filePath } = await picked;
      return canceled || filePath === '' ? null : filePath;
    });
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
        const agreed = await alone(async (signal) => {
          const parent = window.shown();
          const box = { ...question, signal };
          const asked = parent ? dialog.showMessageBox(parent, box) : dialog.showMessageBox(box);
          return (await asked).response === cancel ? null : true;
        });
        return agreed === true;
      },
      async askWrite() {
        return false;
      },
    },
    callOff: () => open?.abort(),
    pickFolder: () =>
      openOne({
        title: 'Link a project folder',
        buttonLabel: 'Link',
        properties: ['openDirectory', 'dontAddToRecent'],
      }),
    pickFile: (folder) =>
      savePlace({
        title: 'Choose an env file',
        buttonLabel: 'Choose',
        defaultPath: join(folder, '.env'),
        properties: ['showHiddenFiles', 'dontAddToRecent'],
      }),
    pickBackup: () =>
      openOne({
        title: 'Choose a backup to restore from',
        buttonLabel: 'Choose',
        filters: backups,
        properties: ['openFile', 'dontAddToRecent'],
      }),
    pickBackupPlace: (name) =>
      savePlace({
        title: 'Save an encrypted backup',
        buttonLabel: 'Save',
        defaultPath: name,
        filters: backups,
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      }),
    pickCollection: () =>
      openOne({
        title: 'Choose an export of 1Password or Bitwarden',
        buttonLabel: 'Read',
        filters: collections,
        properties: ['openFile', 'dontAddToRecent'],
      }),
    pickCollectionFolder: () =>
      openOne({
        title: 'Choose a folder with env files',
        buttonLabel: 'Read',
        properties: ['openDirectory', 'showHiddenFiles', 'dontAddToRecent'],
      }),
  };
}
