import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { endProcess, startPrivateBus } from './private-bus.ts';
import { isLocked, type TestSecretService, waitUntil } from './secret-service.ts';
import { type SecretTool, secretTool } from './secret-tool.ts';

const run = promisify(execFile);
const pathOf = (name: string) => `/org/freedesktop/secrets/collection/${name}`;
const first = 'tests';
const second = 'second';
const collection = pathOf(first);
export const keepassxcPassword = 'own database of the tests';

/** As far as Clavis keeps its own changes apart. */
const apartMs = 1_000;
/** On a busy machine one was seen not to come up, right after another was killed; the next does. */
const startMs = 20_000;
const mostStarts = 3;

/** An entry as Clavis itself would have written it, in an earlier run. */
export interface EarlierEntry {
  readonly service: string;
  readonly account: string;
  readonly value: string;
}

const entryOf = ({ service, account, value }: EarlierEntry): string => {
  const text = (key: string, held: string) => `<String><Key>${key}</Key><Value>${held}</Value></String>`;
  const texts = [text('Title', `Clavis: ${account}`), text('Password', value)];
  return `<Entry>${texts.join('')}${text('service', service)}${text('username', account)}</Entry>`;
};

/** A database whose root group is given to other programs; the two ids are one and the same. */
const databaseOf = (
  name: string,
  entries: readonly EarlierEntry[],
): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<KeePassFile>
  <Meta>
    <DatabaseName>${name}</DatabaseName>
    <RecycleBinEnabled>False</RecycleBinEnabled>
    <CustomData>
      <Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{b2d2d8a3-5c1f-4f7e-9d3c-0a1b2c3d4e5f}</Value></Item>
    </CustomData>
  </Meta>
  <Root><Group><UUID>stLYo1wfT36dPAobLD1OXw==</UUID><Name>Root</Name>${entries.map(entryOf).join('')}</Group></Root>
</KeePassFile>
`;

const config = ({
  confirmsAccess = false,
  confirmsDeletion = false,
  savesChanges = true,
}: KeepassxcOptions) => `[General]
ConfigVersion=2
SingleInstance=false
UpdateCheckMessageShown=true
AutoSaveAfterEveryChange=${savesChanges}

[GUI]
CheckForUpdates=false

[FdoSecrets]
Enabled=true
ConfirmAccessItem=${confirmsAccess}
ConfirmDeleteItem=${confirmsDeletion}
NoConfirmDeleteItem=${!confirmsDeletion}
ShowNotification=false
`;

export interface KeepassxcOptions {
  /** Its setting “Confirm when passwords are retrieved by clients”; it asks in a window, which needs a `display`. */
  readonly confirmsAccess?: boolean;
  /** Its setting “Confirm when clients request entry deletion”. */
  readonly confirmsDeletion?: boolean;
  /** Its setting “Automatically save after every change”; without it it saves when it ends. */
  readonly savesChanges?: boolean;
  /** `:99`; without one its windows are drawn nowhere. */
  readonly display?: string | undefined;
  /** What is there from the beginning, kept by nobody who is connected. */
  readonly entries?: readonly EarlierEntry[];
}

/** A real KeePassXC with a database of its own; never the user's. Linux only. */
export async function startKeepassxc(options: KeepassxcOptions = {}): Promise<TestSecretService> {
  const { display, entries = [] } = options;
  const bus = await startPrivateBus();
  const home = join(bus.folder, 'home');
  const fileOf = (name: string) => join(home, `${name}.kdbx`);
  const file = fileOf(first);
  const settings = ['--config', join(home, 'settings.ini'), '--localconfig', join(home, 'local.ini')];
  const screen = display === undefined ? { QT_QPA_PLATFORM: 'offscreen' } : { DISPLAY: display };
  const env = { ...bus.childEnv, ...screen, HOME: home, XDG_CONFIG_HOME: home, LANG: 'C.UTF-8' };
  await mkdir(home);
  await writeFile(join(home, 'settings.ini'), config(options));
  const make = async (name: string, held: readonly EarlierEntry[]) => {
    const xml = join(home, `${name}.xml`);
    await writeFile(xml, databaseOf(name, held));
    const made = run('keepassxc-cli', ['import', '--set-password', '-t', '100', xml, fileOf(name)], { env });
    made.child.stdin?.end(`${keepassxcPassword}\n${keepassxcPassword}\n`);
    await made;
  };
  await make(first, entries);

  let program: ChildProcess | null = null;
  const kill = () => endProcess(program);
  const isOpen = async (path = collection) => (await isLocked(bus, path)) === false;
  const window = (method: string, ...words: string[]) =>
    bus.send(
      'org.keepassxc.KeePassXC.MainWindow',
      '/keepassxc',
      `org.keepassxc.KeePassXC.MainWindow.${method}`,
      ...words,
    );
  const unlock = async (name = first) => {
    await window('openDatabase', `string:${fileOf(name)}`, `string:${keepassxcPassword}`);
    await waitUntil(() => isOpen(pathOf(name)), 'the database did not open');
  };
  const startOnce = async (locked: boolean) => {
    const spawned = spawn('keepassxc', [...settings, ...(locked ? [] : ['--pw-stdin']), file], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    program = spawned;
    bus.watch(spawned);
    spawned.stdin?.on('error', () => {});
    spawned.stdin?.end(locked ? '' : `${keepassxcPassword}\n`);
    await waitUntil(async () => (await isLocked(bus, collection)) === locked, 'KeePassXC did not start', startMs);
  };
  const start = async (locked: boolean, triesLeft = mostStarts - 1): Promise<void> => {
    try {
      await startOnce(locked);
    } catch (error) {
      if (triesLeft === 0) throw error;
      await kill();
      await start(locked, triesLeft - 1);
    }
  };
  await start(false);
  const secrets = secretTool(env);
  const tool: SecretTool = {
    ...secrets,
    // What Clavis wrote before may not be saved yet, nor is this before it writes the next: 2.7.4 crashes then.
    async store(...given) {
      await delay(apartMs);
      await secrets.store(...given);
      await delay(apartMs);
    },
  };
  // 2.7.4 was seen never to answer a first request to keep something that came right after its start, before any search.
  await tool.lookup('none', 'none');

  return {
    env: bus.env,
    collection: { path: collection, name: first },
    second: {
      path: pathOf(second),
      name: second,
      async make() {
        await make(second, []);
        await window('openDatabase', `string:${fileOf(second)}`);
        await waitUntil(async () => (await isLocked(bus, pathOf(second))) === true, 'there is no second database');
      },
      open: () => unlock(second),
    },
    password: keepassxcPassword,
    promptTitle: 'Unlock Database',
    showPrompts: async () => async () => {},
    ...tool,
    lock: async () => {
      await window('lockAllDatabases');
      await waitUntil(async () => (await isLocked(bus, collection)) === true, 'the database did not lock');
    },
    unlock: () => unlock(),
    kill,
    hang: () => void program?.kill('SIGSTOP'),
    resume: () => void program?.kill('SIGCONT'),
    async restart({ locked = false } = {}) {
      // It saves a moment after a change, and when it is told to end.
      const ended =
        program === null || program.exitCode !== null || program.signalCode !== null ? null : once(program, 'exit');
      await window('appExit').catch(() => {});
      await Promise.race([ended, delay(5_000)]);
      await kill();
      await start(locked);
    },
    async stop() {
      await kill();
      await bus.stop();
    },
  };
}
