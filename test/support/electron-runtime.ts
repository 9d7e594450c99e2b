import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface ElectronRuntime {
  readonly kind: 'electron' | 'stand-in';
  readonly executablePath: string;
  /** One line for a person: which it is, and why. */
  readonly line: string;
}

const electronFolder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Electron's binary where it was downloaded, or the one that ELECTRON_OVERRIDE_DIST_PATH names. */
function electronBinary(): string | null {
  const pathFile = path.join(electronFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const binary = path.join(override ?? path.join(electronFolder, 'dist'), name);
  return existsSync(binary) ? binary : null;
}

/** What the app runs on here: Electron where its binary is, else the stand-in. */
export function findRuntime(): ElectronRuntime {
  const binary = electronBinary();
  if (binary !== null) return { kind: 'electron', executablePath: binary, line: `Runs on Electron: ${binary}` };
  return {
    kind: 'stand-in',
    executablePath: path.resolve(import.meta.dirname, '../runtime/electron'),
    line: 'Runs on the Electron stand-in with the system’s Chromium: Electron’s own binary is not here.',
  };
}
