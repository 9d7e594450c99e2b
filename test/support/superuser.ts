import { execFileSync } from 'node:child_process';

/** Some real faults need root: a disk that is full, a file that somebody else has. */
export const isRoot = process.getuid?.() === 0;
/** A user who owns nothing. */
export const nobody = 65534;

/** Runs `work` with the rights of an ordinary user, whoever runs the tests. */
export async function asOrdinaryUser<T>(work: () => T | Promise<T>): Promise<T> {
  if (!isRoot) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** Puts a file system of its own over the folder, made with tmpfs' options; gives the undoing. */
export function mountDisk(folder: string, options: string): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  return () => void execFileSync('umount', ['--lazy', folder]);
}
