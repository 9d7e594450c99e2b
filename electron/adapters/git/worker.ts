import { execFile } from 'node:child_process';
import { parentPort } from 'node:worker_threads';
import { systemReason } from '../files/reasons.ts';
import { type GitAnswer, type GitCommand, type GitReply, type GitRequest, noAnswerInTime } from './protocol.ts';

/** A worker that starts git: a thread stands still until the program that it starts is there, 50 ms on a busy machine. */
const port = parentPort;
if (port === null) throw new TypeError('made to be a worker');

const outputLimit = 64 * 1024;

port.on('message', ({ number, command }: GitRequest) => {
  const answered = run(command).catch((error: unknown) => {
    // Some failures to start are thrown at once.
    return { code: null, out: '', said: `git can't be run: ${systemReason(error)}` };
  });
  void answered.then((answer) => port.postMessage({ number, answer } satisfies GitReply));
});

function run({ executable, args, cwd, env, timeLimit, input }: GitCommand): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env,
      timeout: timeLimit,
      killSignal: 'SIGKILL',
      maxBuffer: outputLimit,
      windowsHide: true,
    } as const;
    const child = execFile(executable, args, options, (error, out, errors) => {
      if (error === null) resolve({ code: 0, out, said: firstLine(errors) });
      else if (error.killed) resolve({ code: null, out: '', said: noAnswerInTime });
      else if (typeof error.code === 'number') resolve({ code: error.code, out, said: firstLine(errors) });
      else resolve({ code: null, out: '', said: `git can't be run: ${systemReason(error)}` });
    });
    // A git that has ended already doesn't read; its exit code says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function firstLine(errors: string): string {
  const lines = errors.split('\n').map((line) => line.trim());
  const line =
    lines.find((candidate) => candidate.startsWith('fatal: ')) ?? lines.find((candidate) => candidate !== '');
  return (line ?? '').slice(0, 300);
}
