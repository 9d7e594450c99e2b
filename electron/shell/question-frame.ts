import { screen } from 'electron';
import { language } from '../messages/languages.ts';
import { type Diagnostics, type EventCode, EventFailure } from '../vault/diagnostics.ts';
import type { WriteLine } from '../vault/write-question.ts';
import { onFirstPaint } from './first-paint.ts';
import { makeHardenedWindow } from './hardened-window.ts';
import { origins } from './origin.ts';
import type { OpenQuestionFrame, Question } from './question.ts';
import type { MainWindow } from './window.ts';

const page = `${origins.question}/question.html`;
/** In px. */
const widths = { passphrase: 560, unlock: 480, 'new-passphrase': 560, write: 640 } as const;
const heightsOfPassphrases = { passphrase: 262, unlock: 256, 'new-passphrase': 490 } as const;
const heights = { around: 190, file: 66, folder: 18, line: 57, removal: 36, note: 21, least: 320 } as const;
/** Of the display's height, at most. */
const mostOfDisplay = 0.85;
/** In characters: a longer path takes a further line. */
const folderLine = 64;
/** Of the display. */
const heightAbove = 0.4;

export interface QuestionFrameOptions {
  readonly preload: string;
  readonly title: string;
  readonly platform: NodeJS.Platform;
  /** What the question stands on, where that is on the screen; else it stands alone, as when it is asked from the tray. */
  readonly window: MainWindow;
  readonly diagnostics: Diagnostics;
}

/** The window of one question, modal to the main window, with a session, an origin and a bridge of its own. After ready. */
export function questionFrames({
  preload,
  title,
  platform,
  window,
  diagnostics,
}: QuestionFrameOptions): OpenQuestionFrame {
  return (question, { attended, unattended, gone }) => {
    const parent = window.onScreen();
    const opened = makeHardenedWindow({
      preload,
      title: `${titleOf(question)} – ${title}`,
      kind: 'question',
      ...placeFor(question, parent?.getBounds() ?? null),
      useContentSize: true,
      minWidth: 440,
      minHeight: 280,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      // Alone it would be lost behind other windows, for the taskbar doesn't list it.
      ...(parent === null ? { alwaysOnTop: true } : { parent, modal: true }),
    });
    opened.on('show', attended);
    opened.on('restore', attended);
    opened.on('focus', attended);
    opened.on('blur', unattended);
    opened.on('hide', unattended);
    opened.on('minimize', unattended);
    opened.once('closed', gone);
    const lost = (code: EventCode): void => {
      if (!opened.isDestroyed()) diagnostics.report('question', new EventFailure(code));
      gone();
    };
    opened.webContents.on('render-process-gone', () => lost('PAGE_GONE'));
    onFirstPaint(opened, () => {
      opened.show();
      opened.focus();
    });
    // Electron's error would quote the address; that it was not loaded is noted.
    opened.loadURL(page).catch(() => lost('PAGE_NOT_LOADED'));
    return {
      contentsId: opened.webContents.id,
      isAttended: () => !opened.isDestroyed() && opened.isVisible() && opened.isFocused(),
      toFront() {
        if (opened.isDestroyed() || !opened.isVisible()) return;
        if (opened.isMinimized()) opened.restore();
        opened.focus();
      },
      close() {
        if (opened.isDestroyed()) return;
        // A sheet is ended by hiding it alone.
        if (platform === 'darwin') opened.hide();
        opened.destroy();
      },
    };
  };
}

function titleOf(question: Question): string {
  if (question.kind === 'unlock' && question.purpose !== 'unlock') return language.dialogs.confirmPassphraseTitle;
  if (question.kind !== 'write') return language.dialogs.passphraseTitles[question.kind];
  return question.purpose === 'remove' ? language.dialogs.removeTitle : language.dialogs.writeTitle;
}

/** About what its page needs; what is more than `most` scrolls. */
function heightOf(question: Question, most: number): number {
  if (question.kind !== 'write') return Math.min(most, heightsOfPassphrases[question.kind]);
  const { around, file, folder, line, removal, note, least } = heights;
  const needed = question.files.reduce<number>((sum, { root, blocked, lines }) => {
    const removals = lines.filter(({ change }) => change === 'removed').length;
    const remarks = lines.reduce((all, one) => all + remarksOf(one), blocked === null ? 0 : 2);
    const own = file + (Math.ceil(root.length / folderLine) - 1) * folder;
    return sum + own + (lines.length - removals) * line + removals * removal + remarks * note;
  }, around);
  return Math.min(most, Math.max(least, needed));
}

/** How many rows below the line itself; the longest of them take two. */
function remarksOf({
  change,
  foreign,
  repeated,
  note,
  couldRun,
  misreadBy,
  keyBefore,
  blocked,
  take,
}: WriteLine<unknown>): number {
  const one = [
    foreign,
    repeated,
    note !== null,
    couldRun,
    misreadBy.length > 0,
    change === 'changed' && (foreign || take !== null),
  ];
  return one.filter(Boolean).length + (keyBefore === null ? 0 : 2) + (blocked === null ? 0 : 2);
}

/** Over the middle of what it stands on, else of the display that the pointer is on; all of it on that display. */
function placeFor(question: Question, on: Electron.Rectangle | null): Electron.Rectangle {
  const display = on ? screen.getDisplayMatching(on) : screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const { workArea } = display;
  const width = Math.min(widths[question.kind], workArea.width);
  const height = heightOf(question, Math.floor(workArea.height * mostOfDisplay));
  const around = on ?? workArea;
  const above = on ? 0.5 : heightAbove;
  const within = (at: number, from: number, room: number): number =>
    Math.round(Math.max(from, Math.min(at, from + room)));
  return {
    width,
    height,
    x: within(around.x + (around.width - width) / 2, workArea.x, workArea.width - width),
    y: within(around.y + (around.height - height) * above, workArea.y, workArea.height - height),
  };
}
