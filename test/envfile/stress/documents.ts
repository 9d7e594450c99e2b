import { encode } from '../../../electron/envfile/bytes.ts';
import {
  dialects,
  type EnvDocument,
  EnvFileError,
  parseEnvFile,
  setVariables,
} from '../../../electron/envfile/index.ts';

export interface DocumentTally {
  readonly documents: number;
  /** Changes that were made; the others were refused and left the file as it was. */
  readonly changes: number;
  readonly losses: string[];
}

/** Sets, changes and unsets variables in every file, and looks for a byte that changed elsewhere. */
export function stressDocuments(files: readonly Uint8Array[]): DocumentTally {
  let changes = 0;
  const losses: string[] = [];
  for (const bytes of files) {
    for (const dialect of dialects) {
      const before = Buffer.from(bytes);
      const doc = parseEnvFile(bytes, dialect);
      const lose = (what: string) => losses.push(`${dialect}: ${what} in ${JSON.stringify(before.toString('latin1'))}`);
      if (!before.equals(doc.bytes)) lose('reading lost a byte');

      const added = attempt(() =>
        setVariables(doc, [{ name: 'CLAVIS_NEW', value: 'new one' }], { bound: [], expands: false }),
      );
      if (added !== null) {
        changes += 1;
        if (!isInsertion(before, added.bytes)) lose('adding changed a byte');
        const back = attempt(() =>
          setVariables(added, [{ name: 'CLAVIS_NEW', value: null }], { bound: ['CLAVIS_NEW'], expands: false }),
        );
        if (back === null) lose('what was added could not be removed');
        else if (!before.equals(back.bytes) && !(dialect === 'json' && doc.entries.length === 0))
          lose('adding and removing changed a byte');
      }
      for (const name of new Set(doc.entries.map((entry) => entry.name))) {
        const changed = attempt(() =>
          setVariables(doc, [{ name, value: 'a new value' }], { bound: [name], expands: false }),
        );
        if (changed === null) continue;
        changes += 1;
        if (!keepsAround(doc, name, changed.bytes)) lose('changing a variable changed a byte elsewhere');
      }
    }
  }
  return { documents: files.length, changes, losses };
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof EnvFileError) return null;
    throw error;
  }
}

/** Whether `after` is `before` with something put in at one place. */
function isInsertion(before: Buffer, after: Uint8Array): boolean {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  return before.subarray(head).equals(after.subarray(after.length - (before.length - head)));
}

/** Whether what stands around the values of this name is there as before: each of its definitions gets the new value. */
function keepsAround({ entries, text }: EnvDocument, name: string, after: Uint8Array): boolean {
  const found = entries.filter((entry) => entry.name === name).sort((one, other) => one.valueStart - other.valueStart);
  const starts = [0, ...found.map(({ valueEnd }) => valueEnd)];
  const pieces = starts.map((from, at) => Buffer.from(encode(text.slice(from, found[at]?.valueStart))));
  const last = pieces.pop() ?? Buffer.alloc(0);
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const place = Buffer.from(after).indexOf(piece, at);
    if (place === -1 || (index === 0 && place !== 0)) return false;
    at = place + piece.length;
  }
  return Buffer.from(after)
    .subarray(at)
    .subarray(-last.length || after.length)
    .equals(last);
}
