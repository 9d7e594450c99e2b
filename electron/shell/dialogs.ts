import { join } from 'node:path';
import { dialog } from 'electron';
import { language } from '../messages/languages.ts';
import { questionText } from '../messages/question-text.ts';
import type { Consent } from '../vault/ports.ts';
import { replaceUnseen } from '../vault/shown-text.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { QuestionWindow } from './question-window.ts';
import { chosenInTime } from './seen-time.ts';
import type { MainWindow } from './window.ts';

const cancel = 0;
const words = language.dialogs;
const backups: Electron.FileFilter[] = [
  { name: words.ageFiles, extensions: ['age'] },
  { name: words.allFiles, extensions: ['*'] },
];
const exportFilters: Electron.FileFilter[] = [
  { name: words.exports, extensions: ['csv', 'json', '1pux', 'zip', 'data'] },
  { name: words.allFiles, extensions: ['*'] },
];

function titled({ title, button }: { title: string; button: string }): { title: string; buttonLabel: string } {
  return { title, buttonLabel: button };
}

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
export function createDialogs(window: MainWindow, only: OneAtATime, ownWindow: QuestionWindow): Dialogs {
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

  const ask: Consent['ask'] = async (question) => {
    const { message, detail, action } = questionText(question);
    const box: Electron.MessageBoxOptions = {
      type: 'question',
      message: replaceUnseen(message),
      detail: detail.split('\n').map(replaceUnseen).join('\n'),
      buttons: [words.cancel, replaceUnseen(action)],
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
      askWrite: ownWindow.askWrite,
      confirmPassphrase: ownWindow.askPassphrase,
      choosePassphrase: ownWindow.askNewPassphrase,
      confirmVault: ({ pauseMs, confirm }, purpose) => ownWindow.askUnlock(purpose, { pauseMs, unlock: confirm }),
    },
    pickFolder: () =>
      openOne({
        ...titled(words.linkFolder),
        properties: ['openDirectory', 'dontAddToRecent'],
      }),
    pickFile: (folder) =>
      savePlace({
        ...titled(words.chooseEnvFile),
        defaultPath: join(folder, '.env'),
        properties: ['showHiddenFiles', 'dontAddToRecent'],
      }),
    pickBackup: () =>
      openOne({
        ...titled(words.chooseBackup),
        filters: backups,
        properties: ['openFile', 'dontAddToRecent'],
      }),
    pickBackupPlace: (name) =>
      savePlace({
        ...titled(words.saveBackup),
        defaultPath: name,
        filters: backups,
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      }),
    pickExternalImport: () =>
      openOne({
        ...titled(words.chooseExport),
        filters: exportFilters,
        properties: ['openFile', 'dontAddToRecent'],
      }),
    pickExternalImportFolder: () =>
      openOne({
        ...titled(words.chooseEnvFolder),
        properties: ['openDirectory', 'showHiddenFiles', 'dontAddToRecent'],
      }),
  };
}
