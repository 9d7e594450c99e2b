import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { needsLinux } from './needs.ts';

needsLinux('a D-Bus of its own');

const run = promisify(execFile);

/** A D-Bus session bus of its own with a folder for what runs on it. Linux only. */
export interface PrivateBus {
  readonly folder: string;
  readonly address: string;
  /** What a child process needs in its environment to meet this bus, and nobody else's data. */
  readonly env: Record<'DBUS_SESSION_BUS_ADDRESS' | 'XDG_DATA_HOME' | 'XDG_RUNTIME_DIR', string>;
  /** The whole environment of such a child, without a display to prompt on. */
  readonly childEnv: NodeJS.ProcessEnv;
  /** One call by `dbus-send`: its destination, its path, the method and its arguments. Its reply as text; throws on an error. */
  send(destination: string, ...call: readonly string[]): Promise<string>;
  /** A process that ends with this one, however that ends. */
  watch(child: ChildProcess): void;
  /** Stops the bus mid-work (SIGSTOP) until `resume`. */
  hang(): void;
  resume(): void;
  /** Ends the bus, and with it whoever lives by it. */
  kill(): Promise<void>;
  /** Another bus under the same address. */
  restart(): Promise<void>;
  /** Ends the bus and all that is watched, and removes the folder. */
  stop(): Promise<void>;
}

export async function startPrivateBus(): Promise<PrivateBus> {
  const folder = await mkdtemp(join(tmpdir(), 'clavis-keyring-'));
  const socket = join(folder, 'bus');
  const env = {
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}`,
    XDG_DATA_HOME: join(folder, 'data-own'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  };
  await mkdir(env.XDG_DATA_HOME);
  await mkdir(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  await writeFile(join(folder, 'bus.conf'), busConfig(socket));

  // With a display the keyring would look for a window to prompt in.
  const { DISPLAY, WAYLAND_DISPLAY, GNOME_KEYRING_CONTROL, ...own } = process.env;
  const childEnv = { ...own, ...env };
  const guard = startGuard(folder);

  const startBus = async () => {
    const started = spawn('dbus-daemon', [`--config-file=${join(folder, 'bus.conf')}`, '--nofork', '--print-address'], {
      env: childEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    guard.watch(started);
    await once(started.stdout, 'data');
    started.stdout.destroy();
    return started;
  };
  let bus = await startBus();

  return {
    folder,
    address: env.DBUS_SESSION_BUS_ADDRESS,
    env,
    childEnv,
    async send(destination, ...call) {
      const words = ['--session', '--print-reply', `--dest=${destination}`, ...call];
      return (await run('dbus-send', words, { env: childEnv })).stdout;
    },
    watch: guard.watch,
    hang: () => void bus.kill('SIGSTOP'),
    resume: () => void bus.kill('SIGCONT'),
    kill: () => endProcess(bus),
    async restart() {
      await endProcess(bus);
      await rm(socket, { force: true });
      bus = await startBus();
    },
    async stop() {
      bus.kill('SIGKILL');
      await guard.end();
    },
  };
}

/** No service folders: what nobody started is absent, and is never started by the bus. */
function busConfig(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`;
}

/** Kills it, if it lives, and waits for its end. */
export async function endProcess(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** A shell that outlives this process by a moment: when its input ends, it kills what is left and removes the folder. */
function startGuard(folder: string) {
  const script = 'while read -r line; do live=$line; done; [ -z "$live" ] || kill -KILL $live; rm -rf "$1"';
  const shell = spawn('sh', ['-c', script, 'keyring-guard', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const live = new Set<number>();
  const tell = () => shell.stdin.write(`${[...live].join(' ')}\n`);
  return {
    watch(child: { pid?: number | undefined; once(event: 'exit', then: () => void): unknown }) {
      const pid = child.pid;
      if (pid === undefined) throw new Error('the keyring tests need dbus, gnome-keyring and libsecret-tools');
      live.add(pid);
      tell();
      child.once('exit', () => {
        live.delete(pid);
        if (!shell.stdin.writableEnded) tell();
      });
    },
    async end() {
      shell.stdin.end();
      await once(shell, 'exit');
    },
  };
}
