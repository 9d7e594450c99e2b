import type Electron from 'electron';
import { askInWindow } from './dialog-window.ts';
import { isPreview } from './preview.ts';
import { closeObject, missing } from './refuse.ts';

/** Dialogs may be called with a window first. */
function optionsOf<T extends object>(first: Electron.BaseWindow | T, second: T | undefined): T {
  if (second !== undefined) return second;
  if ('webContents' in first) throw new TypeError('Missing dialog options');
  return noWindow<T>(first);
}

function noWindow<T extends object>(value: Electron.BaseWindow | T): T {
  return Object.assign(Object.create(null), value);
}

function needAnswer(name: string): void {
  if (!isPreview()) throw missing(`dialog.${name} without a display: answer it in the test`);
}

async function showMessageBox(
  first: Electron.BaseWindow | Electron.MessageBoxOptions,
  second?: Electron.MessageBoxOptions,
): Promise<Electron.MessageBoxReturnValue> {
  needAnswer('showMessageBox');
  const options = optionsOf(first, second);
  const buttons = options.buttons?.length ? options.buttons : ['OK'];
  const answer = await askInWindow({
    title: options.title ?? '',
    message: options.message,
    detail: options.detail ?? '',
    buttons,
    defaultButton: options.defaultId ?? 0,
    checkbox: options.checkboxLabel ?? '',
    checked: options.checkboxChecked ?? false,
    path: null,
  });
  const response =
    answer.button ??
    options.cancelId ??
    Math.max(
      buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
      0,
    );
  return { response, checkboxChecked: answer.checked };
}

async function askPath(
  options: { title?: string; message?: string; defaultPath?: string },
  verb: string,
  mustBe: 'folder' | 'file' | 'new',
): Promise<string | null> {
  const answer = await askInWindow({
    title: options.title ?? verb,
    message: options.message ?? options.title ?? verb,
    detail: mustBe === 'folder' ? 'The full path of a folder:' : 'The full path of a file:',
    buttons: ['Cancel', verb],
    defaultButton: 1,
    checkbox: '',
    checked: false,
    path: { value: options.defaultPath ?? '', mustBe },
  });
  return answer.button === 1 ? answer.path : null;
}

async function showOpenDialog(
  first: Electron.BaseWindow | Electron.OpenDialogOptions,
  second?: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  needAnswer('showOpenDialog');
  const options = optionsOf(first, second);
  const folder = options.properties?.includes('openDirectory') ?? false;
  const picked = await askPath(options, options.buttonLabel ?? 'Open', folder ? 'folder' : 'file');
  return { canceled: picked === null, filePaths: picked === null ? [] : [picked] };
}

async function showSaveDialog(
  first: Electron.BaseWindow | Electron.SaveDialogOptions,
  second?: Electron.SaveDialogOptions,
): Promise<Electron.SaveDialogReturnValue> {
  needAnswer('showSaveDialog');
  const picked = await askPath(optionsOf(first, second), 'Save', 'new');
  return { canceled: picked === null, filePath: picked ?? '' };
}

/** Without a display Electron on Linux writes an error box to stderr; so does this. */
function showErrorBox(title: string, content: string): void {
  console.error(`${title}\n${content}`);
}

/** Electron's `dialog`. Its functions can be assigned, which is how a test answers. */
export const dialog = closeObject('dialog', {
  showMessageBox,
  showOpenDialog,
  showSaveDialog,
  showErrorBox,
} satisfies Pick<Electron.Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>);
