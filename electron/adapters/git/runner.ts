/**
 * Runs git, in a process of its own that Electron starts (`utilityProcess`). A fork copies the tables of all memory of the
 * process that forks, and all of its threads stand still meanwhile: this process is small, main isn't.
 */
import { type ChildProcess, execFile } from 'node:child_process';
import { systemReason } from '../files/reasons.ts';
import { type GitAnswer, type GitCommand, type GitReply, outputLimit, saidLimit, type ToRunner } from './protocol.ts';

const running = new Set<ChildProcess>();

process.parentPort.on('message', ({ data }: { readonly data: ToRunner }) => {
  if (data === 'end') process.exit();
  const { number, command } = data;
  const answered = run(command).catch((error: unknown) => cannotRun(error));
  void answered.then((answer) => process.parentPort.postMessage({ number, answer } satisfies GitReply));
});

// A git that a project makes wait would go on for ever.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
process.on('SIGTERM', () => process.exit());

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
    // Some failures to start are thrown at once.
    const child = execFile(executable, args, options, (error, out, errors) => {
      running.delete(child);
      if (error === null) resolve({ code: 0, out, said: firstLine(errors) });
      else if (error.killed) resolve({ code: null, out: '', failure: { code: 'GIT_LATE' } });
      else if (typeof error.code === 'number') resolve({ code: error.code, out, said: firstLine(errors) });
      else resolve(cannotRun(error));
    });
    running.add(child);
    // A git that has ended already doesn't read; its exit code says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function cannotRun(error: unknown): GitAnswer {
  return { code: null, out: '', failure: { code: 'GIT_NOT_RUN', cause: systemReason(error) } };
}

function firstLine(errors: string): string {
  const lines = errors.split('\n').map((line) => line.trim());
  const line =
    lines.find((candidate) => candidate.startsWith('fatal: ')) ?? lines.find((candidate) => candidate !== '');
  return (line ?? '').slice(0, saidLimit);
}
