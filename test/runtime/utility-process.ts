import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import path from 'node:path';
import type Electron from 'electron';
import { closeClass, closeObject, missing } from './refuse.ts';

/** Node itself: the app is shown another `process.execPath`. */
const node = process.execPath;
/** The first code of the new process; next to this file also where both are bundled. */
const world = path.join(import.meta.dirname, `utility-world${path.extname(import.meta.filename)}`);
/** In ms, as long as Chromium's `base::EnsureProcessTerminated` waits for a process that it asked to end. */
const killAfter = 2_000;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill();
});

type Stdio = 'ignore' | 'inherit';

/** What is offered of {@link Electron.ForkOptions}; the rest throws by name. */
const offered = new Set(['env', 'cwd', 'serviceName', 'stdio', 'allowLoadingUnsignedLibraries', 'disclaim']);

/** Electron's `UtilityProcess`: a process with Node that keeps no other one alive. */
export class UtilityProcess
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'pid' | 'stdout' | 'stderr' | 'postMessage' | 'kill'>
{
  /** Null with `ignore` and `inherit`, as in Electron. */
  readonly stdout = null;
  readonly stderr = null;
  readonly #child: ChildProcess;
  #pid: number | undefined;
  #killed = false;

  constructor(modulePath: string, args: readonly string[] = [], options: Electron.ForkOptions = {}) {
    super();
    if (!modulePath) throw new Error('Missing UtilityProcess entry script.');
    const unknown = Object.keys(options).find((name) => !offered.has(name));
    if (unknown !== undefined) throw missing(`utilityProcess.fork: options.${unknown}`);
    const { cwd, serviceName } = options;
    const env = { ...options.env };
    if (serviceName !== undefined && typeof serviceName !== 'string')
      throw new TypeError('serviceName must be a string.');
    if (cwd !== undefined && typeof cwd !== 'string') throw new TypeError('cwd path must be a string.');
    const child = fork(world, [modulePath, ...args], {
      execPath: node,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // An empty environment means the parent's own (`env_map.empty()` in `electron_api_utility_process.cc`).
      env: Object.keys(env).length === 0 ? process.env : env,
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['ignore', ...outputOf(options.stdio), 'ipc'],
      serialization: 'advanced',
    });
    running.add(child);
    child.unref();
    child.channel?.unref();
    child.once('spawn', () => {
      this.#pid = child.pid;
      this.emit('spawn');
    });
    child.on('message', (message) => this.emit('message', Reflect.get(Object(message), 'message')));
    // Electron tells neither of a process that could not be started nor of a message that could not be sent.
    child.on('error', () => {});
    child.once('exit', (code, signal) => this.#end(code ?? (signal === null ? 0 : constants.signals[signal])));
    this.#child = child;
  }

  get pid(): number | undefined {
    return this.#pid;
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw missing('UtilityProcess.postMessage: transfer');
    // In one object: Node sends no `undefined`.
    if (this.#child.connected) this.#child.send({ message });
  }

  kill(): boolean {
    if (this.#pid === undefined) return false;
    this.#killed = this.#child.kill();
    setTimeout(() => this.#child.kill('SIGKILL'), killAfter).unref();
    return this.#killed;
  }

  #end(code: number): void {
    running.delete(this.#child);
    const { SIGTERM, SIGKILL } = constants.signals;
    this.#pid = undefined;
    this.emit('exit', this.#killed && (code === SIGTERM || code === SIGKILL) ? 0 : code);
  }
}
closeClass('UtilityProcess', UtilityProcess);

function outputOf(stdio: Electron.ForkOptions['stdio'] = 'inherit'): [Stdio, Stdio] {
  const given: readonly string[] = typeof stdio === 'string' ? ['ignore', stdio, stdio] : stdio;
  const [input, output, errors] = given;
  if (input === undefined || output === undefined || errors === undefined)
    throw new Error('configuration missing for stdin, stdout or stderr.');
  if (input !== 'ignore') throw new Error('stdin value other than ignore is not supported.');
  const checked = [output, errors].map((mode) => {
    if (mode === 'pipe') throw missing('utilityProcess.fork: stdio pipe');
    if (mode === 'ignore' || mode === 'inherit') return mode;
    throw new Error('stdio must be of the following values: inherit, pipe, ignore');
  });
  return [checked[0] ?? 'inherit', checked[1] ?? 'inherit'];
}

let isReady = (): boolean => false;

/** Tells how to know that the app is ready. */
export function utilitiesNeedReady(ready: () => boolean): void {
  isReady = ready;
}

/** Electron's `utilityProcess`. */
export const utilityProcess = closeObject('utilityProcess', {
  fork(modulePath: string, args?: string[], options?: Electron.ForkOptions): UtilityProcess {
    if (!isReady()) throw new TypeError('utilityProcess cannot be created before app is ready.');
    return new UtilityProcess(modulePath, args, options);
  },
});
