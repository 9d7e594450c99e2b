import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

const isQuestion = (page: Page): boolean => page.url().endsWith('/question.html');

/** The page of what main asks in its own window, once it is there and drawn. */
export async function questionPage(app: ElectronApplication): Promise<Page> {
  await expect.poll(() => app.windows().some(isQuestion)).toBe(true);
  const page = app.windows().find(isQuestion);
  if (page === undefined) throw new Error('the question is gone again');
  await page.waitForSelector('html[data-ready="true"]');
  await expect.poll(() => questionWindow(app)).toMatchObject({ isShown: true });
  return page;
}

/** Asks for what was closed a moment ago until main takes it, which it does not for a second. Returns the question's page. */
export async function askedAgain(app: ElectronApplication, ask: () => Promise<void>): Promise<Page> {
  await expect(async () => {
    if (!app.windows().some(isQuestion)) await ask();
    await expect.poll(() => questionWindow(app), { timeout: 1_000 }).not.toBe(null);
  }).toPass();
  return questionPage(app);
}

/** Presses a button that closes its window, which Playwright may hear of before it hears that the press was made. */
export async function pressToClose(button: Locator): Promise<void> {
  await button.click().catch((error: unknown) => {
    if (!/has been closed/.test(String(error))) throw error;
  });
}

/** Its window, as main has it; null where none is open. */
export function questionWindow(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('/question.html'));
    if (window === undefined) return null;
    const parent = window.getParentWindow();
    return {
      title: window.getTitle(),
      isShown: window.isVisible(),
      isFocused: window.isFocused(),
      isModal: window.isModal(),
      isOnTop: window.isAlwaysOnTop(),
      parent: parent?.webContents.getURL() ?? null,
    };
  });
}

/** Does something to its window that the desktop would. */
export async function toQuestionWindow(app: ElectronApplication, what: 'blur' | 'focus' | 'close'): Promise<void> {
  await app.evaluate(({ BrowserWindow }, act) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().endsWith('/question.html'))
      ?.[act]();
  }, what);
}

/** From now on the person closes each of main's own windows as it comes. */
export async function closeQuestionWindows(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    setInterval(() => {
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().endsWith('/question.html') && one.isVisible())
        ?.close();
    }, 50);
  });
}

/** From now on main's own clock stands, and is moved by the test alone. */
export async function holdClock(app: ElectronApplication): Promise<(ms: number) => Promise<void>> {
  await app.evaluate(() => {
    const clock = { ms: performance.now() };
    Reflect.set(globalThis, '__clock', clock);
    performance.now = () => clock.ms;
  });
  return (ms) =>
    app.evaluate(async (_electron, more) => {
      const clock = Reflect.get(globalThis, '__clock');
      // In steps, each seen by main: a jump would look as if it was held up meanwhile.
      for (let left = more; left > 0; left -= 200) {
        clock.ms += Math.min(left, 200);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }, ms);
}

/**
 * Answers over the bridge of the question's page, as a script in it would; gives what main says to it. A write is of the first
 * line of the first file, where no other `files` are given.
 */
export function answerByBridge(
  page: Page,
  kind: 'no' | 'write',
  { questionId, files }: { questionId?: string; files?: unknown } = {},
): Promise<string> {
  return page.evaluate(
    async ([given, id, chosen]) => {
      const asked = await window.clavis.question.get({});
      const shown = asked.ok ? asked.value?.questionId : undefined;
      const named = { questionId: id ?? shown ?? 'none' };
      const first = [{ at: 0, lines: [{ at: 0, as: 'write' as const }] }];
      const write = { ...named, kind: 'write' as const, files: first };
      // A script sends whatever it likes.
      if (chosen !== undefined) Reflect.set(write, 'files', chosen);
      const answer = await window.clavis.question.answer(given === 'no' ? { ...named, kind: 'no' } : write);
      return answer.ok ? answer.value : answer.error.code;
    },
    [kind, questionId, files] as const,
  );
}
