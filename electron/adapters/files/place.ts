import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isVaultError, vaultError } from '../../vault/errors.ts';
import { systemCode, systemReason } from './reasons.ts';

/** Where a target truly lies, its links resolved. */
export interface Place {
  /** Absolute, inside the project; it may not exist. */
  readonly folder: string;
  readonly name: string;
}

/**
 * Where `file` of the project at `root` lies now (invariant 5). Throws `FOLDER_GONE`, `TARGET_LEAVES_PROJECT` for a path
 * or a link that leads out, or nowhere, and `TARGET_UNREADABLE`.
 */
export async function locate(root: string, file: string): Promise<Place> {
  const parts = partsOf(file);
  await checkRoot(root);
  const name = parts.at(-1) ?? '';
  const parent = join(root, ...parts.slice(0, -1));
  try {
    // The folder that was picked was followed just now.
    const folder = parent === root ? root : await realpath(parent);
    if (folder !== root && !isInside(root, folder)) throw vaultError('TARGET_LEAVES_PROJECT', { file, to: folder });
    return (await isLink(join(folder, name))) ? await endOfLink(root, file, join(folder, name)) : { folder, name };
  } catch (error) {
    if (isAbsence(error)) return { folder: parent, name };
    if (systemCode(error) === 'ELOOP') throw vaultError('TARGET_LEAVES_PROJECT', { file });
    throw isVaultError(error) ? error : vaultError('TARGET_UNREADABLE', { file, reason: systemReason(error) });
  }
}

/** The way from `folder` to `path`, with `/` on each system. */
export function pathWithin(folder: string, path: string): string {
  const within = relative(folder, path);
  return sep === '/' ? within : within.replaceAll(sep, '/');
}

/** Whether `path` lies below `folder`; both absolute, links resolved. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Throws `FOLDER_GONE` unless the picked folder is where it was: no link may have taken its place. */
export async function checkRoot(root: string): Promise<void> {
  if ((await realFolder(root)) !== root) throw vaultError('FOLDER_GONE', { folder: root });
}

/** The folder with its links resolved. Throws `FOLDER_GONE`. */
export async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if (isAbsolute(folder) && (await stat(real)).isDirectory()) return real;
  } catch {
    // Absent, or behind a folder that can't be entered: either way it can't be worked in.
  }
  throw vaultError('FOLDER_GONE', { folder });
}

/** No such file, or none can be there. */
export function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(systemCode(error));
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

async function endOfLink(root: string, file: string, link: string): Promise<Place> {
  try {
    const end = await realpath(link);
    if (isInside(root, end)) return { folder: dirname(end), name: basename(end) };
    throw vaultError('TARGET_LEAVES_PROJECT', { file, to: end });
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
  throw vaultError('TARGET_LEAVES_PROJECT', { file, to: await readlink(link) });
}

/** A normalised relative path, nothing else; on Windows also no drive and no stream (`a:b`). */
function partsOf(file: string): string[] {
  const parts = file.split('/');
  const foreign = process.platform === 'win32' ? /[\0\\:]/ : /\0/;
  if (foreign.test(file) || parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw vaultError('TARGET_LEAVES_PROJECT', { file });
  }
  return parts;
}
