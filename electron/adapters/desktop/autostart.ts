import { mkdir, realpath, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type HeldFolder, holdFolder } from '../files/folder.ts';
import { readRegular } from '../files/read.ts';
import { replaceFile } from '../files/write.ts';
import { desktopEntry, isOurs, isSwitchedOn } from './autostart-entry.ts';

const fileName = 'clavis.desktop';

export interface AutostartPlan {
  /** `$XDG_CONFIG_HOME`, or `~/.config` where that is not set. */
  readonly configHome: string;
  /** What the desktop's settings call it. */
  readonly name: string;
  /** The program's absolute path. */
  readonly exec: string;
  /** What it is given before `--hidden`. */
  readonly args?: readonly string[];
}

/** Starting at login on Linux, where Electron's `setLoginItemSettings` does nothing. */
export interface Autostart {
  /** Whether our file is there, and not switched off in the desktop's own settings. */
  isOn(): Promise<boolean>;
  /**
   * Writes our file for this `exec`, or removes it. `not-ours`: something else has its name, and stays as it is. Rejects
   * with the system's error, with everything as it was.
   */
  set(on: boolean): Promise<'done' | 'not-ours'>;
}

/** The file is that of the Desktop Application Autostart Specification. */
export function autostart({ configHome, name, exec, args = [] }: AutostartPlan): Autostart {
  const folderPath = join(configHome, 'autostart');
  return {
    isOn: async () => (await find(join(folderPath, fileName))) === 'on',
    async set(on) {
      if (!on && (await find(join(folderPath, fileName))) === 'absent') return 'done';
      await mkdir(folderPath, { recursive: true, mode: 0o700 });
      const folder = await holdFolder(await realpath(folderPath));
      try {
        return await change(folder, on ? Buffer.from(desktopEntry(name, exec, args)) : null);
      } finally {
        await folder.close();
      }
    },
  };
}

async function change(folder: HeldFolder, entry: Uint8Array | null): Promise<'done' | 'not-ours'> {
  const path = folder.at(fileName);
  const found = await find(path);
  if (found === 'not-ours') return found;
  if (entry !== null) await replaceFile(folder, fileName, entry, null, 'owner', () => Promise.resolve());
  else if (found !== 'absent') {
    await unlink(path);
    await folder.sync();
  }
  return 'done';
}

/** What can't be read as a plain file can't be told to be ours: a link, a folder, another's. */
async function find(path: string): Promise<'absent' | 'not-ours' | 'on' | 'off'> {
  try {
    const file = await readRegular(path, fileName);
    if (file === null) return 'absent';
    const text = Buffer.from(file.bytes).toString();
    if (!isOurs(text)) return 'not-ours';
    return isSwitchedOn(text) ? 'on' : 'off';
  } catch {
    return 'not-ours';
  }
}
