import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestKeyring } from './keyring.ts';

const run = promisify(execFile);

/** What `secret-tool search` tells of an item. */
export interface SeenItem {
  readonly label: string;
  readonly secret: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const secrets = 'org.freedesktop.secrets';

/** Every unlocked item of a service, of an account alone where one is given, as another program sees it. */
export async function seenItems(env: NodeJS.ProcessEnv, service: string, account?: string): Promise<SeenItem[]> {
  const of = ['service', service, ...(account === undefined ? [] : ['username', account])];
  const { DISPLAY, ...own } = process.env;
  const { stdout, stderr } = await run('secret-tool', ['search', '--all', ...of], { env: { ...own, ...env } });
  // It prints the attributes apart from the rest, item by item.
  // Of a locked item gnome-keyring tells hashes, and no label.
  const attributes = blocks(stderr, /^attribute\.(?!gkr:)/m);
  return stdout
    .split(/^(?=\[)/m)
    .filter((block) => block.trim() !== '')
    .map((block, at) => ({
      label: /^label = (.*)$/m.exec(block)?.[1] ?? '',
      secret: /^secret = ([\s\S]*?)\ncreated = /m.exec(block)?.[1] ?? '',
      attributes: attributes[at] ?? {},
    }))
    .filter(({ label }) => label !== '');
}

/** Each item's attributes begin with its `schema` line or its first attribute; a name that comes again begins the next one's. */
function blocks(text: string, attribute: RegExp): Record<string, string>[] {
  const all: Record<string, string>[] = [];
  for (const line of text.split('\n').filter((one) => attribute.test(one))) {
    const [name = '', value = ''] = line.replace('attribute.', '').split(' = ');
    const last = all.at(-1);
    if (last === undefined || name in last) all.push({ [name]: value });
    else last[name] = value;
  }
  return all;
}

/** A second keyring with all that the first one holds now; the daemon is started again. It is locked, also one without a password. */
export async function copyKeyring(keyring: TestKeyring, name: string): Promise<void> {
  const folder = path.join(keyring.env['XDG_DATA_HOME'] ?? '', 'keyrings');
  await copyFile(path.join(folder, 'login.keyring'), path.join(folder, `${name}.keyring`));
  await keyring.restart();
}

/** Opens keyrings that have no password. */
export async function openPasswordless(keyring: TestKeyring, ...names: readonly string[]): Promise<void> {
  const paths = names.map((name) => `/org/freedesktop/secrets/collection/${name}`);
  const call = [
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.Unlock',
    `array:objpath:${paths.join(',')}`,
  ];
  const env = { ...process.env, ...keyring.env };
  await run('dbus-send', ['--session', '--print-reply', `--dest=${secrets}`, ...call], { env });
}
