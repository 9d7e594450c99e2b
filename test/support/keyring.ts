import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openSilentPrompter, type SilentPrompter } from './keyring-prompter.ts';

const run = promisify(execFile);
const password = 'the tests’ own keyring';
/** As gnome-keyring 42 writes one. */
const textFile = '[keyring]\ndisplay-name=Login\nctime=0\nmtime=0\nlock-on-idle=false\nlock-after=false\n';
/** On a busy machine one was seen not to come up; another does. */
const startMs = 6_000;
const mostStarts = 3;
const collection = '/org/freedesktop/secrets/collection/login';

/** A real gnome-keyring on a D-Bus session bus of its own; never the user's. Linux only. */
export interface TestKeyring {
  /** What a child process needs in its environment to meet this keyring. */
  readonly env: Record<string, string>;
  /** What `secret-tool` finds under these names, null if nothing. */
  lookup(service: string, account: string): Promise<string | null>;
  /** Puts a value there as another program would (`secret-tool store`); `more` are further attributes. */
  store(service: string, account: string, value: string | Uint8Array, more?: readonly string[]): Promise<void>;
  /** Takes a value away as another program would (`secret-tool clear`). */
  clear(service: string, account: string): Promise<void>;
  /** Locks the collection. Nobody answers the prompt to unlock it: the keyring reports it as dismissed at once. */
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** Lets prompts open that nobody answers; the returned function calls them off. */
  leavePromptsOpen(): Promise<SilentPrompter>;
  kill(): Promise<void>;
  /** Stops it mid-work (SIGSTOP) until `resume`. */
  hang(): void;
  resume(): void;
  /**
   * Ends it if it lives, and starts one again: over its own data, over those of another login (any other name), or over
   * `none`, as where no keyring was ever made.
   */
  restart(options?: { locked?: boolean; data?: string }): Promise<void>;
  /** Stops the bus mid-work (SIGSTOP) until `resumeBus`. */
  hangBus(): void;
  resumeBus(): void;
  /** Ends the bus, and with it whoever lives by it. */
  killBus(): Promise<void>;
  /** Another bus under the same address, and the keyring on it. */
  restartBus(): Promise<void>;
  /** Ends the keyring and the bus, and removes their folder. */
  stop(): Promise<void>;
}

/**
 * `secretService: false` gives a bus on which nothing answers to org.freedesktop.secrets; `passwordless` one whose keyring is a
 * text file, as where a login needs no password.
 */
