import type { ElectronApplication, Page } from '@playwright/test';
import { startDisplay } from '../support/display.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { startKeyring } from '../support/keyring.ts';
import { makeOwn } from '../support/keyring-own.ts';
import { type Home, launchClavis, makeHome } from '../support/launch-clavis.ts';
import { median } from '../support/measure.ts';
import { isPaletteShown, palettePage, pressShortcut } from '../support/palette.ts';
import { seedKeys } from '../support/seed-keys.ts';

const rounds = 7;
const warmUp = 1;
const goals = { openMs: 100, keyMs: 16, ratio: 1.5 };

const things = ['Shop assistant', 'Payments', 'Mailer', 'Transcripts', 'Deploy bot', 'Search index', 'Error tracker'];
const places = ['staging', 'production', 'local', 'CI', 'Berlin', 'EU', 'US', 'sandbox', 'preview'];
/** As people type: whole words, parts of them, typos, and what is nowhere. */
const queries = ['payments', 'stirpe', 'shop eu', 'opnai', 'transcirpts ci', 'mail', 'deplpy', 'zebra'];

function nameOf(index: number): string {
  return `${things[index % things.length]}, ${places[(index * 5) % places.length]} ${index}`;
}

interface Bench {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: Home;
}

/** A Clavis with this many keys whose palette is ready, hidden, and notes what is measured. */
async function launch(count: number, env: Readonly<Record<string, string>>): Promise<Bench> {
  const home = await makeHome();
  seedKeys(home, count, nameOf);
  const { app } = await launchClavis(home, env);
  const page = await palettePage(app);
  await page.evaluate(noteInPage);
  await app.evaluate(({ BrowserWindow }) => {
    const palette = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('palette.html'),
    );
    palette?.on('focus', () => Reflect.set(globalThis, '__focusedAt', performance.timeOrigin + performance.now()));
  });
  return { app, page, home };
}

/** Runs in the palette's page. */
function noteInPage(): void {
  const note = { shownAt: 0, keys: [] as number[] };
  Reflect.set(window, '__note', note);
  const now = (): number => performance.timeOrigin + performance.now();
  /** Asked for within a frame: once that is painted. */
  const afterwards = (then: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  window.clavis.palette.onShown(() => {
    requestAnimationFrame(() =>
      afterwards(() => {
        const isUsable = document.activeElement?.role === 'combobox' && document.querySelectorAll('[role="option"]')[7];
        if (isUsable) note.shownAt = now();
      }),
    );
  });
  let pressedAt = 0;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressedAt = timeStamp;
    },
    { capture: true },
  );
  // Heard after the page's own listener, and after what that has changed.
  addEventListener('input', () => {
    const handled = performance.now() - pressedAt;
    requestAnimationFrame(() => {
      const began = performance.now();
      afterwards(() => note.keys.push(handled + performance.now() - began));
    });
  });
}

/** The shortcut until the palette has the focus and its list is drawn, ms. Returns it shown. */
async function open({ app, page }: Bench): Promise<number> {
  await page.evaluate(() => Reflect.set(Reflect.get(window, '__note'), 'shownAt', 0));
  const pressedAt = await app.evaluate(() => {
    Reflect.set(globalThis, '__focusedAt', 0);
    return performance.timeOrigin + performance.now();
  });
  await pressShortcut(app);
  for (;;) {
    const shownAt = Number(await page.evaluate(() => Reflect.get(window, '__note').shownAt));
    const focusedAt = Number(await app.evaluate(() => Reflect.get(globalThis, '__focusedAt')));
    if (shownAt > 0 && focusedAt > 0) return Math.max(shownAt, focusedAt) - pressedAt;
  }
}

async function close({ app, page }: Bench): Promise<void> {
  await page.keyboard.press('Escape');
  while (await isPaletteShown(app));
}

/**
 * Each keystroke of the query until its result is painted, ms. That is the work of the key's event and of the frame after
 * it; how long the display takes until that frame is due, up to 16 ms on any page, is left out.
 */
async function type({ page }: Bench, query: string): Promise<number[]> {
  await page.evaluate(() => Reflect.get(window, '__note').keys.splice(0));
  for (const [index, key] of [...query].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    while ((await page.evaluate(() => Reflect.get(window, '__note').keys.length)) <= index);
  }
  return page.evaluate(() => [...Reflect.get(window, '__note').keys]);
}

function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

/** What was measured with one number of keys, ms. */
interface Times {
  readonly opened: number[];
  /** Each keystroke of each query, as often as it was typed. */
  readonly typed: number[][];
}

/** A keystroke's own time: the median of its repetitions, which leaves out what else the machine does. */
function keystrokes({ typed }: Times): number[] {
  return typed.map(median);
}

async function measure(bench: Bench, times: Times, counts: boolean): Promise<void> {
  for (const [at, query] of queries.entries()) {
    const took = await open(bench);
    if (counts) times.opened.push(took);
    const first = queries.slice(0, at).join('').length;
    for (const [index, ms] of (await type(bench, query)).entries()) {
      times.typed[first + index] ??= [];
      if (counts) times.typed[first + index]?.push(ms);
    }
    await close(bench);
  }
}

function print(count: string, times: Times): void {
  const openings = `median ${median(times.opened).toFixed(1)}, p95 ${p95(times.opened).toFixed(1)}`;
  const all = times.typed.flat();
  const own = keystrokes(times);
  const keys = `median ${median(own).toFixed(1)}, p95 ${p95(own).toFixed(1)} (of all ${all.length}: ${p95(all).toFixed(1)})`;
  console.log(`${count} keys, ms: to open ${openings}; a keystroke ${keys}`);
}

/** Hidden to usable, and a keystroke to its painted result: with 100 keys and with 10,000, in turns. */
export async function main() {
  console.log(findRuntime().line);
  const display = await startDisplay();
  const keyring = await startKeyring();
  await makeOwn(keyring);
  const env = { ...keyring.env, DISPLAY: display.display };
  const few = await launch(100, env);
  const many = await launch(10_000, env);
  const ofFew: Times = { opened: [], typed: [] };
  const ofMany: Times = { opened: [], typed: [] };
  try {
    for (let round = -warmUp; round < rounds; round += 1) {
      await measure(few, ofFew, round >= 0);
      await measure(many, ofMany, round >= 0);
    }
  } finally {
    for (const { app, home } of [few, many]) {
      await app.close();
      await home.remove();
    }
    await keyring.stop();
    await display.stop();
  }
  print('100', ofFew);
  print('10,000', ofMany);
  const openMs = p95(ofMany.opened);
  const keyMs = p95(keystrokes(ofMany));
  const ratio = median(keystrokes(ofMany)) / median(keystrokes(ofFew));
  return {
    lastLine: `palette: ${openMs.toFixed(0)} ms to open (goal ${goals.openMs}), ${keyMs.toFixed(1)} ms p95 at 10,000 keys (goal ${goals.keyMs}), ${ratio.toFixed(2)}x of 100 keys (goal ${goals.ratio.toFixed(2)})`,
    ok: openMs <= goals.openMs && keyMs <= goals.keyMs && ratio <= goals.ratio,
  };
}
