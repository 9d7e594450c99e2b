import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ElectronApplication, _electron as electron } from '@playwright/test';
import { build } from 'electron-builder';
import { packedAppIn } from '../../electron/packaging/packed-app.ts';
import { writeDistribution } from '../runtime/distribution.ts';
import { startDisplay } from '../support/display.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { startKeyring } from '../support/keyring.ts';
import { makeOwn } from '../support/keyring-own.ts';
import { type Home, makeHome } from '../support/launch-clavis.ts';
import { median } from '../support/measure.ts';
import { installedElectronVersion } from '../support/package-skeleton.ts';
import { inspectableCopy, packedClavis, packedLaunchOptions } from '../support/packed.ts';
import { seedKeys } from '../support/seed-keys.ts';
import { run } from '../tasks/run.ts';

const rounds = 15;
const idleMs = 60_000;
const startGoal = 1.3;
const memoryGoal = 1.25;
const blankApp = path.resolve(import.meta.dirname, '../support/blank-app');

/** A packed app, a home for it, and what its window has laid out when it can be used. */
interface Subject {
  readonly executable: string;
  readonly home: Home;
  readonly selector: string;
}

type Env = Readonly<Record<string, string>>;

async function launch({ executable, home, selector }: Subject, env: Env): Promise<ElectronApplication> {
  const app = await electron.launch(packedLaunchOptions(executable, home, env));
  const page = await app.firstWindow();
  await page.waitForSelector(selector);
  return app;
}

async function startMs(subject: Subject, env: Env): Promise<number> {
  const began = performance.now();
  const app = await launch(subject, env);
  const took = performance.now() - began;
  await app.close();
  return took;
}

/** What a main process holds, bytes. Electron's has Chromium's browser process within it; the stand-in has it next to. */
interface Held {
  readonly main: number;
  readonly browser: number;
}

/** What is held after a minute in which nobody does anything. */
async function idle(subjects: readonly Subject[], env: Env): Promise<Held[]> {
  const apps: ElectronApplication[] = [];
  for (const subject of subjects) apps.push(await launch(subject, env));
  await delay(idleMs);
  const held: Held[] = [];
  for (const app of apps) {
    const { pid, rss } = await app.evaluate(() => ({ pid: process.pid, rss: process.memoryUsage.rss() }));
    held.push({ main: rss, browser: findRuntime().kind === 'stand-in' ? browserBytes(pid) : 0 });
    await app.close();
  }
  return held;
}

const nothing: Held = { main: Number.NaN, browser: Number.NaN };

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** Chromium's browser process, started by the stand-in's process `pid`: what Linux says of its memory, bytes. */
function browserBytes(pid: number): number {
  const own = readdirSync('/proc').filter((name) => Number(textOf(name, 'stat').split(') ')[1]?.split(' ')[1]) === pid);
  const browser = own.find((name) => textOf(name, 'cmdline').includes('--remote-debugging-pipe'));
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(textOf(`${browser}`, 'status'))?.[1];
  return Number(kilobytes) * 1024;
}

/** Of processes that end meanwhile nothing. */
function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

async function packClavis(): Promise<void> {
  if ((await run('node', ['test/tasks/pack-folder.ts'])) !== 0) throw new Error('Clavis was not packed');
}

/** Packs the least that opens a window, on the same runtime; gives electron-builder's output folder. */
async function packBlank(folder: string): Promise<string> {
  const project = path.join(folder, 'blank');
  await cp(blankApp, project, { recursive: true });
  const distribution = path.join(folder, 'distribution');
  const offline = findRuntime().kind === 'stand-in';
  if (offline) await writeDistribution(distribution);
  await build({
    projectDir: project,
    publish: 'never',
    dir: true,
    config: {
      appId: 'app.blank',
      productName: 'Blank',
      electronVersion: installedElectronVersion(),
      npmRebuild: false,
      ...(offline ? { electronDist: distribution } : {}),
    },
  });
  return path.join(project, 'dist');
}

/**
 * The packed app's start to a usable list of 100 keys, and its main process after a minute idle, each over a blank packed
 * app's on the same runtime in the same run.
 */
export async function main() {
  console.log(findRuntime().line);
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-bench-'));
  await packClavis();
  const clavisCopy = await inspectableCopy(packedClavis(), 'Clavis');
  const blankPackage = packedAppIn(await packBlank(folder), 'Blank');
  const display = await startDisplay();
  const keyring = await startKeyring();
  const clavis = { executable: clavisCopy.executable, home: await makeHome(), selector: '[role="row"] button' };
  const blank = { executable: blankPackage.executable, home: await makeHome(), selector: 'p' };
  const env = { ...keyring.env, DISPLAY: display.display };
  try {
    seedKeys(clavis.home, 100);
    await makeOwn(keyring);
    const clavisMs: number[] = [];
    const blankMs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      blankMs.push(await startMs(blank, env));
      clavisMs.push(await startMs(clavis, env));
      console.log(
        `round ${round + 1}/${rounds}: ${clavisMs.at(-1)?.toFixed(0)} ms, blank ${blankMs.at(-1)?.toFixed(0)} ms`,
      );
    }
    console.log(`medians: ${median(clavisMs).toFixed(0)} ms, blank ${median(blankMs).toFixed(0)} ms`);
    const [ours = nothing, theirs = nothing] = await idle([clavis, blank], env);
    console.log(`idle for a minute: ${mb(ours.main)}, blank ${mb(theirs.main)}`);
    if (ours.browser > 0) {
      console.log(
        `Chromium's browser process: ${mb(ours.browser)}, blank ${mb(theirs.browser)}; in Electron it is one with main`,
      );
    }
    const start = median(clavisMs) / median(blankMs);
    const memory = (ours.main + ours.browser) / (theirs.main + theirs.browser);
    return {
      lastLine:
        `packed: start ${start.toFixed(2)}x, memory ${memory.toFixed(2)}x of a blank packed app, ` +
        `goals ${startGoal.toFixed(2)} and ${memoryGoal.toFixed(2)}`,
      ok: start <= startGoal && memory <= memoryGoal,
    };
  } finally {
    await keyring.stop();
    await display.stop();
    await clavis.home.remove();
    await blank.home.remove();
    await clavisCopy.remove();
    await rm(folder, { recursive: true, force: true });
  }
}