export async function startKeyring(
  options: { secretService?: boolean; passwordless?: boolean } = {},
): Promise<TestKeyring> {
  const folder = await mkdtemp(join(tmpdir(), 'clavis-keyring-'));
  const env = {
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}`,
    XDG_DATA_HOME: join(folder, 'data-own'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  };
  await mkdir(env.XDG_DATA_HOME);
  await mkdir(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  await writeFile(join(folder, 'bus.conf'), busConfig(join(folder, 'bus')));

  // With a display the keyring would look for a window to prompt in.
  const { DISPLAY, WAYLAND_DISPLAY, GNOME_KEYRING_CONTROL, ...own } = process.env;
  const childEnv = { ...own, ...env };
  const guard = startGuard(folder);
  const dbusSend = (...call: string[]) => run('dbus-send', ['--session', '--print-reply', ...call], { env: childEnv });
  const answers = () =>
    dbusSend('--dest=org.freedesktop.secrets', '/org/freedesktop/secrets', 'org.freedesktop.DBus.Peer.Ping').then(
      () => true,
      () => false,
    );
  const locked = async () => {
    const reply = await dbusSend(
      '--dest=org.freedesktop.secrets',
      collection,
      'org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Secret.Collection',
      'string:Locked',
    ).catch(() => null);
    return reply === null ? null : reply.stdout.includes('boolean true');
  };

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

  let keyring: ChildProcess | null = null;
  const start = async (wanted: { locked: boolean; data: string }) => {
    const data = join(folder, `data-${wanted.data}`);
    await mkdir(data, { recursive: true });
    const isThere =
      wanted.data === 'none' || options.passwordless === true
        ? answers
        : async () => (await locked()) === wanted.locked;
    for (let tries = 0; tries < mostStarts; tries += 1) {
      const staysLocked = wanted.locked || wanted.data === 'none' || options.passwordless === true;
      const daemon = startDaemon({ ...childEnv, XDG_DATA_HOME: data }, staysLocked);
      keyring = daemon;
      guard.watch(daemon);
      const until = performance.now() + startMs;
      while (daemon.exitCode === null && daemon.signalCode === null && performance.now() < until) {
        if (await isThere()) return;
        await delay(10);
      }
      await end(daemon);
    }
    throw new Error('the keyring did not start');
  };
  const kill = () => end(keyring);
  if (options.passwordless === true) {
    const keyrings = join(env.XDG_DATA_HOME, 'keyrings');
    await mkdir(keyrings);
    await writeFile(join(keyrings, 'login.keyring'), textFile, { mode: 0o600 });
    await writeFile(join(keyrings, 'default'), 'login');
  }
  if (options.secretService !== false) await start({ locked: false, data: 'own' });

  return {
    env,
    async lookup(service, account) {
      const names = ['lookup', 'service', service, 'username', account];
      try {
        return (await run('secret-tool', names, { env: childEnv, maxBuffer: 1 << 24 })).stdout;
      } catch (error) {
        // Absent is exit code 1 without a word; anything else must not pass for it.
        if (isSilentFailure(error)) return null;
        throw error;
      }
    },
    async store(service, account, value, more = []) {
      const names = ['store', '--label', account, 'service', service, 'username', account, ...more];
      const stored = run('secret-tool', names, { env: childEnv });
      stored.child.stdin?.end(value);
      await stored;
    },
    async clear(service, account) {
      await run('secret-tool', ['clear', 'service', service, 'username', account], { env: childEnv });
    },
    async lock() {
      const lock = 'org.freedesktop.Secret.Service.Lock';
      await dbusSend('--dest=org.freedesktop.secrets', '/org/freedesktop/secrets', lock, `array:objpath:${collection}`);
    },
    unlock: () => unlock(join(env.XDG_RUNTIME_DIR, 'keyring', 'control')),
    leavePromptsOpen: () => openSilentPrompter(join(folder, 'bus')),
    kill,
    hang: () => void keyring?.kill('SIGSTOP'),
    resume: () => void keyring?.kill('SIGCONT'),
    async restart(wanted = {}) {
      await kill();
      await start({ locked: wanted.locked ?? false, data: wanted.data ?? 'own' });
    },
    hangBus: () => void bus.kill('SIGSTOP'),
    resumeBus: () => void bus.kill('SIGCONT'),
    killBus: () => end(bus),
    async restartBus() {
      await Promise.all([kill(), end(bus)]);
      await rm(join(folder, 'bus'), { force: true });
      bus = await startBus();
      await start({ locked: false, data: 'own' });
    },
    async stop() {
      await kill();
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

async function end(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function startDaemon(env: NodeJS.ProcessEnv, locked: boolean) {
  const how = ['--foreground', '--components=secrets', ...(locked ? [] : ['--unlock'])];
  const daemon = spawn('gnome-keyring-daemon', how, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  daemon.stdin.on('error', () => {});
  daemon.stdin.end(locked ? '' : password);
  return daemon;
}

/**
 * What PAM does at login: gnome-keyring's control socket takes a length, the operation 1 (unlock) and the password,
 * and answers with a length and a result, 0 for done (gnome-keyring, `daemon/control/gkd-control-codes.h`).
 */
async function unlock(control: string): Promise<void> {
  const text = Buffer.from(password);
  const packet = Buffer.alloc(13 + text.length);
  packet.writeUInt32BE(12 + text.length, 1);
  packet.writeUInt32BE(1, 5);
  packet.writeUInt32BE(text.length, 9);
  text.copy(packet, 13);
  const socket = createConnection(control);
  socket.write(packet);
  const [reply] = await once(socket, 'data');
  socket.destroy();
  if (!Buffer.isBuffer(reply) || reply.readUInt32BE(4) !== 0) throw new Error('the keyring did not unlock');
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

function isSilentFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'code') === 1 && Reflect.get(error, 'stderr') === '';
}
