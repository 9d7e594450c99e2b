import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { World } from './world.ts';

/** What other programs, and failing disks, do to the vault's file. */

export const allButTheFirstPage = (whole: Buffer): Uint8Array => Buffer.from(whole).fill(0xa5, 4096);

/** Damages the pages at which these tables begin. */
export function pagesOf(...tables: readonly string[]) {
  return (whole: Buffer, { file }: World): Uint8Array => {
    const database = new DatabaseSync(file, { readOnly: true });
    const damaged = Buffer.from(whole);
    for (const table of tables) {
      const row = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table);
      const page = Number(row?.['rootpage']);
      damaged.fill(0xa5, (page - 1) * 4096, page * 4096);
    }
    database.close();
    return damaged;
  };
}

/** By another program, and without a new file in its place; the returned function brings the old bytes back. */
export function overwrite({ file }: World, damage: (whole: Buffer) => Uint8Array): () => void {
  const place = mkdtempSync(join(tmpdir(), 'clavis-bytes-'));
  const [whole, damaged] = [join(place, 'whole'), join(place, 'damaged')];
  execFileSync('cp', [file, whole]);
  writeFileSync(damaged, damage(readFileSync(whole)));
  execFileSync('cp', [damaged, file]);
  return () => {
    execFileSync('cp', [whole, file]);
    rmSync(place, { recursive: true });
  };
}

/** The vault's file gives way to what `replace` makes; the returned function brings it back. */
export function takeAway({ file }: World, replace: (file: string) => () => void = () => () => {}): () => void {
  const away = `${file}.away`;
  renameSync(file, away);
  const undo = replace(file);
  return () => {
    undo();
    renameSync(away, file);
  };
}

/** Another program, which does this to the database until it is killed. */
export async function hold(script: string, file: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${script}; console.log('held')`, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}

export const holdSql = (sql: string) => `
  import { DatabaseSync } from 'node:sqlite';
  globalThis.database = new DatabaseSync(process.argv[1]);
  database.exec(${JSON.stringify(sql)});
  setInterval(() => {}, 1000)`;

export const openElsewhere = `
  const { openStore } = await import(${JSON.stringify(new URL('../../../electron/adapters/store/store.ts', import.meta.url).href)});
  globalThis.store = openStore(process.argv[1]);
  setInterval(() => {}, 1000)`;
