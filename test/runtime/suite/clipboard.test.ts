import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PrivateDisplay, startDisplay } from '../../support/display.ts';
import { type Sample, startSample } from './start-sample.ts';

const run = promisify(execFile);
const HINT = 'electron application/osclipboard;format="x-kde-passwordManagerHint"';

let display: PrivateDisplay;
let sample: Sample;
beforeAll(async () => {
  display = await startDisplay();
  sample = await startSample({ DISPLAY: display.display });
});
afterAll(async () => {
  await sample.stop();
  await display.stop();
});

async function xclipOut(selection: 'clipboard' | 'primary', target = 'UTF8_STRING'): Promise<string> {
  const args = ['-o', '-selection', selection, '-t', target];
  const { stdout } = await run('xclip', args, {
    env: { ...process.env, DISPLAY: display.display },
    maxBuffer: 1 << 26,
  });
  return stdout;
}

async function xclipIn(text: string): Promise<void> {
  const child = spawn('xclip', ['-i', '-selection', 'clipboard'], {
    env: { ...process.env, DISPLAY: display.display },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.end(text);
  await once(child, 'exit');
}

const writeText = (text: string): Promise<void> =>
  sample.app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
const readText = (): Promise<string> => sample.app.evaluate(({ clipboard }) => clipboard.readText());

test('an empty clipboard reads as empty', async () => {
  expect(await readText()).toBe('');
  expect(await sample.app.evaluate(async ({ clipboard }) => (await clipboard.read()).length)).toBe(0);
});

test('text and the hint for clipboard managers are offered in one ownership', async () => {
  await sample.app.evaluate(
    ({ clipboard, ClipboardItem }, hint) =>
      clipboard.write([new ClipboardItem({ 'text/plain': 'sécret', [hint]: 'secret' })]),
    HINT,
  );
  expect(await xclipOut('clipboard')).toBe('sécret');
  expect(await xclipOut('clipboard', 'x-kde-passwordManagerHint')).toBe('secret');
  const targets = (await xclipOut('clipboard', 'TARGETS')).trim().split('\n');
  expect(targets).toEqual(
    expect.arrayContaining([
      'TARGETS',
      'TIMESTAMP',
      'UTF8_STRING',
      'STRING',
      'text/plain;charset=utf-8',
      'x-kde-passwordManagerHint',
    ]),
  );
  const types = await sample.app.evaluate(async ({ clipboard }) => (await clipboard.read())[0]?.types);
  expect(types).toEqual(['text/plain', HINT]);
});

test.each([5, 65_536, 300_000, 3_000_000])('a value of %i bytes goes out and comes in whole', async (size) => {
  const value = 'k'.repeat(size);
  await writeText(value);
  expect((await xclipOut('clipboard')) === value).toBe(true);
  await xclipIn(`${value}!`);
  await expect.poll(async () => (await readText()) === `${value}!`).toBe(true);
});

test('clear empties the clipboard, whoever filled it', async () => {
  const clear = (): Promise<void> => sample.app.evaluate(({ clipboard }) => clipboard.clear());
  await writeText('ours');
  await clear();
  await expect(xclipOut('clipboard')).rejects.toThrow();
  await xclipIn('theirs');
  await expect.poll(readText).toBe('theirs');
  await clear();
  expect(await readText()).toBe('');
  await expect(xclipOut('clipboard')).rejects.toThrow();
});

test('a program that copies takes the clipboard from the app, which then reads the other’s text', async () => {
  await writeText('ours');
  await xclipIn('theirs');
  await expect.poll(readText).toBe('theirs');
  expect(await xclipOut('clipboard')).toBe('theirs');
});

test('CLIPBOARD and PRIMARY are two', async () => {
  await writeText('clipboard');
  await sample.app.evaluate(({ clipboard }) => clipboard.selection.writeText('primary'));
  expect([await xclipOut('clipboard'), await xclipOut('primary')]).toEqual(['clipboard', 'primary']);
  await sample.app.evaluate(({ clipboard }) => clipboard.selection.clear());
  expect(await readText()).toBe('clipboard');
});
