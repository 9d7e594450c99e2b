import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fuses } from './fuses.ts';
import { unpackApp } from './unpack-app.ts';

/** An app that was found: where it lies, what its package.json says. */
export type FoundApp = {
  /** What `app.getAppPath()` gives: the folder that holds package.json, or the archive. */
  appPath: string;
  /** Absolute path of the main module, where it really lies. */
  main: string;
  /** `productName`, else `name`. */
  name: string;
  version: string;
};

/** Finds the app that an argument names: a folder, an archive or a file. */
export function resolveApp(named: string | null): FoundApp {
  if (named === null) throw new Error('Name the folder of the app to start.');
  const place = path.resolve(named);
  if (!existsSync(place)) throw new Error(`Unable to find Electron app at ${place}`);
  if (place.endsWith('.asar')) return folderApp(unpackApp(place), place);
  return statSync(place).isDirectory() ? folderApp(place, place) : fileApp(place);
}

/**
 * Finds the app that is packed next to an executable, in the order of Electron's `node_bindings.cc`. Null when there is
 * none: then it is the distribution itself, which runs the app that an argument names. Throws when the fuses allow an
 * archive only and there is no archive.
 */
export function resolvePackedApp(resources: string, fuses: Fuses): FoundApp | null {
  const archive = path.join(resources, 'app.asar');
  if (existsSync(archive)) return folderApp(unpackApp(archive), archive);
  if (fuses.onlyLoadAppFromAsar) throw new Error('Unable to find a valid app');
  const folder = path.join(resources, 'app');
  if (!existsSync(path.join(folder, 'package.json'))) return null;
  return folderApp(folder, folder);
}

function folderApp(folder: string, appPath: string): FoundApp {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = (field: string): string | null => textField(manifest, field);
  return {
    appPath,
    main: path.join(folder, text('main') ?? 'index.js'),
    name: text('productName') ?? text('name') ?? 'Electron',
    version: text('version') ?? '',
  };
}

function fileApp(file: string): FoundApp {
  return { appPath: path.dirname(file), main: file, name: 'Electron', version: '' };
}

function textField(value: unknown, field: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, field);
  return typeof found === 'string' && found !== '' ? found : null;
}
