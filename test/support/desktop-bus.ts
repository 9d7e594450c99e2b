import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { needsLinux } from './needs.ts';

needsLinux('a D-Bus of its own');

const run = promisify(execFile);

/** A message bus of its own, on which nobody is started; never the user's or the system's. Linux only. */
export interface TestBus {
  /** As in `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  /** Ends the bus; who is connected is cut off. */
  stop(): Promise<void>;
  /** Starts it, at the same address. */
  start(): Promise<void>;
  /** A signal from a passer-by who owns no name, made by GLib; to everybody, or to one alone. */
  emitAsStranger(signal: string, path: string, value: string, to?: string): Promise<void>;
  /** The names that the bus gave to who is connected. */
  guests(): Promise<string[]>;
  guestsBut(others: readonly string[]): Promise<string[]>;
  /** Ends the bus, and removes what it left. */
  remove(): Promise<void>;
}

/** `started: false` gives an address at which there is nobody yet. */
export async function openTestBus({ started = true } = {}): Promise<TestBus> {
  const folder = await mkdtemp(join(tmpdir(), 'clavis-bus-'));
  const address = `unix:path=${join(folder, 'bus')}`;
  await writeFile(join(folder, 'bus.conf'), busConfig(address));
  let daemon: ReturnType<typeof startDaemon> | null = null;
  const bus: TestBus = {
    address,
    async start() {
      daemon = startDaemon(folder);
      await once(daemon.stdout, 'data');
    },
    async stop() {
      if (daemon === null) return;
      daemon.stdin.end();
      await once(daemon, 'close');
      daemon = null;
    },
    async emitAsStranger(signal, path, value, to) {
      const said = ['--object-path', path, '--signal', signal, value];
      const dest = to === undefined ? [] : ['--dest', to];
      // With the address on its command line it would say no hello, and be cut off.
      const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address };
      await run('gdbus', ['emit', '--session', ...dest, ...said], { env });
    },
    async guests() {
      const ask = ['--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ListNames'];
      const { stdout } = await run('dbus-send', [`--bus=${address}`, ...ask]);
      // Who asks is on the list too.
      return (stdout.match(/:\d+\.\d+(?=")/g) ?? []).filter((name) => !stdout.includes(`destination=${name} `));
    },
    guestsBut: async (others) => (await bus.guests()).filter((name) => !others.includes(name)),
    async remove() {
      await bus.stop();
      await run('rm', ['-rf', folder]);
    },
  };
  if (started) await bus.start();
  return bus;
}

/** The shell outlives this process by a moment: when its input ends, it ends the bus. */
function startDaemon(folder: string) {
  const script =
    'dbus-daemon --config-file="$1/bus.conf" --nofork --print-address & cat >/dev/null; kill -KILL $!; wait';
  return spawn('sh', ['-c', script, 'test-bus', folder], { detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
}

function busConfig(address: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`;
}
