import type { VaultError } from '../../vault/errors.ts';
import { unreadable } from './file.ts';

/**
 * What may hold the entries, the surest first: in a .1pux of 1Password `export.data`, in Bitwarden's .zip with attachments
 * `data.json`; else an export of any kind that somebody packed. Attachments lie next to the first two alone.
 */
const wanted: readonly RegExp[] = [
  /^export\.data$/,
  /^data\.json$/,
  /\.1pux$/i,
  /\.json$/i,
  /\.(?:csv|tsv|txt)$/i,
  /\.zip$/i,
];

/**
 * The name of the file in a zip that holds an export's entries: the one highest up, for a folder may have been packed. Throws
 * `EXTERNAL_IMPORT_UNREADABLE` where there is none, and where it could be any of several.
 */
export function chooseExport(names: ReadonlySet<string>, file: string): string {
  for (const pattern of wanted) {
    const fitting = [...names].filter((name) => !isOfSystem(name) && pattern.test(partsOf(name).at(-1) ?? ''));
    const depth = Math.min(...fitting.map((name) => partsOf(name).length));
    const [first, second] = fitting.filter((name) => partsOf(name).length === depth);
    if (second !== undefined) throw severalExports(file);
    if (first !== undefined) return first;
  }
  throw unreadable(file, { code: 'NO_EXPORT' });
}

export function severalExports(file: string): VaultError {
  return unreadable(file, { code: 'SEVERAL_EXPORTS' });
}

/** Old programs on Windows write `\` into zips. */
function partsOf(name: string): string[] {
  return name.split(/[\\/]/);
}

/** What the Mac packs besides, under the very names of the files: "__MACOSX/._data.json". */
function isOfSystem(name: string): boolean {
  return partsOf(name).some((part) => part === '__MACOSX' || part.startsWith('._'));
}
