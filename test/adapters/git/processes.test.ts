import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenGitProcesses, openGitProcesses } from '../../../electron/adapters/git/processes.ts';
import { startGitRunner } from '../../support/git-processes.ts';
import { needsPosix } from '../../support/needs.ts';

needsPosix('programs in sh, and signals');

const command = { executable: '/usr/bin/git', cwd: '/', env: {}, timeLimit: 10_000, input: '' };
const failed = { code: null, out: '', failure: { code: 'GIT_RUNNER_FAILED' } };
const late = { code: null, out: '', failure: { code: 'GIT_LATE' } };

let folder: string;
const opened: OpenGitProcesses[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clavis-runner-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
  rmSync(folder, { recursive: true });
});

function open(start = (): ReturnType<typeof startGitRunner> => startGitRunner()): OpenGitProcesses {
  const processes = openGitProcesses(start);
  opened.push(processes);
  return processes;
}

const shell = (script: string) => ({ ...command, executable: '/bin/sh', args: ['-c', script] });

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('each caller gets its own answer, however many ask', async () => {
  const { run } = open();
  const asked = Array.from({ length: 30 }, (_, at) => run({ ...command, args: ['config', '--get', `no.no${at}`] }));
  const told = run({ ...command, args: ['-c', 'a.b=c', 'config', '--get', 'a.b'] });
  expect(await told).toEqual({ code: 0, out: 'c\n', said: '' });
  for (const answer of await Promise.all(asked)) expect(answer).toEqual({ code: 1, out: '', said: '' });
});

test('no more than four run at a time', async () => {
  const { run } = open();
  const log = path.join(folder, 'log');
  const one = shell(`echo begin >> '${log}'; sleep 0.1; echo end >> '${log}'`);
  await Promise.all(Array.from({ length: 12 }, () => run(one)));
  let [now, most] = [0, 0];
  for (const line of readFileSync(log, 'utf8').trim().split('\n')) {
    now += line === 'begin' ? 1 : -1;
    most = Math.max(most, now);
  }
  expect(most).toBe(4);
});

test('what is under way when the app quits is ended with the runner', async () => {
  const { run, close } = open();
  const file = path.join(folder, 'pid');
  const running = run(shell(`echo $$ > '${file}'; exec sleep 1000`));
  const pid = await expect
    .poll(() => Number(readFileSync(file, 'utf8')))
    .toBeGreaterThan(0)
    .then(() => Number(readFileSync(file, 'utf8')));
  await close();
  expect(await running).toEqual(failed);
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect(await run(shell('true'))).toEqual(failed);
});

/** Plays a runner that does as it is told by the first argument, and answers with its own number. */
const player = `
  const answer = { code: 0, out: String(process.pid), said: '' };
  const post = (message) => process.parentPort.postMessage(message);
  process.parentPort.on('message', ({ data: { number, command } }) => {
    switch (command?.args[0]) {
      case 'end': return process.exit(1);
      case 'hang': for (;;);
      case 'nothing': return;
      case 'twice': post({ number, answer }); return post({ number, answer: { ...answer, out: 'again' } });
      case 'unasked': return post({ number: number + 100, answer: { ...answer, out: 'foreign' } });
      case 'no answer': return post({ number, answer: null });
      case 'more': return post({ number, answer: { ...answer, path: '/' } });
      case 'too much': return post({ number, answer: { ...answer, out: 'x'.repeat(1_000_000) } });
      case 'no number': return post({ answer });
      case 'nonsense': return post(undefined);
      default: post({ number, answer });
    }
  });`;

function openPlayer(): { ask(what?: string, timeLimit?: number): ReturnType<OpenGitProcesses['run']> } {
  const file = path.join(folder, 'player.mjs');
  writeFileSync(file, player);
  const { run } = open(() => startGitRunner(file));
  return { ask: (what = '', timeLimit = 10_000) => run({ ...command, args: [what], timeLimit }) };
}

describe('a runner', () => {
  test('that ends midway is told in words, and the next call has another one', async () => {
    const { ask } = openPlayer();
    const first = await ask();
    expect(await Promise.all([ask('nothing'), ask('end')])).toEqual([failed, failed]);
    const second = await ask();
    expect(second.code).toBe(0);
    expect(second.out).not.toBe(first.out);
    expect(isAlive(Number(first.out))).toBe(false);
  });

  test.each(['hang', 'nothing'])(
    'that keeps silent has an end (%s), and the next call has another one',
    async (how) => {
      const { ask } = openPlayer();
      const first = await ask();
      const [one, other] = [ask(how, 10), ask('nothing')];
      expect(await one).toEqual(late);
      expect(await other).toEqual(failed);
      const second = await ask();
      expect(second.code).toBe(0);
      expect(second.out).not.toBe(first.out);
      await expect.poll(() => isAlive(Number(first.out))).toBe(false);
    },
  );

  test.each(['no answer', 'more', 'too much', 'no number', 'nonsense'])(
    'that says %s is not believed and replaced',
    async (what) => {
      const { ask } = openPlayer();
      const first = await ask();
      expect(await ask(what)).toEqual(failed);
      expect((await ask()).out).not.toBe(first.out);
      await expect.poll(() => isAlive(Number(first.out))).toBe(false);
    },
  );

  test('that answers twice, or what nobody asked, changes no other answer', async () => {
    const { ask } = openPlayer();
    const { out } = await ask();
    expect((await ask('twice')).out).toBe(out);
    const foreign = ask('unasked', 10);
    expect((await ask()).out).toBe(out);
    expect(await foreign).toEqual(late);
  });

  test('that can’t be started, or ends at once, is tried no more than once a second', async () => {
    let starts = 0;
    const { run, warmUp } = open(() => {
      starts += 1;
      if (starts === 1) throw new TypeError('not yet');
      return startGitRunner(path.join(folder, 'none.mjs'));
    });
    const began = performance.now();
    warmUp();
    const answers = await Promise.all(Array.from({ length: 9 }, () => run(shell('true'))));
    expect(answers).toEqual(answers.map(() => failed));
    expect(starts).toBeGreaterThan(1);
    expect(starts).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - began) / 1_000));
  });
});
