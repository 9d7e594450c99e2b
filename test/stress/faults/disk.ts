import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isRoot, mountDisk } from '../../support/superuser.ts';

/** Real small disks, for real faults. Mounting needs root; who may not mount gets plain folders and fewer faults. */

export const canMount = isRoot && inFolder((folder) => unmount(mountSmall(folder)));
/** Whether a disk can be made to fail under files that are open. */
export const canBreak = canMount && inFolder((folder) => unmount(mountBreakable(folder)));
/** Whether files can be sealed, on the small disks. */
export const canSeal =
  canMount &&
  inFolder((folder) => {
    mountSmall(folder);
    try {
      const file = join(folder, 'file');
      writeFileSync(file, '');
      seal(file)();
    } finally {
      unmount(folder);
    }
  });

/** Mounts a disk of 4 MB over this folder. */
export function mountSmall(folder: string): string {
  mountDisk(folder, 'size=4m,mode=700');
  return folder;
}

/** Mounts a disk over this folder that `breakDisk` can break. */
export function mountBreakable(folder: string): string {
  const image = join(mkdtempSync(join(tmpdir(), 'clavis-image-')), 'disk');
  try {
    writeFileSync(image, '');
    truncateSync(image, 8 << 20);
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'loop,errors=remount-ro', image, folder], { stdio: 'ignore' });
    return folder;
  } finally {
    // The kernel holds it as long as it is mounted.
    rmSync(dirname(image), { recursive: true });
  }
}

/** The disk becomes read-only under what is open on it, as after an error of the hardware. */
export function breakDisk(folder: string): void {
  execFileSync('mount', ['-o', 'remount,abort', folder]);
}

/** What lies on the top disk goes to the one below it. */
export function moveOff(folder: string): void {
  const place = mkdtempSync(join(tmpdir(), 'clavis-move-'));
  try {
    execFileSync('cp', ['-a', `${folder}/.`, place]);
    unmount(folder);
    execFileSync('cp', ['-a', `${place}/.`, folder]);
  } finally {
    rmSync(place, { recursive: true });
  }
}

export function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder]);
}

/** Every disk that is mounted over this folder. */
export function unmountAll(folder: string): void {
  while (tried(() => execFileSync('mountpoint', ['-q', folder]))) unmount(folder);
}

/** Uses up the disk, to its last byte or up to `leave` bytes; the returned function gives it back. */
export function fill(folder: string, leave = 0): () => void {
  const rest = join(folder, 'the-rest-of-the-disk');
  for (let size = 1 << 20; size > 0; size = Math.floor(size / 2)) append(rest, size);
  if (!isFull(folder)) throw new Error(`${folder} is not full`);
  truncateSync(rest, statSync(rest).size - leave);
  return () => rmSync(rest);
}

function append(file: string, size: number): void {
  const bytes = new Uint8Array(size);
  while (tried(() => writeFileSync(file, bytes, { flag: 'a' })));
}

function isFull(folder: string): boolean {
  const probe = join(folder, 'probe');
  const fits = tried(() => writeFileSync(probe, new Uint8Array(4096)));
  rmSync(probe, { force: true });
  return !fits;
}

/** Makes the disk read-only; nothing on it may be open for writing. */
export function makeReadOnly(folder: string): () => void {
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  return () => void execFileSync('mount', ['-o', 'remount,rw', folder]);
}

/** Takes the right to write to these files from everybody, root too. */
export function seal(...files: readonly string[]): () => void {
  execFileSync('chattr', ['+i', ...files]);
  return () => void execFileSync('chattr', ['-i', ...files]);
}

function inFolder(work: (folder: string) => unknown): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'clavis-disk-'));
  const works = tried(() => work(folder));
  rmSync(folder, { recursive: true });
  return works;
}

function tried(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
