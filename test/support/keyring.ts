import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openSilentPrompter, type SilentPrompter } from './keyring-prompter.ts';
import { endProcess, startPrivateBus } from './private-bus.ts';
import { isLocked, lockCollection, waitUntil } from './secret-service.ts';
import { type SecretTool, secretTool } from './secret-tool.ts';

export const keyringPassword = 'own keyring of the tests';
/** A keyring without a password and without items, as gnome-keyring 42 writes one. */
export const textKeyring = (name: string): string =>
  `[keyring]\ndisplay-name=${name}\nctime=0\nmtime=0\nlock-on-idle=false\nlock-after=false\n`;
/** On a busy machine one was seen not to come up; another does. */
const startMs = 20_000;
const mostStarts = 3;
const collection = '/org/freedesktop/secrets/collection/login';

/** A real gnome-keyring on a D-Bus session bus of its own; never the user's. Linux only. */
export interface TestKeyring extends SecretTool {
  /** What a child process needs in its environment to meet this keyring. */
  readonly env: Record<string, string>;
  /** Locks the collection. Nobody answers the prompt to unlock it: the keyring reports it as dismissed at once. */
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** Lets prompts open that nobody answers; the returned function calls them off. */
  leavePromptsOpen(): Promise<SilentPrompter>;
  /** Waits until a program has this name on the bus. */
  hasOwner(name: string): Promise<void>;
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
export interface KeyringOptions {
  readonly secretService?: boolean;
  readonly passwordless?: boolean;
}

export async function startKeyring(options: KeyringOptions = {}): Promise<TestKeyring> {
  const bus = await startPrivateBus();
  const { folder, env, childEnv } = bus;
  const answers = () =>
    bus.send('org.freedesktop.secrets', '/org/freedesktop/secrets', 'org.freedesktop.DBus.Peer.Ping').then(
      () => true,
      () => false,
    );
  const locked = () => isLocked(bus, collection);

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
      bus.watch(daemon);
      const until = performance.now() + startMs;
      while (daemon.exitCode === null && daemon.signalCode === null && performance.now() < until) {
        if (await isThere()) return;
        await delay(10);
      }
      await endProcess(daemon);
    }
    throw new Error('the keyring did not start');
  };
  const kill = () => endProcess(keyring);
  if (options.passwordless === true) {
    const keyrings = join(env.XDG_DATA_HOME, 'keyrings');
    await mkdir(keyrings);
    await writeFile(join(keyrings, 'login.keyring'), textKeyring('Login'), { mode: 0o600 });
    await writeFile(join(keyrings, 'default'), 'login');
  }
  if (options.secretService !== false) await start({ locked: false, data: 'own' });

  return {
    env,
    ...secretTool(childEnv),
    lock: () => lockCollection(bus, collection),
    unlock: () => unlock(join(env.XDG_RUNTIME_DIR, 'keyring', 'control')),
    hasOwner: (name) =>
      waitUntil(async () => {
        const call = ['/', 'org.freedesktop.DBus.NameHasOwner', `string:${name}`];
        return (await bus.send('org.freedesktop.DBus', ...call)).includes('true');
      }, `nobody has the name ${name}`),
    leavePromptsOpen: () => openSilentPrompter(join(folder, 'bus')),
    kill,
    hang: () => void keyring?.kill('SIGSTOP'),
    resume: () => void keyring?.kill('SIGCONT'),
    async restart(wanted = {}) {
      await kill();
      await start({ locked: wanted.locked ?? false, data: wanted.data ?? 'own' });
    },
    hangBus: bus.hang,
    resumeBus: bus.resume,
    killBus: bus.kill,
    async restartBus() {
      await kill();
      await bus.restart();
      await start({ locked: false, data: 'own' });
    },
    async stop() {
      await kill();
      await bus.stop();
    },
  };
}

function startDaemon(env: NodeJS.ProcessEnv, locked: boolean) {
  const how = ['--foreground', '--components=secrets', ...(locked ? [] : ['--unlock'])];
  const daemon = spawn('gnome-keyring-daemon', how, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  daemon.stdin.on('error', () => {});
  daemon.stdin.end(locked ? '' : keyringPassword);
  return daemon;
}

/**
 * What PAM does at login: gnome-keyring's control socket takes a length, the operation 1 (unlock) and the password,
 * and answers with a length and a result, 0 for done (gnome-keyring, `daemon/control/gkd-control-codes.h`).
 */
async function unlock(control: string): Promise<void> {
  const text = Buffer.from(keyringPassword);
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
