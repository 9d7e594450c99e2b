import { expect, it, vi } from 'vitest';
import type { OneAtATime } from '../../electron/shell/one-at-a-time.ts';
import type { MainWindow } from '../../electron/shell/window.ts';

/**
 * A click or a held Enter that was meant for the page meets a dialog that the page has just made main open. The dialogs here
 * are answered 30 ms after they came, or after half a second and some.
 */

const answers = vi.hoisted(() => ({ afterMs: 30 }));
vi.mock('electron', () => {
  // In steps that main sees each for itself: what holds it up on a busy machine counts as one moment.
  const soon = async <T>(value: T): Promise<T> => {
    for (let left = answers.afterMs; left > 0; left -= 100)
      await new Promise((resolve) => setTimeout(resolve, Math.min(left, 100)));
    return value;
  };
  return {
    dialog: {
      showMessageBox: () => soon({ response: 1 }),
      showOpenDialog: () => soon({ canceled: false, filePaths: ['/home/me'] }),
      showSaveDialog: () => soon({ canceled: false, filePath: '/home/me/project/.env' }),
    },
  };
});
const { createDialogs } = await import('../../electron/shell/dialogs.ts');

const window = {
  onScreen: () => null,
  bringToFront: () => null,
  hasAttention: () => true,
} satisfies Partial<MainWindow>;
const question = { askWrite: () => Promise.reject(), askPassphrase: () => Promise.reject() };
const only: OneAtATime = { ask: (show) => show(new AbortController().signal), callOff: () => {}, end: () => {} };

function dialogs() {
  // Only what a dialog uses of them; the rest of a window is Electron's.
  return createDialogs(window as never, only, question as never);
}

/** What main opens at a page's call, and gives when it counts. */
const ways = {
  'a question': () => dialogs().consent.ask({ kind: 'unlock', facts: {} }),
  'the choice of a project’s folder': () => dialogs().pickFolder(),
  'the choice of an env file': () => dialogs().pickFile('/home/me/project'),
  'the choice of a backup': () => dialogs().pickBackup(),
  'the choice of a backup’s place': () => dialogs().pickBackupPlace('clavis.age'),
  'the choice of an export': () => dialogs().pickExternalImport(),
  'the choice of a folder to take keys from': () => dialogs().pickExternalImportFolder(),
} satisfies Record<string, () => Promise<unknown>>;

/** Holds the process up, as a page does with a call that takes long. */
function holdUp(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

it.each(Object.entries(ways))('%s does not count that came within half a second', async (_title, ask) => {
  answers.afterMs = 30;
  expect((await ask()) || null).toBe(null);
});

it.each(Object.entries(ways))('%s does not count either while main is held up meanwhile', async (_title, ask) => {
  answers.afterMs = 30;
  const asked = ask();
  await new Promise((resolve) => setTimeout(resolve, 5));
  holdUp(800);
  expect((await asked) || null).toBe(null);
});

it.each(Object.entries(ways))('%s counts after that', async (_title, ask) => {
  answers.afterMs = 700;
  expect((await ask()) || null).not.toBe(null);
});
