import { basename } from 'node:path';
import { vaultError } from '../../vault/errors.ts';
import type { Collections } from '../../vault/ports.ts';
import { readPicked } from './file.ts';

/** Exports of other password managers on this system's disks. Their readers are loaded with the first one. */
export function openCollections(): Collections {
  return {
    async read(path) {
      const file = basename(path);
      const bytes = await readPicked(path, file);
      const { parseCollection } = await import('./parse.ts');
      const contents = parseCollection(bytes, file);
      if (contents !== null) return { ...contents, file };
      throw vaultError('COLLECTION_UNREADABLE', { file, reason: 'it is no export of 1Password or Bitwarden' });
    },
  };
}
