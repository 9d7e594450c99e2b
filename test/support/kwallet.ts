import { type ChildProcess, spawn } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess, startPrivateBus } from './private-bus.ts';
import { isLocked, lockCollection, type TestSecretService, waitUntil } from './secret-service.ts';
import { type SecretTool, secretTool } from './secret-tool.ts';

const wallet = 'kdewallet';
const second = 'second';
const pathOf = (name: string) => `/org/freedesktop/secrets/collection/${name}`;
const collection = pathOf(wallet);
const password = 'own wallet of the tests';
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

/**
 * libsecret sends its public key without leading zeros, once in 256 times, and KWallet refuses that; with a shared key that has
 * some, one can't open what the other sealed. The next session has other keys.
 */
function askedAgain({ lookup, store, clear }: SecretTool): SecretTool {
  const again = <T>(ask: () => Promise<T>): Promise<T> => ask().catch(ask);
  return {
    lookup: async (...of) => (await again(() => lookup(...of))) ?? (await again(() => lookup(...of))),
    store: (...given) => again(() => store(...given)),
    clear: (...of) => again(() => clear(...of)),
  };
}

/** A real KWallet with its Secret Service; never the user's. `display`: where its windows open; without one nowhere. Linux only. */
export async function startKwallet({
  display,
}: {
  readonly display?: string | undefined;
} = {}): Promise<TestSecretService & { readonly logIn: () => Promise<void> }> {
  const bus = await startPrivateBus();
  const home = join(bus.folder, 'home');
  const configHome = join(home, '.config');
  const wallets = join(bus.env.XDG_DATA_HOME, 'kwalletd');
  const salt = randomBytes(56);
  await mkdir(configHome, { recursive: true });
  await mkdir(wallets);
  for (const name of [wallet, second]) await writeFile(join(wallets, `${name}.salt`), salt, { mode: 0o600 });
  const env = {
    ...bus.childEnv,
    HOME: home,
    XDG_CONFIG_HOME: configHome,
    ...(display === undefined ? { QT_QPA_PLATFORM: 'offscreen' } : { QT_QPA_PLATFORM: 'xcb', DISPLAY: display }),
    LANG: 'C.UTF-8',
  };

  const tool = askedAgain(secretTool(env));
  let daemon: ChildProcess | null = null;
  const kill = () => endProcess(daemon);
  const talks = () => ask('isEnabled').then((reply) => reply.includes('true'));
  const ask = (method: string, ...words: string[]) =>
    bus.send('org.kde.kwalletd5', '/modules/kwalletd5', `org.kde.KWallet.${method}`, ...words).catch(() => '');
  // What PAM does at login: the wallet takes the password's hash (pam_kwallet: PBKDF2, SHA-512, 50,000 rounds, 56 bytes).
  const openWallet = async (name = wallet) => {
    const hash = pbkdf2Sync(password, salt, 50_000, 56, 'sha512');
    const bytes = [...hash].map((byte) => `0x${byte.toString(16)}`).join(',');
    await ask('pamOpen', `string:${name}`, `array:byte:${bytes}`, 'int32:0');
    await waitUntil(async () => (await ask('isOpen', `string:${name}`)).includes('true'), 'the wallet did not open');
  };
  const unlock = async (name = wallet) => {
    await openWallet(name);
    // Its Secret Service calls the collection locked until a program asks to unlock it, which then needs no password.
    await tool.store('opening', 'opening', 'opening', [], pathOf(name));
    await tool.clear('opening', 'opening');
  };
  const start = async () => {
    // It writes another default wallet into its settings, where it met none.
    await writeFile(join(configHome, 'kwalletrc'), config);
    // One that starts right after another was killed now and then ends at once, or never answers.
    for (let tries = 1; tries < 5; tries += 1) {
      daemon = spawn(kwalletProgram, [], { env, stdio: 'ignore' });
      bus.watch(daemon);
      const isThere = await waitUntil(talks, 'KWallet did not start', 15_000).then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await kill();
    }
    throw new Error('KWallet did not start');
  };

  // The first opening makes the wallet; only one that is there at its start becomes a collection.
  await start();
  await openWallet();
  await kill();
  await start();
  await unlock();

  const restart: TestSecretService['restart'] = async ({ locked = false } = {}) => {
    // It saves values when its wallet is closed, and up to 5 s after a change: one that is killed before has lost them.
    await ask('close', `string:${wallet}`, 'boolean:true');
    await kill();
    await start();
    if (!locked) await unlock();
  };
  return {
    env: bus.env,
    collection: { path: collection, name: wallet },
    second: {
      path: pathOf(second),
      name: second,
      async make() {
        await openWallet(second);
        await ask('close', `string:${second}`, 'boolean:true');
        await restart();
      },
      open: () => unlock(second),
    },
    password,
    promptTitle: 'KDE Wallet|kwalletd|KWallet',
    showPrompts: async () => async () => {},
    ...tool,
    lock: async () => {
      await lockCollection(bus, collection);
      await waitUntil(async () => (await isLocked(bus, collection)) === true, 'the wallet did not close');
    },
    unlock: () => unlock(),
    // Its wallet is open, and no program has used it.
    logIn: () => openWallet(),
    kill,
    hang: () => void daemon?.kill('SIGSTOP'),
    resume: () => void daemon?.kill('SIGCONT'),
    restart,
    async stop() {
      await kill();
      await bus.stop();
    },
  };
}
