import { setTimeout as pause } from 'node:timers/promises';
import limited from 'p-limit';
import type { GitAnswer, GitCommand } from './protocol.ts';
import { failed, linkRunner, type RunnerLink, type RunnerProcess } from './runner-link.ts';

/** Runs git, a few at a time. Never rejects. */
export type GitProcesses = (command: GitCommand) => Promise<GitAnswer>;

/** The process that runs git: started when it is needed, kept, and started again after its end. */
export interface OpenGitProcesses {
  readonly run: GitProcesses;
  /** Starts it now, if it doesn't run. Never throws. */
  warmUp(): void;
  /** Ends it; git is not run any more. */
  close(): Promise<void>;
}

/** Starts `runner.ts` in a process of its own, which keeps no other process alive. */
export type StartRunner = () => RunnerProcess;

/** However many files are asked about: a page that asks a hundred times must not fill the machine with processes. */
const atOnce = 4;
/** In ms, between two starts: main stands still for each of them, also where every runner ends at once. */
const apartMs = 1_000;

export function openGitProcesses(start: StartRunner): OpenGitProcesses {
  const turn = limited(atOnce);
  let link: RunnerLink | null = null;
  let startAgainAt = 0;
  let closed = false;

  function startLink(): RunnerLink {
    startAgainAt = performance.now() + apartMs;
    const started = linkRunner(start(), () => {
      if (link === started) link = null;
    });
    link = started;
    return started;
  }

  async function run(command: GitCommand): Promise<GitAnswer> {
    const wait = startAgainAt - performance.now();
    if (link === null && wait > 0) await pause(wait);
    if (closed) return failed;
    return (link ?? startLink()).ask(command);
  }

  return {
    // What could not be started at all, as before Electron is ready, has no answer either.
    run: (command) => turn(() => run(command).catch(() => failed)),
    warmUp() {
      if (link !== null || closed) return;
      try {
        startLink();
      } catch {
        // The next question tries again, and has an answer that says so.
      }
    },
    async close() {
      closed = true;
      await link?.end();
    },
  };
}
