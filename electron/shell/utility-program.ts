import { utilityProcess } from 'electron';

export interface UtilityProgram {
  /** What is sent before it has started waits for it; what is sent after its end is lost. */
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

/** How a program is started: the name that the system's monitors show, and its whole environment, which can't be empty. */
export interface UtilityOptions {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** It ended, and not as it does when it is asked to. */
  readonly onCrash: () => void;
}

/**
 * Runs a file of ours in a process of its own, with Node and without a window. Only after Electron is ready; it ends with
 * the app. Its output goes nowhere.
 */
export function startUtilityProgram(file: string, { name, env, onCrash }: UtilityOptions): UtilityProgram {
  const program = utilityProcess.fork(file, [], { serviceName: name, env: { ...env }, stdio: 'ignore' });
  // Its report is not looked at: that could hold anything. `exit` follows.
  program.on('error', () => {});
  let isKilled = false;
  program.once('exit', (code) => {
    if (code !== 0 && !isKilled) onCrash();
  });
  return {
    postMessage: (message) => program.postMessage(message),
    onMessage: (listener) => void program.on('message', listener),
    onExit: (listener) => void program.once('exit', () => listener()),
    kill() {
      isKilled = true;
      // Before it has spawned there is nothing to end yet.
      if (!program.kill()) program.once('spawn', () => void program.kill());
    },
  };
}
