import path from 'node:path';
import { openGitProcesses } from '../../electron/adapters/git/processes.ts';
import { gitEnvironment } from '../../electron/adapters/git/run.ts';
import type { RunnerProcess } from '../../electron/adapters/git/runner-link.ts';
import { UtilityProcess } from '../runtime/utility-process.ts';

const source = path.resolve(import.meta.dirname, '../../electron/adapters/git/runner.ts');

/** What the shell has from Electron, without Electron: git's runner, or another file in its place. */
export function startGitRunner(file = source): RunnerProcess {
  const program = new UtilityProcess(file, [], { env: gitEnvironment(), stdio: 'ignore' });
  return {
    postMessage: (message) => program.postMessage(message),
    onMessage: (listener) => void program.on('message', listener),
    onExit: (listener) => void program.once('exit', listener),
    kill: () => void program.kill(),
  };
}

/** One runner for all vaults of a test's process: it keeps nothing between two questions. */
export const gitProcesses = openGitProcesses(startGitRunner);
