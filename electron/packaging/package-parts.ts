import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { getRawHeader } from '@electron/asar';

export interface ArchivedFile {
  /** From the archive's root, with `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  /** Next to the archive, in `app.asar.unpacked`. */
  readonly unpacked: boolean;
}

/** All files of an archive, sorted by path. */
export function archivedFiles(archive: string): ArchivedFile[] {
  const found: ArchivedFile[] = [];
  const folders: [string, object][] = [['', getRawHeader(archive).header.files]];
  for (const [folder, entries] of folders) {
    for (const [name, entry] of Object.entries(entries)) {
      const at = `${folder}${name}`;
      if ('files' in entry) folders.push([`${at}/`, entry.files]);
      else found.push({ path: at, bytes: Number(entry.size), unpacked: entry.unpacked === true });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Bytes of what is ours in a package, by part, whatever Electron itself weighs. */
export function partsOf(resources: string): Record<string, number> {
  const parts: Record<string, number> = {};
  const add = (part: string, bytes: number): void => {
    parts[part] = (parts[part] ?? 0) + bytes;
  };
  for (const file of archivedFiles(path.join(resources, 'app.asar'))) {
    const [first = '', second = ''] = file.path.split('/');
    if (file.unpacked) add('keychain binary', file.bytes);
    else add(first === 'dist' ? second : first, file.bytes);
  }
  for (const name of readdirSync(path.join(resources, 'licenses'))) {
    add('licenses', statSync(path.join(resources, 'licenses', name)).size);
  }
  return parts;
}

/** Says what each part weighs. */
export function printParts(resources: string): void {
  const parts = Object.entries(partsOf(resources)).sort(([, a], [, b]) => b - a);
  const sum = parts.reduce((total, [, bytes]) => total + bytes, 0);
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
  console.log(`Ours in the package: ${kb(sum)} (${parts.map(([part, bytes]) => `${part} ${kb(bytes)}`).join(', ')})`);
}
