import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** An app that was found: where it lies, what its package.json says. */
export type FoundApp = {
  /** Folder that holds package.json. */
  folder: string;
  /** Absolute path of the main module. */
  main: string;
  /** `productName`, else `name`. */
  name: string;
  version: string;
  packaged: boolean;
};

/**
 * Finds the app that an argument names, or a packed one in `resources` beside the executable.
 * The one place that would learn to read an archive: today a packed app is refused by name.
 */
export function resolveApp(named: string | null, executableFolder: string): FoundApp {
  const beside = path.join(executableFolder, 'resources', 'app.asar');
  const place = named === null ? beside : path.resolve(named);
  if (named === null && !existsSync(beside)) throw new Error('Name the folder of the app to start.');
  if (place.endsWith('.asar')) throw new Error(`not in the stand-in: a packed app (${place})`);
  if (!existsSync(place)) throw new Error(`Unable to find Electron app at ${place}`);
  return statSync(place).isDirectory() ? folderApp(place) : fileApp(place);
}

function folderApp(folder: string): FoundApp {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = (field: string): string | null => textField(manifest, field);
  return {
    folder,
    main: path.join(folder, text('main') ?? 'index.js'),
    name: text('productName') ?? text('name') ?? 'Electron',
    version: text('version') ?? '',
    packaged: false,
  };
}

function fileApp(file: string): FoundApp {
  return { folder: path.dirname(file), main: file, name: 'Electron', version: '', packaged: false };
}

function textField(value: unknown, field: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, field);
  return typeof found === 'string' && found !== '' ? found : null;
}
