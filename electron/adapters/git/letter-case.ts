import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Place } from '../files/place.ts';
import { createLooks, type Looks } from './looks.ts';

/** Whether two names are one to a system that takes no account of case, nor of how an accented letter is written. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/**
 * Whether the file system takes names in another case for the same: asked by a name that is there. Not by the number of the file,
 * for some file systems give each name its own.
 */
export async function ignoresCase(folder: string, name: string, looks = createLooks()): Promise<boolean> {
  const other = name.toUpperCase() === name ? name.toLowerCase() : name.toUpperCase();
  // On most disks the other name is not there, and that is all there is to look at.
  if (other === name || !(await looks.exists(join(folder, other))) || !(await looks.exists(join(folder, name))))
    return false;
  const names = await namesIn(folder);
  return !names.includes(name) || !names.includes(other);
}

/** The place by the names that its folder and file have on the disk; the same where the file system tells cases apart. */
export async function asOnDisk({ folder, name }: Place, looks: Looks): Promise<Place> {
  const real = await folderAsOnDisk(folder, looks);
  return { folder: real, name: await nameAsOnDisk(real, name, looks) };
}

async function folderAsOnDisk(folder: string, looks: Looks): Promise<string> {
  const parent = dirname(folder);
  if (parent === folder) return folder;
  const above = await folderAsOnDisk(parent, looks);
  return join(above, await nameAsOnDisk(above, basename(folder), looks));
}

async function nameAsOnDisk(folder: string, name: string, looks: Looks): Promise<string> {
  if (!(await ignoresCase(folder, name, looks))) return name;
  const names = await namesIn(folder);
  return names.includes(name) ? name : (names.find((one) => isSameName(one, name)) ?? name);
}

/** Empty for a folder that can't be listed. */
async function namesIn(folder: string): Promise<string[]> {
  // Then the name stays as it was given, and git is asked about that.
  return readdir(folder).catch(() => []);
}
