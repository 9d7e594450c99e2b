import { expect, test } from 'vitest';
import { openGitProcesses } from '../../../electron/adapters/git/processes.ts';
import { startGitRunner } from '../../support/git-processes.ts';
import { needsPosix } from '../../support/needs.ts';
import { leastStall } from '../../support/stalls.ts';

needsPosix('programs in sh');

/** In ms: what nobody at a window or the tray notices. */
const longest = 50;
/** In bytes: as much as main may come to hold. A fork copies the tables of every page that was written to. */
const held = 500 * 1024 * 1024;
/** In bytes: main writes to every sixteenth page of them. */
const step = 16 * 4096;

test('main never stands still for git, however large it is', async () => {
  const { run, warmUp, close } = openGitProcesses(startGitRunner);
  const ask = (at: number) =>
    run({
      executable: '/usr/bin/git',
      args: ['config', '--get', `no.no${at}`],
      cwd: '/',
      env: {},
      timeLimit: 10_000,
      input: '',
    });
  // As in the app, it starts while main is small.
  warmUp();
  await ask(0);
  const memory = Buffer.alloc(held, 1);
  // Main works meanwhile: each page that it writes to after a fork is copied first.
  const working = setInterval(() => {
    for (let at = 0; at < held; at += step) memory[at] = at;
  }, 5);
  const { ms, first } = await leastStall(longest, () => Promise.all(Array.from({ length: 50 }, (_, at) => ask(at))));
  clearInterval(working);
  expect(first).toEqual(first.map(() => ({ code: 1, out: '', said: '' })));
  expect(ms).toBeLessThan(longest);
  await close();
});
