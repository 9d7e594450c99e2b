import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { Encrypter } from 'age-encryption';
import { openFingerprints } from '../../../electron/adapters/keychain/fingerprints.ts';
import { openKeychain } from '../../../electron/adapters/keychain/open-keychain.ts';
import { openStore } from '../../../electron/adapters/store/store.ts';
import type { RestoreView } from '../../../electron/vault/backups/opened.ts';
import type { Ports } from '../../../electron/vault/ports.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { createVault, type Vault } from '../../../electron/vault/vault.ts';
import type { TestVault } from '../../support/test-vault.ts';

const run = promisify(execFile);

export const passphrase = 'four words for tests';

/** A key as a backup says it; its id is one of this vault's kind. */
export function backedUpKey(seed: number, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `${seed}`.padStart(32, '0'),
    name: `Key ${seed}`,
    provider: 'openai',
    envVar: 'OPENAI_API_KEY',
    copyPolicy: 'once',
    rotateEveryDays: 90,
    note: 'read only',
    tags: ['work'],
    pinned: false,
    createdAt: 1_000,
    updatedAt: 1_000,
    lastUsedAt: null,
    versions: [backedUpVersion(`sk-proj-value-${seed}-3f9A`)],
    ...changes,
  };
}

export function backedUpVersion(value: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { number: 1, state: 'current', value, grants: 1, createdAt: 1_000, graceEndsAt: null, ...changes };
}

export function backupOf(keys: readonly unknown[], changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { format: 'clavis-backup', version: 1, madeAt: 2_000, keys, projects: [], settings: {}, ...changes };
}

/** Encrypts it as `age -p` would, but with next to no work: opening it takes no time. */
export async function sealCheaply(content: unknown, secret = passphrase): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(secret);
  encrypter.setScryptWorkFactor(1);
  return encrypter.encrypt(typeof content === 'string' ? content : JSON.stringify(content));
}

export async function writeBackupOf(test: TestVault, name: string, content: unknown): Promise<string> {
  const file = path.join(test.folder, name);
  await writeFile(file, await sealCheaply(content));
  return file;
}

/** Picks the file and opens it, as the window does. */
export function look(vault: Vault, file: string, secret = passphrase): Promise<RestoreView> {
  return vault.backupRestore.preview(vault.backupRestore.picked(file).pickedId, new Secret(secret));
}

/** Restores the keys of these names, or all of them. */
export function restoreKeys(vault: Vault, view: RestoreView, names?: readonly string[]) {
  const keys = view.keys.filter(({ name }) => names?.includes(name) ?? true).map(({ entryId }) => entryId);
  return vault.backupRestore.restore({ restoreId: view.restoreId, keys, projects: [], settings: false });
}

/** Every row of the database and every account in the keychain, values and all. */
export async function everything(test: TestVault): Promise<string> {
  const database = new DatabaseSync(path.join(test.folder, 'vault.db'), { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const rows = tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]);
  database.close();
  const env = { PATH: process.env['PATH'], ...test.keyring.env };
  const { stdout, stderr } = await run('secret-tool', ['search', '--all', '--unlock', 'service', 'Clavis Test'], {
    env,
  });
  return JSON.stringify([
    rows,
    `${stdout}${stderr}`
      .split('\n')
      .filter((line) => !/^(modified|created) = /.test(line))
      .sort(),
  ]);
}

export interface SecondVault {
  readonly vault: Vault;
  readonly ports: Ports;
  lookup(account: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Another, empty vault, as on another computer: a database and a keychain service of its own. */
export function openSecondVault(test: TestVault, name = 'Clavis Test Two', changes: Partial<Ports> = {}): SecondVault {
  const store = openStore(path.join(test.folder, `${name}.db`));
  const keychain = openKeychain('linux', { service: name });
  const fingerprints = openFingerprints(keychain, {
    mayMake: () => !store.keys.any(),
    number: store.fingerprintNumber,
  });
  const ports: Ports = { ...test.ports, store, keychain, fingerprints, ...changes };
  return {
    vault: createVault(ports),
    ports,
    lookup: (account) => test.keyring.lookup(name, account),
    async close() {
      await keychain.close();
      store.close();
    },
  };
}
