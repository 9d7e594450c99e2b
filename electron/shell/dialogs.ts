import { join } from 'node:path';
import { dialog } from 'electron';
import type { Consent } from '../vault/ports.ts';
import { replaceUnseen } from '../vault/shown-text.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { QuestionWindow } from './question-window.ts';
import { chosenInTime } from './seen-time.ts';
import type { MainWindow } from './window.ts';

const cancel = 0;
const backups: Electron.FileFilter[] = [
  { name: 'age files', extensions: ['age'] },
  { name: 'All files', extensions: ['*'] },
];
const exportFilters: Electron.FileFilter[] = [
  { name: 'Exports', extensions: ['csv', 'json', '1pux', 'zip', 'data'] },
  { name: 'All files', extensions: ['*'] },
];

export interface Dialogs {
  readonly consent: Consent;
  pickFolder(): Promise<string | null>;
  /** A file there, or one to be made. */
  pickFile(folder: string): Promise<string | null>;
  pickBackup(): Promise<string | null>;
  /** A place for a new one, under the proposed name or another. */
  pickBackupPlace(name: string): Promise<string | null>;
  /** Another program's export. */
  pickExternalImport(): Promise<string | null>;
  /** A folder with env files, to take keys from. */
  pickExternalImportFolder(): Promise<string | null>;
}

/** Questions and choices that only a person can answer; no page can press their buttons (invariant 2), or pile them up. */
export function createDialogs(window: MainWindow, only: OneAtATime, question: QuestionWindow): Dialogs {
  /** A native dialog has no handle of its own: it comes to the front with the window that it stands on. */
  const toFront = (): void => void window.bringToFront();

  function openOne(choice: Electron.OpenDialogOptions): Promise<string | null> {
    return only.ask(
      () =>
        chosenInTime(async () => {
          const parent = window.bringToFront();
          const picked = parent ? dialog.showOpenDialog(parent, choice) : dialog.showOpenDialog(choice);
          return (await picked).filePaths[0] ?? null;
        }),
      toFront,
    );
  }

  function savePlace(choice: Electron.SaveDialogOptions): Promise<string | null> {
    return only.ask(
      () =>
        chosenInTime(async () => {
          const parent = window.bringToFront();
          const picked = parent ? dialog.showSaveDialog(parent, choice) : dialog.showSaveDialog(choice);
          const { canceled, filePath } = await picked;
          return canceled || filePath === '' ? null : filePath;
        }),
      toFront,
    );
  }

  const ask: Consent['ask'] = async ({ message, detail, action }) => {
    const box: Electron.MessageBoxOptions = {
      type: 'question',
      message: replaceUnseen(message),
      detail: detail.split('\n').map(replaceUnseen).join('\n'),
      buttons: ['Cancel', replaceUnseen(action)],
      defaultId: cancel,
      cancelId: cancel,
      noLink: true,
    };
    const agreed = await only.ask(
      (signal) =>
        // A click or a key that was meant for something else may meet the question that had just come.
        chosenInTime(async () => {
          const parent = window.bringToFront();
          const asked = parent
            ? dialog.showMessageBox(parent, { ...box, signal })
            : dialog.showMessageBox({ ...box, signal });
          return (await asked).response === cancel ? null : true;
        }),
      toFront,
    );
    return agreed === true;
  };

  return {
    consent: {
      ask,
      askWrite: question.askWrite,
      confirmPassphrase: question.askPassphrase,
      choosePassphrase: question.askNewPassphrase,
      confirmVault: ({ pauseMs, confirm }) => question.askUnlock('change', { pauseMs, unlock: confirm }),
    },
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
    pickExternalImport: () =>
      openOne({
        title: 'Choose an export of 1Password or Bitwarden',
        buttonLabel: 'Read',
        filters: exportFilters,
        properties: ['openFile', 'dontAddToRecent'],
      }),
    pickExternalImportFolder: () =>
      openOne({
        title: 'Choose a folder with env files',
        buttonLabel: 'Read',
        properties: ['openDirectory', 'showHiddenFiles', 'dontAddToRecent'],
      }),
  };
}
