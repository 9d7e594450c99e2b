import { type ChildProcess, spawn } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess, startPrivateBus } from './private-bus.ts';
import { isLocked, lockCollection, type TestSecretService, waitUntil } from './secret-service.ts';
import { secretTool } from './secret-tool.ts';

const wallet = 'kdewallet';
const collection = `/org/freedesktop/secrets/collection/${wallet}`;
const password = 'the tests’ own wallet';
/** Where Debian puts it: the package libkf5wallet-bin. */
export const kwalletProgram = 'kwalletd5';

/** `First Use`: no assistant asks about a new wallet. */
const config = `[Wallet]
Enabled=true
First Use=false
Default Wallet=${wallet}
Use One Wallet=true
Leave Open=true

[org.freedesktop.secrets]
apiEnabled=true
`;

/** A real KWallet with its Secret Service; never the user's. Linux only. */
export async function startKwallet(): Promise<TestSecretService & { readonly logIn: () => Promise<void> }> {
  const bus = await startPrivateBus();
  const home = join(bus.folder, 'home');
  const configHome = join(home, '.config');
  const wallets = join(bus.env.XDG_DATA_HOME, 'kwalletd');
  const salt = randomBytes(56);
  await mkdir(configHome, { recursive: true });
  await mkdir(wallets);
  await writeFile(join(wallets, `${wallet}.salt`), salt, { mode: 0o600 });
  const env = {
    ...bus.childEnv,
    HOME: home,
    XDG_CONFIG_HOME: configHome,
    QT_QPA_PLATFORM: 'offscreen',
    LANG: 'C.UTF-8',
  };

  const tool = secretTool(env);
  let daemon: ChildProcess | null = null;
  const kill = () => endProcess(daemon);
  const talks = () => ask('isEnabled').then((reply) => reply.includes('true'));
  const ask = (method: string, ...words: string[]) =>
    bus.send('org.kde.kwalletd5', '/modules/kwalletd5', `org.kde.KWallet.${method}`, ...words).catch(() => '');
  // What PAM does at login: the wallet takes the password's hash (pam_kwallet: PBKDF2, SHA-512, 50,000 rounds, 56 bytes).
  const openWallet = async () => {
    const hash = pbkdf2Sync(password, salt, 50_000, 56, 'sha512');
    const bytes = [...hash].map((byte) => `0x${byte.toString(16)}`).join(',');
    await ask('pamOpen', `string:${wallet}`, `array:byte:${bytes}`, 'int32:0');
    await waitUntil(async () => (await ask('isOpen', `string:${wallet}`)).includes('true'), 'the wallet did not open');
  };
  const unlock = async () => {
    await openWallet();
    // Its Secret Service calls the collection locked until a program asks to unlock it, which then needs no password.
    const open = () => tool.store('opening', 'opening', 'opening');
    // libsecret sends its public key without leading zeros, once in 256 times; KWallet refuses that.
    await open().catch(open);
    await tool.clear('opening', 'opening');
  };
  const start = async () => {
    // It writes another default wallet into its settings, where it met none.
    await writeFile(join(configHome, 'kwalletrc'), config);
    daemon = spawn(kwalletProgram, [], { env, stdio: 'ignore' });
    bus.watch(daemon);
    await waitUntil(talks, 'KWallet did not start');
  };

  // The first opening makes the wallet; only one that is there at its start becomes a collection.
  await start();
  await openWallet();
  await kill();
  await start();
  await unlock();

  return {
    env: bus.env,
    collection,
    ...tool,
    lock: async () => {
      await lockCollection(bus, collection);
      await waitUntil(async () => (await isLocked(bus, collection)) === true, 'the wallet did not close');
    },
    unlock,
    // Its wallet is open, and no program has used it.
    logIn: openWallet,
    kill,
    hang: () => void daemon?.kill('SIGSTOP'),
    resume: () => void daemon?.kill('SIGCONT'),
    async restart({ locked = false } = {}) {
      // It saves values when its wallet is closed, and up to 5 s after a change: one that is killed before has lost them.
      await ask('close', `string:${wallet}`, 'boolean:true');
      await kill();
      await start();
      if (!locked) await unlock();
    },
    async stop() {
      await kill();
      await bus.stop();
    },
  };
}
