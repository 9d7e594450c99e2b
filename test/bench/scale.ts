import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { startDisplay } from '../support/display.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { noteKeychainTime, takeKeychainTime } from '../support/keychain-time.ts';
import { startKeyring } from '../support/keyring.ts';
import { makeOwn } from '../support/keyring-own.ts';
import { type Home, launchClavis, launchOptions, makeHome } from '../support/launch-clavis.ts';
import { median, ratioLine } from '../support/measure.ts';
import { seedKeys } from '../support/seed-keys.ts';

const sizes = { few: 100, many: 10_000 } as const;
const starts = 9;
const rounds = 25;
const warmUp = 3;
const goal = 1.5;
const clavis = path.resolve(import.meta.dirname, '../..');

type Env = Readonly<Record<string, string>>;
type Size = keyof typeof sizes;
type Samples = Record<Size, number[]>;

/** One vault, its app open. */
interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** What a start took, ms. */
interface Start {
  /** Launch until the list can be used: its first rows are laid out. */
  readonly usable: number;
  /** From then until a search for the last key shows it: the rest of the list is read once these rows are drawn. */
  readonly found: number;
}

async function start(home: Home, size: Size, env: Env): Promise<Start> {
  const began = performance.now();
  const app = await electron.launch(launchOptions(clavis, home, env));
  const page = await app.firstWindow();
  await page.waitForSelector('html[data-ready="true"] [role="row"] button');
  const usable = performance.now() - began;
  // The last one by name.
  const last = `Key ${sizes[size] - 1}`;
  await page.getByRole('searchbox').fill(last);
  await page.getByRole('row', { name: last }).waitFor();
  const found = performance.now() - began - usable;
  await app.close();
  return { usable, found };
}

/** A call of the page's bridge, and what the first row says once its outcome is in the list. */
type Call =
  | { readonly verb: 'add'; readonly name: string; readonly value: string; readonly row: string }
  | { readonly verb: 'rename'; readonly id: string; readonly name: string; readonly row: string }
  | { readonly verb: 'rotate'; readonly id: string; readonly value: string; readonly row: string };

interface Took {
  readonly id: string;
  /** Until the call was answered, ms. */
  readonly answered: number;
  /** Until the list shows it, ms. */
  readonly shown: number;
}

/** Makes the call in the page, as its own code does, and waits until the list shows what came of it. */
function call(page: Page, what: Call): Promise<Took> {
  return page.evaluate(async (given) => {
    const fields = { provider: 'openai', envVar: 'OPENAI_API_KEY', note: '', tags: [], rotateEveryDays: null } as const;
    const isShown = (): boolean =>
      [...document.querySelectorAll('[role="row"]')].some((row) => row.textContent?.includes(given.row));
    const ask = () => {
      if (given.verb === 'rotate') return window.clavis.keys.rotate({ id: given.id, value: given.value });
      const { verb, name } = given;
      const all = { ...fields, copyPolicy: 'once', name } as const;
      if (verb === 'rename') return window.clavis.keys.edit({ ...all, id: given.id, tags: [] });
      return window.clavis.keys.add({ ...all, tags: [], value: given.value });
    };
    const began = performance.now();
    const shown = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return;
        observer.disconnect();
        resolve(performance.now() - began);
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const answer = await ask();
    const answered = performance.now() - began;
    if (!answer.ok) throw new Error(answer.error.message);
    return { id: answer.value.id, answered, shown: await shown };
  }, what);
}

/** What a change left to do is done: the next one is not measured next to it. */
async function rest({ app, page }: Opened): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
  await app.evaluate(() => new Promise<void>((resolve) => setImmediate(resolve)));
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}

/** Ms by what was done, the keychain's own time aside; `answered` until the call's answer, `shown` until the list shows it. */
interface Costs {
  readonly answered: Samples;
  readonly shown: Samples;
}

const verbs = ['add', 'rename', 'rotate'] as const;

/** Adds a key, renames and rotates it, first in the list. */
async function change(opened: Opened, size: Size, round: number, costs: Record<string, Costs>): Promise<void> {
  // Each sorts before all the others, so that its row is in sight.
  const name = `A ${String(900 - round)}`;
  const tail = String(1000 + round);
  let id = '';
  for (const verb of verbs) {
    const value = `sk-proj-${size}-${verb}-${'x'.repeat(30)}`;
    const what = {
      add: { verb: 'add', name, value: `${value}${round}`, row: name },
      rename: { verb: 'rename', id, name: `${name} renamed`, row: `${name} renamed` },
      rotate: { verb: 'rotate', id, value: `${value}${tail}`, row: tail },
    } as const;
    await takeKeychainTime(opened.app);
    const took = await call(opened.page, what[verb]);
    const aside = await takeKeychainTime(opened.app);
    id = took.id;
    await rest(opened);
    if (round < warmUp) continue;
    costs[verb]?.answered[size].push(took.answered - aside);
    costs[verb]?.shown[size].push(took.shown - aside);
  }
}

const none = (): Samples => ({ few: [], many: [] });

function quartiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  return `${median(values).toFixed(1)} ms (${at(0.25)} to ${at(0.75)})`;
}

function print(name: string, { few, many }: Samples): number {
  const ratio = median(many) / median(few);
  console.log(`${name}: ${ratio.toFixed(2)}x, ${quartiles(many)} over ${quartiles(few)}`);
  return ratio;
}

async function measureStarts(homes: Record<Size, Home>, env: Env): Promise<Record<keyof Start, Samples>> {
  const samples = { usable: none(), found: none() };
  // The first of each warms up.
  for (let round = -1; round < starts; round += 1) {
    for (const size of ['few', 'many'] as const) {
      const { usable, found } = await start(homes[size], size, env);
      if (round < 0) continue;
      samples.usable[size].push(usable);
      samples.found[size].push(found);
    }
  }
  return samples;
}

async function measureChanges(homes: Record<Size, Home>, env: Env): Promise<Record<string, Costs>> {
  const costs = Object.fromEntries(verbs.map((verb) => [verb, { answered: none(), shown: none() }]));
  const opened = { few: await launchClavis(homes.few, env), many: await launchClavis(homes.many, env) };
  for (const { app } of Object.values(opened)) await noteKeychainTime(app);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const size of ['few', 'many'] as const) await change(opened[size], size, round, costs);
  }
  for (const { app } of Object.values(opened)) await app.close();
  return costs;
}

/** Start-up to a usable list, and one add, rename and rotate until the list shows it: with 10,000 keys over 100 keys. */
export async function main() {
  console.log(findRuntime().line);
  const display = await startDisplay();
  const keyring = await startKeyring();
  const homes = { few: await makeHome(), many: await makeHome() };
  const env = { ...keyring.env, DISPLAY: display.display };
  try {
    for (const size of ['few', 'many'] as const) seedKeys(homes[size], sizes[size]);
    await makeOwn(keyring);
    console.log(
      `medians (and quartiles) with ${sizes.many} keys over ${sizes.few} keys, the keychain’s own time aside`,
    );
    const { usable, found } = await measureStarts(homes, env);
    const ratios = [print('start', usable)];
    print('  from then until a search finds the last key', found);
    const costs = await measureChanges(homes, env);
    for (const verb of verbs) {
      const cost = costs[verb];
      if (cost === undefined) continue;
      print(`  ${verb}, until it is answered`, cost.answered);
      ratios.push(print(verb, cost.shown));
    }
    return ratioLine('scale', Math.max(...ratios), `${sizes.few} keys`, goal);
  } finally {
    await keyring.stop();
    await display.stop();
    for (const home of Object.values(homes)) await home.remove();
  }
}
