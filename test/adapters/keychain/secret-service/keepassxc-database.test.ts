import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { keepassxcPassword, startKeepassxc } from '../../../support/keepassxc.ts';
import { decodeKept } from '../../../support/kept-value.ts';
import type { TestSecretService } from '../../../support/secret-service.ts';
import { isCommand } from '../../../tasks/programs.ts';

const run = promisify(execFile);
const service = 'Clavis Test';
const here = isCommand('keepassxc');
let secrets: TestSecretService | null = null;
let keychain: OpenKeychain | null = null;

beforeAll(async () => {
  if (!here) return;
  secrets = await startKeepassxc();
  keychain = openSecretService({ service }, secrets.env);
}, 60_000);
afterAll(async () => {
  await keychain?.close();
  await secrets?.stop();
});

/** What the database holds on the disk, as KeePassXC's own program reads it: an attribute of the entry of this title. */
async function attribute(title: string, name: string): Promise<string> {
  const folder = path.dirname(secrets?.env['XDG_DATA_HOME'] ?? '');
  const file = path.join(folder, 'home', 'tests.kdbx');
  const shown = run('keepassxc-cli', ['show', '--quiet', '--show-protected', '--attributes', name, file, title]);
  shown.child.stdin?.end(`${keepassxcPassword}\n`);
  // It ends what it prints with a line break.
  return (await shown).stdout.replace(/\n$/, '');
}

test.runIf(here)(
  'in KeePassXC’s database the value is the entry’s password, its title the label, and both follow',
  async () => {
    const label = 'Clavis: Shop bot · OpenAI (OPENAI_API_KEY)';
    await keychain?.write('q7/1', new Secret('sk-proj-value'), label);
    await vi.waitFor(async () => expect(await attribute(label, 'Password')).toBe('sk-proj-value'), 60_000);
    expect(await attribute(label, 'service')).toBe(service);
    expect(await attribute(label, 'username')).toBe('q7/1');

    const pem = '-----BEGIN-----\nQUJD\n{TITLE}\n-----END-----\n';
    await keychain?.write('q8/1', new Secret(pem), 'Clavis: Deploy');
    await vi.waitFor(async () => expect(decodeKept(await attribute('Clavis: Deploy', 'Password'))).toBe(pem), 60_000);
    expect(await attribute('Clavis: Deploy', 'clavis-encoding')).toBe('base64');

    expect(await keychain?.label('q7/1', 'Clavis: Renamed')).toBe(true);
    await vi.waitFor(async () => expect(await attribute('Clavis: Renamed', 'Password')).toBe('sk-proj-value'), 60_000);
    expect((await keychain?.read('q7/1'))?.reveal()).toBe('sk-proj-value');
  },
);

test.runIf(here)(
  'what an earlier version kept in KeePassXC as it was stays so: it would ask the person for another item',
  async () => {
    await secrets?.store(service, 'raw/1', 'two\nlines');
    expect(await keychain?.encodeRaw('raw/1', async () => true)).toBe('waits');
    expect((await keychain?.read('raw/1'))?.reveal()).toBe('two\nlines');
    await secrets?.store(service, 'plain/1', 'sk-plain');
    expect(await keychain?.encodeRaw('plain/1', async () => true)).toBe('harmless');
  },
);

test.runIf(here)(
  'what is removed in a row from a KeePassXC that saves after every change stays so, and it does not crash',
  { timeout: 240_000 },
  async () => {
    const entries = Array.from({ length: 25 }, (_, at) => ({ service, account: `row/${at}`, value: `sk-${at}` }));
    const saving = await startKeepassxc({ entries });
    const open = () => openSecretService({ service }, saving.env);
    const before = open();
    const removed = entries.slice(5).map(({ account }) => account);
    for (const account of removed) await before.remove(account);
    await before.close();
    await saving.restart();
    const after = open();
    const left = await after.accounts();
    await after.close();
    await saving.stop();
    expect(left.toSorted()).toEqual(['row/0', 'row/1', 'row/2', 'row/3', 'row/4']);
  },
);
