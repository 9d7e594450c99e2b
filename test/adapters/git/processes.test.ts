import { expect, test } from 'vitest';
import { openGitProcesses } from '../../../electron/adapters/git/processes.ts';
import { workerSource } from '../../support/worker-source.ts';

const command = { executable: '/usr/bin/git', cwd: '/', env: {}, timeLimit: 10_000, input: '' };

test('each caller gets its own answer, however many ask', async () => {
  const processes = openGitProcesses({ workerUrl: workerSource('git-worker') });
  const asked = Array.from({ length: 30 }, (_, at) =>
    processes({ ...command, args: ['config', '--get', `no.no${at}`] }),
  );
  const told = processes({ ...command, args: ['-c', 'a.b=c', 'config', '--get', 'a.b'] });
  expect(await told).toEqual({ code: 0, out: 'c\n', said: '' });
  for (const answer of await Promise.all(asked)) expect(answer).toEqual({ code: 1, out: '', said: '' });
});

test('a worker that ends is told in words, and the next call has another one', async () => {
  const source = `
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ number, command }) => {
      if (command.args[0] === 'end') process.exit(1);
      parentPort.postMessage({ number, answer: { code: 0, out: String(threadId), said: '' } });
    });`;
  const processes = openGitProcesses({ workerUrl: new URL(`data:text/javascript,${encodeURIComponent(source)}`) });
  const first = await processes({ ...command, args: [] });
  const ended = [processes({ ...command, args: ['end'] }), processes({ ...command, args: ['end'] })];
  const failed = { code: null, out: '', said: 'running git failed' };
  expect(await Promise.all(ended)).toEqual([failed, failed]);
  const second = await processes({ ...command, args: [] });
  expect(second.code).toBe(0);
  expect(second.out).not.toBe(first.out);
});
