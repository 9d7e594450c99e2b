import type { Ports } from '../ports.ts';

/** Whether Clavis ever wrote, or was about to write, values to this file, by whatever path. @throws as `Files.read` does */
export async function isWrittenFile(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  root: string,
  file: string,
): Promise<boolean> {
  return store.writtenFiles.has(await files.realPath(root, file));
}
