import { systemCode } from './reasons.ts';

/**
 * What a file system answers that has no rights, owners or ways to the disk of its own (CIFS, vfat, much of FUSE), and the
 * system where only an administrator may.
 */
const unsupported = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'ENOSYS'];

/** Does what a file can be written without: a file system that doesn't know it is no reason to leave the file unwritten. */
export async function whereSupported(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!unsupported.includes(systemCode(error))) throw error;
  }
}
