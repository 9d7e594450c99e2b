import { mkdir, realpath, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isVaultError, vaultError } from '../../vault/errors.ts';
import { type HeldFolder, holdFolder } from '../files/folder.ts';
import { type FoundFile, readRegular } from '../files/read.ts';
import { replaceFile } from '../files/write.ts';
import { entryFor, entrySwitchedOff, isOurs, isSwitchedOn, type Program } from './autostart-entry.ts';

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
  /** Whether our file is there, and not switched off in the desktop's own settings. Throws `TARGET_UNREADABLE`. */
  isOn(): Promise<boolean>;
  /**
   * Writes our file for this `exec`, in one that is there only our own lines; or removes it, or switches it off where the
   * person added lines of their own. `not-ours`: something else has its name, and stays as it is. Rejects with the system's
   * error, with everything as it was.
   */
  set(on: boolean): Promise<'done' | 'not-ours'>;
}

/** The file is that of the Desktop Application Autostart Specification. */
export function autostart({ configHome, name, exec, args = [] }: AutostartPlan): Autostart {
  const folderPath = join(configHome, 'autostart');
  return {
    isOn: async () => (await find(join(folderPath, fileName))).state === 'on',
    async set(on) {
      if (!on && (await find(join(folderPath, fileName))).state === 'absent') return 'done';
      await mkdir(folderPath, { recursive: true, mode: 0o700 });
      const folder = await holdFolder(await realpath(folderPath));
      try {
        return await change(folder, on ? { name, exec, args } : null);
      } finally {
        await folder.close();
      }
    },
  };
}

/** `program`: null switches it off. */
async function change(folder: HeldFolder, program: Program | null): Promise<'done' | 'not-ours'> {
  const path = folder.at(fileName);
  const { state, file } = await find(path);
  if (state === 'not-ours') return state;
  const old = file === null ? null : textOf(file.bytes);
  const entry = program === null ? entrySwitchedOff(old ?? '') : entryFor(encoded(program), old);
  if (entry === old) return 'done';
  if (entry !== null) await replaceFile(folder, fileName, bytesOf(entry), file?.stat ?? null, 'owner', isSame);
  else if (file !== null) {
    await unlink(path);
    await folder.sync();
  }
  return 'done';

  /** The desktop's settings may have written to it meanwhile. */
  async function isSame(): Promise<void> {
    const now = await find(path);
    if ((now.file === null ? null : textOf(now.file.bytes)) !== old)
      throw vaultError('TARGET_CHANGED', { file: fileName });
  }
}

/** A character a byte: what others wrote need not be UTF-8, and stays as it is. */
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The program's own words in UTF-8, as `textOf` would read them. */
function encoded({ name, exec, args }: Program): Program {
  const encode = (text: string): string => textOf(Buffer.from(text));
  return { name: encode(name), exec: encode(exec), args: args.map(encode) };
}

interface Found {
  readonly state: 'absent' | 'not-ours' | 'on' | 'off';
  readonly file: FoundFile | null;
}

/** What is no plain file can't be ours: a link, a folder. One that can't be read just now may be. Throws `TARGET_UNREADABLE`. */
async function find(path: string): Promise<Found> {
  try {
    const file = await readRegular(path, fileName);
    if (file === null) return { state: 'absent', file };
    const text = textOf(file.bytes);
    if (!isOurs(text)) return { state: 'not-ours', file };
    return { state: isSwitchedOn(text) ? 'on' : 'off', file };
  } catch (error) {
    if (isVaultError(error, 'TARGET_UNREADABLE')) throw error;
    return { state: 'not-ours', file: null };
  }
}
