import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startDisplay } from '../../support/display.ts';
import { openXWindows, type XWindowsSeen } from '../../support/x-windows.ts';
import { executablePath, quietEnv, sampleApp } from './start-sample.ts';

/** A start opens a visible Chromium and two windows in it. */
const startMs = 30_000;
const main = '640x480';
const palette = '320x240';

interface Preview {
  readonly windows: XWindowsSeen;
  said(): string;
  /** As a person at the terminal: the app is activated. */
  pressEnter(): void;
}

/** The sample with its palette, in front of a person on a display that has no window manager. */
async function startPreview(): Promise<Preview> {
  const { display, stop } = await startDisplay();
  const windows = await openXWindows(display);
  const folder = await mkdtemp(path.join(tmpdir(), 'stand-in-preview-'));
  const child = spawn(executablePath, ['--stand-in-preview', sampleApp, `--user-data-dir=${folder}/data`], {
    env: quietEnv({ SAMPLE_PALETTE: '1', DISPLAY: display, TMPDIR: folder }),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  onTestFinished(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
    await stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  // The palette draws its page while nobody sees it.
  await expect.poll(() => said, { timeout: startMs }).toContain('palette has drawn');
  return { windows, said: () => said, pressEnter: () => void child.stdin.write('\n') };
}

test('a hidden window of the preview can’t be seen, with no window manager either, until it is shown', async () => {
  const { windows, pressEnter } = await startPreview();
  await expect.poll(windows.seen).toContain(main);
  expect(await windows.seen()).not.toContain(palette);
  for (let time = 0; time < 2; time += 1) {
    pressEnter();
    await expect.poll(windows.seen).toContain(palette);
    pressEnter();
    await expect.poll(windows.seen).not.toContain(palette);
    expect(await windows.seen()).toContain(main);
  }
});

test('a window of the preview has the focus when a person gives it the keyboard', async () => {
  const { windows, pressEnter, said } = await startPreview();
  pressEnter();
  await expect.poll(said).toContain('palette focus');
  await windows.focus(palette);
  await windows.focus(main);
  await expect.poll(said).toContain('first focus');
  await windows.focus(palette);
  await expect.poll(said).toMatch(/first focus.*first blur.*palette focus/s);
});
