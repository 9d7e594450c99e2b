import { beforeEach, expect, test } from 'vitest';
import { pressEnter } from '../../support/press-enter.ts';
import { sampleForFile } from './start-sample.ts';

const sample = await sampleForFile();
await sample.page.evaluate(`(() => {
  globalThis.heard = [];
  const button = document.createElement('button');
  button.textContent = 'press';
  for (const type of ['mousedown', 'mouseup', 'click']) button.addEventListener(type, () => heard.push(type));
  document.body.prepend(button);
})()`);

beforeEach(async () => {
  await sample.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('before-mouse-event');
    Reflect.set(globalThis, 'told', []);
  });
  await sample.page.evaluate('void (heard.length = 0)');
});

const told = (): Promise<unknown[]> => sample.app.evaluate(() => Reflect.get(globalThis, 'told'));
const heard = (): Promise<string[]> => sample.page.evaluate<string[]>('heard');
const button = () => sample.page.getByRole('button', { name: 'press' });

/** Listens as an app does, and writes down each event. */
const listen = (): Promise<void> =>
  sample.app.evaluate(({ BrowserWindow }) => {
    const list: unknown[] = Reflect.get(globalThis, 'told');
    BrowserWindow.getAllWindows()[0]?.webContents.on('before-mouse-event', (_event, mouse) => list.push(mouse));
  });

test('the app is told of a click’s two halves, with where they were and what was held', async () => {
  await listen();
  const box = await button().boundingBox();
  const at = { x: Math.round((box?.x ?? 0) + 5), y: Math.round((box?.y ?? 0) + 5) };
  await sample.page.keyboard.down('Shift');
  await sample.page.mouse.click(at.x, at.y);
  await sample.page.keyboard.up('Shift');
  const half = { button: 'left', clickCount: 1, ...at, modifiers: ['shift'] };
  await expect.poll(told).toMatchObject([
    { type: 'mouseDown', ...half },
    { type: 'mouseUp', ...half },
  ]);
  expect(await heard()).toEqual(['mousedown', 'mouseup', 'click']);
});

test('the other buttons have their names', async () => {
  await listen();
  await button().click({ button: 'right' });
  await button().click({ button: 'middle' });
  const buttons = async (): Promise<unknown[]> => (await told()).map((mouse) => Reflect.get(Object(mouse), 'button'));
  await expect.poll(buttons).toEqual(['right', 'right', 'middle', 'middle']);
});

test('what a script makes up is not told: click(), events of its own, and Enter on a button', async () => {
  await listen();
  await button().evaluate((element: HTMLElement) => {
    for (const type of ['mousedown', 'mouseup', 'click'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    element.click();
    element.focus();
  });
  await sample.page.keyboard.press('Enter');
  expect(await heard()).toEqual(['mousedown', 'mouseup', 'click', 'click', 'click']);
  // A real one after them, so that there is something to wait for.
  await button().click();
  await expect.poll(told).toHaveLength(2);
});

test('a page that listens first and stops the event keeps nothing from the app', async () => {
  await listen();
  await sample.page.evaluate(
    "addEventListener('mousedown', (event) => event.stopImmediatePropagation(), { capture: true, once: true })",
  );
  await button().click();
  await expect.poll(told).toMatchObject([{ type: 'mouseDown' }, { type: 'mouseUp' }]);
});

test('preventing is refused, for it would prevent nothing', async () => {
  await sample.app.evaluate(({ BrowserWindow }) => {
    const list: unknown[] = Reflect.get(globalThis, 'told');
    BrowserWindow.getAllWindows()[0]?.webContents.once('before-mouse-event', (event) => {
      try {
        event.preventDefault();
      } catch (error) {
        list.push(String(error));
      }
    });
  });
  await button().click();
  await expect.poll(told).toEqual(['Error: not in the stand-in: preventing before-mouse-event']);
});

test('Enter that main sends presses the button that has the focus', async () => {
  await button().focus();
  await pressEnter(sample.app);
  await expect.poll(heard).toEqual(['click']);
});
