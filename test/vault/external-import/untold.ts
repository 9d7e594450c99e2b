import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { ExternalImportView } from '../../../electron/vault/external-import/external-import.ts';
import { mulberry32 } from '../../support/mulberry.ts';
import { withoutLast4 } from '../../support/pieces.ts';
import { openTestVault, type TestVault } from '../../support/test-vault.ts';

const pieceLength = 6;
const random = mulberry32(15);
/** Every value that a file of this test holds. */
const values: string[] = [];

export interface UntoldImports {
  readonly test: TestVault;
  /** Nothing of this, of the keys, the activity or the database tells a piece of a value. */
  expectUntold(...shown: readonly unknown[]): Promise<void>;
  /** Takes every key that is offered. */
  takeAll(view: ExternalImportView): Promise<void>;
  /** Opens a file with this content, takes all, and looks for pieces. */
  importFile(name: string, content: string | Uint8Array): Promise<void>;
}

/** An underscore at every sixth place: no random id, no hash and no word of the app has a piece of it. */
export function value(length = 40): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
  const text = Array.from({ length }, (_, at) =>
    at % 6 === 5 ? '_' : letters.charAt(Math.floor(random() * letters.length)),
  ).join('');
  values.push(text);
  return text;
}

export const part = (text: string): string => text.slice(3, 15);

function windowsOf(text: string): string[] {
  const count = Math.max(0, text.length - pieceLength + 1);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + pieceLength));
}

function piecesIn(text: string): string[] {
  const pieces = new Set(values.flatMap(windowsOf));
  return windowsOf(text).filter((piece) => pieces.has(piece));
}

/** Imports into a vault of its own. */
export async function openUntoldImports(): Promise<UntoldImports> {
  const test = await openTestVault();

  /** The database as it lies on the disk, with what was not moved into its main file yet. */
  async function database(): Promise<string> {
    const files = (await readdir(test.folder)).filter((file) => file.startsWith('vault.db'));
    const bytes = await Promise.all(files.map((file) => readFile(path.join(test.folder, file), 'latin1')));
    return bytes.join('\n');
  }

  async function expectUntold(...shown: readonly unknown[]): Promise<void> {
    const told = [...shown, test.vault.keys.page('', 1_000), test.vault.activity.latest(500)];
    expect(piecesIn(withoutLast4(JSON.stringify(told)))).toEqual([]);
    expect(piecesIn(await database())).toEqual([]);
  }

  async function takeAll({ externalImportId, entries }: ExternalImportView): Promise<void> {
    const open = entries.filter(({ kind, heldBy }) => (kind === 'secret' || kind === 'ordinary') && heldBy === null);
    await test.vault.externalImport.take(
      externalImportId,
      open.map(({ entryId }) => entryId),
    );
    expect(open.length).toBeGreaterThan(3);
  }

  async function importFile(name: string, content: string | Uint8Array): Promise<void> {
    test.clock.pass(3_600_000);
    const file = path.join(test.folder, name);
    await writeFile(file, content);
    const view = await test.vault.externalImport.openFile(file);
    await takeAll(view);
    await expectUntold(view);
  }

  return { test, expectUntold, takeAll, importFile };
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
export const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join(',')).join('\n');

/** Words that hold parts of values, whole and cut, alone and among others. */
export function telling(secrets: readonly string[]): string[] {
  return secrets.flatMap((one) => [one, part(one), `Acme ${part(one)} key`, `(${one.slice(0, 7)})`, one.slice(-6)]);
}
