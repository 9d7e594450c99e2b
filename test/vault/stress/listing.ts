import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { decodeKept } from '../../support/kept-value.ts';

const run = promisify(execFile);

/**
 * Every account that the keyring has under the service's name, with its value, as `secret-tool` finds them. It prints
 * attributes to standard error and values to standard output, both in one order. What is encoded is decoded.
 */
export async function listAccounts(service: string, env: NodeJS.ProcessEnv): Promise<ReadonlyMap<string, string>> {
  const found = await run('secret-tool', ['search', '--all', 'service', service], { env, maxBuffer: 1 << 26 });
  const accounts = [...found.stderr.matchAll(/^attribute\.username = (.*)$/gm)].map(([, account = '']) => account);
  const values = [...found.stdout.matchAll(/^secret = ([\s\S]*?)\ncreated = /gm)].map(([, value = '']) => value);
  if (accounts.length !== values.length)
    throw new Error(`secret-tool names ${accounts.length} of ${values.length} items`);
  return new Map(accounts.map((account, index) => [account, decodeKept(values[index] ?? '')]));
}

/** Whether a keyring answers on this bus. */
export async function isKeyringThere(env: NodeJS.ProcessEnv): Promise<boolean> {
  const call = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const asked = await run(
    'dbus-send',
    ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', ...call],
    { env },
  );
  return asked.stdout.includes('boolean true');
}
