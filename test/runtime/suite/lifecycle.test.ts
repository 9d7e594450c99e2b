import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startDisplay } from '../../support/display.ts';
import { executablePath, quietEnv, sampleApp, startSample } from './start-sample.ts';

type Started = {
  pid: number;
  output(): string;
  ended: Promise<[number | null, string | null]>;
  kill(signal: NodeJS.Signals): void;
};

/** Starts the executable as a shell would, without Playwright. */
function start(args: string[], env: Record<string, string>): Started {
  const child = spawn(executablePath, args, {
    env: quietEnv({ SAMPLE_TELLS: '1', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const ended = once(child, 'exit').then(([code, signal]): [number | null, string | null] => [code, signal]);
  return { pid: child.pid ?? 0, output: () => text, ended, kill: (signal) => void child.kill(signal) };
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stand-in-life-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Command lines of processes whose parent is, or was, this one's Chromium: found by its temporary profile. */
async function chromiumOf(temp: string): Promise<number> {
  let count = 0;
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const line = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    if (line.includes('chrom') && line.includes(temp)) count += 1;
  }
  return count;
}

test('quitting asks before-quit, closes windows, asks will-quit, and each can stop it', async () => {
  const sample = await startSample();
  const stopped = await sample.app.evaluate(async ({ app, BrowserWindow }) => {
    const seen: string[] = Reflect.get(globalThis, 'seen');
    app.once('before-quit', (event) => event.preventDefault());
    app.quit();
    const afterFirst = [...seen, BrowserWindow.getAllWindows().length];
    const asked = new Promise<void>((resolve) =>
      app.once('will-quit', (event) => {
        event.preventDefault();
        resolve();
      }),
    );
    app.quit();
    await asked;
    return { afterFirst, afterSecond: [...seen, BrowserWindow.getAllWindows().length] };
  });
  expect(stopped.afterFirst).toEqual(['before-quit', 1]);
  expect(stopped.afterSecond).toEqual(['before-quit', 'before-quit', 'will-quit', 0]);
  expect(await sample.app.evaluate(({ app }) => app.isReady())).toBe(true);
  const child = sample.app.process();
  await sample.stop();
  expect([child.exitCode, child.signalCode]).toEqual([0, null]);
});

test.each(['ready', 'window', 'load', 'answer'])(
  'a quit while the first window opens ends the app: at its %s',
  (moment) =>
    inFolder(async (folder) => {
      const quitting = start([sampleApp, `--user-data-dir=${folder}/data`], { SAMPLE_QUITS_AT: moment });
      expect(await quitting.ended).toEqual([0, null]);
      expect(quitting.output()).toMatch(/before-quit.*will-quit.*quit/s);
    }),
);

test('a quit that meets the commit of a navigation ends the app', async () => {
  const sample = await startSample();
  const child = sample.app.process();
  try {
    // The old page is busy, so that Chromium has committed to the new one and waits when the window is closed.
    await sample.app.evaluate(async ({ app, BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      const answered: string[] = Reflect.get(globalThis, 'answered');
      await window?.webContents.executeJavaScript(
        'void setTimeout(() => { const end = Date.now() + 300; while (Date.now() < end); }, 20)',
      );
      window?.loadURL('app://sample/other').catch(() => {});
      const quitAfterAnswer = (): void => {
        if (answered.includes('/other')) setTimeout(() => app.quit(), 80);
        else setTimeout(quitAfterAnswer, 5);
      };
      quitAfterAnswer();
    });
    await expect.poll(() => [child.exitCode, child.signalCode]).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
  await sample.stop();
});

test('the app knows its own names, version and places', async () => {
  const sample = await startSample();
  const told = await sample.app.evaluate(({ app }) => ({
    name: app.getName(),
    version: app.getVersion(),
    appPath: app.getAppPath(),
    userData: app.getPath('userData'),
    packaged: app.isPackaged,
    type: process.type,
    electron: process.versions['electron'],
    dock: app.dock ?? null,
  }));
  expect(told).toMatchObject({
    name: 'Stand-in Sample',
    version: '4.5.6',
    appPath: sampleApp,
    userData: sample.userData,
  });
  expect(told).toMatchObject({ packaged: false, type: 'browser', dock: null });
  expect(told.electron).toMatch(/^45\./);
  await sample.stop();
});

test('without --user-data-dir the data folder is the app’s name in the configuration folder', () =>
  inFolder(async (folder) => {
    const { _electron } = await import('@playwright/test');
    const app = await _electron.launch({
      executablePath,
      args: [sampleApp],
      env: quietEnv({ XDG_CONFIG_HOME: folder }),
    });
    const page = await app.firstWindow();
    await page.waitForFunction('globalThis.scriptRan === true');
    expect(await app.evaluate(({ app }) => app.getPath('userData'))).toBe(path.join(folder, 'Stand-in Sample'));
    await app.close();
  }));

test('Electron’s own seam finds it: ELECTRON_OVERRIDE_DIST_PATH, with Playwright’s `-r` module', () =>
  inFolder(async (folder) => {
    const { _electron } = await import('@playwright/test');
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(executablePath);
    const app = await _electron.launch({ args: [sampleApp, `--user-data-dir=${folder}`], env: quietEnv() });
    delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    const page = await app.firstWindow();
    await page.waitForFunction('globalThis.scriptRan === true');
    expect(await app.evaluate(({ app }) => app.isReady())).toBe(true);
    await app.close();
  }));

test('closing the last window quits when nobody listens, and not when somebody does', async () => {
  const sample = await startSample();
  await sample.app.evaluate(async ({ app, BrowserWindow }) => {
    const all = new Promise<void>((resolve) => app.once('window-all-closed', resolve));
    BrowserWindow.getAllWindows()[0]?.close();
    await all;
  });
  expect(await sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const ended = sample.app.waitForEvent('close');
  await sample.app.evaluate(() =>
    Reflect.get(globalThis, 'openWindow')().then((opened: Electron.BrowserWindow) => opened.close()),
  );
  await ended;
  await sample.stop();
});

test('of two starts on one data folder the second ends and the first hears of it', () =>
  inFolder(async (folder) => {
    const env = { SAMPLE_ONE_INSTANCE: '1', TMPDIR: folder };
    const args = [sampleApp, `--user-data-dir=${folder}/data`];
    const first = start(args, env);
    await expect.poll(first.output).toContain('sample is open');
    const second = start([...args, '--hello'], env);
    expect(await second.ended).toEqual([0, null]);
    expect(second.output()).not.toContain('sample is open');
    await expect.poll(first.output).toContain('told');
    expect(first.output()).toMatch(/second-instance .*--hello.*by the second/);
    first.kill('SIGTERM');
    expect(await first.ended).toEqual([0, null]);
    expect(first.output()).toMatch(/before-quit.*will-quit.*quit/s);
    expect(existsSync(path.join(folder, 'data', 'StandInLock'))).toBe(false);
  }));

test('a killed app takes Chromium and its profile along, and leaves the lock to the next', () =>
  inFolder(async (folder) => {
    const env = { SAMPLE_ONE_INSTANCE: '1', TMPDIR: folder };
    const args = [sampleApp, `--user-data-dir=${folder}/data`, '--remote-debugging-port=0'];
    const first = start(args, env);
    await expect.poll(first.output).toContain('sample is open');
    expect(await chromiumOf(folder)).toBeGreaterThan(0);
    first.kill('SIGKILL');
    await first.ended;
    await expect.poll(() => chromiumOf(folder)).toBe(0);
    const profiles = async (): Promise<string[]> =>
      (await readdir(folder)).filter((name) => name.startsWith('stand-in-chromium-'));
    await expect.poll(profiles).toEqual([]);
    expect(existsSync(path.join(folder, 'data', 'StandInLock'))).toBe(true);
    const second = start(args, env);
    await expect.poll(second.output).toContain('sample is open');
    second.kill('SIGINT');
    expect(await second.ended).toEqual([0, null]);
  }));

test('a main module that throws ends the app with its error', () =>
  inFolder(async (folder) => {
    const broken = start([path.join(folder, 'nothing-here')], {});
    expect((await broken.ended)[0]).toBe(1);
    expect(broken.output()).toContain('Unable to find Electron app');
  }));

test('without a browser the error names what to install', () =>
  inFolder(async (folder) => {
    const node = path.dirname(process.execPath);
    const tools = ['sh', 'readlink', 'dirname'];
    const { symlink } = await import('node:fs/promises');
    for (const tool of tools) await symlink(`/usr/bin/${tool}`, path.join(folder, tool));
    const alone = start([sampleApp, `--user-data-dir=${folder}/data`], { PATH: `${folder}:${node}`, CHROMIUM: '' });
    expect((await alone.ended)[0]).toBe(1);
    expect(alone.output()).toContain('Install one of chromium');
  }));

test('the preview has a name of its own, opens no port, and ends with Ctrl+C', () =>
  inFolder(async (folder) => {
    const { display, stop } = await startDisplay();
    const args = ['--stand-in-preview', sampleApp, `--user-data-dir=${folder}/data`];
    const preview = start(args, { DISPLAY: display, TMPDIR: folder });
    await expect.poll(preview.output).toContain('sample is open as Stand-in Sample Preview');
    expect(preview.output()).not.toContain('listening on');
    preview.kill('SIGINT');
    expect(await preview.ended).toEqual([0, null]);
    await stop();
  }));
