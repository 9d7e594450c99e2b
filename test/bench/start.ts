import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { startDisplay } from '../support/display.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { startKeyring } from '../support/keyring.ts';
import { makeOwn } from '../support/keyring-own.ts';
import { type Home, launchOptions, makeHome } from '../support/launch-clavis.ts';
import { median, ratioLine } from '../support/measure.ts';
import { seedKeys } from '../support/seed-keys.ts';

const rounds = 15;
const clavis = path.resolve(import.meta.dirname, '../..');
const blankApp = path.resolve(import.meta.dirname, '../support/blank-app');

type Env = Readonly<Record<string, string>>;

/** Launch of the app in `folder` until its window has laid out what `selector` names, ms. */
async function launchUntil(selector: string, folder: string, home: Home, env: Env): Promise<number> {
  const began = performance.now();
  const app = await electron.launch(launchOptions(folder, home, env));
  const page = await app.firstWindow();
  await page.waitForSelector(selector);
  const took = performance.now() - began;
  await app.close();
  return took;
}

/** Start-up with 100 keys, over a blank window on the same runtime in the same run. */
export async function main() {
  console.log(findRuntime().line);
  const display = await startDisplay();
  const keyring = await startKeyring();
  const home = await makeHome();
  const blankHome = await makeHome();
  const env = { ...keyring.env, DISPLAY: display.display };
  try {
    seedKeys(home, 100);
    await makeOwn(keyring);
    const withKeys: number[] = [];
    const blank: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      blank.push(await launchUntil('p', blankApp, blankHome, env));
      withKeys.push(await launchUntil('[role="row"] button', clavis, home, env));
      console.log(
        `round ${round + 1}/${rounds}: ${withKeys.at(-1)?.toFixed(0)} ms, blank ${blank.at(-1)?.toFixed(0)} ms`,
      );
    }
    console.log(`medians: ${median(withKeys).toFixed(0)} ms, blank ${median(blank).toFixed(0)} ms`);
    return ratioLine('start', median(withKeys) / median(blank), 'a blank window', 1.3);
  } finally {
    await keyring.stop();
    await display.stop();
    await home.remove();
    await blankHome.remove();
  }
}
