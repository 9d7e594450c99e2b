import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sealedFileName } from '../../../electron/adapters/keychain/chosen-keychain.ts';
import { readSealedValues } from '../../support/sealed-file.ts';
import type { World } from './world.ts';

/** What other programs find at one moment: each thing by its name. */
export type Evidence = ReadonlyMap<string, string>;

/** What differs between the two, by name. */
export function differences(before: Evidence, after: Evidence): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

/**
 * The rows of every table, what the keychain holds under `service`, every env file, and the names of all files next to
 * them: what a failed operation must leave as it was.
 */
export function look(world: Pick<World, 'file' | 'folder' | 'root' | 'service' | 'passphrase'>): Evidence {
  return new Map([
    ...rowsOf(world.file),
    ...valuesOf(world),
    ...filesOf(world.root, 'project'),
    ['names next to the vault', namesOf(world.folder).join(' ')],
  ]);
}

/** Every byte next to the vault: for a database whose rows nobody can read. */
export function lookAtBytes(folder: string): Evidence {
  const files = namesOf(folder).filter((name) => statSync(join(folder, name)).isFile());
  // As with the rows: not by this process. It says nothing of a file that nobody may read now.
  const { stdout } = spawnSync('sha256sum', ['--', ...files], { cwd: folder, encoding: 'utf8' });
  const sums = stdout.split('\n').filter((line) => line !== '');
  return new Map(sums.map((sum) => [`bytes of ${sum.slice(66)}`, sum.slice(0, 64)]));
}

/** By a copy that another process makes: a file that this one opens and closes loses SQLite's locks on it. */
function rowsOf(file: string): [string, string][] {
  const place = mkdtempSync(join(tmpdir(), 'clavis-rows-'));
  try {
    const parts = ['', '-wal'].map((companion) => file + companion).filter((part) => existsSync(part));
    execFileSync('cp', [...parts, place]);
    const database = new DatabaseSync(join(place, 'vault.db'));
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    const rows = tables.map(({ name }): [string, string] => [
      `table ${name}`,
      JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all().map(withoutNumbers)),
    ]);
    database.close();
    return rows;
  } catch {
    return [['tables', 'not readable']];
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** A version's number that an attempt used up stays used up, on purpose. */
function withoutNumbers({ highest_number: _, ...row }: Record<string, unknown>): Record<string, unknown> {
  return row;
}

/**
 * As `secret-tool` finds them, attributes on its standard error, values on its output, in one order; those of a passphrase vault
 * as they are read without Clavis.
 */
function valuesOf({
  service,
  passphrase,
  folder,
}: Pick<World, 'service' | 'passphrase' | 'folder'>): [string, string][] {
  if (passphrase !== null) return sealedValuesOf(join(folder, sealedFileName), passphrase);
  const found = spawnSync('secret-tool', ['search', '--all', 'service', service], { encoding: 'utf8' });
  const secrets = [...found.stdout.matchAll(/^secret = (.*)$/gm)].map(([, secret = '']) => secret);
  return [...found.stderr.matchAll(/^attribute\.username = (.*)$/gm)].map(([, account = ''], at) => [
    `value of ${account}`,
    secrets[at] ?? '',
  ]);
}

function sealedValuesOf(file: string, passphrase: string): [string, string][] {
  try {
    return [...readSealedValues(file, passphrase)].map(([account, value]) => [`value of ${account}`, value]);
  } catch {
    return [['sealed values', 'not readable']];
  }
}

function filesOf(folder: string, what: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => name !== '.git')
    .map((name) => [`${what}'s ${name}`, hashOf(join(folder, name))]);
}

/** SQLite's own files come and go, and the lock stays. */
function namesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => !/-(wal|shm|journal)$|\.lock$/.test(name));
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
