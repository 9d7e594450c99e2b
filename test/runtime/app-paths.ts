import os from 'node:os';
import path from 'node:path';
import type Electron from 'electron';

/** Names that `app.getPath` knows. */
export type PathName = Parameters<Electron.App['getPath']>[0];

/** Where Electron on Linux keeps things; `set` overrides, as `app.setPath` does. */
export type AppPaths = { get(name: PathName): string; set(name: string, value: string): void };

/**
 * @param appName gives the name that the data folder is called by
 * @param userData Chromium's own `--user-data-dir`, or null
 */
export function appPaths(appName: () => string, userData: string | null, executable: string): AppPaths {
  const overridden = new Map<string, string>();
  const home = (): string => process.env['HOME'] ?? os.homedir();
  const env = (name: string, fallback: string): string => process.env[name] || path.join(home(), fallback);
  const makers: Partial<Record<string, () => string>> = {
    home,
    appData: () => env('XDG_CONFIG_HOME', '.config'),
    userData: () => userData ?? path.join(get('appData'), appName()),
    sessionData: () => get('userData'),
    temp: () => os.tmpdir(),
    exe: () => executable,
    module: () => executable,
    assets: () => path.dirname(executable),
    desktop: () => path.join(home(), 'Desktop'),
    documents: () => path.join(home(), 'Documents'),
    downloads: () => path.join(home(), 'Downloads'),
    music: () => path.join(home(), 'Music'),
    pictures: () => path.join(home(), 'Pictures'),
    videos: () => path.join(home(), 'Videos'),
    logs: () => path.join(get('userData'), 'logs'),
    crashDumps: () => path.join(get('userData'), 'Crashpad'),
  };
  function get(name: string): string {
    const made = overridden.get(name) ?? makers[name]?.();
    if (made === undefined) throw new Error(`Failed to get '${name}' path`);
    return made;
  }
  return {
    get,
    set(name, value) {
      if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
      if (makers[name] === undefined) throw new Error(`Failed to set path: unknown name '${name}'`);
      overridden.set(name, value);
    },
  };
}
